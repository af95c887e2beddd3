// Both ends of a value axis: as asked for, widened so that no value lies outside, or just around the values.

import type { ChartRequest } from '../../model/chart.js';
import { numberOf, rangeOf } from './row-groups.js';

const EDGE_SHARE = 0.02;

/** `fromZero` is for bars, whose length is read. */
export function axisDomain(request: ChartRequest, fromZero: boolean): readonly [number, number] {
	const values = request.rows
		.flatMap((row) => [numberOf(row), ...(rangeOf(row) ?? [])])
		.filter((value) => value !== undefined);
	const asked = request.domain?.every(Number.isFinite) ? request.domain : undefined;
	if (fromZero) values.push(0);
	if (asked) {
		const ends = fromZero ? [asked[1]] : asked;
		const [from, to] = [Math.min(...values, ...ends), Math.max(...values, ...ends)];
		return from < to ? [from, to] : [from, from + 1];
	}
	if (values.length === 0) return [0, 1];
	const [from, to] = [Math.min(...values), Math.max(...values)];
	if (fromZero) return from < to ? [from, to] : [0, 1];
	// All equal: a window of a fifth of the value around it. A dot at the very edge of the axis would look cut off.
	const margin = to > from ? (to - from) * EDGE_SHARE : Math.abs(to) * 0.1 || 1;
	return [from >= 0 ? Math.max(0, from - margin) : from - margin, to + margin];
}
