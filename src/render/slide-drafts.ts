// `{{slide …}}` in a deck's template to the slides that it asks for: one, none, one for each item, or as many as the rows
// of a table need.

import type { Fit } from '../model/deck.js';
import { listOf } from './list-helpers.js';
import { TemplateError } from './template/template-error.js';

/** What a template is filled with besides the story. */
export interface SlideDraft {
	readonly id: string;
	readonly extra: Readonly<Record<string, unknown>>;
}

/**
 * `{{slide "gains" needs=gains}}`, `{{slide "benchmark" each=benchmarks}}`, `{{slide "ledger" pages=ledger size=9}}`. Slides
 * of one list continue one another. `widthShare`: of the width that templates are written for.
 */
export function draftsOf(
	name: string,
	asked: Readonly<Record<string, unknown>>,
	widthShare: number,
): readonly (readonly SlideDraft[])[] {
	if ('needs' in asked && isEmpty(asked.needs)) return [];
	if ('each' in asked)
		return listOf(asked.each, name).map((item, index) => [
			{ id: `${name}-${idOf(item, index)}`, extra: { item } },
		]);
	if (!('pages' in asked)) return [[{ id: name, extra: {} }]];
	const pages = pagesOf(listOf(asked.pages, name), Math.floor(Number(asked.size) * widthShare));
	return [
		pages.map((rows, index) => ({
			id: `${name}-${index + 1}`,
			extra: { page: { rows, isFirst: index === 0 } },
		})),
	];
}

export function fitOf(value: unknown, culprit: string): Fit {
	if (value === 'split' || value === 'error') return value;
	throw new TemplateError('MB316', { fit: String(value) }, culprit);
}

const isEmpty = (value: unknown) =>
	value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

const idOf = (item: unknown, index: number) =>
	typeof item === 'object' && item !== null && 'id' in item
		? String(item.id).replaceAll('.', '-')
		: String(index + 1);

/**
 * Rows in pages of at most `size` lines; a row counts its `lines`, or one. Pages are evened out, so that the last is
 * not left with one row.
 */
function pagesOf(rows: readonly unknown[], size: number): readonly (readonly unknown[])[] {
	const pack = (most: number) => {
		const pages: unknown[][] = [];
		let used = Number.POSITIVE_INFINITY;
		for (const row of rows) {
			const lines = linesOf(row);
			if (used + lines > most) {
				pages.push([]);
				used = 0;
			}
			pages.at(-1)?.push(row);
			used += lines;
		}
		return pages;
	};
	const fewest = pack(size).length;
	let most = size;
	while (most > 1 && pack(most - 1).length === fewest) most -= 1;
	return pack(most);
}

const linesOf = (row: unknown): number =>
	typeof row === 'object' && row !== null && 'lines' in row && typeof row.lines === 'number' ? row.lines : 1;
