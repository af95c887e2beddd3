import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../src/diagnostics/catalog.js';
import type { CatalogEntry, DiagnosticArgs } from '../../src/diagnostics/catalog-entry.js';
import { EVIDENCE } from '../../src/diagnostics/catalog-evidence.js';
import { NUMBERS } from '../../src/diagnostics/catalog-numbers.js';
import { READING } from '../../src/diagnostics/catalog-reading.js';
import { RECONCILING } from '../../src/diagnostics/catalog-reconciling.js';
import { SLIDES } from '../../src/diagnostics/catalog-slides.js';
import { THEMES } from '../../src/diagnostics/catalog-themes.js';

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

test('no file of the catalogue takes a code of another: the later one would win', () => {
	const parts = [READING, EVIDENCE, NUMBERS, RECONCILING, SLIDES, THEMES];
	const codes = parts.flatMap((part) => Object.keys(part));
	expect(codes.filter((code, n) => codes.indexOf(code) !== n)).toEqual([]);
	for (const part of parts) expect(CATALOG).toMatchObject(part);
});
