// Slides that may be continued, measured in the browser: which rows of their lists and tables go to the next part.
// It only decides; render/split-slide.ts does it, and then the parts are measured again.

import type { BrowserPage } from '../effects/browser.js';
import type { BuiltDeck, Cuts } from '../model/deck.js';
import { BODY_TOLERANCE } from './measure-fit.js';

interface MeasuredSlide {
	/** From 0. */
	readonly slide: number;
	/** Pixels from the top of the slide, as all of these: where the content zone starts and ends. */
	readonly start: number;
	readonly end: number;
	/** Columns, and what stands outside of any. */
	readonly flows: readonly Flow[];
}

interface Flow {
	/** Of the lowest thing in it. */
	readonly bottom: number;
	/** In reading order. */
	readonly rows: readonly MeasuredRow[];
}

interface MeasuredRow {
	/** Of the Markdown. */
	readonly line: number;
	readonly top: number;
	readonly bottom: number;
	/** Which list or table of the slide it belongs to. */
	readonly list: number;
}

const measure = (slides: readonly number[]) => `(() => {
	const sections = [...document.querySelectorAll('section')];
	return ${JSON.stringify(slides)}.map((slide) => {
		const section = sections[slide];
		const origin = section.getBoundingClientRect();
		const style = getComputedStyle(section);
		const page = (role, otherwise) => Number.parseFloat(style.getPropertyValue('--page-' + role)) || otherwise;
		const scale = origin.width / page('width', 1280);
		const at = (length) => (length - origin.top) / scale;
		const body = section.querySelector('.body') ?? section;
		const flows = new Map();
		const flowOf = (element) => {
			const box = element.closest('.column') ?? body;
			if (!flows.has(box)) flows.set(box, { bottom: 0, rows: [] });
			return flows.get(box);
		};
		const lists = [...body.querySelectorAll('ul, ol, table')];
		for (const element of body.querySelectorAll('*')) {
			if (element.closest('.sources, footer, header, h1, h2, .kicker, .subtitle')) continue;
			if (element.localName !== 'svg' && element.closest('svg') !== section.closest('svg')) continue;
			const { top, bottom } = element.getBoundingClientRect();
			const flow = flowOf(element);
			if (element.matches('.column, .columns, .tiles')) continue;
			flow.bottom = Math.max(flow.bottom, at(bottom));
			const isRow = element.matches('tbody tr') || (element.matches('ul > li') && !element.parentElement.closest('li, ol'));
			if (isRow && element.dataset.line) flow.rows.push({ line: Number(element.dataset.line), top: at(top), bottom: at(bottom), list: lists.indexOf(element.closest('ul, ol, table')) });
		}
		return { slide, start: at(body.getBoundingClientRect().top), end: page('end', 636) + ${BODY_TOLERANCE}, flows: [...flows.values()] };
	});
})()`;

/** The cuts with those that are still missing, or undefined when there is nothing left to cut. */
export async function findCuts(page: BrowserPage, deck: BuiltDeck, known: Cuts): Promise<Cuts | undefined> {
	const slides = deck.slides.flatMap(({ fit }, slide) => (fit === 'split' ? [slide] : []));
	const measured = await page.evaluate<readonly MeasuredSlide[]>(measure(slides));
	const cuts = new Map(known);
	let isNew = false;
	for (const found of measured) {
		const id = deck.slides[found.slide]?.id ?? '';
		const parts = deck.slides.filter((slide) => slide.id === id).length;
		const part = deck.slides.slice(0, found.slide).filter((slide) => slide.id === id).length;
		const moved = rowsToMove(found, parts === 1);
		if (moved.size === 0) continue;
		isNew = true;
		const own = new Map(cuts.get(id));
		for (const [line, by] of moved) {
			const row = deck.trace.lines[line - 1]?.row;
			if (row !== undefined) own.set(row, part + by);
		}
		cuts.set(id, own);
	}
	return isNew ? cuts : undefined;
}

/** By line, how many parts further on; the first row of a flow stays. */
function rowsToMove(slide: MeasuredSlide, isWhole: boolean): ReadonlyMap<number, number> {
	const { end, flows } = slide;
	// What stands below the columns is pushed out by them.
	const pushed = Math.max(
		0,
		...flows.filter(({ rows }) => rows.length === 0).map(({ bottom }) => bottom - end),
	);
	const over = flows.filter(({ bottom }) => bottom > end - pushed);
	const [only] = over;
	if (isWhole && over.length === 1 && only !== undefined && isOneList(only, slide))
		return evenly(only.rows, end);
	return new Map(over.flatMap((flow) => lastRows(flow, end - pushed).map(({ line }) => [line, 1] as const)));
}

const isOneList = ({ rows, bottom }: Flow, { start, end }: MeasuredSlide) =>
	new Set(rows.map(({ list }) => list)).size === 1 &&
	(rows[0]?.top ?? end) - start < HEAD_PX &&
	bottom - (rows.at(-1)?.bottom ?? 0) < HEAD_PX;

/** A title or the head of a table: what stands on every part. */
const HEAD_PX = 90;

/** Those below the end; where only what follows them is, as many as make room for it. */
function lastRows({ rows, bottom }: Flow, end: number): readonly MeasuredRow[] {
	const below = rows.findIndex((row) => row.bottom > end);
	if (below !== -1) return rows.slice(Math.max(1, below));
	const lowest = rows.at(-1)?.bottom ?? 0;
	const room = rows.findIndex(({ top }) => lowest - top < bottom - end);
	return rows.slice(Math.max(1, (room === -1 ? rows.length : room) - 1));
}

/** As few parts as the rows need, none of them left with a single row. */
function evenly(rows: readonly MeasuredRow[], end: number): ReadonlyMap<number, number> {
	const heights = rows.map(({ top, bottom }, index) => (rows[index + 1]?.top ?? bottom) - top);
	const pack = (most: number) => {
		let [part, used] = [0, 0];
		return heights.map((height) => {
			if (used > 0 && used + height > most) [part, used] = [part + 1, 0];
			used += height;
			return part;
		});
	};
	const room = end - (rows[0]?.top ?? 0);
	const fewest = pack(room).at(-1);
	let most = room;
	while (most > 1 && pack(most - 1).at(-1) === fewest) most -= 1;
	return new Map(
		pack(most).flatMap((part, row) => (part === 0 ? [] : [[rows[row]?.line ?? 0, part] as const])),
	);
}
