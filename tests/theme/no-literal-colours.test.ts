// Colours are said in token files and nowhere else; what stands in a chart spec for the Vega editor is a sample.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const NAMES = 'black|white|red|green|blue|gr[ae]y|silver|orange|yellow|purple|teal|navy|steelblue';
const IN_CSS = new RegExp(
	`#[0-9a-f]{3,8}\\b|\\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\(|:[^;{}]*\\b(?:${NAMES})\\b`,
	'gi',
);
const IN_CODE = new RegExp(`['"\`](?:#[0-9a-f]{3,8}|(?:rgb|hsl|oklch)a?\\([^'"\`]*|${NAMES})['"\`]`, 'gi');

const filesIn = (folder: string, ending: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => join(folder, file));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');

test.each(filesIn('themes', '.css'))('%s', (file) => {
	expect(withoutComments(readFileSync(file, 'utf8')).match(IN_CSS) ?? []).toEqual([]);
});

describe('code', () => {
	test.each(
		['src/charts', 'src/theme', 'src/story', 'src/export'].flatMap((folder) => filesIn(folder, '.ts')),
	)('%s', (file) => {
		expect(withoutComments(readFileSync(file, 'utf8')).match(IN_CODE) ?? []).toEqual([]);
	});
});

describe('chart specs', () => {
	test.each(filesIn('templates/charts', '.vl.json'))('%s', (file) => {
		const { config, datasets, ...drawn } = JSON.parse(readFileSync(file, 'utf8'));
		expect(JSON.stringify(drawn).match(IN_CODE) ?? []).toEqual([]);
	});
});

test.each(filesIn('templates', '.hbs'))('%s', (file) => {
	expect(readFileSync(file, 'utf8').match(/style=|#[0-9a-f]{6}\b/gi) ?? []).toEqual([]);
});
