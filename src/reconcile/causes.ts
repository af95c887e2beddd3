// Why two claims about one topic differ. Input: two claims and the topic's unit. Output: exactly one cause.

import type { Claim, Setup, Unit, Value } from '../model/evidence.js';
import type { Cause } from '../model/finding.js';
import { decimalsOf, roundHalfUp } from '../model/numbers.js';

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
	if (a.kind === 'date' && b.kind === 'date') return causeOfDates(a, b);
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

function causeOfDates(
	a: { readonly from: string; readonly to: string },
	b: { readonly from: string; readonly to: string },
): Cause {
	if (a.from === b.from && a.to === b.to) return 'agree';
	const [start, end] = [firstDay(a.from), lastDay(a.to)];
	const [otherStart, otherEnd] = [firstDay(b.from), lastDay(b.to)];
	const isInside = (start >= otherStart && end <= otherEnd) || (otherStart >= start && otherEnd <= end);
	if (!isInside) return 'contradiction';
	// A month beside a day is the same date at two precisions; a span of days is the source's own uncertainty.
	const isCoarse = a.from === a.to && b.from === b.to;
	return isCoarse ? 'rounding' : 'uncertainty';
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
/** Only ever compared, so every month may end on a 31st. */
const lastDay = (date: string) => (date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10));

function causeOfNumbers(left: Claim, right: Claim, topicUnit: Unit): Cause {
	if ((left.as ?? '') !== (right.as ?? '')) return 'benchmark';
	const [a, b] = [intervalOf(left), intervalOf(right)];
	if ((left.unit ?? topicUnit) !== (right.unit ?? topicUnit)) return 'unit';
	if (isSame(a, b)) return 'agree';
	if (setupsDiffer(left.setup, right.setup)) return 'setup';
	if (topicUnit === 'percent' && isScaled(a, b)) return 'unit';
	if (isRounded(left, right) || isRounded(right, left)) return 'rounding';
	if (left.qualifiers.includes('estimated') !== right.qualifiers.includes('estimated')) return 'estimate';
	if (contains(a, b) || contains(b, a)) return 'uncertainty';
	return 'contradiction';
}

/** A setup differs only where both sources state a part of it, and not alike. */
function setupsDiffer(left: Setup, right: Setup): boolean {
	const keys = ['harness', 'agent', 'effort', 'tools', 'split', 'attempts'] as const;
	return keys.some((key) => left[key] !== undefined && right[key] !== undefined && left[key] !== right[key]);
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

/** A share written as a fraction beside the same share as a percentage. */
function isScaled(a: Interval, b: Interval): boolean {
	if (!Number.isFinite(a.from) || !Number.isFinite(b.from) || a.from !== a.to || b.from !== b.to)
		return false;
	const [small, large] = a.from < b.from ? [a.from, b.from] : [b.from, a.from];
	return small > 0 && small <= 1 && Math.abs(small * 100 - large) < 1e-9;
}

/** True when `coarse` is `fine` rounded to fewer decimals, or the same number said with "about" or "nearly". */
function isRounded(coarse: Claim, fine: Claim): boolean {
	if (coarse.value.kind !== 'number' || fine.value.kind !== 'number') return false;
	const isBound = (claim: Claim) =>
		claim.qualifiers.some((word) => ['over', 'under', 'up to', 'at least'].includes(word));
	const [rough, exact] = [coarse.value.number, fine.value.number];
	if (rough === exact) return true;
	if (isBound(coarse) || isBound(fine)) return false;
	const decimals = decimalsOf(rough);
	if (decimalsOf(exact) <= decimals) return false;
	return roundHalfUp(exact, decimals) === rough;
}
