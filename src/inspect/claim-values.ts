// Whether a numeral follows from claims: it is a value or a date that one of them gives, the difference or ratio of two
// values, or no more than how many sources or topics they have, as a count or a rank is. All claims on a topic count,
// since a range spans its dissent too.

import type { Claim, Evidence, Topic } from '../model/evidence.js';
import { afresh, type Remember } from '../model/remember.js';
import { numbersIn } from '../model/written.js';

/** Takes claims, by id, and a numeral as printed. */
export type Follows = (claims: readonly string[], numeral: string) => boolean;

export function claimValues(evidence: Evidence, remember: Remember = afresh): Follows {
	const topics = new Map(evidence.topics.map((topic) => [topic.key, topic]));
	const pools = new Map<string, readonly number[]>();
	const answers = new Map<string, boolean>();
	const follows: Follows = (ids, numeral) => {
		const keys = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('#'))))];
		const name = keys.join(' ');
		const known = pools.get(name);
		const behind = known === undefined ? keys.flatMap((key) => topicsBehind(key, topics)) : [];
		const make = () =>
			poolOf(
				behind.flatMap(({ claims }) => claims),
				keys.length,
			);
		const pool = known ?? remember(`pool ${name}`, behind, make);
		pools.set(name, pool);
		return isPrintedAs(pool, numeral);
	};
	// Slides say the same things again and again.
	return (ids, numeral) => {
		const question = `${ids.join(' ')} ${numeral}`;
		const answer = answers.get(question) ?? follows(ids, numeral);
		answers.set(question, answer);
		return answer;
	};
}

/** The topic, and the two that its figure is computed from. */
function topicsBehind(key: string, topics: ReadonlyMap<string, Topic>): readonly Topic[] {
	const topic = topics.get(key);
	if (topic === undefined) return [];
	const inputs = topic.kind === 'figure' && topic.computed ? [topic.computed.of, topic.computed.to] : [];
	return [topic, ...inputs.flatMap((input) => topics.get(input) ?? [])];
}

/** Everything that arithmetic on the claims can give. */
function poolOf(claims: readonly Claim[], topics: number): readonly number[] {
	const values = [...new Set(claims.flatMap(({ value }) => numbersIn(value)))];
	const derived = values.flatMap((a) => values.flatMap((b) => (a === b ? [] : [a - b, a / b])));
	const sources = new Set(claims.map(({ source }) => source)).size;
	const counts = Array.from({ length: Math.max(sources, topics) }, (_, index) => index + 1);
	return [...values, ...derived, ...claims.flatMap(datesOf), ...counts, 0].filter(Number.isFinite);
}

/** Years and days; months are printed in words. */
function datesOf({ value }: Claim): readonly number[] {
	if (value.kind !== 'date') return [];
	return [value.from, value.to].flatMap((date) => {
		const [year, , day] = date.split('-').map(Number);
		return [year ?? Number.NaN, day ?? Number.NaN];
	});
}

/** Millions and more are printed in words, signs apart from the digits. */
const SCALES = [1, 1e6, 1e9, 1e12];

function isPrintedAs(values: readonly number[], numeral: string): boolean {
	const readings = READINGS.map((read) => read(numeral));
	return values.some((value) =>
		SCALES.some((scale) => {
			const shown = Math.abs(value) / scale;
			return readings.some(
				({ number, decimals }) => Math.abs(shown - number) <= 0.5 * 10 ** -decimals + 1e-9 * shown,
			);
		}),
	);
}

/** `1,234.5` and `1.234,5`: which sign groups depends on the language. */
const READINGS = [readingWith(',', '.'), readingWith('.', ',')];

function readingWith(group: string, point: string) {
	return (numeral: string) => {
		const plain = numeral.replaceAll(group, '').replace(point, '.');
		return { number: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
	};
}
