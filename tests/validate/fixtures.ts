// The golden briefs, and what lies outside them: decks, slides and themes.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './atlas.js';

export const FIXTURES = join(import.meta.dirname, '../fixtures/evidence');

export const OPTIONS = {
	deckNames: ['executive-brief', 'engineering-deep-dive'],
	slideNames: { 'executive-brief': ['title', 'gains'] },
	themeNames: ['executive', 'engineering'],
};

export function readFixture(name: string): Files {
	const folder = join(FIXTURES, name);
	const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
	return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
