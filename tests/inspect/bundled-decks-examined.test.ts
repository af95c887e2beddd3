// Slow: what a reader of the bundled decks sees, looked at as `modelbrief check` does.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { examineSlides } from '../../src/inspect/examine-slides.js';
import { testMachine } from '../effects/support.js';
import { bundledDecks } from './bundled-decks.js';

const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;
const decks = await bundledDecks();
let browser: Browser | undefined;

beforeAll(async () => {
	const found = await findBrowser(machine, disk);
	browser = found.value && (await openBrowser(found.value, machine, disk)).value;
});
afterAll(() => browser?.close());

async function examine(html: string) {
	const measured = await browser?.withPage({ task: 'examine', html }, (page) =>
		examineSlides(page, { name: 'deck', placeOf: () => ({}) }),
	);
	if (measured?.value === undefined) throw new Error(JSON.stringify(measured));
	return measured.value.map(({ code, args }) => `${code} slide ${args.slide}: ${args.element}`);
}

test.runIf(hasOne).each(decks.map(({ brief, deck }) => [brief, deck.name, deck] as const))(
	'%s, %s: nothing is cut off, covered, too small or too faint',
	async (_brief, _name, deck) => {
		expect(await examine(deck.printHtml)).toEqual([]);
	},
	60_000,
);

test.runIf(hasOne).each(decks.map(({ brief, deck }) => [brief, deck.name, deck] as const))(
	'%s, %s: a colour of chart labels that is too near to what lies behind them is found, whichever it is',
	async (_brief, _name, deck) => {
		const { printHtml } = deck;
		const colours = new Set([...printHtml.matchAll(/<text\b[^>]* fill="(#\w+)"/g)].map(([, fill]) => fill));
		expect(colours.size).toBeGreaterThan(2);
		for (const colour of colours) {
			const faint = printHtml.replaceAll(/<text\b[^>]*>/g, (tag) =>
				tag.replace(`fill="${colour}"`, `fill="${isLight(colour) ? '#11669f' : '#c9ced6'}"`),
			);
			const found = await examine(faint);
			expect(found, colour).not.toEqual([]);
			expect(new Set(found.map((line) => line.slice(0, 5))), colour).toEqual(new Set(['MB370']));
		}
	},
	60_000,
);

/** Labels in bars. */
const isLight = (colour = '') => Number.parseInt(colour.slice(1, 3), 16) > 0xc0;

test.runIf(hasOne)(
	'what is broken in a bundled deck is found',
	async () => {
		const html = decks[0]?.deck.printHtml ?? '';
		const broken = async (css: string) => examine(html.replace('</head>', `<style>${css}</style></head>`));
		const codes = async (css: string) => new Set((await broken(css)).map((line) => line.slice(0, 5)));
		expect(await codes('.sources{font-size:11px !important}')).toEqual(new Set(['MB365']));
		expect(await codes('svg.chart text{font-size:34px !important}')).toContain('MB366');
		expect(await codes('.subtitle{color:#ccc !important}')).toEqual(new Set(['MB370']));
		expect(await codes('.body{top:520px !important}')).toContain('MB362');
	},
	60_000,
);
