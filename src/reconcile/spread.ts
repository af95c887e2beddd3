// How far the claims about one topic lie apart.

import { isIncomparable } from '../model/comparable.js';
import type { Claim, Unit, Value } from '../model/evidence.js';
import type { Derivation, Dissent } from '../model/finding.js';

/** Lowest and highest number among claims that mean the same thing as what is printed, and of what was computed. */
export function spreadOf(
	agreeing: readonly Claim[],
	dissent: readonly Dissent[],
	printedUnit: Unit,
	topicUnit: Unit,
	derivation: Derivation | undefined,
): { readonly low: number; readonly high: number } | undefined {
	const claimed = [...agreeing, ...dissent.filter((one) => !isIncomparable(one)).map(({ claim }) => claim)]
		.filter((claim) => (claim.unit ?? topicUnit) === printedUnit)
		.map(({ value }) => value);
	const computed = derivation?.unit === printedUnit ? [derivation.value] : [];
	const ends = [...claimed, ...computed].flatMap((value) =>
		value.kind === 'number' ? [value.number] : value.kind === 'range' ? [value.from, value.to] : [],
	);
	return ends.length === 0 ? undefined : { low: Math.min(...ends), high: Math.max(...ends) };
}

/** From the first to the last day that a claim gives; undefined where all give the same, or one is no date. */
export function datesSpan(claims: readonly Claim[]): Value | undefined {
	const dates = claims.flatMap(({ value }) => (value.kind === 'date' ? [value] : []));
	const [from] = dates.map((date) => date.from).sort();
	const to = dates
		.map((date) => date.to)
		.sort()
		.at(-1);
	const [first] = dates;
	if (from === undefined || to === undefined || first === undefined) return undefined;
	const isOne = dates.every((date) => date.from === first.from && date.to === first.to);
	return isOne ? undefined : { kind: 'date', from, to };
}
