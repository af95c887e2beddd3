// The place of a model among those with a value on one benchmark. People are measured for comparison and take no place.
// What the values leave open, because they are ranges, bounds, coarser than one another or measured in another setup, is
// left open: a range of places.

import type { Benchmark } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Cited } from '../model/story.js';
import { finestDecimals } from '../model/written.js';
import { citeFinding, type Desk } from './cite.js';
import { printedEnds } from './printed-ends.js';
import { areMeasuredApart } from './scores.js';

interface Interval {
	readonly from: number;
	readonly to: number;
	/** Printed as one number, without a bound. */
	readonly isPoint: boolean;
}

interface Place {
	readonly from: number;
	readonly to: number;
	readonly isJoint: boolean;
}

/**
 * `1st of 3 reported`, `joint 1st …`, `1st to 2nd …`; null where the model or the benchmark has no value. Contested
 * where a value is that takes part.
 */
export function citeRank(benchmarkId: string, modelId: string, desk: Desk): Cited | null {
	const benchmark = desk.evidence.benchmarks.find(({ id }) => id === benchmarkId);
	const own = desk.find(`${benchmarkId}/${modelId}`);
	if (benchmark === undefined || own === undefined) return null;
	const inputs = desk.evidence.models
		.filter(({ id, role }) => role !== 'human' || id === modelId)
		.flatMap(({ id }) => desk.find(`${benchmarkId}/${id}`) ?? [])
		.filter((finding) => printedInterval(finding) !== undefined);
	if (!inputs.includes(own)) return null;
	const others = inputs.filter((finding) => finding !== own);
	const printed = placeOf(own, others, benchmark, printedInterval);
	const possible = placeOf(own, others, benchmark, claimedInterval);
	const isContested = inputs.some(({ contested }) => contested);
	const inOneSetup = others.every((other) => !areMeasuredApart(own, other));
	const isSame = printed.from === possible.from && printed.to === possible.to;
	return {
		kind: 'cited',
		text:
			others.length === 0
				? 'the only one reported'
				: `${placeText(printed)} of ${inputs.length} reported${inOneSetup ? '' : ', in different setups'}`,
		key: `rank ${own.key}`,
		claims: [...new Set(inputs.flatMap((finding) => citeFinding(finding, desk).claims))],
		contested: isContested,
		independent: Math.min(...inputs.map(({ support }) => support.independent)),
		range: !isContested ? null : isSame ? 'the same either way' : placeText(possible),
		about: `rank on ${benchmark.name}`,
	};
}

function placeOf(
	own: Finding,
	others: readonly Finding[],
	{ better }: Benchmark,
	intervalOf: (finding: Finding) => Interval | undefined,
): Place {
	const mine = intervalOf(own);
	const beside = others.map((other) =>
		areMeasuredApart(own, other) ? 'unclear' : compare(intervalOf(other), mine, better),
	);
	const count = (outcome: (typeof beside)[number]) => beside.filter((one) => one === outcome).length;
	const from = 1 + count('better');
	return { from, to: from + count('unclear'), isJoint: count('equal') > 0 };
}

function compare(
	a: Interval | undefined,
	b: Interval | undefined,
	better: Benchmark['better'],
): 'better' | 'equal' | 'worse' | 'unclear' {
	if (a === undefined || b === undefined) return 'unclear';
	if (a.isPoint && b.isPoint && a.from + a.to === b.from + b.to) return 'equal';
	if (a.from >= b.to) return better === 'higher' ? 'better' : 'worse';
	if (a.to <= b.from) return better === 'higher' ? 'worse' : 'better';
	return 'unclear';
}

/** What the printed value allows, each number off by half of its last digit; undefined for another unit or test. */
function printedInterval(finding: Finding): Interval | undefined {
	const ends = printedEnds(finding);
	if (ends === undefined) return undefined;
	const { from, to } = ends;
	if (from !== to || finding.value.kind !== 'number') return { from, to, isPoint: false };
	const half = 0.5 / 10 ** finestDecimals(finding.value);
	return { from: exact(from - half), to: exact(from + half), isPoint: true };
}

/** Without the last digits, in which binary arithmetic differs from that of people. */
const exact = (number: number) => Number(number.toPrecision(12));

/** For a contested value, all that any of its sources says. */
function claimedInterval(finding: Finding): Interval | undefined {
	const printed = printedInterval(finding);
	const { contested, spread } = finding;
	if (printed === undefined || !contested || spread === undefined || spread.low === spread.high)
		return printed;
	return {
		from: Math.min(printed.from, spread.low),
		to: Math.max(printed.to, spread.high),
		isPoint: false,
	};
}

function placeText({ from, to, isJoint }: Place): string {
	if (from !== to) return `${ordinal(from)} to ${ordinal(to)}`;
	return `${isJoint ? 'joint ' : ''}${ordinal(from)}`;
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

const ordinal = (place: number) => `${place}${ENDINGS[ordinals.select(place)] ?? 'th'}`;
