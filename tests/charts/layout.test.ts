import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateTicks, mainStretch, parseDate } from '../../src/charts/layout/date-scale.js';
import { tickStep, ticksWithin, tickText } from '../../src/charts/layout/linear-scale.js';
import { placeLabels } from '../../src/charts/layout/place-labels.js';
import { shareHeight } from '../../src/charts/layout/row-heights.js';
import { wrapText } from '../../src/charts/layout/wrap-text.js';

const widthOf = (text: string): number => [...text].length;

describe('wrapText', () => {
	test.each([
		['one line that fits', 'Terminal-Bench 2.0', 20, ['Terminal-Bench 2.0']],
		['two even lines', 'a bb ccc dddd eeeee', 14, ['a bb ccc', 'dddd eeeee']],
		[
			'after a comma, where that fits',
			'Terminal-Bench 2.0, GPT-5.3-Codex',
			20,
			['Terminal-Bench 2.0,', 'GPT-5.3-Codex'],
		],
		['a word that is too long', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
		['nothing', '', 10, ['']],
	])('gives %s', (_, text, width, lines) => {
		expect(wrapText(text, width, widthOf)).toEqual(lines);
	});

	test('loses no character and keeps to the width', () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 80, unit: 'grapheme' }),
				fc.integer({ min: 3, max: 30 }),
				(text, width) => {
					const lines = wrapText(text, width, widthOf);
					expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
					expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
				},
			),
		);
	});
});

describe('ticks', () => {
	test.each([
		[0, 100, 5, '%', ['0%', '20%', '40%', '60%', '80%', '100%']],
		[37.4, 78.4, 5, '%', ['40%', '50%', '60%', '70%']],
		[-2.5, 15.3, 5, '', ['0', '5', '10', '15']],
		[-12, 3, 3, '', ['−10', '−5', '0']],
		[0, 0.9, 4, '', ['0.00', '0.25', '0.50', '0.75']],
		[0, 1_200_000, 3, '', ['0', '500,000', '1,000,000']],
		[0, 3, 5, ' s', ['0 s', '1 s', '2 s', '3 s']],
	])('from %d to %d in at most %i steps are round', (from, to, count, suffix, words) => {
		const step = tickStep(to - from, count);
		expect(ticksWithin([from, to], step).map((tick) => tickText(tick, step, suffix))).toEqual(words);
	});
});

describe('dates', () => {
	const span = (from: string, to = from) => ({ from: Date.parse(from), to: Date.parse(to) });

	test.each([
		['2026-02-05', '2026-02-05', '2026-02-05'],
		['2026-02', '2026-02-01', '2026-02-28'],
		['2024', '2024-01-01', '2024-12-31'],
	])('read %s as %s to %s', (text, from, to) => {
		expect(parseDate(text)).toEqual(span(from, to));
	});

	test.each(['5 Feb 2026', '', '2026-2-5', '2026-02-05T10:00'])('do not read “%s”', (text) => {
		expect(parseDate(text)).toBeUndefined();
	});

	test.each([
		['a year before a fortnight', ['2023-12-18', '2026-02-05', '2026-02-16'], '2026-02-05', '2026-02-16'],
		['a year after it', ['2026-02-05', '2026-02-16', '2028-01-01'], '2026-02-05', '2026-02-16'],
		[
			'days on both sides',
			['2020-01-01', '2026-02-05', '2026-02-09', '2026-02-16', '2030-01-01'],
			'2026-02-05',
			'2026-02-16',
		],
		[
			'nothing when the dates are evenly spread',
			['2024-01-01', '2025-01-01', '2026-01-01'],
			'2024-01-01',
			'2026-01-01',
		],
		[
			'nothing within some weeks of a busy day',
			['2026-02-05', '2026-02-05', '2026-02-05', '2026-03-12'],
			'2026-02-05',
			'2026-03-12',
		],
		['nothing when there are only two', ['2023-01-01', '2026-01-01'], '2023-01-01', '2026-01-01'],
	])('put %s beyond a break', (_, dates, from, to) => {
		expect(mainStretch(dates.map((date) => span(date)))).toEqual(span(from, to));
	});

	test.each([
		['2026-02-05', '2026-02-08', 6, ['5 Feb', '6 Feb', '7 Feb', '8 Feb']],
		['2026-02-05', '2026-02-16', 4, ['5 Feb', '8 Feb', '11 Feb', '14 Feb']],
		['2025-11-20', '2026-06-10', 4, ['Jan 2026', 'Apr 2026']],
		['2019-05-01', '2026-02-16', 5, ['2020', '2022', '2024', '2026']],
	])('from %s to %s have at most %i ticks', (from, to, count, words) => {
		expect(dateTicks(span(from, to), count).map(({ text }) => text)).toEqual(words);
	});
});

describe('shareHeight', () => {
	const half = (height: number) => ({ above: height / 2, below: height / 2 });

	test('makes rows equal when all fit', () => {
		expect(shareHeight([half(20), half(40)], 100).cells.map(({ height }) => height)).toEqual([50, 50]);
	});

	test('gives a row that needs more what it needs, and the rest alike', () => {
		expect(shareHeight([half(20), half(80), half(20)], 160).cells.map(({ height }) => height)).toEqual([
			40, 80, 40,
		]);
	});

	test('moves the centre line when one side needs more room', () => {
		expect(shareHeight([{ above: 45, below: 10 }], 60).cells[0]?.center).toBe(45);
	});

	test('says what is lacking', () => {
		expect(shareHeight([half(50), half(50)], 80).overflow).toBe(20);
	});
});

describe('placeLabels', () => {
	const box = (left: number, top = 0) => ({ left, right: left + 10, top, bottom: top + 10 });
	const limits = { left: 0, right: 100 };

	test('takes the ideal places when they are free', () => {
		const labels = [
			[
				{ box: box(0), cost: 0 },
				{ box: box(50), cost: 1 },
			],
			[
				{ box: box(20), cost: 0 },
				{ box: box(70), cost: 1 },
			],
		];
		expect(placeLabels(labels, [], limits)).toEqual({ chosen: [0, 0], collides: false });
	});

	test('moves the label whose second place is cheaper', () => {
		const labels = [
			[
				{ box: box(0), cost: 0 },
				{ box: box(50), cost: 9 },
			],
			[
				{ box: box(5), cost: 0 },
				{ box: box(70), cost: 2 },
			],
		];
		expect(placeLabels(labels, [], limits).chosen).toEqual([0, 1]);
	});

	test('avoids marks and the edges', () => {
		const labels = [
			[
				{ box: box(0), cost: 0 },
				{ box: box(95), cost: 1 },
				{ box: box(40), cost: 2 },
			],
		];
		expect(placeLabels(labels, [box(4)], limits).chosen).toEqual([2]);
	});

	test('says so when there is no free place', () => {
		expect(placeLabels([[{ box: box(0), cost: 0 }]], [box(2)], limits).collides).toBe(true);
	});
});
