// Where figures stand: the browser knows, and the structure of a PDF should say so too.

import type { BrowserPage } from '../effects/browser.js';
import { type PdfObjects, referenceIn } from './pdf-objects.js';

/** Left, bottom, right and top, in points from a page's lower left corner. */
export type FigureBox = readonly [number, number, number, number];

const POINTS_PER_PX = 0.75;

const BOXES = `[...document.querySelectorAll('svg[data-marpit-svg]')].map((frame) => {
	const page = frame.getBoundingClientRect();
	const size = frame.viewBox.baseVal;
	const scale = size.width / page.width;
	return [...frame.querySelectorAll('section [role="img"], section img[alt]:not([alt=""])')].map((figure) => {
		const box = figure.getBoundingClientRect();
		return [(box.left - page.left) * scale, size.height - (box.bottom - page.top) * scale, (box.right - page.left) * scale, size.height - (box.top - page.top) * scale];
	});
})`;

/** Slide by slide, in the order of the document. */
export async function figureBoxes(page: BrowserPage): Promise<readonly (readonly FigureBox[])[]> {
	const slides = await page.evaluate<readonly (readonly FigureBox[])[]>(BOXES);
	return slides.map((boxes) =>
		boxes.map(
			([left, bottom, right, top]): FigureBox => [
				inPoints(left),
				inPoints(bottom),
				inPoints(right),
				inPoints(top),
			],
		),
	);
}

const inPoints = (px: number) => Math.round(px * POINTS_PER_PX * 100) / 100;

/** Of a page whose figures are not those that the browser saw, none gets a box. */
export function placeFigures(pdf: PdfObjects, slides: readonly (readonly FigureBox[])[]): void {
	const pages = pagesIn(pdf, referenceIn(pdf.body(pdf.root), 'Pages') ?? 0);
	const tree = pdf.body(referenceIn(pdf.body(pdf.root), 'StructTreeRoot') ?? 0);
	const figures = figuresIn(pdf, referenceIn(tree, 'K') ?? 0);
	for (const [slide, page] of pages.entries()) {
		const own = figures.filter((figure) => referenceIn(pdf.body(figure), 'Pg') === page);
		const boxes = slides[slide] ?? [];
		if (own.length !== boxes.length) continue;
		for (const [index, figure] of own.entries()) {
			const attribute = `/A <</O /Layout\n/BBox [${boxes[index]?.join(' ')}]>>`;
			pdf.set(figure, pdf.body(figure).replace('/S /Figure', `/S /Figure\n${attribute}`));
		}
	}
}

function pagesIn(pdf: PdfObjects, number: number): readonly number[] {
	const body = pdf.body(number);
	if (/\/Type \/Page\b/.test(body)) return [number];
	return kidsOf(/\/Kids \[([^\]]*)\]/.exec(body)?.[1]).flatMap((kid) => pagesIn(pdf, kid));
}

/** In reading order. */
function figuresIn(pdf: PdfObjects, number: number): readonly number[] {
	const body = pdf.body(number);
	if (/\/S \/Figure\b/.test(body)) return [number];
	const kids = /\/K (\[[\s\S]*?\](?=\n|>>)|\d+ 0 R)/.exec(body)?.[1]?.replace(/<<[\s\S]*?>>/g, '');
	return kidsOf(kids).flatMap((kid) => figuresIn(pdf, kid));
}

const kidsOf = (list = '') => [...list.matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid));
