import { expect, test } from 'vitest';
import type { Print } from '../../src/model/deck.js';
import { checkSameValues, type PrintedDeck } from '../../src/story/same-values.js';

const print = (text: string, key?: string): Print => ({
	...(key === undefined ? {} : { key }),
	about: 'Sums',
	text,
	claims: ['sums/atlas-2#1'],
	isNote: false,
});

const SUMS = 'value sums/atlas-2';
const GAIN = 'difference sums/atlas-2 sums/atlas-1';

const deck = (name: string, ...prints: readonly Print[]): PrintedDeck => ({
	name,
	slides: [{ name: 'gains', prints, labels: [] }],
});

test.each([
	['with and without the unit', SUMS, '77.3%', '77.3'],
	['with and without the sign', GAIN, '+26.5', '26.5 points'],
	['a fall', GAIN, '−7.3', '7.3 points'],
	['one point', GAIN, '1', '1 point'],
	['dollars', SUMS, '$10 million', '10 million'],
	['a qualifier', SUMS, 'about 72%', 'about 72'],
	['a span of days', SUMS, '12–13 Feb 2026', '12–13 Feb 2026'],
])('%s: one value', (_, key, one, other) => {
	expect(checkSameValues([deck('brief', print(one, key)), deck('deep-dive', print(other, key))])).toEqual([]);
});

test.each([
	['another digit', '77.3%', '77.4%'],
	['other rounding', '77.3%', '77%'],
	['a qualifier that was lost', 'about 72%', '72%'],
	['another scale', '10 million', '10 billion'],
	['another month', '12 Feb 2026', '12 Mar 2026'],
])('%s: two values', (_, one, other) => {
	const found = checkSameValues([deck('brief', print(one, SUMS)), deck('deep-dive', print(other, SUMS))]);
	expect(found).toEqual([
		{
			code: 'MB341',
			args: {
				about: 'Sums',
				values: `“${one}” on slide 1 (gains) of brief; “${other}” on slide 1 (gains) of deep-dive`,
			},
		},
	]);
});

test('a chart must write the value beside its mark as the texts print it', () => {
	const chart: PrintedDeck = {
		name: 'deep-dive',
		slides: [{ name: 'benchmark', prints: [], labels: [{ key: SUMS, about: 'Sums', text: '77.4' }] }],
	};
	expect(checkSameValues([deck('brief', print('77.4%', SUMS)), chart])).toEqual([]);
	expect(checkSameValues([deck('brief', print('77.3%', SUMS)), chart])).toMatchObject([
		{
			code: 'MB341',
			args: {
				values: '“77.3%” on slide 1 (gains) of brief; “77.4” in a chart on slide 1 (benchmark) of deep-dive',
			},
		},
	]);
});

test('two slides of one deck must agree as well', () => {
	expect(checkSameValues([deck('brief', print('77.3', SUMS), print('75.1', SUMS))])).toHaveLength(1);
});

test('a value is not compared with its range, its gain or with words about it', () => {
	const prints = [
		print('77.3', SUMS),
		print('75.1–77.3', 'range sums/atlas-2'),
		print('+13', GAIN),
		print('It sums.'),
	];
	expect(checkSameValues([deck('brief', ...prints)])).toEqual([]);
});
