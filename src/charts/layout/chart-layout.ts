// What a form's builder hands to its spec: numbers for the spec's params and rows for its named tables, all positions worked out.

import type { ChartRequest, ChartRow } from '../../model/chart.js';
import type { ThemeTokens } from '../../model/theme.js';
import type { TextMetrics } from '../text-metrics.js';

type Cell = string | number | boolean | null;
export type TableRow = Readonly<Record<string, Cell>>;

export interface ChartLayout {
	/** Values for params that the spec declares, e.g. both ends of the axis. */
	readonly params: Readonly<Record<string, number>>;
	/** `rows` holds the rows of the request, in the same order; a field `row` in any table is an index into it. */
	readonly tables: Readonly<Record<string, readonly TableRow[]>>;
	/** What the box was too small for, in words. */
	readonly problems: readonly string[];
}

/** Everything that a builder may read. */
export interface LayoutContext {
	readonly request: ChartRequest;
	readonly theme: ThemeTokens;
	readonly metrics: TextMetrics;
}

export interface IndexedRow extends ChartRow {
	/** Place in `request.rows`. */
	readonly row: number;
}

/** Relative to the centre line of its row, or to the box: the user says which. */
export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

export function overlap(a: Box, b: Box): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return width > 0 && height > 0 ? width * height : 0;
}

/** Two decimals: enough for a pixel, and the same bytes on every machine. */
export function round(value: number): number {
	return Math.round(value * 100) / 100 || 0;
}
