// A code that nothing produces is a promise that nothing tests.

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EVIDENCE } from '../../src/diagnostics/catalog-evidence.js';
import { READING } from '../../src/diagnostics/catalog-reading.js';
import { parseEvidence } from '../../src/load/parse-evidence.js';
import { BAD_YAML } from '../load/bad-yaml.js';
import { check } from './atlas.js';
import { BAD_EVIDENCE } from './bad-evidence.js';
import { FIXTURES, OPTIONS, readFixture } from './fixtures.js';

/** What only the whole folder can have wrong; tests/load/parse-evidence.test.ts says when. */
const OF_THE_FOLDER = ['MB102', 'MB103', 'MB104', 'MB142'];

const produced = new Set<string>([
	...BAD_YAML.flatMap(({ says }) => says.map((place) => place.slice(0, 5))),
	...BAD_EVIDENCE.flatMap(({ says }) => says.map((place) => place.slice(0, 5))),
	...readdirSync(FIXTURES).flatMap((name) =>
		check(readFixture(name), OPTIONS).diagnostics.map(({ code }) => code),
	),
	...parseEvidence([]).diagnostics.map(({ code }) => code),
	...OF_THE_FOLDER,
]);

test.each([...Object.keys(READING), ...Object.keys(EVIDENCE)])(
	'%s is said about some table row or fixture',
	(code) => {
		expect(produced).toContain(code);
	},
);

test('at least 60 rows stand for rows D and S of the catalogue of bad input', () => {
	const rows = [...BAD_YAML, ...BAD_EVIDENCE].filter(({ row }) => /^[DS]\d\d$/.test(row));
	expect(rows.length).toBeGreaterThanOrEqual(60);
});
