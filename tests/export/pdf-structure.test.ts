// The bundled executive brief as a PDF, read the way that a screen reader meets it: by its structure tree.

import { beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { openBrowser } from '../../src/effects/open-browser.js';
import { printPdf } from '../../src/export/print-pdf.js';
import { testMachine } from '../effects/support.js';
import { bundledDecks } from '../inspect/bundled-decks.js';
import { type PdfFacts, pdfFacts } from './pdf-facts.js';

const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;
const bundled = (await bundledDecks()).find(
	({ brief, deck }) => brief === 'gpt-5.3-codex' && deck.name === 'executive-brief',
);
if (bundled === undefined) throw new Error('there is no bundled executive brief');
const { deck, reconciled } = bundled;
const count = (pattern: RegExp) => deck.printHtml.match(pattern)?.length ?? 0;

/** Text of the headings that a viewer lists, in order. */
const headings = [...deck.printHtml.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, , inner = '']) =>
	plain(inner),
);

function plain(html: string): string {
	return html
		.replace(/<[^>]*>/g, '')
		.replaceAll('&amp;', '&')
		.replaceAll('&#39;', "'")
		.replaceAll('&quot;', '"')
		.replace(/\s+/g, ' ')
		.trim();
}

describe.runIf(hasOne)('the PDF of the executive brief', () => {
	let facts: PdfFacts;

	beforeAll(async () => {
		const found = await findBrowser(machine, disk);
		const browser = found.value && (await openBrowser(found.value, machine, disk)).value;
		if (browser === undefined) throw new Error('no browser');
		const printed = await printPdf(browser, deck.printHtml, {
			title: deck.name,
			date: new Date('2026-02-16T00:00:00Z'),
		});
		await browser.close();
		if (printed.value === undefined) throw new Error(JSON.stringify(printed.diagnostics));
		facts = pdfFacts(printed.value);
	}, 60_000);

	test('is tagged, has a page for every slide, a title and a language', () => {
		expect(facts).toMatchObject({
			isTagged: true,
			pages: deck.slides.length,
			title: `${reconciled.evidence.brief.title}: ${deck.title}`,
			language: reconciled.evidence.brief.language,
		});
	});

	test('has one figure for every chart, with the text that the Markdown has for it', () => {
		const texts = [...deck.markdown.matchAll(/^!\[(.*)\]\(charts\//gm)].map(([, text = '']) => plain(text));
		expect(deck.charts.size).toBeGreaterThan(0);
		expect(facts.structure.Figure).toBe(deck.charts.size);
		expect(facts.figureTexts).toHaveLength(deck.charts.size);
		expect(texts).toHaveLength(deck.charts.size);
		// In the Markdown a sentence ends between the title and the rows.
		const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ');
		expect(facts.figureTexts.map(words)).toEqual(texts.map(words));
	});

	test('has a header cell for every column of every table, which says so', () => {
		expect(count(/<table\b/g)).toBeGreaterThan(0);
		expect(facts.structure).toMatchObject({
			Table: count(/<table\b/g),
			TR: count(/<tr\b/g),
			TH: count(/<th\b/g),
			TD: count(/<td\b/g),
		});
		expect(facts.columnHeaders).toBe(count(/<th\b/g));
	});

	// Chromium loses the blank at which a heading wraps, unless it is kept.
	test('has an outline that is its headings', () => {
		expect(headings.length).toBeGreaterThanOrEqual(deck.slides.length);
		expect(facts.outline.map((title) => title.replace(/\s+/g, ' ').trim())).toEqual(headings);
	});

	test('has its lists as lists', () => {
		expect(facts.structure).toMatchObject({ L: count(/<[uo]l\b/g), LI: count(/<li\b/g) });
	});
});
