// Numbers of values with the decimals that their sources wrote: a slide prints no precision that no document gave.

import type { Claim, Qualifier, Value } from './evidence.js';
import type { Spread } from './finding.js';
import { decimalsOf } from './numbers.js';

export interface Written {
	readonly number: number;
	readonly decimals: number;
}

const ROUGH: readonly Qualifier[] = ['about', 'nearly', 'estimated'];

/** Its source says “about”, “nearly” or “estimated”. */
export const isRoughly = ({ qualifiers }: Claim): boolean => qualifiers.some((word) => ROUGH.includes(word));

interface RoughOrExact {
	readonly value: Value;
	readonly isRough: boolean;
}

type NumberValue = Extract<Value, { kind: 'number' }>;
type RangeValue = Extract<Value, { kind: 'range' }>;

/** The number of a value, or both ends of its range; nothing for dates and words. */
export function writtenIn(value: Value): readonly Written[] {
	if (value.kind === 'number') return [written(value.number, value.decimals)];
	if (value.kind !== 'range') return [];
	return [written(value.from, value.decimals?.[0]), written(value.to, value.decimals?.[1])];
}

export const numbersIn = (value: Value): readonly number[] => writtenIn(value).map(({ number }) => number);

/** The decimals of the finest number; none where there is no number. */
export const finestDecimals = (...values: readonly Value[]): number =>
	Math.max(0, ...values.flatMap(writtenIn).map(({ decimals }) => decimals));

/** A difference has the decimals of its finer input, as subtracting gives; beside a rough input, no more than that. */
export function decimalsOfDifference(...inputs: readonly RoughOrExact[]): number {
	const rough = inputs.filter(({ isRough }) => isRough).map(({ value }) => finestDecimals(value));
	return Math.min(...rough, finestDecimals(...inputs.map(({ value }) => value)));
}

const written = (number: number, decimals = 0): Written => ({
	number,
	decimals: Math.max(decimals, decimalsOf(number)),
});

/** Decimals stand in a value only where its number alone would lose some. */
export const numberValue = ({ number, decimals }: Written): NumberValue =>
	decimals > decimalsOf(number) ? { kind: 'number', number, decimals } : { kind: 'number', number };

export function rangeValue(from: Written, to: Written): RangeValue {
	const ends = { kind: 'range', from: from.number, to: to.number } as const;
	const isLonger = [from, to].some(({ number, decimals }) => decimals > decimalsOf(number));
	return isLonger ? { ...ends, decimals: [from.decimals, to.decimals] } : ends;
}

export const rangeOfSpread = ({ low, high, decimals }: Spread): RangeValue => ({
	kind: 'range',
	from: low,
	to: high,
	...(decimals === undefined ? {} : { decimals }),
});
