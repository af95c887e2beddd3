// Looks at what Vega drew: which rows of the request have a mark, and whether any mark leaves the box.

import type { ChartRow } from '../model/chart.js';

/** The part of Vega's scene graph that is read here. */
export interface SceneItem {
	readonly marktype?: string;
	readonly role?: string;
	readonly items?: readonly SceneItem[];
	readonly datum?: unknown;
	readonly bounds?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
	readonly opacity?: number;
	readonly text?: unknown;
	readonly x?: number;
	readonly y?: number;
}

/** Rows with a value that no mark was drawn for, and rows without one that no text was written for. A datum names its row in the field `row`. */
export function hiddenRows(scene: SceneItem, rows: readonly ChartRow[]): ChartRow[] {
	const marked = new Set<unknown>();
	const written = new Set<unknown>();
	visitLeaves(scene, (item, marktype) => {
		const { row, part } = (item.datum ?? {}) as { row?: unknown; part?: unknown };
		if (!isVisible(item)) return;
		if (marktype === 'text') written.add(row);
		// The plate behind a label is not a mark.
		else if (part === undefined) marked.add(row);
	});
	return rows.filter((row, index) => {
		const hasValue = row.value !== null || row.low !== undefined;
		return !(hasValue ? marked : written).has(index);
	});
}

/** One sentence for each side of the box that something sticks out of by more than a pixel. */
export function sceneOverflow(
	scene: SceneItem,
	box: { readonly width: number; readonly height: number },
): string[] {
	const over = { 'the left edge': 0, 'the top edge': 0, 'the right edge': 0, 'the bottom edge': 0 };
	visitLeaves(scene, ({ bounds }, marktype) => {
		// Vega grows the bounds of a symbol by more than its outline.
		if (!bounds || bounds.x1 > bounds.x2 || marktype === 'symbol') return;
		over['the left edge'] = Math.max(over['the left edge'], -bounds.x1);
		over['the top edge'] = Math.max(over['the top edge'], -bounds.y1);
		over['the right edge'] = Math.max(over['the right edge'], bounds.x2 - box.width);
		over['the bottom edge'] = Math.max(over['the bottom edge'], bounds.y2 - box.height);
	});
	return Object.entries(over)
		.filter(([, pixels]) => pixels > 1)
		.map(([edge, pixels]) => `something passes ${edge} by ${Math.ceil(pixels)} px`);
}

/** What a reader can read in the chart, in the order in which it is written into the SVG. */
export function drawnTexts(scene: SceneItem): { readonly text: string; readonly isTick: boolean }[] {
	const texts: { text: string; isTick: boolean }[] = [];
	visitLeaves(scene, ({ text, datum }, marktype) => {
		if (marktype !== 'text' || text === undefined || text === '') return;
		texts.push({ text: String(text), isTick: (datum as { part?: unknown } | undefined)?.part === 'axis' });
	});
	return texts;
}

function visitLeaves(scene: SceneItem, visit: (item: SceneItem, marktype: string) => void): void {
	for (const item of scene.items ?? []) {
		if (item.items) visitLeaves(item, visit);
		else if (scene.marktype !== undefined && scene.marktype !== 'group') visit(item, scene.marktype);
	}
}

function isVisible({ bounds, opacity, text, x, y }: SceneItem): boolean {
	const placed = [x, y].every((position) => position === undefined || Number.isFinite(position));
	return placed && opacity !== 0 && text !== '' && bounds !== undefined && bounds.x1 <= bounds.x2;
}
