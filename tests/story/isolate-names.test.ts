import { expect, test } from 'vitest';
import { isReadLeftToRight } from '../../src/model/direction.js';
import { isolateNames } from '../../src/story/isolate-names.js';

const NAME = 'نسر 5';
const ISOLATED = '\u2068نسر 5\u2069';

test('isolates what is written from right to left, wherever it stands', () => {
	const where = { file: 'מכון/models.yaml', line: 1, column: 1 };
	const model = { name: NAME, role: 'competitor', where };
	expect(isolateNames({ models: [model], byId: new Map([['nisr', model]]) })).toEqual({
		models: [{ ...model, name: ISOLATED }],
		byId: new Map([['nisr', { ...model, name: ISOLATED }]]),
	});
});

test('gives the same object for the same object, and leaves the others as they are', () => {
	const [model, other] = [{ name: NAME }, { name: 'Nightjar 5' }];
	const [first, second] = [isolateNames({ model, other }), isolateNames({ model })];
	expect(first.model).toBe(second.model);
	expect(first.other).toBe(other);
	const plain = { models: [other], notes: new Map([['a', other]]) };
	expect(isolateNames(plain)).toBe(plain);
	expect(isolateNames(isolateNames({ model }))).toEqual({ model: { name: ISOLATED } });
});

test.each([
	['Sources differ', true],
	['المصادر تختلف', false],
	[`${ISOLATED} improved most`, true],
	[`تحسن \u2068Curlew 2\u2069`, false],
	[ISOLATED, false],
	['\u2068Curlew 2\u2069.', true],
	['−1.7', true],
	['', true],
])('%s is read from left to right: %s', (text, expected) => {
	expect(isReadLeftToRight(text)).toBe(expected);
});
