// A few slides of the example, as pictures beside golden ones that a person has looked at. `UPDATE_PICTURES=1 npx vitest
// run tests/pictures` takes them again; look at each before you commit it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smallPng } from '../../scripts/small-png.mjs';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import type { ThemeMode } from '../../src/model/theme.js';
import { densityOf, loadTheme, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import type { Player } from '../../src/render/html-player.js';
import { testMachine } from '../effects/support.js';
import { filesOf } from '../inspect/bundled-decks.js';
import { readAssets } from '../project-assets.js';
import { comparePictures } from './compare-pictures.js';

/** Pictures by Chromium 147 and 156 differ by at most 0.022 of a square and 4.8 of a shade. */
const MOST = { worst: 0.035, shade: 7 };
const GOLDEN = 'tests/fixtures/pictures';
const DIFFERENCES = join(os.tmpdir(), 'modelbrief-pictures');
const RENEW = 'UPDATE_PICTURES=1 npx vitest run tests/pictures';
const SLIDES: Readonly<Record<string, readonly string[]>> = {
	'executive-brief': ['title', 'gains', 'rival'],
	'engineering-deep-dive': ['scoreboard', 'benchmark', 'competitors'],
};
const THEME_OF: Readonly<Record<string, string>> = {
	'executive-brief': 'executive',
	'engineering-deep-dive': 'engineering',
};
const CASES = Object.entries(SLIDES).flatMap(([deck, slides]) =>
	slides.flatMap((slide) => (['light', 'dark'] as const).map((mode) => [deck, slide, mode] as const)),
);

const require = createRequire(import.meta.url);
const assets = readAssets();
const player = new Proxy({}, { get: () => '' }) as Player;
const machine = testMachine();
let browser: Browser | undefined;
beforeAll(async () => {
	const found = (await findBrowser(machine, disk)).value;
	browser = found && (await openBrowser(found, machine, disk)).value;
});
beforeEach(({ skip }) => skip(browser === undefined, 'no browser is installed to take pictures with'));
afterAll(() => browser?.close());

/** The named slides of a deck of the example; `change` is a function that the page runs on each before its picture. */
async function takePictures(deck: string, mode: ThemeMode, slides: readonly string[], change = '() => {}') {
	const brief = readBrief(filesOf('example'), 'data/example', assets);
	const theme = await loadTheme(
		THEME_OF[deck] ?? '',
		assets,
		async ({ module }) => ({ value: readFileSync(require.resolve(module)), diagnostics: [] }),
		{ mode, size: '16:9', density: densityOf(deck, assets) },
	);
	if (brief.value === undefined || theme.value === undefined) throw new Error('no brief or no theme');
	const built = (await renderBriefDeck(brief.value, deck, theme.value, assets, player)).value;
	if (built === undefined || browser === undefined) throw new Error('no deck or no browser');
	const settings = { task: `picture ${deck}`, html: built.printHtml };
	const { value, diagnostics } = await browser.withPage(settings, async (page) => {
		const pictures = new Map<string, Uint8Array>();
		for (const slide of slides) {
			const index = built.slides.findIndex(({ name }) => name === slide);
			await page.evaluate(`(${change})(document.querySelectorAll('section')[${index}])`);
			const y = await page.evaluate<number>(
				`document.querySelectorAll('svg[data-marpit-svg]')[${index}].getBoundingClientRect().y + scrollY`,
			);
			pictures.set(slide, await page.png({ x: 0, y, width: 1280, height: 720 }));
		}
		return pictures;
	});
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value;
}

/** Of one deck in one mode, taken together, since loading its page costs the most. */
const taken = new Map<string, ReturnType<typeof takePictures>>();
async function pictureOf(deck: string, slide: string, mode: ThemeMode): Promise<Uint8Array> {
	const key = `${deck} ${mode}`;
	const taking = taken.get(key) ?? takePictures(deck, mode, SLIDES[deck] ?? []);
	taken.set(key, taking);
	return (await taking).get(slide) ?? expect.fail(`The deck has no slide ${slide}.`);
}

describe('a slide looks as it did', () => {
	test.each(CASES)('%s, %s, %s', async (deck, slide, mode) => {
		const now = await pictureOf(deck, slide, mode);
		const name = `${deck}-${slide}-${mode}.png`;
		if (process.env.UPDATE_PICTURES === '1') writeFileSync(join(GOLDEN, name), smallPng(now));
		const { worst, shade, picture } = comparePictures(readFileSync(join(GOLDEN, name)), now);
		if (worst > MOST.worst || shade > MOST.shade) {
			mkdirSync(DIFFERENCES, { recursive: true });
			writeFileSync(join(DIFFERENCES, name), picture());
		}
		const message = `The slide looks different. ${join(DIFFERENCES, name)} has what was, what is, and what differs.
If it is right, take the picture again with ${RENEW}, and look at it.`;
		expect(worst, message).toBeLessThanOrEqual(MOST.worst);
		expect(shade, message).toBeLessThanOrEqual(MOST.shade);
	});
});

describe('the comparison sees', () => {
	test.each([
		[
			'a label of a chart that moved by six pixels',
			'gains',
			`(slide) => { const label = [...slide.querySelectorAll('svg text')].find((one) => one.textContent.includes('11.2')); label.style.translate = '6px 0'; }`,
		],
		[
			'a mark of another colour',
			'gains',
			`(slide) => { const accent = getComputedStyle(slide.querySelector('.kicker')).color; for (const mark of slide.querySelectorAll('path')) if (getComputedStyle(mark).fill === accent) mark.style.fill = '#8b3a7a'; }`,
		],
		[
			'an accent that is a shade greyer',
			'title',
			`(slide) => { slide.style.setProperty('--color-accent', '#0a5ba0'); }`,
		],
		[
			'a headline in another font',
			'gains',
			`(slide) => { slide.querySelector('h2').style.fontFamily = 'Inter'; }`,
		],
		[
			'a source line that went',
			'gains',
			`(slide) => { slide.querySelector('.sources').style.visibility = 'hidden'; }`,
		],
	])('%s', async (_, slide, change) => {
		const golden = readFileSync(join(GOLDEN, `executive-brief-${slide}-light.png`));
		const changed = (await takePictures('executive-brief', 'light', [slide], change)).get(slide) ?? golden;
		const { worst, shade } = comparePictures(golden, changed);
		expect(Math.max(worst / MOST.worst, shade / MOST.shade)).toBeGreaterThan(1.3);
	});
});
