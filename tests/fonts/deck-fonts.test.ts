// The fonts inside finished pages: nothing that a page can show is missing from them, and nothing moves.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { openBrowser } from '../../src/effects/open-browser.js';
import { readFontFace } from '../../src/fonts/font-face.js';
import type { BuiltDeck, Theme } from '../../src/model/deck.js';
import { densityOf, loadTheme, parsePlayer, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import { testMachine } from '../effects/support.js';
import { filesOf } from '../inspect/bundled-decks.js';
import { readAssets } from '../project-assets.js';
import { newSubsetter } from './font-world.js';

const require = createRequire(import.meta.url);
const assets = readAssets();
const player = parsePlayer(readFileSync('dist/player.json', 'utf8'));
const machine = testMachine();
const found = (await findBrowser(machine, disk)).value;
const browser = found && (await openBrowser(found, machine, disk)).value;
afterAll(() => browser?.close());

interface Pages {
	readonly theme: Theme;
	readonly whole: BuiltDeck;
	readonly small: BuiltDeck;
}

async function pagesOf(deck: string, themeName: string, change = (text: string) => text): Promise<Pages> {
	const files = filesOf('example').map(({ path, bytes }) => ({
		path,
		bytes: new TextEncoder().encode(change(new TextDecoder().decode(bytes))),
	}));
	const brief = readBrief(files, 'data/example', assets);
	const theme = await loadTheme(
		themeName,
		assets,
		async ({ module }) => ({ value: readFileSync(require.resolve(module)), diagnostics: [] }),
		{ density: densityOf(deck, assets) },
	);
	if (brief.value === undefined || theme.value === undefined)
		throw new Error(JSON.stringify([brief.diagnostics, theme.diagnostics]));
	const render = async (options = {}) => {
		const built = await renderBriefDeck(
			brief.value as never,
			deck,
			theme.value as Theme,
			assets,
			player,
			options,
		);
		if (built.value === undefined) throw new Error(JSON.stringify(built.diagnostics));
		return built.value;
	};
	return { theme: theme.value, whole: await render(), small: await render({ subsetFont: newSubsetter() }) };
}

/** In the order of the theme; in the page the last stands first. */
const fontsIn = (html: string) =>
	[...html.matchAll(/base64,([\w+/=]+)\) format\("woff2"\)/g)]
		.map(([, data = '']) => Buffer.from(data, 'base64'))
		.toReversed();

const withoutFonts = (html: string) => html.replace(/<style data-part="fonts">[\s\S]*?<\/style>/, '');

const DECKS = [
	['executive-brief', 'executive'],
	['engineering-deep-dive', 'engineering'],
	['executive-brief', 'policy'],
] as const;

describe.each(DECKS)('%s, %s', (deck, themeName) => {
	test('has a glyph for every character that the theme has one for', async () => {
		// A name with letters that no other text of the example has.
		const { theme, small } = await pagesOf(deck, themeName, (text) =>
			text.replaceAll('Harbour Lab', 'Hårbœur Læb ½ ß'),
		);
		const embedded = fontsIn(small.html);
		expect(embedded.length).toBe(theme.fonts.length);
		const shown = new Set(withoutFonts(small.html));
		expect(['å', 'œ', '½', 'ß'].filter((each) => !shown.has(each))).toEqual([]);
		for (const [index, { bytes, module }] of theme.fonts.entries()) {
			const [all, kept] = [readFontFace(bytes), readFontFace(embedded[index] ?? new Uint8Array())];
			const isLost = (character: string) =>
				all.glyphOf(character.codePointAt(0) ?? 0) !== undefined &&
				kept.glyphOf(character.codePointAt(0) ?? 0) === undefined;
			expect([...shown].filter(isLost), module).toEqual([]);
		}
	});

	test('is smaller by a fifth, and otherwise the same', async () => {
		const { whole, small } = await pagesOf(deck, themeName);
		expect(small.html.length).toBeLessThan(whole.html.length * 0.8);
		expect(withoutFonts(small.html)).toBe(withoutFonts(whole.html));
	});

	test.runIf(found !== undefined)('sets every word where whole fonts set it', async () => {
		const { whole, small } = await pagesOf(deck, themeName);
		const boxes = async ({ printHtml }: BuiltDeck) =>
			(
				await browser?.withPage({ task: 'measure words', html: printHtml }, (page) =>
					page.evaluate<readonly string[]>(BOXES),
				)
			)?.value ?? [];
		const expected = await boxes(whole);
		expect(expected.length).toBeGreaterThan(200);
		expect(await boxes(small)).toEqual(expected);
	});
});

/** Every element of the slides with its place. */
const BOXES = `[...document.querySelectorAll('section *')].map((element) => {
	const { x, y, width, height } = element.getBoundingClientRect();
	return [element.localName, x, y, width, height].join(' ');
})`;
