import { expect, test } from 'vitest';
import { buildDate } from '../../src/effects/clock.js';

test.each([
	[undefined, '2026-02-05T00:00:00.000Z'],
	['', '2026-02-05T00:00:00.000Z'],
	['0', '1970-01-01T00:00:00.000Z'],
	['1770000000', '2026-02-02T02:40:00.000Z'],
	['4102444800', '2100-01-01T00:00:00.000Z'],
	['253402300799', '9999-12-31T23:59:59.000Z'],
])('SOURCE_DATE_EPOCH=%s is %s', (value, expected) => {
	const { value: date } = buildDate({ env: { SOURCE_DATE_EPOCH: value } }, '2026-02-05');
	expect(date?.toISOString()).toBe(expected);
});

test.each(['abc', '-1', '1e20', '1.5', ' 1', '0x10', '253402300800', '99999999999999'])(
	'refuses SOURCE_DATE_EPOCH=%s',
	(value) => {
		expect(buildDate({ env: { SOURCE_DATE_EPOCH: value } }, '2026-02-05')).toEqual({
			diagnostics: [{ code: 'MB581', args: { value } }],
		});
	},
);
