// Numbers must be possible: in the bounds of their unit and of their benchmark, and ranges the right way round.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Unit, Value } from '../../model/evidence.js';
import { numbersIn } from '../../model/written.js';
import { claimValue } from '../claim-value.js';
import type { Draft, DraftTopic } from '../draft.js';
import type { BenchmarkEntry } from '../schema/benchmarks.js';
import type { ClaimEntry } from '../schema/claims.js';
import type { Rule } from './rule.js';

interface Bound {
	readonly limit: number;
	readonly of: string;
}

/** Units without an entry have no bound on that side. */
const LOWEST: Readonly<Partial<Record<Unit, number>>> = {
	percent: 0,
	'percent-change': -100,
	points: -100,
	times: 0,
	count: 0,
	tokens: 0,
	'tokens-per-second': 0,
	seconds: 0,
	minutes: 0,
	hours: 0,
	days: 0,
	years: 0,
	usd: 0,
	gigabytes: 0,
};
const HIGHEST: Readonly<Partial<Record<Unit, number>>> = { percent: 100, points: 100 };

export const valueBounds: Rule = (draft) => {
	const benchmarks = new Map(draft.benchmarks.map((benchmark) => [benchmark.id, benchmark]));
	return draft.topics.flatMap((topic) => {
		const benchmark = topic.kind === 'result' ? benchmarks.get(String(topic.entry.benchmark)) : undefined;
		return topic.claims.flatMap((claim) => checkClaim(draft, topic, claim, benchmark));
	});
};

function checkClaim(
	draft: Draft,
	topic: DraftTopic,
	claim: ClaimEntry,
	benchmark: BenchmarkEntry | undefined,
): readonly Diagnostic[] {
	const unit = claim.unit ?? topic.unit;
	if (unit === undefined || topic.isInWords) return [];
	const value = claimValue(claim, unit);
	const location = draft.places.field(claim, 'value');
	if (isReversed(value)) return [{ code: 'MB227', location, args: { from: value.from, to: value.to } }];
	const ofBenchmark = claim.unit === undefined || claim.unit === benchmark?.unit ? benchmark : undefined;
	const lowest = boundOf(LOWEST, unit, ofBenchmark, 'min');
	const highest = boundOf(HIGHEST, unit, ofBenchmark, 'max');
	return numbersIn(value).flatMap((number): readonly Diagnostic[] => {
		if (lowest && number < lowest.limit) return [outside(number, 'below', lowest)];
		if (highest && number > highest.limit) return [outside(number, 'above', highest)];
		return unit === 'percent' && number > 0 && number < 1 && claim.note === undefined
			? [tooSmall(number)]
			: [];
	});

	function outside(number: number, side: 'below' | 'above', { limit, of }: Bound): Diagnostic {
		const end = side === 'below' ? 'lowest value' : 'highest value';
		return {
			code: 'MB223',
			location,
			args: { value: number, side, limit, end, of, advice: adviceFor(unit) },
		};
	}

	function tooSmall(number: number): Diagnostic {
		return {
			code: 'MB231',
			location,
			args: { value: number, scaled: Number((number * 100).toPrecision(12)) },
		};
	}
}

function adviceFor(unit: Unit | undefined): string {
	return unit === 'percent'
		? 'Check it against the source. A change relative to something else has the unit `percent-change`.'
		: 'Check it against the source, its sign and its unit.';
}

function boundOf(
	limits: Readonly<Partial<Record<Unit, number>>>,
	unit: Unit,
	benchmark: BenchmarkEntry | undefined,
	end: 'min' | 'max',
): Bound | undefined {
	const own = benchmark?.[end];
	if (benchmark && own !== undefined) return { limit: own, of: `the benchmark \`${benchmark.id}\`` };
	const limit = limits[unit];
	return limit === undefined ? undefined : { limit, of: `the unit \`${unit}\`` };
}

/** Dates of different precision are compared as far as both go: [2026-02, 2026-02-05] is in order. */
function isReversed(value: Value): value is Extract<Value, { kind: 'range' | 'date' }> {
	if (value.kind === 'range') return value.from > value.to;
	if (value.kind !== 'date') return false;
	const length = Math.min(value.from.length, value.to.length);
	return value.from.slice(0, length) > value.to.slice(0, length);
}
