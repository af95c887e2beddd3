// Themes that are ordinary Marp CSS: what is taken from them, what is moved so that it can be read, and what is refused.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Checked } from '../../src/diagnostics/diagnostic.js';
import type { Theme } from '../../src/model/deck.js';
import { loadTheme } from '../../src/pipeline.js';
import type { ThemeOptions } from '../../src/theme/load-theme.js';
import { readAssets } from '../project-assets.js';

const require = createRequire(import.meta.url);
const assets = readAssets();
const FILES: Readonly<Record<string, string>> = { 'themes/waves.png': 'not really a picture' };

function load(css: string, options: ThemeOptions = {}): Promise<Checked<Theme>> {
	const file = { file: 'themes/own.css', text: css };
	return loadTheme(
		'own',
		{ ...assets, themes: new Map([...assets.themes, ['own', file]]) },
		async ({ module, isFile }) =>
			isFile === true
				? { diagnostics: [{ code: 'MB101', args: { path: module, reason: 'it does not exist' } }] }
				: { value: new Uint8Array(readFileSync(require.resolve(module))), diagnostics: [] },
		{
			readImage: async (path) => {
				const text = FILES[path];
				return text === undefined
					? { diagnostics: [{ code: 'MB101', args: { path, reason: 'it does not exist' } }] }
					: { value: Buffer.from(text), diagnostics: [] };
			},
			...options,
		},
	);
}

async function tokensOf(css: string, options: ThemeOptions = {}) {
	const { value, diagnostics } = await load(css, options);
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value.tokens;
}

const codesOf = ({ diagnostics }: Checked<unknown>) =>
	diagnostics.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`);

const DRACULA = `/* @theme Dracula */
:root { --bg: #282a36; --fg: #f8f8f2; --pink: #ff79c6 }
section { background: linear-gradient(135deg, var(--bg), hsl(232 14% 31%)); color: var(--fg); font-family: "Fira Code", monospace }
section h1, section h2 { color: var(--pink); letter-spacing: -0.5px }
section a { color: #bd93f9 }
`;
const CORPORATE = `/* @theme corporate */
@import 'default';
:root { --brand: #036; --highlight: orange }
section { background: #fff; color: rgb(51 51 51) }
h1, h2 { color: var(--brand); & strong { color: red } }
a { color: var(--highlight) }
section.invert { background: var(--brand); color: #fff }
section.invert h2 { color: #ffcc66 }
`;
const THEMES: readonly (readonly [string, string])[] = [
	...['default', 'gaia', 'uncover'].map((name) => [`Marp's ${name}`, `@import '${name}';`] as const),
	['a dark theme with a gradient', DRACULA],
	['a corporate theme', CORPORATE],
	['a theme that says nothing', '/* @theme nothing */'],
	['a red theme', 'section { background: #fff5f5; color: #400 } a { color: #c2410c } h2 { color: #900 }'],
];

describe.each(THEMES)('%s', (_, css) => {
	test.each(['airy', 'dense'] as const)(
		'gives colours that can be read and told apart, %s',
		async (density) => {
			const { value, diagnostics } = await load(css, { density });
			expect(value).toBeDefined();
			expect(diagnostics.filter(({ code }) => code !== 'MB335' && code !== 'MB336')).toEqual([]);
		},
	);
});

describe('what is taken from a theme in CSS', () => {
	test('its colours, by way of variables, nesting and every notation', async () => {
		const { color, name } = await tokensOf(CORPORATE);
		expect(name).toBe('corporate');
		expect(color.background).toBe('#ffffff');
		expect(color.text).toBe('#333333');
		// The link's orange cannot be read; the headings' blue can.
		expect(color.accent).toBe('#003366');
	});

	test('its inverted slides, as the dark mode', async () => {
		const { color } = await tokensOf(CORPORATE, { mode: 'dark' });
		expect([color.background, color.text, color.accent]).toEqual(['#003366', '#ffffff', '#ffa500']);
		expect(codesOf(await load(DRACULA, { mode: 'dark' }))).toEqual(['MB337 1:1']);
		expect(codesOf(await load(CORPORATE, { mode: 'print' }))).toEqual(['MB337 1:1']);
	});

	test('its background, with pictures inside', async () => {
		const { value } = await load(
			'section { background: #fff url("waves.png") no-repeat; background-size: cover }',
		);
		expect(value?.css).toContain(
			`url("data:image/png;base64,${Buffer.from(FILES['themes/waves.png'] ?? '').toString('base64')}")`,
		);
		expect(value?.css).toContain('background-size: cover');
	});

	test('its headings and not its layout', async () => {
		const { value } = await load('h2 { text-transform: uppercase; position: fixed; margin: 90px }');
		const look = value?.css.slice(value.css.lastIndexOf('h2, section.title h1')) ?? '';
		expect(look).toContain('text-transform: uppercase');
		expect(look).not.toMatch(/position|margin/);
	});

	test.each([
		['"Fira Code", monospace', 'IBM Plex Sans', ['MB336 1:11']],
		["'Playfair Display', Georgia, serif", 'Source Serif 4', ['MB336 1:11']],
		['-apple-system, "Segoe UI", sans-serif', 'Inter', []],
		['x; font: italic 400 28px/1.5 "Comic Neue", cursive', 'Inter', ['MB336 1:27']],
		['x; font: 700 large "IBM Plex Sans"', 'IBM Plex Sans', []],
		['"IBM Plex Sans", Arial', 'IBM Plex Sans', []],
	])('its font %s, or what stands in', async (family, font, codes) => {
		const loaded = await load(`section { font-family: ${family} }`);
		expect(loaded.value?.tokens.font.text).toBe(font);
		expect(codesOf(loaded)).toEqual(codes);
	});
});

describe('what is said about a theme in CSS', () => {
	test('a colour that cannot be read, at its line, with the nearest that can', async () => {
		const loaded = await load('section {\n\tbackground: #fff;\n\tcolor: #aaa;\n}');
		expect(codesOf(loaded)).toEqual(['MB335 3:2']);
		expect(loaded.diagnostics[0]?.args.ratio).toBe('2.32');
		expect(loaded.value?.tokens.color.text).toBe(loaded.diagnostics[0]?.args.nearest);
	});

	test('a background on which little can be read, by what falls short', async () => {
		const loaded = await load('section { background: #777; color: #888 } a { color: #787878 }');
		expect(loaded.value).toBeDefined();
		expect(codesOf(loaded)).toContain('MB335 1:29');
		expect(codesOf(loaded)).toContain('MB328 1:1');
	});

	test.each([
		["\n@import url('https://fonts.example/css?family=Lato');", 'MB333 2:1'],
		["@import '//fonts.example/a.css';", 'MB333 1:1'],
		['section {\n background: url(http://example.org/a.png) }', 'MB333 2:2'],
		['section { background: u\\72l(\\68ttp://example.org/a.png) }', 'MB333 1:11'],
		['section { background: image-set("https://example.org/a.png" 1x) }', 'MB333 1:11'],
		['section { background: url(file:///etc/passwd) }', 'MB333 1:11'],
		["@import 'other';", 'MB334 1:1'],
		['section { color: red', 'MB334 1:1'],
		['section { background: url(none.png) }', 'MB342 1:11'],
		['section { background: url(notes.txt) }', 'MB342 1:11'],
		['section { font-family: Own }\n@font-face { font-family: Own; src: url(own.woff2) }', 'MB342 2:32'],
	])('%j is refused where it stands', async (css, code) => {
		const loaded = await load(css);
		expect(loaded.value).toBeUndefined();
		expect(codesOf(loaded)).toEqual([code]);
	});
});
