// With whatever browsers the machine has: the one that is found, and the embedded one.

import { describe, expect, test } from 'vitest';
import { hasEmbeddedBrowser } from '../../src/effects/embedded-browser.js';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { printPdf } from '../../src/export/print-pdf.js';
import { renderHtml } from '../../src/render/render-html.js';
import { testMachine } from '../effects/support.js';
import { htmlInput } from '../render/html-support.js';
import { pdfFacts } from './pdf-facts.js';

const machines = {
	found: testMachine(),
	embedded: testMachine({ env: { ...process.env, MODELBRIEF_BROWSER: 'embedded' } }),
};
const hasOne = (await findBrowser(machines.found, disk)).value !== undefined;
const present = { found: hasOne, embedded: hasEmbeddedBrowser(machines.found) };
const settings = { title: 'atlas', date: new Date('2026-02-05T00:00:00Z') };

async function print(name: keyof typeof machines, html: string, times: number): Promise<Uint8Array[]> {
	const printed: Uint8Array[] = [];
	for (let time = 0; time < times; time += 1) {
		const browser = await open(name);
		const { value, diagnostics } = await printPdf(browser, html, settings);
		await browser.close();
		if (value === undefined) throw new Error(JSON.stringify(diagnostics));
		printed.push(value);
	}
	return printed;
}

async function open(name: keyof typeof machines): Promise<Browser> {
	const found = await findBrowser(machines[name], disk);
	const opened = found.value && (await openBrowser(found.value, machines[name], disk));
	if (opened?.value === undefined) throw new Error(JSON.stringify(opened ?? found));
	return opened.value;
}

async function page(): Promise<string> {
	const slides = [
		'# What changed\n\n[Source](https://example.com/)\n\n<!-- Say it. -->',
		'# Where the gains are\n\n![Atlas leads](charts/gains.svg)',
		'# What to decide (äöü – 日)\n\n| a | b |\n| - | - |\n| 1 | 2 |',
	];
	const { value, diagnostics } = await renderHtml(htmlInput(slides));
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value.printHtml;
}

describe.each(['found', 'embedded'] as const)('the %s browser', (name) => {
	test.runIf(present[name])(
		'prints an accessible document, one slide a page',
		{ timeout: 120_000 },
		async () => {
			const [pdf = new Uint8Array()] = await print(name, await page(), 1);
			const { embeddedFonts, structure, columnHeaders, ...facts } = pdfFacts(pdf);
			expect(facts).toEqual({
				pages: 3,
				pageSizes: ['0 0 960 540'],
				title: 'Atlas <2>: "first" look & more',
				language: 'en',
				isTagged: true,
				outline: ['What changed', 'Where the gains are', 'What to decide (äöü – 日)'],
				figureTexts: ['Atlas leads'],
				dates: ["D:20260205000000+00'00'", "D:20260205000000+00'00'"],
				links: ['https://example.com/'],
				hasScript: false,
			});
			expect(embeddedFonts).toBeGreaterThan(0);
			expect(structure).toMatchObject({ H1: 3, Figure: 1, Table: 1, TH: 2, TD: 2, Link: 1 });
			expect(columnHeaders).toBe(2);
		},
	);

	test.runIf(present[name])('prints the same bytes every time', { timeout: 120_000 }, async () => {
		const [first, second] = await print(name, await page(), 2);
		expect(Buffer.compare(first ?? Buffer.of(1), second ?? Buffer.of(2))).toBe(0);
	});
});

test.runIf(hasOne)(
	'prints the same bytes whatever the browser printed before or beside it',
	{ timeout: 120_000 },
	async () => {
		const html = await page();
		const browser = await open('found');
		const first = await printPdf(browser, html, settings);
		await printPdf(browser, html.replace('What changed', 'Another deck'), settings);
		const again = await Promise.all([printPdf(browser, html, settings), printPdf(browser, html, settings)]);
		await browser.close();
		const bytes = [first, ...again].map(({ value }) => Buffer.from(value ?? []).toString('base64'));
		expect(bytes[0]).not.toBe('');
		expect(new Set(bytes).size).toBe(1);
	},
);

test('refuses bytes whose dates it cannot set', async () => {
	const browser = {
		withPage: async () => ({ value: { found: [], pdf: Buffer.from('%PDF-1.9') }, diagnostics: [] }),
	} as unknown as Browser;
	expect((await printPdf(browser, '', settings)).diagnostics).toMatchObject([{ code: 'MB405' }]);
});
