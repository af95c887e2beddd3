// Where the axis of a chart of values begins and ends.

import type { ChartRow } from '../model/chart.js';
import type { Unit } from '../model/evidence.js';
import { leastSpan } from './least-span.js';

/** The ends of the axis, at round numbers: from zero where the values are near it, else no narrower than `leastSpan`. */
export function axisEnds(
	rows: readonly ChartRow[],
	unit: Unit,
): { readonly domain?: readonly [number, number] } {
	const numbers = rows
		.flatMap(({ value, low, high }) => [value, low, high])
		.filter((place) => typeof place === 'number');
	if (numbers.length === 0) return {};
	const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
	const middle = (lowest + highest) / 2;
	const span = Math.max(leastSpan(unit, middle), (highest - lowest) * 1.25);
	if (span === 0) return {};
	const step = unit === 'percent' ? 10 : 10 ** Math.floor(Math.log10(span / 2));
	const from = Math.floor((middle - span / 2) / step) * step;
	if (lowest >= 0 && from <= 0) return { domain: [0, aboveOf(highest, unit)] };
	const above = Math.ceil((middle + span / 2) / step) * step;
	const to = unit === 'percent' ? Math.min(100, above) : above;
	// What a full score leaves no room for above, is added below.
	return { domain: [Math.min(from, Math.floor((to - span) / step) * step), to] };
}

/** A round number at which an axis from zero may end. */
function aboveOf(highest: number, unit: Unit): number {
	const room = highest * 1.15;
	const step = 10 ** Math.floor(Math.log10(room)) / 2;
	const end = Number((Math.ceil(room / step) * step).toPrecision(3));
	return unit === 'percent' ? Math.min(100, end) : end;
}
