// The last step: what a reader of the PDF sees are the numerals of the page to print, which the gate has traced
// (tests/inspect/number-mutation.test.ts), and the numbers that the page's styles count: of pages and of list items.

import { beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { openBrowser } from '../../src/effects/open-browser.js';
import { printPdf } from '../../src/export/print-pdf.js';
import { numeralTexts, textOfHtml } from '../../src/inspect/numerals.js';
import { testMachine } from '../effects/support.js';
import { type BundledDeck, bundledDecks } from '../inspect/bundled-decks.js';
import { pdfText } from './pdf-text.js';

const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;

/** In any order, since charts and footers stand elsewhere in a PDF. */
const sorted = (texts: readonly string[]) => texts.flatMap(numeralTexts).sort();

/** What each slide of the page to print shows. */
function shownIn(printHtml: string): readonly (readonly string[])[] {
	const slides = printHtml.slice(printHtml.indexOf('<body')).split('<svg data-marpit-svg').slice(1);
	return slides.map((slide) => {
		const visible =
			`<${slide}`.replace(/<(title|desc|style|script)\b[\s\S]*?<\/\1>/g, '').split('</body>')[0] ?? '';
		const page = / data-marpit-pagination="(\d+)"/.exec(slide)?.[1] ?? '';
		const items = [...visible.matchAll(/<ol\b[^>]*>([\s\S]*?)<\/ol>/g)].flatMap(([, list = '']) =>
			[...list.matchAll(/<li\b/g)].map((_, index) => String(index + 1)),
		);
		return sorted([textOfHtml(visible), page, ...items]);
	});
}

describe.runIf(hasOne)('the numerals of a bundled PDF are those of the page to print, page by page', () => {
	const pages = new Map<string, readonly (readonly string[])[]>();
	let withAddition: readonly (readonly string[])[] = [];
	let decks: readonly BundledDeck[] = [];

	beforeAll(async () => {
		decks = await bundledDecks();
		const found = await findBrowser(machine, disk);
		const browser = found.value && (await openBrowser(found.value, machine, disk)).value;
		if (browser === undefined) throw new Error('no browser');
		const textOf = async ({ name, printHtml }: { readonly name: string; readonly printHtml: string }) => {
			const printed = await printPdf(browser, printHtml, {
				title: name,
				date: new Date('2026-02-16T00:00:00Z'),
			});
			if (printed.value === undefined) throw new Error(JSON.stringify(printed.diagnostics));
			return pdfText(printed.value);
		};
		for (const { brief, deck } of decks) pages.set(`${brief} ${deck.name}`, await textOf(deck));
		const [first] = decks;
		const added = '<style>h2::after { content: " 4711"; }</style></head>';
		if (first !== undefined)
			withAddition = await textOf({
				name: 'added',
				printHtml: first.deck.printHtml.replace('</head>', added),
			});
		await browser.close();
	}, 120_000);

	test.each([
		'gpt-5.3-codex executive-brief',
		'gpt-5.3-codex engineering-deep-dive',
		'example executive-brief',
		'example engineering-deep-dive',
	])('%s', (name) => {
		const printHtml = decks.find(({ brief, deck }) => `${brief} ${deck.name}` === name)?.deck.printHtml ?? '';
		const expected = shownIn(printHtml);
		expect(expected.flat().length).toBeGreaterThan(100);
		expect(pages.get(name)?.map(sorted)).toEqual(expected);
	});

	test('what only the styles of the page write is seen too', () => {
		expect(withAddition.flat().filter((run) => run.includes('4711')).length).toBeGreaterThan(5);
	});

	test('no glyph is without its character, so none can hide a digit', () => {
		const runs = [...pages.values()].flat(2);
		expect(runs.length).toBeGreaterThan(1000);
		expect(runs.filter((run) => run.includes('\ufffd'))).toEqual([]);
	});
});
