// Slow: both decks of the bundled brief in a browser, in every theme, mode and size. What leaves its zone,
// what is too small and what cannot be read is measured on what the browser made of it, not on the tokens.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { measureFit } from '../../src/inspect/measure-fit.js';
import type { Assets, TextFile } from '../../src/model/deck.js';
import { SLIDE_SIZES, THEME_MODES } from '../../src/model/theme.js';
import { densityOf, loadTheme, parsePlayer, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import { contrast } from '../../src/theme/color-science.js';
import { testMachine } from '../effects/support.js';
import { THEMES } from './theme-world.js';

const BRIEF = 'data/gpt-5.3-codex';
const LOOKS = THEME_MODES.flatMap((mode) => SLIDE_SIZES.map((size) => [mode, size] as const));
const DECKS = ['executive-brief', 'engineering-deep-dive'];

const require = createRequire(import.meta.url);
const textsIn = (folder: string, ending: string) =>
	new Map<string, TextFile>(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith(ending))
			.map((name) => {
				const file = join(folder, name);
				return [name.slice(0, -ending.length), { file, text: readFileSync(file, 'utf8') }];
			}),
	);
const assets: Assets = {
	templates: textsIn('templates', '.md.hbs'),
	charts: textsIn('templates/charts', '.vl.json'),
	themes: textsIn('themes', '.yaml'),
	baseCss: readFileSync('themes/base.css', 'utf8'),
};
const evidence = readdirSync(BRIEF)
	.filter((name) => name.endsWith('.yaml'))
	.map((name) => ({ path: join(BRIEF, name), bytes: readFileSync(join(BRIEF, name)) }));
const player = parsePlayer(readFileSync('dist/player.json', 'utf8'));

/** Every piece of text with its size, its colour and what lies behind it. Words in an SVG stand on the slide. */
const MEASURE = `(() => {
	const found = new Map();
	const hex = (color) => '#' + (color.match(/[\\d.]+/g) ?? []).slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
	const behind = (element) => {
		for (let at = element; at; at = at.parentElement) {
			const color = getComputedStyle(at).backgroundColor;
			if (color !== 'rgba(0, 0, 0, 0)' && color !== 'transparent') return hex(color);
		}
		return '#ffffff';
	};
	for (const section of document.querySelectorAll('section')) {
		for (const element of section.querySelectorAll('*')) {
			const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim() !== '');
			if (words.length === 0 || ['title', 'desc', 'style'].includes(element.localName)) continue;
			const style = getComputedStyle(element);
			const inChart = element.localName === 'text';
			const entry = { kind: inChart ? 'chart' : element.closest('sup') ? 'mark' : 'text', px: Number.parseFloat(style.fontSize), front: hex(inChart ? style.fill : style.color), back: behind(section === element ? section : element), words: element.textContent.trim().slice(0, 40) };
			found.set([entry.kind, entry.px, entry.front, entry.back].join(), entry);
		}
	}
	return [...found.values()];
})()`;

interface Piece {
	readonly kind: 'chart' | 'mark' | 'text';
	readonly px: number;
	readonly front: string;
	readonly back: string;
	readonly words: string;
}

let browser: Browser | undefined;
const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;

beforeAll(async () => {
	const found = await findBrowser(machine, disk);
	browser = found.value && (await openBrowser(found.value, machine, disk)).value;
});
afterAll(() => browser?.close());

describe.runIf(hasOne).each(THEMES)('%s', (name) => {
	test.each(LOOKS.flatMap((look) => DECKS.map((deck) => [...look, deck] as const)))(
		'%s, %s: %s fits, is large enough and can be read',
		async (mode, size, deck) => {
			const read = readBrief(evidence, BRIEF, assets);
			const theme = await loadTheme(
				name,
				assets,
				async ({ module }) => ({ value: readFileSync(require.resolve(module)), diagnostics: [] }),
				{ mode, size, density: densityOf(deck, assets) },
			);
			expect(theme.diagnostics).toEqual([]);
			if (read.value === undefined || theme.value === undefined) throw new Error('no brief or no theme');
			const { tokens } = theme.value;
			const built = await renderBriefDeck(read.value, deck, theme.value, assets, player);
			expect(built.diagnostics).toEqual([]);
			const html = built.value?.printHtml ?? '';
			const { width, height } = tokens.page;
			const measured = await browser?.withPage(
				{ task: `measure ${deck}`, html, size: { width, height } },
				async (page) => ({
					misfits: await measureFit(page, { name: deck, placeOf: () => ({}) }),
					pieces: await page.evaluate<readonly Piece[]>(MEASURE),
				}),
			);
			const { misfits = [], pieces = [] } = measured?.value ?? {};
			expect(misfits.map(({ args }) => `slide ${args.slide}: ${args.pixels} px ${args.what}`)).toEqual([]);
			expect(pieces.length).toBeGreaterThan(20);
			expect(pieces.filter(({ kind, px }) => kind !== 'mark' && px < 14)).toEqual([]);
			// What an executive reads from the end of the table.
			const leastInCharts = name === 'executive' && deck === 'executive-brief' && size === '16:9' ? 18 : 14;
			expect(pieces.filter(({ kind, px }) => kind === 'chart' && px < leastInCharts)).toEqual([]);
			const least = mode === 'contrast' ? 6.9 : 4.5;
			// Words on a bar have the slide's background for their colour; bundled-themes.test.ts measures them on the accent.
			const isOnBar = ({ kind, front }: Piece) => kind === 'chart' && front === tokens.color.background;
			const faint = pieces.filter((piece) => !isOnBar(piece) && contrast(piece.front, piece.back) < least);
			expect(faint).toEqual([]);
		},
		60_000,
	);
});
