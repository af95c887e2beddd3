// Reads 600 random tables back from the pixels of their charts. The scale is what the chart itself prints, its ticks and
// their grid lines, so that a chart whose axis and marks differ is found whatever the layout believed.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartRequest, ChartRow } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import {
	drawChart,
	engineering,
	executive,
	extentOf,
	marksOf,
	placeOf,
	printedScale,
} from './chart-world.js';
import { SAMPLES } from './sample-requests.js';

const RUNS = { numRuns: 100 };
const MOST_PX = 0.5;
const value = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 6 });
const theme = fc.constantFrom(executive, engineering);

function expectAt(found: number | undefined, wanted: number | undefined): void {
	if (wanted === undefined) return;
	expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(MOST_PX);
}

/** Rows stand below one another in the order that they are given. */
function expectInOrder(tags: readonly string[]): void {
	const tops = tags.map((tag) => placeOf(tag).y);
	expect(tops).toEqual([...tops].sort((a, b) => a - b));
}

describe('charts tell the truth', { timeout: 120_000 }, () => {
	test('bars start at one line, and are as long as their values', async () => {
		await fc.assert(
			fc.asyncProperty(some(value), theme, async (numbers, look) => {
				const rows = numbers.map((number, n) =>
					chartRow(`Model ${n}`, n, 'competitor', number, `${number} s`),
				);
				const { chart } = await drawChart({ ...SAMPLES.bars, rows }, look);
				const bars = marksOf(chart.svg, 'others').map(extentOf);
				const zero = placeOf(marksOf(chart.svg, 'baseline')[0] ?? '').x;
				const longest = Math.max(...numbers);
				const widest = Math.max(...bars.map(({ width }) => width));
				expect(bars).toHaveLength(numbers.length);
				numbers.forEach((number, n) => {
					expectAt(bars[n]?.left, zero);
					expectAt(bars[n]?.width, longest === 0 ? 0 : (number / longest) * widest);
				});
			}),
			RUNS,
		);
	});

	test('a comparison has its dots and its intervals where the axis says', async () => {
		const ranged = fc.tuple(
			value,
			fc.integer({ min: 5, max: 80 }).map((tenths) => tenths / 10),
		);
		await fc.assert(
			fc.asyncProperty(some(ranged), theme, async (pairs, look) => {
				const rows = pairs.map(([number, reach], n) =>
					chartRow(`Model ${n}`, n, 'competitor', number, `${number}`, {
						low: number - reach,
						high: number + reach,
					}),
				);
				const { chart } = await drawChart({ ...SAMPLES.comparison, rows }, look);
				const scale = printedScale(chart.svg);
				const dots = marksOf(chart.svg, 'competitor');
				const intervals = marksOf(chart.svg, 'interval').map(extentOf);
				expect(dots).toHaveLength(pairs.length);
				expect(intervals).toHaveLength(pairs.length);
				expectInOrder(dots);
				pairs.forEach(([number, reach], n) => {
					expectAt(placeOf(dots[n] ?? '').x, scale?.(number));
					const { left = 0, width = 0 } = intervals[n] ?? {};
					expectAt(Math.min(left, left + width), scale?.(number - reach));
					expectAt(Math.max(left, left + width), scale?.(number + reach));
				});
			}),
			RUNS,
		);
	});

	test('a gain has both of its marks where the axis says', async () => {
		await fc.assert(
			fc.asyncProperty(some(fc.tuple(value, value)), theme, async (pairs, look) => {
				const rows = pairs.flatMap(([before, now], n): ChartRow[] => [
					chartRow(`Benchmark ${n}`, n, 'predecessor', before, `${before}`),
					chartRow(`Benchmark ${n}`, n, 'subject', now, `${now}`, { detail: `${now - before}` }),
				]);
				const { chart } = await drawChart({ ...SAMPLES.gains, rows }, look);
				const scale = printedScale(chart.svg);
				const marks = ['predecessor', 'subject'].map((role) => marksOf(chart.svg, role));
				pairs.forEach((pair, n) => {
					for (const side of [0, 1]) expectAt(placeOf(marks[side]?.[n] ?? '').x, scale?.(pair[side] ?? 0));
				});
			}),
			RUNS,
		);
	});

	test('bars beside people start at zero and end where the axis says, and so does the line of people', async () => {
		const triple = fc.tuple(value, value, value);
		await fc.assert(
			fc.asyncProperty(some(triple), theme, async (triples, look) => {
				const rows = triples.flatMap(([now, before, people], n): ChartRow[] => [
					chartRow(`Benchmark ${n}`, n, 'subject', now, `${now}`),
					chartRow(`Benchmark ${n}`, n, 'predecessor', before, `${before}`),
					chartRow(`Benchmark ${n}`, n, 'human', people, `people ${people}`),
				]);
				const { chart } = await drawChart({ ...SAMPLES['human-baseline'], rows }, look);
				const scale = printedScale(chart.svg);
				const [now, before] = ['subject', 'others'].map((role) => marksOf(chart.svg, role).map(extentOf));
				const people = marksOf(chart.svg, 'human');
				triples.forEach((triple, n) => {
					for (const [side, bars] of [now, before].entries()) {
						expectAt(bars?.[n]?.left, scale?.(0));
						expectAt((bars?.[n]?.left ?? 0) + (bars?.[n]?.width ?? 0), scale?.(triple[side] ?? 0));
					}
					expectAt(placeOf(people[n] ?? '').x, scale?.(triple[2]));
				});
				expectInOrder(people);
			}),
			RUNS,
		);
	});

	test('a disagreement has every claim as far from the headline as it is', async () => {
		await fc.assert(
			fc.asyncProperty(some(fc.tuple(value, value)), theme, async (pairs, look) => {
				const rows = pairs.flatMap(([said, other], n): ChartRow[] => [
					chartRow(`Topic ${n}`, n, 'subject', said, `${said}`, { contested: true, detail: 'A' }),
					chartRow(`Topic ${n}`, n, 'dissent', other, `${other}`, { contested: true, detail: 'B' }),
				]);
				const { chart } = await drawChart({ ...SAMPLES.disagreement, rows }, look);
				const scale = printedScale(chart.svg);
				const headlines = marksOf(chart.svg, 'headline');
				const dissent = marksOf(chart.svg, 'dissent');
				pairs.forEach(([said, other], n) => {
					expectAt(placeOf(headlines[n] ?? '').x, scale?.(0));
					expectAt(placeOf(dissent[n] ?? '').x, scale?.(other - said));
				});
				expectInOrder(headlines);
			}),
			RUNS,
		);
	});

	// Its ticks name months and days, so that the scale is taken from the first and the last event.
	test('a timeline has its events as far apart as their dates', async () => {
		const gaps = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 7 });
		await fc.assert(
			fc.asyncProperty(gaps, theme, async (steps, look) => {
				const days = [0, ...steps].map((_, n) => steps.slice(0, n).reduce((sum, step) => sum + step, 0));
				const rows = days.map((day, n) => {
					const date = new Date(Date.UTC(2026, 1, 1 + day)).toISOString().slice(0, 10);
					return chartRow(`Event ${n}`, n, 'event', date, date);
				});
				const request: ChartRequest = { ...SAMPLES.timeline, rows };
				const { chart } = await drawChart(request, look);
				const dots = marksOf(chart.svg, 'event');
				const places = dots.map((tag) => placeOf(tag).x);
				expect(places).toHaveLength(days.length);
				expectInOrder(dots);
				const [left = 0, right = 0, total = 1] = [places[0], places.at(-1), days.at(-1)];
				days.forEach((day, n) => {
					expectAt(places[n], left + (day / total) * (right - left));
				});
			}),
			RUNS,
		);
	});

	test('a day somewhere in a span is an open outline, a known day a solid dot', async () => {
		const rows = [
			chartRow('Known', 0, 'event', '2026-02-01', '1 Feb 2026'),
			chartRow('Some day', 1, 'event', '2026-03-01', 'Mar 2026', { low: '2026-03-01', high: '2026-03-31' }),
		];
		const { chart } = await drawChart({ ...SAMPLES.timeline, rows }, executive);
		expect(marksOf(chart.svg, 'event')).toHaveLength(1);
		const [span = ''] = marksOf(chart.svg, 'span');
		expect(span).toContain('stroke-dasharray');
	});
});
