// The rows of a chart in words: its text alternative. Says what is contested, estimated and missing; prints labels as they come.

import type { ChartRequest, ChartRow } from '../model/chart.js';
import { groupRows } from './layout/row-groups.js';

/** The title and what the rows say. */
export function altText(request: ChartRequest): string {
	return `${asSentence(request.title)} ${describeRows(request)}`.trim();
}

/** The unit, then one clause an item in the order of the chart. */
export function describeRows(request: ChartRequest): string {
	const sentences = groupRows(request.rows).map(({ item, rows }) => {
		const said = rows.map((row) => rowInWords(row, request));
		return `${item}: ${said.join(', ')}`;
	});
	const direction = request.better === 'lower' ? 'lower is better' : '';
	const setup = [request.unit, direction].filter((part) => part !== '').join('; ');
	return [capitalised(setup), sentences.join('; ')].map(asSentence).join(' ').trim();
}

function rowInWords(row: ChartRow, request: ChartRequest): string {
	const name = roleInWords(row, request);
	const detail =
		row.detail === undefined || row.detail === '' ? '' : row.role === 'dissent' ? '' : ` (${row.detail})`;
	const marks = [
		row.estimated && !/\bestimate/i.test(`${row.label} ${row.detail ?? ''}`) ? 'estimated' : '',
		row.contested && row.role !== 'dissent' ? 'sources disagree' : '',
	].filter((mark) => mark !== '');
	return `${name}${row.label}${detail}${marks.length > 0 ? `, ${marks.join(', ')}` : ''}`;
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
