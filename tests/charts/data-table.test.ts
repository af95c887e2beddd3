// The words and the table that stand for a chart: what they print is what the rows print, neither more nor less.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { altText, chartInWords } from '../../src/charts/alt-text.js';
import { dataTable } from '../../src/charts/data-table.js';
import type { ChartRequest, ChartRole, ChartRow } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import { FORMS, SAMPLES } from './sample-requests.js';

const numerals = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted();

const flat = (request: ChartRequest) => dataTable(request).rows.flat().join(' | ');

/** Each item is printed once, each label and each detail once a row. */
function printedBy({ rows }: ChartRequest): readonly string[] {
	const items = [...new Set(rows.map(({ item }) => item))];
	return numerals([...items, ...rows.flatMap(({ label, detail = '' }) => [label, detail])].join(' | '));
}

describe('dataTable', () => {
	test('has a column for each generation, and says what is missing, estimated and contested', () => {
		expect(dataTable(SAMPLES.gains)).toEqual({
			title: SAMPLES.gains.title,
			about: 'Percent of tasks solved.',
			columns: ['Benchmark', 'GPT-5.2-Codex', 'GPT-5.3-Codex', 'People', 'Gain, points', 'Remarks'],
			rows: [
				['OSWorld-Verified', '38.2', '64.7', 'about 72', '+26.5', 'People: estimated'],
				[
					'Terminal-Bench 2.0',
					'64.0',
					'77.3',
					'not reported',
					'+13.3',
					'GPT-5.3-Codex: sources disagree; Latest AI says 75.1',
				],
				['Cybersecurity CTF', '67.4', '77.6', 'not reported', '+10.2', ''],
				['SWE-Bench Pro', '56.4', '56.8', 'not reported', '+0.4', ''],
			],
		});
	});

	test('has one column of values where a role is only a colour', () => {
		expect(dataTable(SAMPLES.bars)).toMatchObject({
			about: 'Seconds per task; lower is better.',
			columns: ['Item', 'Value', 'Remarks'],
			rows: [
				['GPT-5.3-Codex', '41.5 s', ''],
				['GPT-5.2-Codex', '55 s', ''],
				['Claude Opus 4.6', 'about 62 s', 'estimated'],
				['GPT-5.2', 'not reported', ''],
			],
		});
	});

	test('leaves out a column in which nothing stands', () => {
		const rows = [chartRow('Release', 0, 'event', '2026-02-05', '5 Feb 2026')];
		expect(dataTable({ ...SAMPLES.timeline, rows }).columns).toEqual(['Event', 'Date']);
	});

	test.each(FORMS)('of %s has as many cells in each row as heads', (form) => {
		const { columns, rows } = dataTable(SAMPLES[form]);
		for (const row of rows) expect(row).toHaveLength(columns.length);
	});
});

const role = fc.constantFrom<ChartRole>(
	'subject',
	'predecessor',
	'variant',
	'competitor',
	'human',
	'dissent',
);
const value = fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10);
const given = fc.record({
	role,
	value,
	isContested: fc.boolean(),
	estimated: fc.boolean(),
	qualifier: fc.constantFrom('', 'about ', 'up to '),
	detail: fc.option(value, { nil: undefined }),
});
const missing = fc.constant(null);
const items = fc.array(
	fc.array(fc.oneof({ weight: 4, arbitrary: given }, { arbitrary: missing, weight: 1 }), {
		minLength: 1,
		maxLength: 4,
	}),
	{
		minLength: 1,
		maxLength: 6,
	},
);

const request = fc.tuple(fc.constantFrom(...FORMS), items).map(([form, groups]): ChartRequest => {
	const rows = groups.flatMap((group, order) =>
		group.map((cell): ChartRow => {
			const item = `Item ${order}`;
			if (cell === null) return chartRow(item, order, 'missing', null, 'not reported');
			return chartRow(item, order, cell.role, cell.value, `${cell.qualifier}${cell.value}`, {
				contested: cell.isContested,
				estimated: cell.estimated,
				...(cell.detail === undefined ? {} : { detail: `+${cell.detail}` }),
			});
		}),
	);
	return { ...SAMPLES[form], title: 'A chart', unit: 'percent', roleNames: {}, rows };
});

describe('for 600 random tables', () => {
	const RUNS = { numRuns: 600 };

	test('alternative text, notes and data table have the numerals of the rows, each as often', () => {
		fc.assert(
			fc.property(request, (asked) => {
				const expected = printedBy(asked);
				expect(numerals(altText(asked))).toEqual(expected);
				expect(numerals(chartInWords(asked).lines.join(' | '))).toEqual(expected);
				expect(numerals(flat(asked))).toEqual(expected);
			}),
			RUNS,
		);
	});

	test('all three say which values are missing, estimated and contested', () => {
		fc.assert(
			fc.property(request, (asked) => {
				const texts = [altText(asked), chartInWords(asked).lines.join(' '), flat(asked)];
				const shown = asked.rows.filter(({ role: own }) => own !== 'dissent');
				for (const text of texts) {
					expect(text.includes('estimated')).toBe(asked.rows.some(({ estimated }) => estimated));
					expect(text.includes('sources disagree')).toBe(shown.some(({ contested }) => contested));
					if (asked.rows.some(({ role: own }) => own === 'missing')) expect(text).toContain('not reported');
				}
			}),
			RUNS,
		);
	});
});
