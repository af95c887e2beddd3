import { describe, expect, test } from 'vitest';
import {
	behindMs,
	clockText,
	type Plan,
	type PlannedSlide,
	planTalk,
} from '../../src/present/client/pace.js';

const slides = [
	{ section: 'Opening', words: 0 },
	{ section: 'Benchmarks', words: 46 },
	{ section: 'Benchmarks', words: 46 },
	{ section: 'Close', words: 0 },
];

function planned(of: readonly PlannedSlide[], minutes: number): Plan {
	const plan = planTalk(of, minutes);
	if (plan === undefined) throw new Error('nothing is planned');
	return plan;
}

describe('a plan', () => {
	const plan = planned(slides, 2);

	test('gives time by how much there is to say, and all of it', () => {
		expect(plan.starts.map(Math.round)).toEqual([0, 20_000, 60_000, 100_000, 120_000]);
	});

	test('joins neighbours with one kicker into a section', () => {
		expect(plan.sections.map(({ title, from, to, ms }) => [title, from, to, Math.round(ms)])).toEqual([
			['Opening', 0, 1, 20_000],
			['Benchmarks', 1, 3, 80_000],
			['Close', 3, 4, 20_000],
		]);
	});

	test.each([
		[0, 5_000, 0],
		[0, 25_000, 5_000],
		[1, 10_000, -10_000],
		[3, 130_000, 10_000],
	])('slide %i after %i ms is %i ms behind', (slide, elapsed, behind) => {
		expect(Math.round(behindMs(plan, slide, elapsed))).toBe(behind);
	});
});

describe('minutes of single slides', () => {
	const seconds = (minutes: readonly (number | undefined)[], total: number) => {
		const given = slides.map((slide, index) =>
			minutes[index] === undefined ? slide : { ...slide, minutes: minutes[index] },
		);
		const { starts } = planned(given, total);
		return starts.slice(1).map((start, index) => Math.round((start - (starts[index] ?? 0)) / 1_000));
	};
	const none = undefined;

	test.each([
		['stay as they are, and the others share the rest', [1, none, none, none], 2, [60, 24, 24, 12]],
		['make a plan without a length of the talk', [1, none, none, none], 0, [60, 40, 40, 20]],
		['may leave time over', [0.5, 0.5, 0.5, 0.5], 3, [30, 30, 30, 30]],
		['give way, all of them, where they are too many', [2, 2, 2, 2], 4, [60, 60, 60, 60]],
		[
			'take nothing from a slide without them when they are too many',
			[2, none, none, 1],
			2,
			[55, 18, 18, 28],
		],
	])('%s', (_what, minutes, total, expected) => {
		expect(seconds(minutes, total)).toEqual(expected);
	});

	test.each([
		[5, 60_000],
		[6, 0],
		[0, 0],
	])('a talk of %i minutes is too short for a slide of 6 by %i ms', (minutes, ms) => {
		const deck = [{ section: 'A', words: 0, minutes: 6 }, ...slides];
		expect(planned(deck, minutes).shortMs).toBe(ms);
	});

	test('the countdown runs to the length of the talk, even where slides take less', () => {
		expect(planned([{ section: 'A', words: 0, minutes: 1 }], 3).totalMs).toBe(180_000);
	});

	test('there is no plan where nobody planned anything', () => {
		expect(planTalk(slides, 0)).toBeUndefined();
	});
});

test.each([
	[0, '0:00'],
	[65_900, '1:05'],
	[179_999.999_999, '3:00'],
	[-65_000, '1:05'],
	[3_729_000, '1:02:09'],
])('%i ms reads %s', (ms, text) => {
	expect(clockText(ms)).toBe(text);
});
