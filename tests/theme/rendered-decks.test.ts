// Slow: both decks of the bundled brief in a browser, in every theme, mode and size. What leaves its zone,
// what is too small and what cannot be read is measured on what the browser made of it, not on the tokens.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { examineSlides } from '../../src/inspect/examine-slides.js';
import { measureFit } from '../../src/inspect/measure-fit.js';
import { type ColorRole, SLIDE_SIZES, THEME_MODES } from '../../src/model/theme.js';
import { densityOf, loadTheme, parsePlayer, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import { LEAST_MARK_CONTRAST } from '../../src/theme/check-theme.js';
import { contrast } from '../../src/theme/color-science.js';
import { testMachine } from '../effects/support.js';
import { readAssets } from '../project-assets.js';
import { THEMES } from './theme-world.js';

const BRIEF = 'data/gpt-5.3-codex';
const LOOKS = THEME_MODES.flatMap((mode) => SLIDE_SIZES.map((size) => [mode, size] as const));
const DECKS = ['executive-brief', 'engineering-deep-dive'];

const require = createRequire(import.meta.url);
const assets = readAssets();
const evidence = readdirSync(BRIEF)
	.filter((name) => name.endsWith('.yaml'))
	.map((name) => ({ path: join(BRIEF, name), bytes: readFileSync(join(BRIEF, name)) }));
const brief = readBrief(evidence, BRIEF, assets).value;
const player = parsePlayer(readFileSync('dist/player.json', 'utf8'));

/** Every piece of text with its size, its colour and what lies behind it, and every shape of a chart. What is in an SVG stands on the slide. */
const MEASURE = `(() => {
	const found = new Map();
	const hex = (color) => '#' + (color.match(/[\\d.]+/g) ?? []).slice(0, 3).map((part) => Math.round(part * (color.startsWith('color(srgb') ? 255 : 1)).toString(16).padStart(2, '0')).join('');
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
	for (const shape of document.querySelectorAll('svg.chart :is(path, rect, line, circle, polygon)')) {
		if (shape.closest('defs, clipPath')) continue;
		const { fill, fillOpacity, stroke, strokeOpacity, opacity } = getComputedStyle(shape);
		for (const [color, own] of [[fill, fillOpacity], [stroke, strokeOpacity]]) {
			const share = own * opacity;
			if (color.startsWith('rgb(') && share > 0) found.set('shape' + color + share, { kind: 'shape', px: 0, front: hex(color), back: '', words: shape.parentElement.getAttribute('class') ?? '', isWhole: share === 1 });
		}
	}
	return [...found.values()];
})()`;

interface Piece {
	readonly kind: 'chart' | 'mark' | 'shape' | 'text';
	readonly px: number;
	readonly front: string;
	readonly back: string;
	readonly words: string;
	/** Of a shape: nothing shines through. */
	readonly isWhole?: boolean;
}

/** Bands, gridlines and tiles, which hold nothing that must be told by its colour. */
const DECORATION: readonly ColorRole[] = [
	'background',
	'surface',
	'edge',
	'rule',
	'accent-soft',
	'risk-soft',
];

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
			const theme = await loadTheme(
				name,
				assets,
				async ({ module }) => ({ value: readFileSync(require.resolve(module)), diagnostics: [] }),
				{ mode, size, density: densityOf(deck, assets) },
			);
			expect(theme.diagnostics).toEqual([]);
			if (brief === undefined || theme.value === undefined) throw new Error('no brief or no theme');
			const { tokens } = theme.value;
			const built = await renderBriefDeck(brief, deck, theme.value, assets, player);
			expect(built.diagnostics).toEqual([]);
			const html = built.value?.printHtml ?? '';
			const { width, height } = tokens.page;
			const measured = await browser?.withPage(
				{ task: `measure ${deck}`, html, size: { width, height } },
				async (page) => ({
					misfits: await measureFit(page, { name: deck, placeOf: () => ({}) }),
					all: await page.evaluate<readonly Piece[]>(MEASURE),
					seen: await examineSlides(page, { name: deck, placeOf: () => ({}) }),
				}),
			);
			const { misfits = [], all = [], seen = [] } = measured?.value ?? {};
			expect(seen.map(({ code, args }) => `${code} slide ${args.slide}: ${args.element}`)).toEqual([]);
			const pieces = all.filter(({ kind }) => kind !== 'shape');
			const shapes = all.filter(({ kind }) => kind === 'shape');
			expect(misfits.map(({ args }) => `slide ${args.slide}: ${args.pixels} px ${args.what}`)).toEqual([]);
			expect(pieces.length).toBeGreaterThan(20);
			expect(pieces.filter(({ kind, px }) => kind !== 'mark' && px < 14)).toEqual([]);
			// What an executive reads from the end of the table.
			const leastInCharts = name !== 'engineering' && deck === 'executive-brief' && size === '16:9' ? 18 : 14;
			expect(pieces.filter(({ kind, px }) => kind === 'chart' && px < leastInCharts)).toEqual([]);
			const least = mode === 'contrast' ? 6.9 : 4.5;
			// Words on a bar have the slide's background for their colour; bundled-themes.test.ts measures them on the accent.
			const isOnBar = ({ kind, front }: Piece) => kind === 'chart' && front === tokens.color.background;
			const faint = pieces.filter((piece) => !isOnBar(piece) && contrast(piece.front, piece.back) < least);
			expect(faint).toEqual([]);
			expect(shapes.length).toBeGreaterThan(3);
			const decoration = new Set(DECORATION.map((role) => tokens.color[role]));
			const isSeen = ({ front, isWhole }: Piece) =>
				decoration.has(front) || (isWhole && contrast(front, tokens.color.background) >= LEAST_MARK_CONTRAST);
			expect(shapes.filter((shape) => !isSeen(shape))).toEqual([]);
			const told = new Set<string>(Object.values(tokens.color));
			expect(all.filter(({ front }) => !told.has(front))).toEqual([]);
		},
		60_000,
	);
});
