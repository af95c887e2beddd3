// The bytes of a tagged PDF in; a PDF out whose structure says more and whose drawing says less: what carries no meaning
// becomes an artifact, lists and names of tags follow PDF 1.7, links say where they lead, and metadata is there as XMP.
// It refuses a PDF in a form that it does not know.

import { type FigureBox, placeFigures } from './figure-boxes.js';
import { markArtifacts } from './mark-artifacts.js';
import { PdfObjects, referenceIn } from './pdf-objects.js';
import { xmpPacket } from './xmp.js';

/** Undefined for a PDF in another form than Chromium's. */
export function makeAccessible(
	bytes: Uint8Array,
	date: Date,
	figures: readonly (readonly FigureBox[])[],
): Uint8Array | undefined {
	const pdf = PdfObjects.read(bytes);
	if (pdf === undefined) return undefined;
	for (const number of pdf.numbers) {
		const dictionary = pdf.dictionary(number);
		if (/\/Type \/Page\b/.test(dictionary)) markPage(pdf, number);
		else if (isElement(dictionary, 'LI')) wrapListItem(pdf, number);
		else if (/\/Subtype \/Link\b/.test(dictionary)) describeLink(pdf, number);
	}
	placeFigures(pdf, figures);
	mapRoles(pdf);
	const packet = xmpPacket(pdf.info, pdf.body(pdf.root), date);
	const length = Buffer.byteLength(packet, 'latin1');
	const metadata = pdf.add(
		`<</Type /Metadata\n/Subtype /XML\n/Length ${length}>> stream\n${packet}\nendstream`,
	);
	pdf.set(
		pdf.root,
		pdf.body(pdf.root).replace('/Type /Catalog', `/Type /Catalog\n/Metadata ${metadata} 0 R`),
	);
	return pdf.bytes();
}

const isElement = (dictionary: string, tag: string) =>
	/\/Type \/StructElem\b/.test(dictionary) && new RegExp(`/S /${tag}\\b`).test(dictionary);

function markPage(pdf: PdfObjects, page: number): void {
	const dictionary = pdf.dictionary(page);
	const contents = referenceIn(dictionary, 'Contents');
	const drawing = contents === undefined ? undefined : pdf.stream(contents);
	if (contents === undefined || drawing === undefined) return;
	// Forms of a chart have content of the chart's figure.
	const hasContent = (name: string) => {
		const form = referenceIn(dictionary, name);
		return form !== undefined && pdf.dictionary(form).includes('/StructParents');
	};
	const { text, dropped } = markArtifacts(drawing, hasContent);
	pdf.setStream(contents, text);
	const parents = Number(/\/StructParents (\d+)/.exec(dictionary)?.[1]);
	for (const content of dropped) dropContent(pdf, parents, content);
}

/** Takes marked content out of its element, and out of the table that leads from content to element. */
function dropContent(pdf: PdfObjects, parents: number, content: number): void {
	const tree = pdf.body(referenceIn(pdf.body(structureRoot(pdf)), 'ParentTree') ?? 0);
	const list = Number(new RegExp(`[[ ]${parents} (\\d+) 0 R`).exec(tree)?.[1]);
	const elements = pdf.body(list).match(/\d+ 0 R|null/g) ?? [];
	const element = Number.parseInt(elements[content] ?? '', 10);
	if (Number.isNaN(element)) return;
	pdf.set(list, `[${elements.map((entry, index) => (index === content ? 'null' : entry)).join(' ')}]`);
	pdf.set(
		element,
		pdf.body(element).replace(/\/K (\d+(?! \d+ R)|\[[\s\S]*?\](?=\n|>>$))/, (all, kids: string) => {
			if (kids === String(content)) return '/K []';
			return kids.startsWith('[') ? `/K ${withoutContent(kids, content)}` : all;
		}),
	);
}

/** Of `[4 382 0 R <</Type /MCR …>>]`, numbers alone are content of the element's own page. */
function withoutContent(kids: string, content: number): string {
	return kids
		.replace(/<<[\s\S]*?>>|\d+ 0 R|\d+/g, (kid) => (kid === String(content) ? '' : kid))
		.replace(/ {2,}/g, ' ')
		.replace('[ ', '[');
}

const structureRoot = (pdf: PdfObjects) => referenceIn(pdf.body(pdf.root), 'StructTreeRoot') ?? 0;

/** An item of a list holds a body, which holds what Chromium puts right into the item. */
function wrapListItem(pdf: PdfObjects, number: number): void {
	const body = pdf.body(number);
	const list = referenceIn(body, 'P');
	if (list === undefined) return;
	// The old object becomes the body, so that whatever names it as its parent stays right.
	const item = pdf.add(`<</Type /StructElem\n/S /LI\n/P ${list} 0 R\n/K ${number} 0 R>>`);
	pdf.set(number, body.replace('/S /LI', '/S /LBody').replace(/\/P \d+ 0 R/, `/P ${item} 0 R`));
	pdf.set(
		list,
		pdf
			.body(list)
			.replace(/\/K[\s\S]*$/, (kids) => kids.replace(new RegExp(`(?<!\\d)${number} 0 R`), `${item} 0 R`)),
	);
}

/** Readers that do not follow the structure say this. */
function describeLink(pdf: PdfObjects, number: number): void {
	const body = pdf.body(number);
	const address = /\/URI (\((?:\\.|[^\\)])*\)|<[^>]*>)/.exec(body)?.[1];
	if (address === undefined || /\/Contents\b/.test(body)) return;
	pdf.set(
		number,
		body.replace('/Subtype /Link', () => `/Subtype /Link\n/Contents ${address}`),
	);
}

/** Tags of PDF 2.0, which Chromium writes into a PDF 1.4, and what they were called before. */
const ROLES: Readonly<Record<string, string>> = {
	Aside: 'Sect',
	DocumentFragment: 'Div',
	Em: 'Span',
	FENote: 'Note',
	Strong: 'Span',
	Sub: 'Span',
	Title: 'P',
};

function mapRoles(pdf: PdfObjects): void {
	const used = new Set(
		pdf.numbers.flatMap((number) => {
			const body = pdf.dictionary(number);
			const tag = body.includes('/Type /StructElem') ? /\/S \/(\w+)/.exec(body)?.[1] : undefined;
			return tag !== undefined && tag in ROLES ? [tag] : [];
		}),
	);
	if (used.size === 0) return;
	const roles = [...used].sort().map((tag) => `/${tag} /${ROLES[tag]}`);
	const root = structureRoot(pdf);
	const mapped = `/Type /StructTreeRoot\n/RoleMap <<${roles.join('\n')}>>`;
	pdf.set(root, pdf.body(root).replace('/Type /StructTreeRoot', mapped));
}
