// The PDFs of all bundled decks, walked the way that a screen reader walks them: what is read, in which order, and that
// everything else is an artifact.

import { beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { printPdf } from '../../src/export/print-pdf.js';
import { renderHtml } from '../../src/render/render-html.js';
import { testMachine } from '../effects/support.js';
import { bundledDecks } from '../inspect/bundled-decks.js';
import { htmlInput } from '../render/html-support.js';
import { allIn, type Placed, readStructure, type Structure } from './structure-reader.js';

const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;
const decks = await bundledDecks();
const nameOf = ({ brief, deck }: (typeof decks)[number]) => `${brief}/${deck.name}`;
const DATE = new Date('2026-02-16T00:00:00Z');
const NEAR_PT = 5;

/** What is read, slide by slide. */
function readingOrder({ root, placeOf }: Structure): readonly (readonly Placed[])[] {
	const slides = new Map<number, Placed[]>();
	for (const { contents } of allIn(root))
		for (const { page, id } of contents) {
			const place = placeOf(page, id);
			if (place !== undefined) slides.set(page, [...(slides.get(page) ?? []), place]);
		}
	return [...slides.values()];
}

/** Pairs of which the later stands above the earlier and not beside it, or before it on one line. */
function outOfOrder(places: readonly Placed[]): readonly string[] {
	return places.flatMap((earlier, index) =>
		places
			.slice(index + 1)
			.filter(
				(later) =>
					(later.y < earlier.y - NEAR_PT && later.x <= earlier.x + NEAR_PT) ||
					(Math.abs(later.y - earlier.y) <= NEAR_PT && later.x < earlier.x - NEAR_PT),
			)
			.map((later) => `${JSON.stringify(earlier)} is read before ${JSON.stringify(later)}`),
	);
}

describe.runIf(hasOne)('the PDFs of the bundled decks', () => {
	const pdfs = new Map<string, Uint8Array>();
	let linked = '';
	let reversed: Uint8Array = new Uint8Array();

	beforeAll(async () => {
		const found = await findBrowser(machine, disk);
		const browser = found.value && (await openBrowser(found.value, machine, disk)).value;
		if (browser === undefined) throw new Error('no browser');
		const print = async (title: string, html: string) => {
			const { value, diagnostics } = await printPdf(browser, html, { title, date: DATE });
			if (value === undefined) throw new Error(JSON.stringify(diagnostics));
			return value;
		};
		for (const bundled of decks)
			pdfs.set(nameOf(bundled), await print(bundled.deck.name, bundled.deck.printHtml));
		const page = await renderHtml(
			htmlInput(['# One\n\n[Source](https://example.com/a_(b))\n\n- *Item*\n  - Nested']),
		);
		linked = Buffer.from(await print('linked', page.value?.printHtml ?? '')).toString('latin1');
		const turned =
			'<style>section { display: flex !important; flex-direction: column-reverse !important; }</style>';
		const html = decks[0]?.deck.printHtml.replace('</head>', `${turned}</head>`) ?? '';
		reversed = await print('reversed', html);
		await browser.close();
	}, 120_000);

	const structureOf = (name: string) => readStructure(pdfs.get(name) ?? new Uint8Array());
	const names = decks.map(nameOf);

	test.each(names)('%s is read from top to bottom, and column by column', (name) => {
		const slides = readingOrder(structureOf(name));
		expect(slides.length).toBeGreaterThanOrEqual(10);
		expect(slides.map(outOfOrder)).toEqual(slides.map(() => []));
	});

	test('an order that is turned around by a style sheet is noticed', () => {
		expect(readingOrder(readStructure(reversed)).flatMap(outOfOrder).length).toBeGreaterThan(10);
	});

	test.each(names)('%s has nothing on its pages but what is read and artifacts', (name) => {
		const { unmarked, artifacts, root } = structureOf(name);
		expect(unmarked).toEqual([]);
		expect(artifacts).toBeGreaterThan(10);
		const empty = allIn(root).filter(({ contents, tag }) => contents.length > 0 && tag === 'Table');
		expect(empty).toEqual([]);
	});

	test.each(names)('%s has the parts of lists and tables where PDF 1.7 wants them', (name) => {
		const elements = allIn(structureOf(name).root);
		const wrong = (parent: string, allowed: readonly string[]) =>
			elements
				.filter(({ tag }) => tag === parent)
				.flatMap(({ children }) => children.map(({ tag }) => tag))
				.filter((tag) => !allowed.includes(tag));
		expect(wrong('L', ['LI', 'L'])).toEqual([]);
		expect(wrong('LI', ['Lbl', 'LBody'])).toEqual([]);
		expect(wrong('Table', ['TR', 'THead', 'TBody', 'TFoot', 'Caption'])).toEqual([]);
		expect(wrong('TR', ['TH', 'TD'])).toEqual([]);
		const itemsWithText = elements.filter(({ tag, contents }) => tag === 'LI' && contents.length > 0);
		expect(itemsWithText).toEqual([]);
		const noScope = elements.filter(({ tag, dictionary }) => tag === 'TH' && !dictionary.includes('/Scope'));
		expect(noScope).toEqual([]);
	});

	test.each(names)('%s uses no tag that PDF 1.7 does not know, unless it says what it stands for', (name) => {
		const text = Buffer.from(pdfs.get(name) ?? []).toString('latin1');
		const roles = /\/RoleMap <<([^>]*)>>/.exec(text)?.[1] ?? '';
		const used = new Set(allIn(structureOf(name).root).map(({ tag }) => tag));
		const unknown = [...used].filter((tag) => !KNOWN.has(tag) && !roles.includes(`/${tag} /`));
		expect(unknown).toEqual([]);
		for (const [, to = ''] of roles.matchAll(/\/\w+ \/(\w+)/g)) expect(KNOWN.has(to)).toBe(true);
	});

	test.each(names)('%s has its title, language and date as XMP, and claims no conformance', (name) => {
		const bundled = decks.find((one) => nameOf(one) === name);
		const packet = packetOf(Buffer.from(pdfs.get(name) ?? []).toString('latin1'));
		const { title, language } = bundled?.reconciled.evidence.brief ?? {};
		expect(packet).toContain(`<rdf:li xml:lang="x-default">${title}: ${bundled?.deck.title}</rdf:li>`);
		expect(packet).toContain(`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`);
		expect(packet).toContain('<xmp:ModifyDate>2026-02-16T00:00:00Z</xmp:ModifyDate>');
		expect(packet).not.toContain('pdfuaid');
	});

	test('every element names its parent, and every marked content its element', () => {
		for (const bytes of pdfs.values()) expect(brokenTies(bytes)).toEqual([]);
	});

	test('a link says where it leads, and stands in the structure', () => {
		expect(linked).toMatch(/\/Subtype \/Link\n\/Contents \(https:\/\/example\.com\/a_\\?\(b\\?\)\)/);
		const link = allIn(readStructure(Buffer.from(linked, 'latin1')).root).find(({ tag }) => tag === 'Link');
		expect(link?.dictionary).toContain('/OBJR');
	});
});

/** What stands in another element than it says, and contents whose page leads to another element. */
function brokenTies(bytes: Uint8Array): readonly string[] {
	const text = Buffer.from(bytes).toString('latin1');
	const objects = new Map(
		[...text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body = '']) => [number, body]),
	);
	const broken: string[] = [];
	const tree = /\/ParentTree (\d+) 0 R/.exec(text)?.[1];
	const lists = [...(objects.get(tree) ?? '').matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, list]) => [
		key,
		list,
	]);
	const parents = new Map(
		lists.map(([key, list]) => [key, (objects.get(list) ?? '').match(/\d+ 0 R|null/g) ?? []]),
	);
	for (const [number, body] of objects) {
		if (!body.includes('/Type /StructElem')) continue;
		const kids = /\/K (\[[\s\S]*?\](?=\n|>>)|\d+ 0 R|\d+)/.exec(body)?.[1] ?? '';
		const page = objects.get(/\/Pg (\d+) 0 R/.exec(body)?.[1]);
		const own = parents.get(/\/StructParents (\d+)/.exec(page ?? '')?.[1]) ?? [];
		for (const [kid] of kids.matchAll(/<<[\s\S]*?>>|\d+ 0 R|\d+/g)) {
			if (kid.startsWith('<<')) continue;
			const isElement = kid.endsWith('R');
			const child = isElement ? (objects.get(String(Number.parseInt(kid, 10))) ?? '') : '';
			const isTied = isElement ? child.includes(`/P ${number} 0 R`) : own[Number(kid)] === `${number} 0 R`;
			if (!isTied) broken.push(`${number}: ${kid}`);
		}
	}
	return broken;
}

const packetOf = (text: string) =>
	Buffer.from(/<\?xpacket begin[\s\S]*<\?xpacket end="r"\?>/.exec(text)?.[0] ?? '', 'latin1').toString(
		'utf8',
	);

test('a PDF in another form stays as the browser made it, and a warning says so', async () => {
	const pdf = Buffer.from(
		"%PDF-1.7\n/CreationDate (D:20260216000000+00'00')\n/ModDate (D:20260216000000+00'00')\n%%EOF\n",
	);
	const browser = {
		withPage: async () => ({ value: { found: [], pdf }, diagnostics: [] }),
	} as unknown as Browser;
	const printed = await printPdf(browser, '', { title: 'atlas', date: DATE });
	expect(printed.diagnostics).toMatchObject([{ code: 'MB406', args: { deck: 'atlas' } }]);
	expect(Buffer.from(printed.value ?? []).equals(pdf)).toBe(true);
});

/** Structure types of ISO 32000-1. */
const KNOWN = new Set(
	'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
		' ',
	),
);
