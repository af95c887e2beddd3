import { describe, expect, test } from 'vitest';
import type { Qualifier, Unit, Value } from '../../src/model/evidence.js';
import { decimalsOf, roundHalfUp } from '../../src/model/numbers.js';
import {
	formatDates,
	formatDifference,
	formatNumber,
	formatValue,
	withoutUnit,
} from '../../src/story/format.js';
import { date, notReported, number, range, says, words, written } from '../reconcile/make-evidence.js';

const en = { language: 'en' };

describe('a value with its unit', () => {
	test.each<readonly [Value, Unit, string]>([
		[number(77.3), 'percent', '77.3%'],
		[number(150), 'percent-change', '150%'],
		[number(26.5), 'points', '26.5 points'],
		[number(1), 'points', '1 point'],
		[number(2.5), 'times', '2.5×'],
		[number(41), 'count', '41'],
		[number(400000), 'tokens', '400,000 tokens'],
		[number(1), 'tokens', '1 token'],
		[number(1000), 'tokens-per-second', '1,000 tokens/s'],
		[number(0.4), 'seconds', '0.4 s'],
		[number(5), 'minutes', '5 min'],
		[number(6), 'hours', '6 h'],
		[number(1), 'days', '1 day'],
		[number(3), 'years', '3 years'],
		[number(10_000_000), 'usd', '$10 million'],
		[number(1_500_000), 'usd', '$1.5 million'],
		[written('47.0'), 'percent', '47.0%'],
		[written('77.30'), 'percent', '77.30%'],
		[range(38.25, 47), 'percent', '38.25–47%'],
		[number(0.5), 'usd', '$0.50'],
		[number(2), 'usd', '$2'],
		[number(-2), 'usd', '−$2'],
		[number(0.125), 'usd', '$0.125'],
		[number(0.00000025), 'usd', '$0.00000025'],
		[range(0.5, 1), 'usd', '$0.50–1.00'],
		[number(2.3), 'gigabytes', '2.3 GB'],
		[number(1450), 'elo', '1,450 Elo'],
		[range(65.4, 69.9), 'percent', '65.4–69.9%'],
		[range(1, 2), 'usd', '$1–2'],
		[range(0.4, 0.7), 'seconds', '0.4–0.7 s'],
		[date('2026-02-12', '2026-02-13'), 'date', '12–13 Feb 2026'],
		[words('hours earlier'), 'date', 'hours earlier'],
		[says(true), 'text', 'yes'],
		[says(false), 'text', 'no'],
		[notReported, 'percent', 'not reported'],
	])('%o in %s is %s', (value, unit, text) => {
		expect(formatValue(value, unit, en)).toBe(text);
	});

	test('leaves the unit out where a table names it once', () => {
		expect(formatValue(number(77.3), 'percent', { ...en, bare: true })).toBe('77.3');
		expect(formatValue(range(1, 2), 'usd', { ...en, bare: true })).toBe('1–2');
	});
});

describe('qualifiers stand where a reader expects them', () => {
	test.each<readonly [Qualifier[], string]>([
		[[], '70%'],
		[['about'], 'about 70%'],
		[['over'], 'over 70%'],
		[['up to'], 'up to 70%'],
		[['at least'], 'at least 70%'],
		[['estimated'], '70% (est.)'],
		[['about', 'estimated'], 'about 70% (est.)'],
		[['estimated', 'about'], 'about 70% (est.)'],
	])('%j gives %s', (qualifiers, text) => {
		expect(formatValue(number(70), 'percent', { ...en, qualifiers })).toBe(text);
	});
});

describe('numbers', () => {
	test.each<readonly [number, string, number | undefined]>([
		[0, '0', undefined],
		[0, '0.0', 1],
		[77, '77.0', 1],
		[77.3, '77.3', undefined],
		[0.1 + 0.2, '0.3', undefined],
		[999_999, '999,999', undefined],
		[1_000_000, '1 million', undefined],
		[1_250_000, '1.25 million', undefined],
		[10_000_000_000, '10 billion', undefined],
		[2_000_000_000_000, '2 trillion', undefined],
		[-7.3, '−7.3', undefined],
		[-1_500_000, '−1.5 million', undefined],
	])('%d is %s', (value, text, decimals) => {
		expect(formatNumber(value, { ...en, ...(decimals !== undefined && { decimals }) })).toBe(text);
	});

	test.each([
		[26.5, 1, '+26.5'],
		[-7.3, 1, '−7.3'],
		[0, 1, '0.0'],
		[0.4, 1, '+0.4'],
		[12, 0, '+12'],
	])('the difference %d with %d decimals is %s', (value, decimals, text) => {
		expect(formatDifference(value, decimals, 'en')).toBe(text);
	});

	test.each([
		[2.675, 2, 2.68],
		[1.005, 2, 1.01],
		[-2.5, 0, -3],
		[77.3, 0, 77],
		[0.00000025, 7, 0.0000003],
	])('%d rounded to %d decimals is %d, as it is written', (value, decimals, rounded) => {
		expect(roundHalfUp(value, decimals)).toBe(rounded);
	});

	test.each([
		[77, 0],
		[77.3, 1],
		[0.25, 2],
		[-1.5, 1],
		[0.00000025, 8],
		[1e21, 0],
	])('%d has %d decimals', (value, decimals) => {
		expect(decimalsOf(value)).toBe(decimals);
	});
});

describe('dates', () => {
	test.each([
		['2026-02-05', '2026-02-05', '5 Feb 2026'],
		['2026-02', '2026-02', 'Feb 2026'],
		['2026-09', '2026-09', 'Sep 2026'],
		['2023', '2023', '2023'],
		['2026-02-12', '2026-02-13', '12–13 Feb 2026'],
		['2026-01-30', '2026-02-02', '30 Jan 2026 – 2 Feb 2026'],
		['2026-01', '2026-02', 'Jan 2026 – Feb 2026'],
		['2025', '2026', '2025 – 2026'],
		['2026-12-31', '2026-12-31', '31 Dec 2026'],
		['2024-02-29', '2024-02-29', '29 Feb 2024'],
	])('%s to %s is %s', (from, to, text) => {
		expect(formatDates(from, to, 'en')).toBe(text);
	});

	test('in a language from right to left are isolated as a whole', () => {
		expect(formatDates('2026-04-20', '2026-04-24', 'he')).toMatch(
			/^\u206820–24 [^\u2066-\u2069]+ 2026\u2069$/,
		);
		expect(formatDates('2026-04-20', '2026-04-20', 'he')).toMatch(/^\u206820 [^\u2066-\u2069]+ 2026\u2069$/);
	});
});

test.each([
	['+26.5 points', '26.5'],
	['about −0.6', 'about 0.6'],
	['−4.8 to −3.1', '3.1–4.8'],
	['3.1–4.8 points', '3.1–4.8'],
	['+2.6 to +5.6 points', '2.6–5.6'],
	['−1 to +2', '−1 to +2'],
	['−6 to +1 points', '−6 to +1'],
	['−30 to −10%', '10–30'],
	['+1 Elo', '1'],
	['0.5 dollars', '0.5'],
	['$0.50', '0.50'],
])('%s without unit and sign is %s', (text, bare) => {
	expect(withoutUnit(text)).toBe(bare);
});
