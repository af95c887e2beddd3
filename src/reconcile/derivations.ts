// What a figure should come to, from the findings that its `computed` names, and whether its claims say so.
// Rounding by rule: a difference keeps the decimals of its finer input, a ratio gets two. Points and percent are never
// mixed: two percentages differ by points, and by a percent change only where a claim says percent-change.

import type { Claim, Computed, Unit } from '../model/evidence.js';
import type { Cause, Derivation, DerivationCheck, Finding } from '../model/finding.js';
import { roundHalfUp } from '../model/numbers.js';
import {
	decimalsOfDifference,
	finestDecimals,
	isRoughly,
	numbersIn,
	numberValue,
	rangeValue,
	type Written,
} from '../model/written.js';

interface Interval {
	readonly from: number;
	readonly to: number;
}

/** Ends as they are written, with the decimals of the finer one. */
interface WrittenInterval extends Interval {
	readonly decimals: number;
}

const RATIO_DECIMALS = 2;

/** Undefined where an input has no number, where the units differ, or where a ratio would divide by zero. */
export function deriveFinding(
	computed: Computed,
	of: Finding | undefined,
	to: Finding | undefined,
	claims: readonly Claim[],
	topicUnit: Unit,
): Derivation | undefined {
	if (of === undefined || to === undefined) return undefined;
	const [left, right] = [printedInterval(of), printedInterval(to)];
	if (left === undefined || right === undefined || unitOf(of) !== unitOf(to)) return undefined;
	const between = compute(computed.kind, left, right);
	if (between === undefined) return undefined;
	const inputs = [of, to].map((input) => ({ value: input.value, isRough: isRough(input) }));
	const decimals = computed.kind === 'ratio' ? RATIO_DECIMALS : decimalsOfDifference(...inputs);
	const [low, high] = [roundHalfUp(between.from, decimals), roundHalfUp(between.to, decimals)];
	const unit = unitOfResult(computed.kind, unitOf(of));
	const written = (number: number): Written => ({
		number,
		decimals: computed.kind === 'ratio' ? 0 : decimals,
	});
	const value = low === high ? numberValue(written(low)) : rangeValue(written(low), written(high));
	const check = checker(computed.kind, unit, of, to);
	return {
		...computed,
		value,
		unit,
		isRough: inputs.some((input) => input.isRough),
		isContested: of.contested || to.contested,
		inputs: [...new Set([...inputClaims(of), ...inputClaims(to)])],
		independent: Math.min(of.support.independent, to.support.independent),
		checks: claims.flatMap((claim) => check(claim, claim.unit ?? topicUnit)),
	};
}

const inputClaims = (input: Finding) => [
	...input.agreeing.map(({ id }) => id),
	...(input.headline === undefined ? (input.computed?.inputs ?? []) : []),
];

/** The unit in which the finding is printed. */
const unitOf = ({ headline, computed, unit }: Finding): Unit =>
	headline === undefined ? (computed?.unit ?? unit) : (headline.unit ?? unit);

const isRough = ({ headline, value, computed }: Finding) =>
	headline === undefined ? (computed?.isRough ?? false) : headline.value === value && isRoughly(headline);

function unitOfResult(kind: Computed['kind'], unit: Unit): Unit {
	if (kind === 'ratio') return 'times';
	return unit === 'percent' || unit === 'percent-change' ? 'points' : unit;
}

/** Ends as printed; a bound such as "over 50" has no number to compute with. */
function printedInterval({ value, headline }: Finding): WrittenInterval | undefined {
	const isBound = headline?.value === value && headline.qualifiers.some((word) => BOUNDS.includes(word));
	return isBound ? undefined : intervalOf(value);
}

const BOUNDS = ['over', 'under', 'up to', 'at least'];

function intervalOf(value: Claim['value']): WrittenInterval | undefined {
	const [from, to = from] = numbersIn(value);
	return from === undefined || to === undefined ? undefined : { from, to, decimals: finestDecimals(value) };
}

function compute(kind: Computed['kind'], left: Interval, right: Interval): Interval | undefined {
	if (kind === 'difference') return { from: exact(left.from - right.to), to: exact(left.to - right.from) };
	if (right.from <= 0 || left.from < 0) return undefined;
	return { from: exact(left.from / right.to), to: exact(left.to / right.from) };
}

/** Without the last digits, in which binary arithmetic differs from that of people: 77.3 − 65.4 is 11.9. */
const exact = (number: number) => Number(number.toPrecision(12));

function decimalsOfResult(kind: Computed['kind'], left: WrittenInterval, right: WrittenInterval): number {
	return kind === 'ratio' ? RATIO_DECIMALS : Math.max(left.decimals, right.decimals);
}

/** Each end may be off by half of its last digit, since it was rounded before it was printed. */
function beforeRounding(interval: WrittenInterval): Interval {
	const half = 0.5 / 10 ** interval.decimals;
	return { from: interval.from - half, to: interval.to + half };
}

function checker(kind: Computed['kind'], unit: Unit, of: Finding, to: Finding) {
	return (claim: Claim, claimUnit: Unit): readonly DerivationCheck[] => {
		const stated = intervalOf(claim.value);
		if (stated === undefined) return [];
		const causeFrom = (left: WrittenInterval | undefined, right: WrittenInterval | undefined): Cause => {
			if (left === undefined || right === undefined) return 'contradiction';
			if (claimUnit === unit) return causeBeside(claim, stated, kind, left, right);
			const changed = kind === 'difference' && claimUnit === 'percent-change' && unit === 'points';
			if (changed && isRelativeChange(claim, stated, left, right)) return 'agree';
			return causeBeside(claim, stated, kind, left, right) === 'contradiction' ? 'contradiction' : 'unit';
		};
		const cause = causeFrom(intervalOf(of.value), intervalOf(to.value));
		const own = (input: Finding) =>
			input.topic.claims
				.filter(({ source }) => source === claim.source)
				.flatMap(({ value }) => intervalOf(value) ?? []);
		const followsFromOwnSource =
			cause === 'contradiction' &&
			own(of).some((left) => own(to).some((right) => causeFrom(left, right) !== 'contradiction'));
		return [{ claim, cause, followsFromOwnSource }];
	};
}

function causeBeside(
	claim: Claim,
	stated: WrittenInterval,
	kind: Computed['kind'],
	left: WrittenInterval,
	right: WrittenInterval,
): Cause {
	const between = compute(kind, left, right);
	if (between === undefined) return 'contradiction';
	const decimals = decimalsOfResult(kind, left, right);
	const computed = { from: roundHalfUp(between.from, decimals), to: roundHalfUp(between.to, decimals) };
	if (isBound(claim)) return meetsBound(claim, computed) ? 'uncertainty' : 'contradiction';
	if (stated.from === computed.from && stated.to === computed.to) return 'agree';
	const possible = compute(kind, beforeRounding(left), beforeRounding(right)) ?? computed;
	if (!allows(claim, stated, possible)) return 'contradiction';
	const isPoint = computed.from === computed.to && stated.from === stated.to;
	return isPoint ? 'rounding' : 'uncertainty';
}

const isBound = ({ qualifiers }: Claim) => qualifiers.some((word) => BOUNDS.includes(word));

function meetsBound({ qualifiers, value }: Claim, computed: Interval): boolean {
	const stated = intervalOf(value);
	if (stated === undefined) return false;
	if (qualifiers.includes('over')) return computed.to > stated.to;
	if (qualifiers.includes('at least')) return computed.to >= stated.to;
	return qualifiers.includes('under') ? computed.from < stated.from : computed.from <= stated.from;
}

/** Half of its last digit either way, but never more than a twentieth: 2 does not stand for 1.69. "Nearly" looks down only. */
function allows(claim: Claim, stated: WrittenInterval, possible: Interval): boolean {
	if (claim.qualifiers.includes('nearly')) {
		const short = stated.from - stated.from / 20;
		const [low, high] = [Math.min(short, stated.from), Math.max(short, stated.from)];
		return possible.from <= high + 1e-9 && possible.to >= low - 1e-9;
	}
	const half = 0.5 / 10 ** stated.decimals;
	const slack = Math.min(half, Math.max(Math.abs(stated.from), Math.abs(stated.to)) / 20);
	return possible.from <= stated.to + slack + 1e-9 && possible.to >= stated.from - slack - 1e-9;
}

/** True when the claim gives the change relative to the second input: 64.7 after 38.2 is 69.4 percent more. */
function isRelativeChange(
	claim: Claim,
	stated: WrittenInterval,
	left: WrittenInterval,
	right: WrittenInterval,
): boolean {
	if (right.from <= 0) return false;
	const change = (a: number, b: number) => (a / b - 1) * 100;
	const [from, to] = [beforeRounding(left), beforeRounding(right)];
	return allows(claim, stated, { from: change(from.from, to.to), to: change(from.to, to.from) });
}
