// Slow: decks of random lists and tables, printed by a real browser and read back out of the PDF. Either everything that
// the Markdown says is there, or an error says that it is not; with `fit: split`, everything is there.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderCheckedDeck } from '../../src/commands/render-checked-deck.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { printPdf } from '../../src/export/print-pdf.js';
import { examineSlides } from '../../src/inspect/examine-slides.js';
import { measureFit } from '../../src/inspect/measure-fit.js';
import type { Theme } from '../../src/model/deck.js';
import { loadTheme } from '../../src/pipeline.js';
import type { Player } from '../../src/render/html-player.js';
import { testMachine } from '../effects/support.js';
import { bundledDecks } from '../inspect/bundled-decks.js';
import { readAssets } from '../project-assets.js';

const require = createRequire(import.meta.url);
const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;
const assets = readAssets();
const player = new Proxy({}, { get: () => '' }) as Player;
let browser: Browser | undefined;
let theme: Theme | undefined;
const [bundled] = await bundledDecks();

beforeAll(async () => {
	const found = await findBrowser(machine, disk);
	browser = found.value && (await openBrowser(found.value, machine, disk)).value;
	const readFont = async ({ module }: { module: string }) => ({
		value: new Uint8Array(readFileSync(require.resolve(module))),
		diagnostics: [],
	});
	theme = (await loadTheme('engineering', assets, readFont)).value;
});
afterAll(() => browser?.close());

/** Letters alone, since a number would have to come from the evidence; those of the themes' fonts and others. */
const word = fc.string({
	unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéñøßçıłőşž', ...'αβγδωжщыяю'),
	minLength: 2,
	maxLength: 11,
});
const text = (most: number) =>
	fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const list = fc
	.array(text(14), { minLength: 1, maxLength: 40 })
	.map((items) => ({ items, markdown: items.map((item) => `- ${item}`) }));
/** Lists in lists, three levels deep, bullets and numbers by turns. An item moves whole, so none fills a slide. */
const inner = fc.array(fc.tuple(text(4), fc.array(text(4), { maxLength: 2 })), { maxLength: 2 });
const nested = fc.array(fc.tuple(text(8), inner), { minLength: 1, maxLength: 16 }).map((outer) => ({
	items: outer.flatMap(([one, more]) => [one, ...more.flatMap(([two, last]) => [two, ...last])]),
	markdown: outer.flatMap(([one, more]) => [
		`- ${one}`,
		...more.flatMap(([two, last]) => [`  1. ${two}`, ...last.map((three) => `     - **${three}**`)]),
	]),
}));
/** Rows can go to a next slide, and columns cannot. */
const table = (most: number) =>
	fc.integer({ min: 2, max: most }).chain((columns) =>
		fc
			.array(fc.array(text(6), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 40 })
			.map((rows) => ({
				items: rows.flat(),
				markdown: [
					`|${' head |'.repeat(columns)}`,
					`|${'---|'.repeat(columns)}`,
					...rows.map((row) => `| ${row.join(' | ')} |`),
				],
			})),
	);
const content = fc.oneof(list, nested, table(4));
const half = fc.oneof(list, nested, table(2));
const joined = (...blocks: readonly (readonly string[])[]) => blocks.flatMap((block) => ['', ...block]);
const slide = fc.oneof(
	content.map(({ items, markdown }) => ({ items, markdown })),
	fc.tuple(list, text(20)).map(([one, note]) => ({
		items: [...one.items, note],
		markdown: joined(one.markdown, ['<div class="note">', '', note, '', '</div>']),
	})),
	fc.tuple(half, half).map(([one, two]) => ({
		items: [...one.items, ...two.items],
		markdown: joined(
			['<div class="columns">', '<div class="column small">'],
			one.markdown,
			['</div>', '<div class="column small">'],
			two.markdown,
			['</div>', '</div>'],
		),
	})),
);
const deck = fc.array(slide, { minLength: 1, maxLength: 3 });
type Deck = readonly { readonly items: readonly string[]; readonly markdown: readonly string[] }[];

const squeezed = (words: string) => words.replace(/[\s\u00ad-]/g, '');

async function textOf(pdf: Uint8Array): Promise<string> {
	const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
	const pages: string[] = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const { items } = await (await document.getPage(number)).getTextContent();
		pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
	}
	await document.destroy();
	return squeezed(pages.join('\n'));
}

/** What of the slides is not in the PDF, and what was said about them. */
async function print(slides: Deck, fit: 'split' | 'error') {
	if (browser === undefined || theme === undefined || bundled === undefined)
		throw new Error('no browser, theme or brief');
	const open = async () => ({ value: browser as Browser, diagnostics: [] });
	const own = slides.map(
		({ markdown }, index) =>
			[
				`own/slides/s${'abc'.charAt(index)}`,
				`## Slide\n\n<div class="body">\n${['', ...markdown].join('\n')}\n\n</div>\n`,
			] as const,
	);
	const order = own.map(([name]) => `{{slide "${name.slice(-2)}"}}`).join('\n');
	const templates = new Map(
		[['own/deck', order] as const, ...own].map(([name, source]) => [
			name,
			{ file: `${name}.md.hbs`, text: source },
		]),
	);
	const workshop = { assets: { ...assets, templates }, player, texts: new Map() };
	const built = await renderCheckedDeck(bundled.reconciled, 'own', theme, workshop, { fit, open });
	if (built.value === undefined) throw new Error(JSON.stringify(built.diagnostics));
	const { printHtml, markdown } = built.value;
	const placed = { name: 'own', placeOf: () => ({}) };
	const inspect = async (page: Parameters<typeof measureFit>[0]): Promise<readonly Diagnostic[]> => [
		...(await measureFit(page, placed)),
		...(await examineSlides(page, placed)),
	];
	const pdf = await printPdf(browser, printHtml, { title: 'own', date: new Date(0), inspect });
	if (pdf.value === undefined) throw new Error(JSON.stringify(pdf.diagnostics));
	const shown = await textOf(pdf.value);
	const items = slides.flatMap((one) => one.items);
	return {
		lost: items.filter((item) => !shown.includes(squeezed(item))),
		unwritten: items.filter((item) => !markdown.includes(item)),
		found: pdf.diagnostics.map(({ code }) => code),
		slides: built.value.slides.length,
	};
}

const MANY = {
	items: Array.from(
		{ length: 60 },
		(_, n) => `item ${'abcdefghij'.charAt(n / 10)}${'abcdefghij'.charAt(n % 10)}x`,
	),
	markdown: [],
};
const overfull = [{ ...MANY, markdown: MANY.items.map((item) => `- ${item}`) }];

/** Decks are too slow to look for a smaller one that fails. */
const RUNS = { numRuns: 16, endOnFailure: true };
const LOST = ['MB361', 'MB362', 'MB363'];

describe.runIf(hasOne)('nothing is lost', { timeout: 300_000 }, () => {
	test('an overfull list loses items in the PDF, which is an error; continued, it loses none', async () => {
		const whole = await print(overfull, 'error');
		expect(whole.lost).toContain('item fjx');
		expect(whole.found).toContain('MB361');
		const continued = await print(overfull, 'split');
		expect(continued).toMatchObject({ lost: [], unwritten: [], found: [] });
		expect(continued.slides).toBeGreaterThan(2);
	});

	test('every item and cell is in the PDF of a deck that is continued', async () => {
		await fc.assert(
			fc.asyncProperty(deck, async (slides) => {
				const { lost, unwritten, found } = await print(slides, 'split');
				expect({ lost, unwritten }).toEqual({ lost: [], unwritten: [] });
				expect(found.filter((code) => LOST.includes(code))).toEqual([]);
			}),
			RUNS,
		);
	});

	test('what is not continued is there, or an error says so', async () => {
		await fc.assert(
			fc.asyncProperty(deck, async (slides) => {
				const { lost, found } = await print(slides, 'error');
				if (lost.length > 0) expect(found).toContain('MB361');
			}),
			RUNS,
		);
	});
});
