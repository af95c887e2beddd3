// Finds on a slide what has sources: printed figures and sentences by their text, in the order in which they were
// printed, and the labels of charts by their value. It changes nothing on the slide; marks are painted over the text.

import {
	type DeckSources,
	type DrawerSlide,
	type DrawerTopic,
	PRINT_CHART,
	PRINT_TEXT,
	PRINT_VALUE,
} from '../../model/slide-sources.js';

export interface Figure {
	readonly range: Range;
	readonly topics: readonly number[];
}

/** Parts of a slide that only repeat what stands above them. */
const REPEATS = 'header, footer, .sources, figure.chart';

export function figuresOf(
	section: HTMLElement | null,
	slide: DrawerSlide,
	sources: DeckSources,
): readonly Figure[] {
	if (section === null) return [];
	const text = new FlowingText(section);
	let from = 0;
	return slide.prints.flatMap(([print, topics]) => {
		if (print === PRINT_CHART) return [];
		const first = sources.topics[topics[0] ?? -1];
		const wanted = print === PRINT_VALUE ? first?.value : print === PRINT_TEXT ? first?.text : print;
		if (wanted === undefined || wanted === '') return [];
		// A template may print in another order than the page shows.
		const at = text.find(wanted, from) ?? text.find(wanted, 0);
		if (at === undefined) return [];
		from = at + wanted.length;
		return [{ range: text.range(at, from), topics }];
	});
}

/**
 * Topics behind a place in a chart: those with the clicked name or value, else those about which a source says that value,
 * else those of its row, else all of the chart's.
 */
export function topicsOfChart(
	target: Element,
	section: HTMLElement,
	slide: DrawerSlide,
	sources: DeckSources,
) {
	const chart = target.closest('figure.chart');
	if (chart === null) return [];
	const position = [...section.querySelectorAll('figure.chart')].indexOf(chart);
	const all = slide.prints.filter(([print]) => print === PRINT_CHART)[position]?.[1] ?? [];
	const text = target.closest('text');
	const named = (label: string) =>
		all.filter((topic) => sources.topics[topic]?.name.split(', ')[0] === label);
	const label = textOf(text);
	const valued = (valuesOf: (topic: DrawerTopic) => readonly (string | undefined)[]) =>
		all.filter((id) => {
			const topic = sources.topics[id];
			const wanted = bareNumber(label);
			return wanted !== undefined && topic !== undefined && valuesOf(topic).map(bareNumber).includes(wanted);
		});
	const candidates = [
		named(label),
		valued(({ value }) => [value]),
		valued(({ dissent = [] }) => dissent.map(({ value }) => value)),
		text === null ? [] : rowOf(text, chart).flatMap(named),
	];
	return candidates.find((topics) => topics.length > 0) ?? all;
}

/** What stands on a line with a text: the name of the row, for a change that no source gives as such. */
function rowOf(text: Element, chart: Element): readonly string[] {
	const middle = (one: Element) => {
		const { top, height } = one.getBoundingClientRect();
		return top + height / 2;
	};
	const [at, reach] = [middle(text), text.getBoundingClientRect().height / 2];
	return [...chart.querySelectorAll('text')]
		.filter((other) => Math.abs(middle(other) - at) < reach)
		.map(textOf);
}

const textOf = (text: Element | null) => text?.textContent?.trim() ?? '';
const bareNumber = (text = '') => /[\d.,]+/.exec(text)?.[0];

/** The text of a slide as one string, with the way back to its nodes. */
class FlowingText {
	readonly #nodes: Text[] = [];
	readonly #starts: number[] = [];
	readonly #text: string;

	constructor(section: HTMLElement) {
		const walker = document.createTreeWalker(
			section,
			NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
			(node) =>
				node instanceof Element && node.matches(REPEATS)
					? NodeFilter.FILTER_REJECT
					: NodeFilter.FILTER_ACCEPT,
		);
		let text = '';
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			if (!(node instanceof Text)) continue;
			this.#nodes.push(node);
			this.#starts.push(text.length);
			text += node.data;
		}
		this.#text = text;
	}

	/** Where a text stands that is not part of a longer number or word. */
	find(wanted: string, from: number): number | undefined {
		for (let at = this.#text.indexOf(wanted, from); at !== -1; at = this.#text.indexOf(wanted, at + 1)) {
			const before = this.#text.slice(Math.max(0, at - 2), at);
			const after = this.#text.slice(at + wanted.length, at + wanted.length + 2);
			const isInside =
				(/^[\p{L}\p{N}]/u.test(wanted) && /[\p{L}\p{N}]$|\d[.,]$/u.test(before)) ||
				(/[\p{L}\p{N}]$/u.test(wanted) && /^[\p{L}\p{N}]|^[.,]\d/u.test(after));
			if (!isInside) return at;
		}
		return undefined;
	}

	range(start: number, end: number): Range {
		const range = document.createRange();
		const [first, last] = [this.#nodeAt(start), this.#nodeAt(end - 1)];
		const [from, to] = [this.#nodes[first], this.#nodes[last]];
		if (from !== undefined) range.setStart(from, start - (this.#starts[first] ?? 0));
		if (to !== undefined) range.setEnd(to, end - (this.#starts[last] ?? 0));
		return range;
	}

	#nodeAt(offset: number): number {
		let node = this.#starts.length - 1;
		while (node > 0 && (this.#starts[node] ?? 0) > offset) node -= 1;
		return node;
	}
}

/** The figure under a point of the window. */
export function figureAt(figures: readonly Figure[], x: number, y: number): Figure | undefined {
	return figures.find(({ range }) =>
		[...range.getClientRects()].some(
			({ left, right, top, bottom }) => x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2,
		),
	);
}

/** Paints a mark over figures, where the browser can; see `::highlight` in client.css. */
export function paint(name: 'mb-figure' | 'mb-pointed', figures: readonly Figure[]): void {
	if (!('highlights' in CSS)) return;
	if (figures.length === 0) CSS.highlights.delete(name);
	else CSS.highlights.set(name, new Highlight(...figures.map(({ range }) => range)));
}
