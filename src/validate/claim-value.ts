// The value of a claim as its author wrote it, read in the light of a unit.

import type { Unit, Value } from '../model/evidence.js';
import { numberValue, rangeValue, type Written } from '../model/written.js';
import type { ClaimEntry } from './schema/claims.js';

/**
 * Years in a date topic may be written as plain numbers: 2023, or [2023, 2024]. `decimals` are those in the file, of the
 * number or of each end; a parsed number has lost the last zeros.
 */
export function claimValue(
	claim: ClaimEntry,
	unit: Unit | undefined,
	decimals: readonly number[] = [],
): Value {
	const written = (number: number, n: number): Written => ({ number, decimals: decimals[n] ?? 0 });
	const { value } = claim;
	if (value === undefined) return { kind: 'assertion', holds: claim.stance !== 'against' };
	if (value === 'not reported') return { kind: 'not-reported' };
	if (typeof value === 'string') return { kind: 'date', from: value, to: value };
	if (typeof value === 'number') {
		return unit === 'date' && isYear(value)
			? { kind: 'date', from: String(value), to: String(value) }
			: numberValue(written(value, 0));
	}
	if (!Array.isArray(value))
		return { kind: 'text', text: value.text, contradicts: claim.stance === 'against' };
	const [from, to] = value;
	if (typeof from === 'string' || typeof to === 'string')
		return { kind: 'date', from: String(from), to: String(to) };
	return unit === 'date' && isYear(from) && isYear(to)
		? { kind: 'date', from: String(from), to: String(to) }
		: rangeValue(written(from, 0), written(to, 1));
}

/** "77.3", "65.4 to 69.9", "2026-02": as sentences name it. */
export function valueText(value: Value): string {
	switch (value.kind) {
		case 'number':
			return String(value.number);
		case 'range':
			return `${value.from} to ${value.to}`;
		case 'date':
			return value.from === value.to ? value.from : `${value.from} to ${value.to}`;
		case 'text':
			return `"${value.text}"`;
		case 'assertion':
			return 'no value';
		default:
			return 'not reported';
	}
}

function isYear(number: number): boolean {
	return Number.isInteger(number) && number >= 1900 && number <= 2200;
}
