// The rows of a chart in words: its text alternative. Says what is contested, estimated and missing; prints labels as they come.

import type { ChartRequest, ChartRow, ChartWords } from '../model/chart.js';
import { groupRows } from './layout/row-groups.js';

/** The title and what the rows say. */
export function altText(request: ChartRequest): string {
	return `${asSentence(request.title)} ${describeRows(request)}`.trim();
}

/** The unit, then one clause an item in the order of the chart. */
export function describeRows(request: ChartRequest): string {
	return [setupInWords(request), asSentence(itemsInWords(request).join('; '))].join(' ').trim();
}

/** For the slide: as one text, and as lines for the presenter's notes. */
export function chartInWords(request: ChartRequest): ChartWords {
	const lines = [setupInWords(request), ...itemsInWords(request).map(asSentence)];
	return { alt: altText(request), lines: lines.filter((line) => line !== '') };
}

/** `Seconds per task; lower is better.` */
export function setupInWords({ unit, better }: Pick<ChartRequest, 'unit' | 'better'>): string {
	const direction = better === 'lower' ? 'lower is better' : '';
	// Dates need no unit.
	const measure = unit === 'date' ? '' : unit;
	return asSentence(capitalised([measure, direction].filter((part) => part !== '').join('; ')));
}

function itemsInWords(request: ChartRequest): readonly string[] {
	return groupRows(request.rows).map(({ item, rows }) => {
		const said = rows.map((row) => rowInWords(row, request));
		return `${item}: ${said.join(', ')}`;
	});
}

export function rowInWords(row: ChartRow, request: ChartRequest): string {
	const name = roleInWords(row, request);
	const detail =
		row.detail === undefined || row.detail === '' ? '' : row.role === 'dissent' ? '' : ` (${row.detail})`;
	const marks = marksInWords(row);
	return `${name}${row.label}${detail}${marks.length > 0 ? `, ${marks.join(', ')}` : ''}`;
}

/** What the chart says of a value by its form alone. */
export function marksInWords(row: ChartRow): readonly string[] {
	return [
		row.estimated && !/\bestimate/i.test(`${row.label} ${row.detail ?? ''}`) ? 'estimated' : '',
		row.contested && row.role !== 'dissent' ? 'sources disagree' : '',
	].filter((mark) => mark !== '');
}

function roleInWords(row: ChartRow, { form, roleNames }: ChartRequest): string {
	const named = roleNames?.[row.role];
	switch (row.role) {
		case 'dissent':
			return row.detail === undefined || row.detail === '' ? 'another source says ' : `${row.detail} says `;
		case 'predecessor':
			return form === 'comparison' || form === 'bars' ? '' : `${named ?? 'before'} `;
		case 'subject':
			return form === 'gains' || form === 'human-baseline' ? `${named ?? 'now'} ` : '';
		case 'human':
			return /people|human|person/i.test(row.label) || form === 'comparison' ? '' : `${named ?? 'people'} `;
		default:
			return '';
	}
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function asSentence(text: string): string {
	return text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`;
}
