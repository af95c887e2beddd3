import { expect, test } from 'vitest';
import type { Claim, Unit } from '../../src/model/evidence.js';
import type { Cause } from '../../src/model/finding.js';
import { causeOfDifference } from '../../src/reconcile/causes.js';
import { about, claim, date, denial, notReported, range, says, words, written } from './make-evidence.js';

type Row = readonly [what: string, left: Claim, right: Claim, cause: Cause, unit?: Unit];

const NUMBERS: readonly Row[] = [
	['the same number', claim(77.3), claim(77.3), 'agree'],
	['77.3 and 75.1', claim(77.3), claim(75.1), 'contradiction'],
	['a number and “about” it', claim(72), about(72, 'about'), 'agree'],
	['77 and 77.3', claim(77), claim(77.3), 'rounding'],
	['77.0 and 77.3', claim(written('77.0')), claim(77.3), 'contradiction'],
	['77.0 and 77.04', claim(written('77.0')), claim(77.04), 'rounding'],
	['77.0 and 77', claim(written('77.0')), claim(77), 'agree'],
	['78 and 77.3', claim(78), claim(77.3), 'contradiction'],
	['a half that is rounded up', claim(2.7), claim(2.65), 'rounding'],
	['a half that is rounded down', claim(2.6), claim(2.65), 'contradiction'],
	['about 70 and 70.4', about(70, 'about'), claim(70.4), 'rounding'],
	['about 70 and 70.6', about(70, 'about'), claim(70.6), 'contradiction'],
	['−77 and −77.3', claim(-77), claim(-77.3), 'rounding', 'points'],
	['0.773 and 77.3 percent', claim(0.773), claim(77.3), 'unit'],
	['1 and 100 percent', claim(1), claim(100), 'unit'],
	['1 and 100 of something', claim(1), claim(100), 'contradiction', 'count'],
	['0.25 and 25 dollars', claim(0.25), claim(25), 'contradiction', 'usd'],
	['0 and 0', claim(0), claim(0), 'agree'],
	['0 and 1', claim(0), claim(1), 'contradiction'],
	[
		'26.5 percent change and 26.5 points',
		claim(26.5, { unit: 'percent-change' }),
		claim(26.5),
		'unit',
		'points',
	],
	['the topic’s unit, spelled out', claim(5, { unit: 'percent' }), claim(5), 'agree'],
	['one end of a range', claim(65.4), claim(range(65.4, 69.9)), 'uncertainty'],
	['a number inside a range', claim(66), claim(range(65.4, 69.9)), 'uncertainty'],
	['a number outside a range', claim(70), claim(range(65.4, 69.9)), 'contradiction'],
	['a range inside a range', claim(range(65.4, 69.9)), claim(range(65, 70)), 'uncertainty'],
	['ranges that overlap', claim(range(60, 66)), claim(range(65, 70)), 'contradiction'],
	['the same range', claim(range(60, 66)), claim(range(60, 66)), 'agree'],
	['over 1,000 and 1,200', about(1000, 'over'), claim(1200), 'uncertainty', 'count'],
	['over 1,000 and 1,000', about(1000, 'over'), claim(1000), 'rounding', 'count'],
	['over 1,000 and 900', about(1000, 'over'), claim(900), 'contradiction', 'count'],
	['over 1,000 and at least 1,000', about(1000, 'over'), about(1000, 'at least'), 'agree', 'count'],
	['over 1,000 and over 1,200', about(1000, 'over'), about(1200, 'over'), 'uncertainty', 'count'],
	['over 1,000 and up to 1,200', about(1000, 'over'), about(1200, 'up to'), 'contradiction', 'count'],
	['over 50 and under 50', about(50, 'over'), about(50, 'under'), 'contradiction'],
	['over 50 and nearly 50', about(50, 'over'), about(50, 'nearly'), 'contradiction'],
	['at least 50 and up to 50', about(50, 'at least'), about(50, 'up to'), 'rounding'],
	['nearly 43 and 43', about(43, 'nearly'), claim(43), 'agree', 'seconds'],
	['nearly 12 and 11.9', about(12, 'nearly'), claim(11.9), 'rounding', 'points'],
	['nearly 100 and 96', about(100, 'nearly'), claim(96), 'rounding'],
	['nearly 100 and 94', about(100, 'nearly'), claim(94), 'contradiction'],
	['nearly 12 and 12.3', about(12, 'nearly'), claim(12.3), 'contradiction', 'points'],
	['nearly double and 1.69', about(2, 'nearly'), claim(1.69), 'contradiction', 'times'],
	['an hour and 60 minutes', claim(1, { unit: 'hours' }), claim(60), 'agree', 'minutes'],
	['90 minutes and 1.5 hours', claim(1.5, { unit: 'hours' }), claim(90), 'agree', 'minutes'],
	['100 minutes and 1.7 hours', claim(1.7, { unit: 'hours' }), claim(100), 'rounding', 'minutes'],
	['20 minutes and 5 hours', claim(5, { unit: 'hours' }), claim(20), 'contradiction', 'minutes'],
	['20 minutes and 20 dollars', claim(20, { unit: 'usd' }), claim(20), 'unit', 'minutes'],
	['0.77 and 77.3 percent', claim(0.77), claim(77.3), 'unit'],
	['0.7 and 77.3 percent', claim(0.7), claim(77.3), 'contradiction'],
	['one name in two spellings', claim(64.7, { as: 'OSWorld' }), claim(64.7, { as: 'osworld ' }), 'agree'],
	['up to 30 and 25', about(30, 'up to'), claim(25), 'uncertainty'],
	['under 30 and 31', about(30, 'under'), claim(31), 'contradiction'],
	['over 77 and 77.3', about(77, 'over'), claim(77.3), 'uncertainty'],
	['an estimate and a report', about(70.1, 'about', 'estimated'), claim(65.4), 'estimate'],
	['an estimate that rounds the report', about(65, 'estimated'), claim(65.4), 'rounding'],
	['two estimates', about(70, 'estimated'), about(65, 'estimated'), 'contradiction'],
	['an estimate of the same number', about(70, 'estimated'), claim(70), 'agree'],
	[
		'one harness and another',
		claim(77, { setup: { harness: 'x' } }),
		claim(75, { setup: { harness: 'y' } }),
		'setup',
	],
	[
		'one attempt and three',
		claim(77, { setup: { attempts: 1 } }),
		claim(75, { setup: { attempts: 3 } }),
		'setup',
	],
	['a setup and none', claim(77, { setup: { harness: 'x' } }), claim(75), 'contradiction'],
	[
		'parts of a setup that cannot be compared',
		claim(77, { setup: { harness: 'x' } }),
		claim(75, { setup: { effort: 'y' } }),
		'contradiction',
	],
	[
		'the same number in another setup',
		claim(77, { setup: { harness: 'x' } }),
		claim(77, { setup: { harness: 'y' } }),
		'agree',
	],
	['the same number under another name', claim(64.7, { as: 'OSWorld' }), claim(64.7), 'benchmark'],
	[
		'other numbers under one name',
		claim(64.7, { as: 'OSWorld' }),
		claim(60, { as: 'OSWorld' }),
		'contradiction',
	],
	['another name and another unit', claim(30, { as: 'per-token cost', unit: 'usd' }), claim(30), 'benchmark'],
];

const DATES: readonly Row[] = [
	['the same day', claim(date('2026-02-12')), claim(date('2026-02-12')), 'agree', 'date'],
	['the next day', claim(date('2026-02-12')), claim(date('2026-02-13')), 'contradiction', 'date'],
	[
		'12 Feb and 12–13 Feb',
		claim(date('2026-02-12')),
		claim(date('2026-02-12', '2026-02-13')),
		'uncertainty',
		'date',
	],
	['Feb 2026 and 5 Feb 2026', claim(date('2026-02')), claim(date('2026-02-05')), 'rounding', 'date'],
	['Feb 2026 and 28 Feb 2026', claim(date('2026-02')), claim(date('2026-02-28')), 'rounding', 'date'],
	['Feb 2026 and 1 Mar 2026', claim(date('2026-02')), claim(date('2026-03-01')), 'contradiction', 'date'],
	['2026 and 31 Dec 2026', claim(date('2026')), claim(date('2026-12-31')), 'rounding', 'date'],
	['2026 and Dec 2026', claim(date('2026')), claim(date('2026-12')), 'rounding', 'date'],
	[
		'an expected day and a reported one',
		claim(date('2026-02-12'), { qualifiers: ['estimated'] }),
		claim(date('2026-02-13')),
		'estimate',
		'date',
	],
	[
		'one day under two names',
		claim(date('2026-02-12'), { as: 'announcement' }),
		claim(date('2026-02-12')),
		'benchmark',
		'date',
	],
	['2026 and 2025', claim(date('2026')), claim(date('2025')), 'contradiction', 'date'],
	[
		'spans that overlap',
		claim(date('2026-02-01', '2026-02-05')),
		claim(date('2026-02-04', '2026-02-09')),
		'contradiction',
		'date',
	],
];

const WORDS: readonly Row[] = [
	['the same words', claim(words('the same day')), claim(words('The same day ')), 'agree', 'date'],
	['other words', claim(words('the same day')), claim(words('hours earlier')), 'rounding', 'date'],
	['words beside a number', claim(words('large')), claim(26.5), 'rounding', 'points'],
	['words beside a date', claim(words('in winter')), claim(date('2026-02-05')), 'rounding', 'date'],
	['words that deny a number', claim(denial('none at all')), claim(26.5), 'contradiction', 'points'],
	['words that deny words', claim(denial('never')), claim(words('soon')), 'contradiction', 'date'],
	['for and for', claim(says(true)), claim(says(true)), 'agree', 'text'],
	['for and against', claim(says(true)), claim(says(false)), 'contradiction', 'text'],
	['against and against', claim(says(false)), claim(says(false)), 'agree', 'text'],
	['nothing and a number', claim(notReported), claim(26.5), 'agree'],
	['nothing and a denial', claim(notReported), claim(says(false)), 'agree', 'text'],
];

const ROWS = [...NUMBERS, ...DATES, ...WORDS].map(
	([what, left, right, cause, unit]) => [what, left, right, cause, unit ?? 'percent'] as const,
);

test.each(ROWS)('%s', (_, left, right, cause, unit) => {
	expect(causeOfDifference(left, right, unit)).toBe(cause);
	expect(causeOfDifference(right, left, unit)).toBe(cause);
});
