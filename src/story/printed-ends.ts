// The numbers that a printed value allows: one, a range, or all on one side of a bound such as "over 50".

import type { Claim, Qualifier } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';

export interface Interval {
	readonly from: number;
	readonly to: number;
	/** A bound that is not among the numbers itself. */
	readonly isStrict: boolean;
}

const { POSITIVE_INFINITY: MOST, NEGATIVE_INFINITY: LEAST } = Number;

const BOUNDS: Partial<Record<Qualifier, (ends: Interval) => Interval>> = {
	over: ({ from }) => ({ from, to: MOST, isStrict: true }),
	'at least': ({ from }) => ({ from, to: MOST, isStrict: false }),
	under: ({ to }) => ({ from: LEAST, to, isStrict: true }),
	'up to': ({ to }) => ({ from: LEAST, to, isStrict: false }),
};

/** The words of bounds at which a range ends, where no other claim goes further. */
export function openEnds(
	value: Finding['value'],
	claims: readonly Claim[],
): { readonly from?: Qualifier; readonly to?: Qualifier } | undefined {
	if (value.kind !== 'range') return undefined;
	const wordAt = (end: number, words: readonly Qualifier[]) =>
		claims
			.filter((claim) => claim.value.kind === 'number' && claim.value.number === end)
			.flatMap(({ qualifiers }) => qualifiers)
			.find((word) => words.includes(word));
	const [from, to] = [wordAt(value.from, ['under', 'up to']), wordAt(value.to, ['over', 'at least'])];
	if (from === undefined && to === undefined) return undefined;
	return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Undefined without a number, and for a value in another unit or under another name than the topic's. */
export function printedEnds({ value, headline, unit, topic }: Finding): Interval | undefined {
	if (headline !== undefined && (headline.as !== undefined || (headline.unit ?? unit) !== unit))
		return undefined;
	const ends = endsOf(value);
	if (ends === undefined) return undefined;
	if (headline?.value !== value) {
		const { from, to } = openEnds(value, topic.claims) ?? {};
		const lower = from === undefined ? ends : (BOUNDS[from]?.({ ...ends, to: ends.from }) ?? ends);
		const upper = to === undefined ? ends : (BOUNDS[to]?.({ ...ends, from: ends.to }) ?? ends);
		return { from: lower.from, to: upper.to, isStrict: lower.isStrict || upper.isStrict };
	}
	const bound = headline.qualifiers.map((word) => BOUNDS[word]).find((found) => found !== undefined);
	return bound?.(ends) ?? ends;
}

function endsOf(value: Finding['value']): Interval | undefined {
	if (value.kind === 'number') return { from: value.number, to: value.number, isStrict: false };
	return value.kind === 'range' ? { from: value.from, to: value.to, isStrict: false } : undefined;
}
