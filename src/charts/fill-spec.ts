// A chart spec to one that is ready for Vega: sizes, params, tables and theme of the request in the place of the sample's.

import type { ChartRequest } from '../model/chart.js';
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

/** Params that the layout does not know and tables that it does not fill keep what the spec has. */
export function fillCompiledSpec(compiled: Json, request: ChartRequest, layout: ChartLayout): Json {
	return {
		...compiled,
		width: request.width,
		height: request.height,
		signals: named(compiled.signals).map((signal) => {
			const value = layout.params[signal.name];
			return value === undefined ? signal : { ...signal, value };
		}),
		data: named(compiled.data).map((table) => {
			const values = layout.tables[table.name];
			return values === undefined ? table : { ...table, values };
		}),
	};
}

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
