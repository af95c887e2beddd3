// Slow: the estimate that chooses the type size of a slide, beside what a browser makes of the same slide. Both briefs in
// every theme and slide size.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTextMetrics } from '../../src/charts/text-metrics.js';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { AIRS, type Room, roomOf, STEPS } from '../../src/model/room.js';
import { SLIDE_SIZES, type SlideSize } from '../../src/model/theme.js';
import { densityOf, loadTheme, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import type { Player } from '../../src/render/html-player.js';
import { measureBox } from '../../src/render/room/measure-boxes.js';
import { type Box, readBoxes } from '../../src/render/room/read-boxes.js';
import { testMachine } from '../effects/support.js';
import { readAssets } from '../project-assets.js';
import { THEMES } from '../theme/theme-world.js';

const require = createRequire(import.meta.url);
const assets = readAssets();
const player = new Proxy({}, { get: () => '' }) as Player;
const machine = testMachine();
const browserFound = (await findBrowser(machine, disk)).value;

/** Of each body: its height without what stretches it. */
const HEIGHTS = `[...document.querySelectorAll('section')].map((section) => {
	const body = section.querySelector('.body');
	if (!body) return 0;
	body.style.height = 'auto';
	return body.getBoundingClientRect().height / section.getBoundingClientRect().width * section.offsetWidth;
})`;

let browser: Browser | undefined;
beforeAll(async () => {
	browser = browserFound && (await openBrowser(browserFound, machine, disk)).value;
});
afterAll(() => browser?.close());

async function build(brief: string, deck: string, themeName: string, size: SlideSize) {
	const files = readdirSync(`data/${brief}`).map((name) => ({
		path: `data/${brief}/${name}`,
		bytes: readFileSync(join('data', brief, name)),
	}));
	const read = readBrief(files, `data/${brief}`, assets);
	const variant = { mode: 'light', size, density: densityOf(deck, assets) } as const;
	const theme = await loadTheme(
		themeName,
		assets,
		async ({ module }) => ({ value: readFileSync(require.resolve(module)), diagnostics: [] }),
		variant,
	);
	if (read.value === undefined || theme.value === undefined) throw new Error('no brief or no theme');
	const built = await renderBriefDeck(read.value, deck, theme.value, assets, player);
	if (built.value === undefined) throw new Error(JSON.stringify(built.diagnostics));
	const room = roomOf(theme.value.tokens, createTextMetrics(theme.value.fonts).widthPx);
	return { deck: built.value, room, page: theme.value.tokens.page };
}

function bodyOf(box: Box): Extract<Box, { kind: 'block' }> | undefined {
	if (box.kind !== 'block') return undefined;
	if (box.classes[0] === 'body') return box;
	return box.children.map(bodyOf).find((found) => found !== undefined);
}

function estimate(markdown: string, room: Room, charts: ReadonlyMap<string, string>): number | undefined {
	const body = bodyOf(readBoxes(markdown));
	// On panels, a slide with few words is as high as its zone.
	if (body === undefined || body.classes.includes('sparse')) return undefined;
	const step = STEPS.find(({ name }) => body.classes.includes(name));
	const air = AIRS.find(({ name }) => body.classes.includes(name));
	if (step === undefined || air === undefined) throw new Error(`no step: ${body.classes.join(' ')}`);
	const chartHeight = (path: string) => Number(/ height="([\d.]+)"/.exec(charts.get(path) ?? '')?.[1] ?? 0);
	return measureBox(body, { room, step, row: room.row * step.row * air.row, chartHeight });
}

const slidesOf = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '').split('\n---\n');

const DECKS = ['gpt-5.3-codex', 'example'].flatMap((brief) =>
	['executive-brief', 'engineering-deep-dive'].map((deck) => [brief, deck] as const),
);

describe.runIf(browserFound !== undefined).each(THEMES)('%s', (theme) => {
	test.each(SLIDE_SIZES.flatMap((size) => DECKS.map((deck) => [size, ...deck] as const)))(
		'%s: the estimated heights of %s, %s are those of the browser',
		async (size, brief, name) => {
			const { deck, room, page } = await build(brief, name, theme, size);
			const measured = await browser?.withPage(
				{ task: 'measure', html: deck.printHtml, size: { width: page.width, height: page.height } },
				(one) => one.evaluate<readonly number[]>(HEIGHTS),
			);
			const heights = measured?.value ?? [];
			const differences = slidesOf(deck.markdown).map((slide, index) => {
				const height = heights[index] ?? 0;
				const guess = estimate(slide, room, deck.charts);
				const off = guess === undefined ? 0 : guess - height;
				return {
					slide: index + 1,
					name: deck.slides[index]?.name,
					height: Math.round(height),
					off: Math.round(off),
				};
			});
			// Too high a guess costs a little size; too low a one would cut text off. A ledger is set small anyway.
			const wrong = differences.filter(
				({ off, height, name: slide }) =>
					off < (slide === 'ledger' ? -24 : -8) || off > Math.max(72, height * 0.15),
			);
			expect(wrong).toEqual([]);
		},
	);
});
