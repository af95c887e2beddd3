// The rows of a chart as a table: one row an item, in the order of the chart. Prints labels as they come, and writes out
// what is missing, estimated and contested.

import type { ChartForm, ChartRequest, ChartRole, ChartRow, ChartTable } from '../model/chart.js';
import { marksInWords, rowInWords, setupInWords } from './alt-text.js';
import { groupRows } from './layout/row-groups.js';

export function dataTable(request: ChartRequest): ChartTable {
	const groups = groupRows(request.rows);
	const roles = valueRoles(request);
	const details = request.rows.some((row) => row.role !== 'dissent' && hasDetail(row));
	const rows = groups.map(({ item, rows: own }) => {
		const { cells, left } = valueCells(own, roles);
		return [
			item,
			...cells,
			...(details
				? [listed(own.filter(({ role }) => role !== 'dissent').map(({ detail = '' }) => detail))]
				: []),
			listed([...left, ...remarks(own, request, roles.length > 1)]),
		];
	});
	const heads = [
		ITEM_HEADS[request.form],
		...(roles.length > 1
			? roles.map((role) => nameOf(role, request))
			: [VALUE_HEADS[request.form] ?? 'Value']),
		...(details ? [request.columnTitle ?? (request.form === 'disagreement' ? 'Says who' : 'Detail')] : []),
		'Remarks',
	];
	const isFilled = (column: number) => column === 0 || rows.some((row) => row[column] !== '');
	return {
		title: request.title,
		about: setupInWords(request),
		columns: heads.filter((_, column) => isFilled(column)),
		rows: rows.map((row) => row.filter((_, column) => isFilled(column))),
	};
}

const ITEM_HEADS: Readonly<Record<ChartForm, string>> = {
	gains: 'Benchmark',
	'human-baseline': 'Benchmark',
	comparison: 'Model',
	disagreement: 'Topic',
	timeline: 'Event',
	bars: 'Item',
};

const VALUE_HEADS: Readonly<Partial<Record<ChartForm, string>>> = {
	disagreement: 'This deck says',
	timeline: 'Date',
};

const NAMES: Readonly<Partial<Record<ChartRole, string>>> = {
	predecessor: 'Before',
	subject: 'Now',
	human: 'People',
	variant: 'Variant',
	competitor: 'Others',
};

/** Forms that set roles side by side get a column for each; to the others a role is only a colour. */
function valueRoles({ form, rows }: ChartRequest): readonly ChartRole[] {
	if (form !== 'gains' && form !== 'human-baseline') return [];
	return [...new Set(rows.map(({ role }) => role))].filter(
		(role) => role !== 'dissent' && role !== 'missing',
	);
}

const nameOf = (role: ChartRole, { roleNames }: ChartRequest) => roleNames?.[role] ?? NAMES[role] ?? 'Value';

/** One cell for each role, or one for all. What is missing fills the cells that no value takes; `left` found no cell. */
function valueCells(
	rows: readonly ChartRow[],
	roles: readonly ChartRole[],
): { readonly cells: readonly string[]; readonly left: readonly string[] } {
	const labelsOf = (wanted: (role: ChartRole) => boolean) =>
		rows.filter(({ role }) => wanted(role)).map(({ label }) => label);
	if (roles.length < 2) return { cells: [listed(labelsOf((role) => role !== 'dissent'))], left: [] };
	const missing = labelsOf((role) => role === 'missing');
	const cells = roles.map((role) => {
		const labels = labelsOf((own) => own === role);
		return labels.length > 0 ? listed(labels) : (missing.shift() ?? NOT_REPORTED);
	});
	return { cells, left: missing };
}

const NOT_REPORTED = 'not reported';

/** `GPT-5.3-Codex: sources disagree`, with the name where several values stand in the row; then what others say. */
function remarks(rows: readonly ChartRow[], request: ChartRequest, isNamed: boolean): readonly string[] {
	const others = rows.filter(({ role }) => role === 'dissent').map((row) => rowInWords(row, request));
	const own = rows
		.filter(({ role }) => role !== 'dissent')
		.map((row) => {
			const marks = marksInWords(row).join(', ');
			return marks === '' || !isNamed || row.role === 'missing'
				? marks
				: `${nameOf(row.role, request)}: ${marks}`;
		});
	return [...own, ...others];
}

const hasDetail = ({ detail = '' }: ChartRow) => detail !== '';

const listed = (texts: readonly string[]) => texts.filter((text) => text !== '').join('; ');
