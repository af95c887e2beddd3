// Random tables in every form with rows: names and labels are printed whole, in the order asked for, on an axis of one
// unit, and every range that the evidence gives is drawn from its one end to its other.

import fc from 'fast-check';
import { expect, test } from 'vitest';
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

const FORMS = ['bars', 'comparison', 'gains', 'human-baseline'] as const;
const RUNS = { numRuns: 100 };
const MOST_PX = 0.5;

const given = fc.record({
	name: fc.constantFrom(
		'Bench',
		'A long name of a benchmark with many words',
		'Terminal-Bench 2.0, GPT-5.3-Codex',
	),
	value: fc.integer({ min: 100, max: 900 }).map((tenths) => tenths / 10),
	reach: fc.integer({ min: 5, max: 80 }).map((tenths) => tenths / 10),
});
const table = fc.record({
	rows: fc
		.array(given, { minLength: 2, maxLength: 5 })
		.chain((rows) =>
			fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
		),
	look: fc.constantFrom(executive, engineering),
});

/** Rows come in any sequence; `order` says where they stand. */
function requestOf(
	form: (typeof FORMS)[number],
	[rows, orders]: readonly [readonly Given[], readonly number[]],
) {
	const made = rows.map(({ name, value, reach }, index): ChartRow => {
		const order = orders[index] ?? 0;
		return chartRow(`${name} ${order}`, order, 'subject', value, `${value}`, {
			low: value - reach,
			high: value + reach,
		});
	});
	const { domain: _, ...sample } = SAMPLES[form];
	return { ...sample, height: 640, rows: made } satisfies ChartRequest;
}

interface Given {
	readonly name: string;
	readonly value: number;
	readonly reach: number;
}

/** All texts that were drawn, with their tops. */
function printed(svg: string): readonly { readonly text: string; readonly y: number }[] {
	return [...svg.matchAll(/(<text[^>]*>)([^<]*)<\/text>/g)].map(([, tag = '', text = '']) => ({
		text: text.replaceAll(/\s/g, ''),
		y: placeOf(tag).y,
	}));
}

test.each(FORMS)(
	'%s: names and labels are whole, rows in their order, ticks in one unit, ranges from end to end',
	{ timeout: 120_000 },
	(form) =>
		fc.assert(
			fc.asyncProperty(table, async ({ rows, look }) => {
				const request = requestOf(form, rows);
				const { chart } = await drawChart(request, look);
				expectWholeWords(request, chart.svg);
				expectOrder(request, chart.svg);
				expectOneUnit(request, chart.svg);
				expectRanges(request, chart.svg);
			}),
			RUNS,
		),
);

function expectWholeWords({ rows }: ChartRequest, svg: string): void {
	const all = printed(svg).map(({ text }) => text);
	expect(all.join('')).not.toMatch(/…|\.\.\./);
	for (const { item, label } of rows) {
		expect(all.join('')).toContain(item.replaceAll(' ', ''));
		expect(all).toContain(label);
	}
}

function expectOrder({ rows }: ChartRequest, svg: string): void {
	const texts = printed(svg);
	const sorted = rows.toSorted((a, b) => a.order - b.order);
	const tops = sorted.map(({ item }) => texts.find(({ text }) => isNameEnd(text, item))?.y);
	expect(tops).not.toContain(undefined);
	expect(tops).toEqual(tops.toSorted((a = 0, b = 0) => a - b));
}

function expectOneUnit({ unitSuffix }: ChartRequest, svg: string): void {
	const group = /axis_labels_marks">(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
	for (const { text } of printed(group)) expect(text).toMatch(new RegExp(`^[−\\d.,]+${unitSuffix.trim()}$`));
}

function expectRanges({ rows }: ChartRequest, svg: string): void {
	const scale = printedScale(svg);
	const drawn = marksOf(svg, 'interval-subject').toSorted((a, b) => placeOf(a).y - placeOf(b).y);
	expect(drawn).toHaveLength(rows.length);
	if (scale === undefined) return;
	const ends = drawn.map(extentOf).map(({ left, width }) => [left, left + width].toSorted((a, b) => a - b));
	const wanted = rows
		.toSorted((a, b) => a.order - b.order)
		.map(({ low, high }) => [scale(Number(low)), scale(Number(high))]);
	for (const [index, pair] of wanted.entries())
		for (const side of [0, 1])
			expect(Math.abs((ends[index]?.[side] ?? Number.NaN) - (pair[side] ?? 0))).toBeLessThan(MOST_PX);
}

/** The last line of a name has its number; values have a point or stand alone. */
const isNameEnd = (text: string, item: string) =>
	/\p{L}/u.test(text) && item.replaceAll(' ', '').endsWith(text);
