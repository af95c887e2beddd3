// The rows of a request gathered by item, in their order: one group is one line of a chart.

import type { ChartRow } from '../../model/chart.js';
import type { IndexedRow } from './chart-layout.js';

export interface RowGroup {
	readonly item: string;
	readonly rows: readonly IndexedRow[];
}

/** Lowest `order` first; equal orders keep the order in which their items first appear. */
export function groupRows(rows: readonly ChartRow[]): RowGroup[] {
	const groups = new Map<string, { item: string; order: number; rows: IndexedRow[] }>();
	rows.forEach((row, index) => {
		const group = groups.get(row.item) ?? { item: row.item, order: row.order, rows: [] };
		group.order = Math.min(group.order, row.order);
		group.rows.push({ ...row, row: index });
		groups.set(row.item, group);
	});
	return [...groups.values()].sort((a, b) => a.order - b.order).map(({ item, rows }) => ({ item, rows }));
}

/** The one number that was reported; undefined where there is none or only a range. */
export function pointOf(row: ChartRow): number | undefined {
	return typeof row.value === 'number' && Number.isFinite(row.value) ? row.value : undefined;
}

/** Where a row stands among others: its value, or the middle of its range. Nothing is drawn at such a middle. */
export function numberOf(row: ChartRow): number | undefined {
	const point = pointOf(row);
	if (point !== undefined) return point;
	const ends = rangeOf(row);
	return ends && (ends[0] + ends[1]) / 2;
}

export function rangeOf(row: ChartRow): readonly [number, number] | undefined {
	if (typeof row.low !== 'number' || typeof row.high !== 'number') return undefined;
	return Number.isFinite(row.low) && Number.isFinite(row.high) ? [row.low, row.high] : undefined;
}

/** True for a contested value that no other source's value is drawn beside: a ring has to say it. */
export function hasRing(row: ChartRow, rows: readonly ChartRow[]): boolean {
	return row.contested && row.role !== 'dissent' && !rows.some((other) => other.role === 'dissent');
}
