import { expect, test } from 'vitest';
import { sizesIn } from '../../src/inspect/sizes-in-words.js';

test.each([
	['It is three times as fast.', 'three times'],
	['It is twice as fast.', 'twice'],
	['It costs half.', 'half'],
	['The errors halve.', 'halve'],
	['Halving the wait helps.', 'Halving'],
	['It was tripled.', 'tripled'],
	['Prices are doubling.', 'doubling'],
	['A dozen teams use it.', 'dozen'],
	['Thousands of cases ran.', 'Thousands'],
	['It saves ten percent.', 'ten percent'],
	['It saves ten per cent.', 'ten per cent'],
	['It lost by one percentage point.', 'one percentage point'],
	['It waits one second.', 'one second'],
	['Ninety-five percent pass.', 'Ninety-five percent'],
	['Fifteen points ahead.', 'Fifteen points'],
	['An eleven-point lead.', 'eleven-point'],
	['Try it for six weeks.', 'six weeks'],
	['Two-thirds pass.', 'Two-thirds'],
	['A third of the tests fail.', 'A third'],
	['It is a quarter faster.', 'a quarter'],
	['It fell by a tenth.', 'by a tenth'],
	['Nine in ten pass.', 'Nine in ten'],
	['It solves two out of three.', 'two out of three'],
	['A tenfold gain.', 'tenfold'],
	['An order of magnitude cheaper.', 'order of magnitude'],
	['Double-digit growth.', 'Double-digit'],
	['It made zero mistakes.', 'zero'],
	['Five documents say so.', 'Five documents'],
	['Three independent sources agree.', 'Three independent sources'],
	['It says so in four other articles.', 'four other articles'],
])('%s has a size: %s', (text, found) => {
	expect(sizesIn(text).map((one) => one.found)).toContain(found);
	expect(sizesIn(text)).toHaveLength(1);
});

test.each([
	'Two things matter, one of them first.',
	'There are three reasons to wait.',
	'One document says so, the other denies it.',
	'First, second and third.',
	'A third party measured it.',
	'A third document disagrees.',
	'Think twice, and check it twice.',
	'Double-check what it writes.',
	'A half-finished product.',
	'On behalf of both.',
	'One day it will be clear.',
	'At one point it failed.',
	'One time more.',
	'The bars start at zero.',
	'A zero-day in a zero-shot test.',
	'Several times, and a few more.',
	'Many, most, some and none.',
	'The two scores differ.',
	'A double-blind study.',
	'The last quarter was good.',
])('%s has none', (text) => {
	expect(sizesIn(text)).toEqual([]);
});
