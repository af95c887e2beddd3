// What counts as a small difference, for axes and shades.

import type { Unit } from '../model/evidence.js';

/** Shown on less than this, a small difference would look large: thirty points of a percentage, two hundred of Elo, else a third. */
export function leastSpan(unit: Unit, middle: number): number {
	if (unit === 'percent') return 30;
	return unit === 'elo' ? 200 : Math.abs(middle) / 3;
}
