// Why two claims about one topic differ. Input: two claims and the topic's unit. Output: exactly one cause.

import type { Claim, Unit, Value } from '../model/evidence.js';
import type { Cause } from '../model/finding.js';
import { decimalsOf, roundHalfUp } from '../model/numbers.js';
import { setupsDiffer } from '../model/setups-differ.js';
import { finestDecimals } from '../model/written.js';

/** The numbers that a claim allows, both ends included; bounds such as "over" are open to infinity. */
interface Interval {
	readonly from: number;
	readonly to: number;
}

/** Symmetric: the order of the two claims never matters. "Not reported" differs from nothing. */
export function causeOfDifference(left: Claim, right: Claim, topicUnit: Unit): Cause {
	const [a, b] = [left.value, right.value];
	if (a.kind === 'not-reported' || b.kind === 'not-reported') return 'agree';
	if (a.kind === 'assertion' && b.kind === 'assertion')
		return a.holds === b.holds ? 'agree' : 'contradiction';
	if (a.kind === 'date' && b.kind === 'date') return causeOfDates(left, right, a, b);
	if (a.kind === 'text' || b.kind === 'text') return causeOfTexts(left, right);
	return causeOfNumbers(left, right, topicUnit);
}

/** Words beside a number or a date are its coarser form, unless the evidence says that they deny it. */
function causeOfTexts(left: Claim, right: Claim): Cause {
	const words = (value: Value) => (value.kind === 'text' ? value.text.trim().toLowerCase() : '');
	const denies = (value: Value) => value.kind === 'text' && value.contradicts;
	if (words(left.value) !== '' && words(left.value) === words(right.value)) return 'agree';
	return denies(left.value) || denies(right.value) ? 'contradiction' : 'rounding';
}

interface Dates {
	readonly from: string;
	readonly to: string;
}

function causeOfDates(left: Claim, right: Claim, a: Dates, b: Dates): Cause {
	if (nameOf(left) !== nameOf(right)) return 'benchmark';
	if (a.from === b.from && a.to === b.to) return 'agree';
	const [start, end] = [firstDay(a.from), lastDay(a.to)];
	const [otherStart, otherEnd] = [firstDay(b.from), lastDay(b.to)];
	const isInside = (start >= otherStart && end <= otherEnd) || (otherStart >= start && otherEnd <= end);
	if (!isInside) return isEstimate(left) === isEstimate(right) ? 'contradiction' : 'estimate';
	// A month beside a day is the same date at two precisions; a span of days is the source's own uncertainty.
	const isCoarse = a.from === a.to && b.from === b.to;
	return isCoarse ? 'rounding' : 'uncertainty';
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
/** Only ever compared, so every month may end on a 31st. */
const lastDay = (date: string) => (date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10));

/** The name under which the source reports the thing; empty for the topic's own. */
const nameOf = (claim: Claim) => (claim.as ?? '').trim().toLowerCase();
const isEstimate = (claim: Claim) => claim.qualifiers.includes('estimated');

function causeOfNumbers(left: Claim, right: Claim, topicUnit: Unit): Cause {
	if (nameOf(left) !== nameOf(right)) return 'benchmark';
	const [unit, otherUnit] = [left.unit ?? topicUnit, right.unit ?? topicUnit];
	// An hour beside sixty minutes is one quantity in two units; a point beside a percent is not.
	const factor = unit === otherUnit ? 1 : (SECONDS[otherUnit] ?? Number.NaN) / (SECONDS[unit] ?? Number.NaN);
	if (Number.isNaN(factor)) return 'unit';
	const inUnitOfLeft = scaled(right, factor);
	const [a, b] = [intervalOf(left), intervalOf(inUnitOfLeft)];
	if (isSame(a, b)) return areOpposed(left, right) ? 'contradiction' : 'agree';
	if (setupsDiffer(left.setup, right.setup)) return 'setup';
	if (topicUnit === 'percent' && isScaled(a, b)) return 'unit';
	if (areOpposed(left, inUnitOfLeft)) return 'contradiction';
	if (isRounded(left, inUnitOfLeft) || isRounded(right, scaled(left, 1 / factor))) return 'rounding';
	if (isEstimate(left) !== isEstimate(right)) return 'estimate';
	if (contains(a, b) || contains(b, a)) return 'uncertainty';
	return 'contradiction';
}

/** Units of time that convert without a calendar. */
const SECONDS: Partial<Record<Unit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

function scaled(claim: Claim, factor: number): Claim {
	const { value } = claim;
	if (factor === 1) return claim;
	if (value.kind === 'number')
		return { ...claim, value: { kind: 'number', number: times(value.number, factor) } };
	if (value.kind !== 'range') return claim;
	const [from, to] = [times(value.from, factor), times(value.to, factor)];
	return { ...claim, value: { kind: 'range', from, to } };
}

/** Without the last digits, in which binary arithmetic differs from that of people. */
const times = (number: number, factor: number) => Number((number * factor).toPrecision(12));

/** `over 50` and `under 50` name one number and agree on nothing. */
function areOpposed(left: Claim, right: Claim): boolean {
	if (left.value.kind !== 'number' || right.value.kind !== 'number') return false;
	if (left.value.number !== right.value.number) return false;
	const [side, other] = [sideOf(left), sideOf(right)];
	// "At least 20" and "up to 20" still meet in 20.
	return side * other < 0 && Math.abs(side) + Math.abs(other) > 2;
}

/** Where the true value lies: above (2), from there on (1), up to there (−1) or below (−2); 0 where the words clash. */
function sideOf({ qualifiers }: Claim): number {
	const above = qualifiers.includes('over') ? 2 : qualifiers.includes('at least') ? 1 : 0;
	const isBelow = qualifiers.includes('under') || qualifiers.includes('nearly');
	const below = isBelow ? 2 : qualifiers.includes('up to') ? 1 : 0;
	return above > 0 && below > 0 ? 0 : above - below;
}

function intervalOf(claim: Claim): Interval {
	const value = claim.value;
	if (value.kind === 'range') return { from: value.from, to: value.to };
	if (value.kind !== 'number') return { from: Number.NaN, to: Number.NaN };
	const n = value.number;
	if (claim.qualifiers.includes('over') || claim.qualifiers.includes('at least'))
		return { from: n, to: Number.POSITIVE_INFINITY };
	if (claim.qualifiers.includes('under') || claim.qualifiers.includes('up to'))
		return { from: Number.NEGATIVE_INFINITY, to: n };
	return { from: n, to: n };
}

const isSame = (a: Interval, b: Interval) => a.from === b.from && a.to === b.to;
const contains = (outer: Interval, inner: Interval) => inner.from >= outer.from && inner.to <= outer.to;

/** A share written as a fraction beside the same share as a percentage, be the fraction rounded or not. */
function isScaled(a: Interval, b: Interval): boolean {
	if (!Number.isFinite(a.from) || !Number.isFinite(b.from) || a.from !== a.to || b.from !== b.to)
		return false;
	const [small, large] = a.from < b.from ? [a.from, b.from] : [b.from, a.from];
	if (small <= 0 || small > 1) return false;
	const decimals = decimalsOf(small) - 2;
	const rounded = decimals >= 0 ? roundHalfUp(large, decimals) : large;
	return Math.abs(small * 100 - rounded) < 1e-9;
}

/** "Nearly 12" allows what lies below 12 by at most a twentieth: 11.9, but neither 11 nor 12.3. */
function isNearly(rough: number, exact: number): boolean {
	const shortfall = rough - exact;
	return shortfall * Math.sign(rough) >= 0 && Math.abs(shortfall) <= Math.abs(rough) / 20 + 1e-9;
}

/** True when `coarse` is `fine` rounded to fewer decimals, or the same number said with "about" or "nearly". */
function isRounded(coarse: Claim, fine: Claim): boolean {
	if (coarse.value.kind !== 'number' || fine.value.kind !== 'number') return false;
	const isBound = (claim: Claim) =>
		claim.qualifiers.some((word) => ['over', 'under', 'up to', 'at least'].includes(word));
	const [rough, exact] = [coarse.value.number, fine.value.number];
	if (rough === exact) return true;
	if (isBound(coarse) || isBound(fine)) return false;
	if (coarse.qualifiers.includes('nearly')) return isNearly(rough, exact);
	const decimals = finestDecimals(coarse.value);
	if (finestDecimals(fine.value) <= decimals) return false;
	return roundHalfUp(exact, decimals) === rough;
}
