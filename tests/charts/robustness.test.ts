import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartRow } from '../../src/model/chart.js';
import { drawChart, engineering, executive } from './chart-world.js';
import { FORMS, SAMPLES } from './sample-requests.js';

const number = fc.oneof(fc.double({ min: -1e6, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 100 }));
const words = fc.string({ maxLength: 30, unit: 'grapheme' });
const valueRow = fc.record({
	item: fc.constantFrom('A', 'B', 'A rather long name of a benchmark', 'D'),
	order: fc.integer({ min: 0, max: 3 }),
	role: fc.constantFrom('subject', 'predecessor', 'human', 'dissent'),
	value: fc.oneof(number, fc.constant(null)),
	label: words.map((text) => `${text}x`),
	detail: words,
	contested: fc.boolean(),
	estimated: fc.boolean(),
});
const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const eventRow = fc.record({
	item: words.map((text) => `${text}x`),
	order: fc.integer({ min: 0, max: 20 }),
	role: fc.constantFrom('event', 'subject'),
	value: fc.oneof(day, fc.constant(null)),
	label: words.map((text) => `${text}x`),
	contested: fc.boolean(),
	estimated: fc.boolean(),
});

test.each(FORMS)(
	'any rows make a %s chart that shows all of them',
	async (form) => {
		const row: fc.Arbitrary<ChartRow> =
			form === 'timeline' ? (eventRow as fc.Arbitrary<ChartRow>) : (valueRow as fc.Arbitrary<ChartRow>);
		await fc.assert(
			fc.asyncProperty(fc.array(row, { maxLength: 9 }), fc.boolean(), async (rows, isDense) => {
				const { domain: _, ...sample } = SAMPLES[form];
				const { chart, diagnostics } = await drawChart(
					{ ...sample, rows },
					isDense ? engineering : executive,
				);
				// Too much for the box is the only thing that may be wrong.
				expect(diagnostics.filter(({ code }) => code !== 'MB314')).toEqual([]);
				expect(chart.svg).not.toMatch(/NaN|undefined|Infinity/);
			}),
			{ numRuns: 25 },
		);
	},
	30_000,
);
