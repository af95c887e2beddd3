// How far the claims about one topic lie apart.

import { isIncomparable } from '../model/comparable.js';
import type { Claim, Unit, Value } from '../model/evidence.js';
import type { Derivation, Dissent, Spread } from '../model/finding.js';
import { rangeValue, writtenIn } from '../model/written.js';

/** Lowest and highest number among claims that mean the same thing as what is printed, and of what was computed. */
export function spreadOf(
	agreeing: readonly Claim[],
	dissent: readonly Dissent[],
	printedUnit: Unit,
	topicUnit: Unit,
	derivation: Derivation | undefined,
): Spread | undefined {
	const claimed = [...agreeing, ...dissent.filter((one) => !isIncomparable(one)).map(({ claim }) => claim)]
		.filter((claim) => (claim.unit ?? topicUnit) === printedUnit)
		.map(({ value }) => value);
	const computed = derivation?.unit === printedUnit ? [derivation.value] : [];
	const finestFirst = [...claimed, ...computed].flatMap(writtenIn).sort((a, b) => b.decimals - a.decimals);
	const [lowest] = [...finestFirst].sort((a, b) => a.number - b.number);
	const [highest] = [...finestFirst].sort((a, b) => b.number - a.number);
	if (lowest === undefined || highest === undefined) return undefined;
	const { from: low, to: high, decimals } = rangeValue(lowest, highest);
	return { low, high, ...(decimals === undefined ? {} : { decimals }) };
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
