// Random tables of what is awkward to draw: tiny, huge and negative values, ranges with and without a value, rows of which
// nothing is known, and units of which less is better. Read back from the pixels, by the ticks that the chart prints.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartRow } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import {
	drawChart,
	engineering,
	executive,
	extentOf,
	marksOf,
	placeOf,
	printedScale,
	textsOf,
} from './chart-world.js';
import { SAMPLES } from './sample-requests.js';

const MOST_PX = 0.5;
const MISSING = 'not reported';
const kind = fc.constantFrom('point', 'point in a range', 'range', 'missing');
const mantissa = fc.integer({ min: -999, max: 999 });
const table = fc.record({
	rows: fc.array(fc.tuple(kind, mantissa, fc.integer({ min: 1, max: 300 })), { minLength: 2, maxLength: 5 }),
	exponent: fc.integer({ min: -9, max: 9 }),
	better: fc.constantFrom('higher', 'lower'),
	unitSuffix: fc.constantFrom('%', ' ms', ''),
	look: fc.constantFrom(executive, engineering),
});

function rowOf(
	[what, digits, reach]: readonly [string, number, number],
	order: number,
	exponent: number,
): ChartRow {
	const name = `Model ${'abcde'.charAt(order)}`;
	// By its decimal digits, as a number in a file is.
	const number = (mantissa: number) => Number(`${mantissa}e${exponent}`);
	const range = { low: number(digits - reach), high: number(digits + reach) };
	if (what === 'missing') return chartRow(name, order, 'missing', null, MISSING);
	if (what === 'point') return chartRow(name, order, 'subject', number(digits), 'x');
	return chartRow(name, order, 'subject', what === 'range' ? null : number(digits), 'x', range);
}

function expectAt(found: number | undefined, wanted: number): void {
	expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(MOST_PX);
}

const ends = (tag: string): readonly [number, number] => {
	const { left, width } = extentOf(tag);
	return width < 0 ? [left + width, left] : [left, left + width];
};

test.each(['comparison', 'gains', 'human-baseline', 'bars'] as const)(
	'%s: every value stands where it is, every range reaches from end to end, and what is missing is said',
	{ timeout: 120_000 },
	async (form) => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(table, async ({ rows: given, exponent, look, ...more }) => {
				const rows = given.map((one, order) => rowOf(one, order, exponent));
				const { domain: _, ...sample } = SAMPLES[form];
				const { chart } = await drawChart({ ...sample, ...more, rows }, look);
				const marks = marksOf(chart.svg, 'subject');
				const intervals = marksOf(chart.svg, 'interval-subject').map(ends);
				const missing = rows.filter(({ role }) => role === 'missing');
				expect(textsOf(chart.svg).filter((text) => text === MISSING)).toHaveLength(missing.length);
				const ranges = rows.filter(({ low }) => low !== undefined);
				expect(intervals).toHaveLength(ranges.length);
				// A bar of a range ends at its lower end, which nobody doubts; no dot is drawn in the middle of one.
				const hasBars = form === 'bars' || form === 'human-baseline';
				const points = rows.flatMap(({ value, low }) => value ?? (hasBars ? (low ?? []) : [])) as number[];
				expect(marks).toHaveLength(points.length);
				const scale = form === 'bars' ? scaleOfBars(chart.svg, points) : printedScale(chart.svg);
				if (scale === undefined) return;
				read += 1;
				points.forEach((point, n) => {
					const mark = marks[n] ?? '';
					const [left, right] = hasBars ? ends(mark) : [placeOf(mark).x, placeOf(mark).x];
					expectAt(left, scale(hasBars ? Math.min(0, point) : point));
					expectAt(right, scale(hasBars ? Math.max(0, point) : point));
				});
				ranges.forEach(({ low, high }, n) => {
					expectAt(intervals[n]?.[0], scale(Number(low)));
					expectAt(intervals[n]?.[1], scale(Number(high)));
				});
			}),
			{ numRuns: 100 },
		);
		expect(read).toBeGreaterThan(70);
	},
);

/** They print no ticks: the longest one has the length of its value. */
function scaleOfBars(svg: string, values: readonly number[]): ((at: number) => number) | undefined {
	const zero = placeOf(marksOf(svg, 'baseline')[0] ?? '').x;
	const longest = values.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0];
	if (longest === undefined || longest === 0) return undefined;
	const [left, right] = ends(marksOf(svg, 'subject')[values.indexOf(longest)] ?? '');
	return (at) => zero + ((longest < 0 ? left - zero : right - zero) / longest) * at;
}
