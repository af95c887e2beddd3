import { expect, test } from 'vitest';
import { nearest } from '../../src/diagnostics/nearest.js';

const FIELDS = ['source', 'at', 'credits', 'qualifier', 'derivesFrom', 'terminal-bench-2.0'];

test.each([
	['sorce', 'source'],
	['Source', 'source'],
	['sources', 'source'],
	['derives_from', 'derivesFrom'],
	['qualifer', 'qualifier'],
	['terminal bench 2.0', 'terminal-bench-2.0'],
	['terminal-bench-2', 'terminal-bench-2.0'],
	['att', 'at'],
	['ta', 'at'],
	['soucre', 'source'],
	['publisher', undefined],
	['x', undefined],
	['', undefined],
	['x'.repeat(10_000), undefined],
])('for "%s" suggests %s', (typed, suggestion) => {
	expect(nearest(typed, FIELDS)).toBe(suggestion);
});

test('two letters in the wrong order are nearer than two wrong letters', () => {
	expect(nearest('gian', ['giants', 'gain'])).toBe('gain');
});
