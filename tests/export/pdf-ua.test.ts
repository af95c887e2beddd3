// What PDF/UA-1 asks of a file and a program can see, rule by rule (the numbers are those of the Matterhorn protocol). It
// is no validator: docs/checking.md says what stands between our PDFs and the standard.

import { beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { openBrowser } from '../../src/effects/open-browser.js';
import { PdfObjects, referenceIn } from '../../src/export/pdf-objects.js';
import { printPdf } from '../../src/export/print-pdf.js';
import { renderHtml } from '../../src/render/render-html.js';
import { testMachine } from '../effects/support.js';
import { bundledDecks } from '../inspect/bundled-decks.js';
import { htmlInput } from '../render/html-support.js';
import { pdfText } from './pdf-text.js';
import { allIn, type Element, readStructure, type Structure } from './structure-reader.js';

const OWN = `# First

1. One with a [link](https://example.com/a)
   - nested
2. Two

---

## Second

| a | b |
|---|---|
| 1 | 2 |
|  | 2 |

### Third

A [second link](https://example.com/b) that is so long that it wraps, ${'word '.repeat(30)}[and another](https://example.com/c).
`;

interface Pdf {
	readonly bytes: Uint8Array;
	readonly objects: PdfObjects;
	readonly structure: Structure;
	readonly elements: readonly Element[];
}

type Rule = readonly [string, (pdf: Pdf) => readonly unknown[]];

const bodiesOf = ({ objects }: Pdf, pattern: RegExp) =>
	objects.numbers.filter((number) => pattern.test(objects.dictionary(number)));
const catalogOf = ({ objects }: Pdf) => objects.body(objects.root);
const pagesOf = (pdf: Pdf) => bodiesOf(pdf, /\/Type \/Page\b/);
const missing = (text: string, patterns: readonly RegExp[]) =>
	patterns.filter((pattern) => !pattern.test(text));

/** Each gives what breaks it. */
const RULES: readonly Rule[] = [
	[
		'07, 11: it is marked, shows its title and names its language',
		(pdf) =>
			missing(catalogOf(pdf), [/\/Marked true/, /\/DisplayDocTitle true/, /\/Lang \(\w+/, /\/Metadata \d+/]),
	],
	[
		'01: nothing is content and an artifact at once, or neither',
		(pdf) => [...nested(pdf), ...pdf.structure.unmarked],
	],
	['01: no part is called suspect', (pdf) => catalogOf(pdf).match(/\/Suspects true/g) ?? []],
	[
		'10, 31: every character shown has a glyph and a code',
		(pdf) =>
			pdfText(pdf.bytes)
				.flat()
				.filter((run) => /[\0\ufeff\ufffe\ufffd]/.test(run)),
	],
	[
		'31: every font is inside',
		(pdf) =>
			bodiesOf(pdf, /\/CIDFontType2/)
				.map((font) => pdf.objects.body(referenceIn(pdf.objects.body(font), 'FontDescriptor') ?? 0))
				.filter((descriptor) => !/\/FontFile2 \d/.test(descriptor)),
	],
	[
		'31: every font says which glyph a code is',
		(pdf) => bodiesOf(pdf, /\/CIDFontType2/).filter((font) => !/\/CIDToGIDMap/.test(pdf.objects.body(font))),
	],
	[
		'31: every font says which character a code is',
		(pdf) =>
			bodiesOf(pdf, /\/Subtype \/Type0/).filter((font) => !/\/ToUnicode \d/.test(pdf.objects.body(font))),
	],
	[
		'13: every figure has words',
		(pdf) => figuresIn(pdf).filter((figure) => !/\/Alt (?:\([^)]|<FEFF[\dA-F])/i.test(figure.dictionary)),
	],
	[
		'13: the box of every figure holds its text',
		(pdf) => figuresIn(pdf).filter((figure) => !holdsItsText(pdf, figure)),
	],
	['14: headings start at the first level and skip none', skippedLevels],
	['15: the rows of a table have as many cells as one another', unevenTables],
	[
		'15: every header says what it heads',
		(pdf) =>
			pdf.elements.filter(
				({ tag, dictionary }) => tag === 'TH' && !/\/Scope \/(?:Column|Row|Both)/.test(dictionary),
			),
	],
	[
		'17, 19: no formula and no note, which would need words and names',
		(pdf) => pdf.elements.filter(({ tag }) => tag === 'Formula' || tag === 'Note'),
	],
	[
		'28: readers tab through annotations in the order of the structure',
		(pdf) => pagesOf(pdf).filter((page) => !/\/Tabs \/S\b/.test(pdf.objects.body(page))),
	],
	['28: every annotation is a link with words, and its own element leads to it', looseAnnotations],
	[
		'30: no drawing with content of its own is used twice',
		(pdf) => repeated(pagesOf(pdf).flatMap((page) => formsOn(pdf, page))),
	],
	[
		'20, 21, 25: it has no layers, attachments, forms or scripts',
		(pdf) => catalogOf(pdf).match(/\/(?:OCProperties|EmbeddedFiles|AcroForm|Names|OpenAction)\b/g) ?? [],
	],
];

const figuresIn = ({ elements }: Pdf) => elements.filter(({ tag }) => tag === 'Figure');

function nested(pdf: Pdf): readonly string[] {
	return pagesOf(pdf).flatMap((page) => {
		const open: string[] = [];
		const drawing = pdf.objects.stream(referenceIn(pdf.objects.dictionary(page), 'Contents') ?? 0) ?? '';
		const wrong = drawing.split('\n').filter((line) => {
			if (/\b(?:BDC|BMC)$/.test(line)) open.push(line);
			else if (line === 'EMC' && open.pop() === undefined) return true;
			// A span within content only says which character a glyph stands for.
			return open.filter((mark) => /\/MCID|\/Artifact/.test(mark)).length > 1;
		});
		return open.length === 0 ? wrong : [...wrong, `page ${page} is left open`];
	});
}

function holdsItsText({ structure: { placeOf }, objects }: Pdf, figure: Element): boolean {
	const [left = 1, bottom = 1, right = 0, top = 0] =
		/\/BBox \[([-\d. ]+)\]/.exec(figure.dictionary)?.[1]?.split(' ').map(Number) ?? [];
	const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(objects.dictionary(figure.page))?.[1]);
	const places = figure.contents.flatMap(({ page, id }) => placeOf(page, id) ?? []);
	return (
		places.length > 0 &&
		places.every(({ x, y }) => isWithin(x, left, right) && isWithin(height - y, bottom, top))
	);
}

/** In points. */
const isWithin = (at: number, from: number, to: number) => at > from - 0.1 && at < to + 0.1;

function skippedLevels({ elements }: Pdf): readonly string[] {
	const levels = elements.flatMap(({ tag }) => (/^H\d$/.test(tag) ? [Number(tag[1])] : []));
	return levels.flatMap((level, index) =>
		level > (levels[index - 1] ?? 0) + 1 ? [`H${level} after H${levels[index - 1] ?? 0}`] : [],
	);
}

function unevenTables({ elements }: Pdf): readonly string[] {
	return elements
		.filter(({ tag }) => tag === 'Table')
		.map((table) =>
			allIn(table)
				.filter(({ tag }) => tag === 'TR')
				.map(({ children }) => children.filter(({ tag }) => tag === 'TH' || tag === 'TD').length),
		)
		.filter((counts) => new Set(counts).size !== 1)
		.map((counts) => counts.join(' '));
}

function looseAnnotations(pdf: Pdf): readonly string[] {
	const { objects } = pdf;
	const tree = objects.body(
		referenceIn(objects.body(referenceIn(catalogOf(pdf), 'StructTreeRoot') ?? 0), 'ParentTree') ?? 0,
	);
	return bodiesOf(pdf, /\/Type \/Annot\b/).flatMap((number) => {
		const body = objects.body(number);
		const parent = Number(/\/StructParent (\d+)/.exec(body)?.[1] ?? Number.NaN);
		const element = Number(new RegExp(`[[ \\n]${parent} (\\d+) 0 R`).exec(tree)?.[1] ?? 0);
		const owner = objects.body(element);
		const isTied = /\/S \/Link\b/.test(owner) && owner.includes(`/Obj ${number} 0 R`);
		const hasWords = /\/Subtype \/Link\b/.test(body) && /\/Contents [(<]/.test(body);
		return isTied && hasWords ? [] : [`${number}: ${owner}`];
	});
}

function formsOn(pdf: Pdf, page: number): readonly string[] {
	const dictionary = pdf.objects.dictionary(page);
	const drawing = pdf.objects.stream(referenceIn(dictionary, 'Contents') ?? 0) ?? '';
	return [...drawing.matchAll(/^\/(\w+) Do$/gm)]
		.map(([, name = '']) => referenceIn(dictionary, name) ?? 0)
		.filter((form) => pdf.objects.dictionary(form).includes('/StructParents'))
		.map(String);
}

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;
const decks = (await bundledDecks()).filter(({ brief }) => brief === 'gpt-5.3-codex');
const names = ['own', ...decks.map(({ deck }) => deck.name)];

function read(bytes: Uint8Array): Pdf {
	const objects = PdfObjects.read(bytes);
	if (objects === undefined) throw new Error('not a PDF of Chromium');
	const structure = readStructure(bytes);
	return { bytes, objects, structure, elements: allIn(structure.root) };
}

/** What a program that writes PDFs may get wrong; of the same length, so that the file can still be read. */
const DAMAGE: readonly (readonly [string, string])[] = [
	['/Marked true', '/Marked null'],
	['/FontFile2', '/FontFileX'],
	['/CIDToGIDMap', '/CIDToGIDMaX'],
	['/ToUnicode', '/ToUnicodX'],
	['/Alt ', '/Alx '],
	['/BBox [54', '/BBox [99'],
	['/S /H2', '/S /H5'],
	['/S /TD', '/S /P '],
	['/Scope /Column', '/Scope /Corner'],
	['/Tabs /S', '/Tabs /R'],
	['/Contents (http', '/Contxnts (http'],
	['/S /Link', '/S /Span'],
];

describe.runIf(hasOne)('the rules of PDF/UA-1 that a program can check', () => {
	const pdfs = new Map<string, Pdf>();

	beforeAll(async () => {
		const found = await findBrowser(machine, disk);
		const browser = found.value && (await openBrowser(found.value, machine, disk)).value;
		if (browser === undefined) throw new Error('no browser');
		const own = await renderHtml(htmlInput([OWN]));
		for (const name of names) {
			const deck = decks.find((one) => one.deck.name === name)?.deck;
			const html = deck?.printHtml ?? own.value?.printHtml ?? '';
			const printed = await printPdf(browser, html, { title: name, date: new Date(0) });
			if (printed.value === undefined) throw new Error(JSON.stringify(printed.diagnostics));
			pdfs.set(name, read(printed.value));
		}
		await browser.close();
	}, 60_000);

	test.each(RULES)('%s', (_, rule) => {
		for (const pdf of pdfs.values()) expect(rule(pdf)).toEqual([]);
	});

	test.each(DAMAGE)('%s must not be %s', (right, wrong) => {
		const broken = [...pdfs.values()].flatMap(({ bytes }) => {
			const text = Buffer.from(bytes).toString('latin1').replaceAll(right, wrong);
			const pdf = read(Buffer.from(text, 'latin1'));
			return RULES.filter(([, rule]) => rule(pdf).length > 0);
		});
		expect(broken).not.toEqual([]);
	});
});
