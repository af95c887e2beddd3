// A chart spec to one that is ready for Vega: theme and size of the request, and what goes into its params and tables.

import type { ChartLayout } from './layout/chart-layout.js';

type Json = Readonly<Record<string, unknown>>;

/** The part of the spec that decides what is compiled; the request's numbers and tables come in afterwards. */
export function themedSpec(
	spec: Json,
	config: Json,
	size: { readonly width: number; readonly height: number },
): Json {
	return {
		autosize: { type: 'fit', contains: 'padding' },
		...spec,
		// The sample's size where there is one: Vega refers to sizes by name, so one compiled spec serves every box.
		width: typeof spec.width === 'number' ? spec.width : size.width,
		height: typeof spec.height === 'number' ? spec.height : size.height,
		padding: 0,
		config,
	};
}

/** What a request brings to a compiled spec; params and tables that the spec does not have are left out. */
export interface Filling {
	readonly signals: readonly (readonly [name: string, value: unknown])[];
	readonly tables: readonly (readonly [name: string, rows: readonly object[]])[];
}

/** Params that the layout does not know and tables that it does not fill keep what the spec has. */
export function fillingOf(compiled: Json, layout: ChartLayout): Filling {
	const names = (entries: unknown) => new Set(named(entries).map(({ name }) => name));
	const [signals, tables] = [names(compiled.signals), names(compiled.data)];
	return {
		signals: Object.entries(layout.params).filter(([name]) => signals.has(name)),
		tables: Object.entries(layout.tables).filter(([name]) => tables.has(name)),
	};
}

/** Sample rows make place for those of a request. */
export function withoutRows(compiled: Json, tables: ReadonlySet<string>): Json {
	const data = named(compiled.data).map((table) =>
		tables.has(table.name) ? { ...table, values: [] } : table,
	);
	return { ...compiled, data };
}

/** The first mark that Vega-Lite does not have; it would only say that something is undefined. */
export function findUnknownMark(spec: unknown): string | undefined {
	if (typeof spec !== 'object' || spec === null) return undefined;
	for (const [key, value] of Object.entries(spec)) {
		if (key === 'datasets' || key === 'values') continue;
		const mark = key !== 'mark' ? undefined : isRecord(value) ? value.type : value;
		if (typeof mark === 'string' && !MARKS.includes(mark)) return mark;
		const inside = findUnknownMark(value);
		if (inside !== undefined) return inside;
	}
	return undefined;
}

export const MARKS: readonly string[] = [
	...['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'geoshape', 'line', 'point'],
	...['rect', 'rule', 'square', 'text', 'tick', 'trail'],
];

/** The first property that would load a file or link to one; sample data is not looked into. */
export function findReference(spec: unknown): string | undefined {
	if (typeof spec !== 'object' || spec === null) return undefined;
	for (const [key, value] of Object.entries(spec)) {
		if (key === 'datasets' || key === 'values') continue;
		if (key === 'url' || key === 'href') return key;
		if (value === 'image' && (key === 'mark' || key === 'type')) return 'image';
		const inside = findReference(value);
		if (inside !== undefined) return inside;
	}
	return undefined;
}

function named(entries: unknown): (Json & { name: string })[] {
	return Array.isArray(entries) ? entries.filter((entry) => typeof entry?.name === 'string') : [];
}

export function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
