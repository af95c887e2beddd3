import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../src/diagnostics/catalog.js';
import type { CatalogEntry, DiagnosticArgs } from '../../src/diagnostics/catalog-entry.js';

/** Answers every argument with a word, so that each sentence can be read. */
const args = new Proxy<DiagnosticArgs>({}, { get: () => 'word' });

describe.each(Object.entries(CATALOG))('%s', (_, entry: CatalogEntry) => {
	test('has a name in kebab-case', () => {
		expect(entry.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
	});

	test('speaks in sentences, calmly', () => {
		for (const sentence of [entry.what(args), entry.why?.(args) ?? 'None.', entry.fix(args)]) {
			expect(sentence).not.toMatch(/undefined|NaN|\[object|!(?!`)|please enter|invalid input/i);
			expect(sentence.trim()).not.toBe('');
		}
	});
});

test('names are not used twice', () => {
	const names = Object.values(CATALOG).map(({ name }) => name);
	expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});
