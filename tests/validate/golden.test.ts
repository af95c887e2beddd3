// Every folder in tests/fixtures/evidence is a brief; its expected/diagnostics.txt is what a person would read.
// A new case is a new folder.

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from './atlas.js';
import { FIXTURES, OPTIONS, readFixture } from './fixtures.js';

test.each(readdirSync(FIXTURES))('says what is wrong with the brief "%s"', async (name) => {
	const { report } = check(readFixture(name), OPTIONS);
	await expect(report === '' ? 'Nothing to report.\n' : report).toMatchFileSnapshot(
		`${FIXTURES}/${name}/expected/diagnostics.txt`,
	);
});
