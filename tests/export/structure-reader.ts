// A PDF's structure tree as a screen reader walks it: tags, their contents, and where those stand. It knows
// the plain form that Chromium writes: one operator a line, and texts as numbers of glyphs.

import { PdfObjects, referenceIn } from '../../src/export/pdf-objects.js';

/** Where a text starts, or the upper left corner of all texts of a figure, in points from that of the page. */
export interface Placed {
	readonly x: number;
	readonly y: number;
}

export interface Element {
	readonly tag: string;
	readonly page: number;
	readonly children: readonly Element[];
	/** Marked contents of its own, in order. */
	readonly contents: readonly { readonly page: number; readonly id: number }[];
	readonly dictionary: string;
}

export interface Structure {
	readonly root: Element;
	/** By page and number of the marked content. */
	readonly placeOf: (page: number, id: number) => Placed | undefined;
	/** Operators that paint outside of marked contents and artifacts. */
	readonly unmarked: readonly string[];
	readonly artifacts: number;
}

export function readStructure(bytes: Uint8Array): Structure {
	const pdf = PdfObjects.read(bytes);
	if (pdf === undefined) throw new Error('not a PDF of Chromium');
	const tree = referenceIn(pdf.body(pdf.root), 'StructTreeRoot') ?? 0;
	const pages = pdf.numbers.filter((number) => /\/Type \/Page\b/.test(pdf.dictionary(number)));
	const drawn = new Map(pages.map((page) => [page, readDrawing(pdf, page)]));
	return {
		root: readElement(pdf, referenceIn(pdf.body(tree), 'K') ?? 0, 0),
		placeOf: (page, id) => drawn.get(page)?.places.get(id),
		unmarked: [...drawn.values()].flatMap(({ unmarked }) => unmarked),
		artifacts: [...drawn.values()].reduce((sum, { artifacts }) => sum + artifacts, 0),
	};
}

function readElement(pdf: PdfObjects, number: number, inherited: number): Element {
	const body = pdf.body(number);
	const page = referenceIn(body, 'Pg') ?? inherited;
	const kids = /\/K (\[[\s\S]*?\](?=\n|>>)|\d+ 0 R|\d+)/.exec(body)?.[1] ?? '';
	const children: Element[] = [];
	const contents: { page: number; id: number }[] = [];
	for (const [kid] of kids.matchAll(/<<[\s\S]*?>>|\d+ 0 R|\d+/g)) {
		if (kid.startsWith('<<')) continue;
		if (kid.endsWith('R')) children.push(readElement(pdf, Number.parseInt(kid, 10), page));
		else contents.push({ page, id: Number(kid) });
	}
	return { tag: /\/S \/(\w+)/.exec(body)?.[1] ?? '', page, children, contents, dictionary: body };
}

type Matrix = readonly [number, number, number, number, number, number];

function readDrawing(pdf: PdfObjects, page: number) {
	const dictionary = pdf.dictionary(page);
	const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(dictionary)?.[1]);
	const places = new Map<number, Placed>();
	const unmarked: string[] = [];
	let artifacts = 0;
	let matrix: Matrix = [1, 0, 0, 1, 0, 0];
	const saved: Matrix[] = [];
	let marked: number | 'artifact' | undefined;
	let isFigure = false;
	/** Within marked contents, such as Chromium writes around a blank that does not break. */
	let spans = 0;
	for (const line of (pdf.stream(referenceIn(dictionary, 'Contents') ?? 0) ?? '').split('\n')) {
		const operator = line.slice(line.lastIndexOf(' ') + 1);
		const numbers = () => (line.match(/-?[\d.]+/g) ?? []).map(Number) as unknown as Matrix;
		if (operator === 'q') saved.push(matrix);
		else if (operator === 'Q') matrix = saved.pop() ?? matrix;
		else if (operator === 'cm') matrix = multiply(numbers(), matrix);
		else if (operator.endsWith('BDC') && !line.includes('/MCID')) spans += 1;
		else if (operator === 'EMC' && spans > 0) spans -= 1;
		else if (operator.endsWith('BDC')) {
			marked = Number(/\/MCID (\d+)/.exec(line)?.[1]);
			isFigure = line.startsWith('/Figure');
		} else if (operator === 'BMC') {
			marked = 'artifact';
			artifacts += 1;
		} else if (operator === 'EMC') marked = undefined;
		else if (operator === 'Tm' && typeof marked === 'number') {
			const [, , , , x, y] = multiply(numbers(), matrix);
			const known = places.get(marked);
			if (known === undefined) places.set(marked, { x, y: height - y });
			else if (isFigure) places.set(marked, { x: Math.min(known.x, x), y: Math.min(known.y, height - y) });
		}
		if (marked === undefined && ['f', 'f*', 'B', 'S', 'ET', 'sh'].includes(operator))
			unmarked.push(`${page}: ${line}`);
	}
	return { places, unmarked, artifacts };
}

function multiply(a: Matrix, b: Matrix): Matrix {
	return [
		a[0] * b[0] + a[1] * b[2],
		a[0] * b[1] + a[1] * b[3],
		a[2] * b[0] + a[3] * b[2],
		a[2] * b[1] + a[3] * b[3],
		a[4] * b[0] + a[5] * b[2] + b[4],
		a[4] * b[1] + a[5] * b[3] + b[5],
	];
}

/** The element and all within it, in reading order. */
export function allIn(element: Element): readonly Element[] {
	return [element, ...element.children.flatMap(allIn)];
}
