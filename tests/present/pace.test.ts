import { describe, expect, test } from 'vitest';
import { behindMs, clockText, planTalk } from '../../src/present/client/pace.js';

const slides = [
	{ section: 'Opening', words: 0 },
	{ section: 'Benchmarks', words: 46 },
	{ section: 'Benchmarks', words: 46 },
	{ section: 'Close', words: 0 },
];

describe('a plan', () => {
	const plan = planTalk(slides, 2);

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

test.each([
	[0, '0:00'],
	[65_900, '1:05'],
	[-65_000, '1:05'],
	[3_729_000, '1:02:09'],
])('%i ms reads %s', (ms, text) => {
	expect(clockText(ms)).toBe(text);
});
