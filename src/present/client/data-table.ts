// What a chart shows, as a table in the source drawer: for readers who cannot see it, and for those who want its figures.

import type { ChartTable } from '../../model/chart.js';
import { element } from './element.js';

/** Scrolls by itself where it is wider than the drawer, so it can be reached by key. */
export function dataTable({ title, about, columns, rows }: ChartTable, id: string): HTMLElement {
	const caption = element(
		'caption',
		{ attributes: { id } },
		element('strong', { text: title }),
		about !== '' && element('span', { text: about }),
	);
	const head = columns.map((text) => element('th', { text, attributes: { scope: 'col' } }));
	const body = rows.map(([first, ...rest]) =>
		element(
			'tr',
			{},
			element('th', { text: first, attributes: { scope: 'row' } }),
			...rest.map((text) => element('td', { text, class: text.length > LONG ? 'mb-sentence' : '' })),
		),
	);
	return element(
		'div',
		{ class: 'mb-data', attributes: { role: 'region', 'aria-labelledby': id, tabindex: '0' } },
		element(
			'table',
			{},
			caption,
			element('thead', {}, element('tr', {}, ...head)),
			element('tbody', {}, ...body),
		),
	);
}

/** Characters; a remark of more keeps some width beside its columns of numbers. */
const LONG = 24;
