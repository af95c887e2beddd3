// What runs in the browser to look at every slide of a page: one expression, whose value is a list of what is wrong.
// It changes nothing. Pixels are those of a slide that is 720 high, whatever size it has and is shown at.

import { COLOUR_FUNCTIONS } from './colour-functions.js';
import { ELEMENT_NAMES } from './element-names.js';
import { CONTENT } from './probe-content.js';
import { FIT } from './probe-fit.js';
import { TEXT } from './probe-text.js';

export type SightingKind =
	| 'outside'
	| 'unsafe'
	| 'clipped'
	| 'overlap'
	| 'small'
	| 'label'
	| 'cut'
	| 'image'
	| 'level'
	| 'rows'
	| 'empty'
	| 'contrast'
	/** Text over a picture: its contrast is to be looked at. */
	| 'unjudged'
	| 'alt';

/** One thing that is wrong. */
export interface Sighting {
	readonly kind: SightingKind;
	/** From 0. */
	readonly slide: number;
	readonly headline: string;
	/** Line of the Markdown, where the page says it in `data-line`; else 0. */
	readonly line: number;
	/** `the paragraph “…”` */
	readonly element: string;
	readonly other?: string;
	readonly pixels?: number;
	/** Elements beside the first with the same trouble. */
	readonly more?: number;
	readonly detail?: Readonly<Record<string, string | number>>;
}

export const LEAST_TEXT_PX = 14;

/** Of a table, its head left out. */
export const MOST_ROWS = 16;

/** What may stick out unseen, how near to its edge a slide may have text, and what is text to be measured. */
const LIMITS = {
	outside: 1.5,
	safe: 12,
	clipped: 1.5,
	overlap: 2,
	label: 1,
	text: LEAST_TEXT_PX - 0.05,
	rows: MOST_ROWS,
};

/** Of `fit`, only what is lost is found. */
export const probe = (part: 'all' | 'fit') => `(async () => {
	const LIMITS = ${JSON.stringify(LIMITS)};
	const found = [];
${ELEMENT_NAMES}	const styles = new Map();
	const styleOf = (element) => { let style = styles.get(element); if (!style) styles.set(element, style = getComputedStyle(element)); return style; };
	const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const colours = new Map();
	const colourOf = (text) => {
		let colour = colours.get(text);
		if (!colour) {
			pen.clearRect(0, 0, 1, 1);
			pen.fillStyle = '#000';
			pen.fillStyle = text;
			pen.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
			colours.set(text, colour = [r, g, b, a / 255]);
		}
		return colour;
	};
	const over = (front, back) => [0, 1, 2].map((n) => front[n] * front[3] + back[n] * (1 - front[3])).concat(1);
${COLOUR_FUNCTIONS}	const isBlock = (element) => !/^(inline|contents|ruby)/.test(styleOf(element).display) || element.localName === 'text';
	let level = 0;
	// Headers and footers are the same on every slide, and told once.
	const repeated = new Set();
	const pictured = new Set();

	const frames = [...document.querySelectorAll('svg[data-marpit-svg]')];
	for (const [slide, frame] of frames.entries()) {
		const sections = [...frame.querySelectorAll(':scope > foreignObject > section')];
		const section = sections.find((one) => one.dataset.marpitAdvancedBackground === 'content') ?? sections[0];
		if (!section) continue;
		const backdrop = sections.find((one) => one.dataset.marpitAdvancedBackground === 'background');
		const edge = section.getBoundingClientRect();
		const scale = edge.height / 720;
		const own = 720 / section.offsetHeight;
		const px = (length) => length / scale;
		const heading = section.querySelector('h1, h2') ?? section.querySelector('h3, h4, h5, h6');
		const headline = shorten(heading?.textContent ?? '');
		const slideLine = Number((heading ?? section.querySelector('[data-line]'))?.dataset.line ?? section.dataset.line ?? 0);
		const add = (kind, element, rest) => found.push({ kind, slide, headline, line: lineIn(section, element) || slideLine, element: nameOf(element), ...rest });
		// The same trouble of many elements is told once a slide.
		const groups = new Map();
		const addToGroup = (key, kind, element, rest) => {
			const isRepeated = element.closest('header, footer') !== null;
			if (isRepeated && repeated.has(key)) return;
			const elements = groups.get(key) ?? rest.elements ?? new Set();
			if (!groups.has(key)) add(kind, element, { ...rest, elements });
			groups.set(key, elements.add(element));
			if (isRepeated) repeated.add(key);
		};

		// Lines of text, by the block that they belong to.
		const lines = [];
		const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node.data.trim() === '') continue;
			const parent = node.parentElement;
			if (parent.closest('title, desc, style, script, defs, metadata') || styleOf(parent).visibility !== 'visible') continue;
			let block = parent;
			while (block !== section && !isBlock(block)) block = block.parentElement;
			range.selectNodeContents(node);
			for (const rect of range.getClientRects()) if (rect.width > 0.5 && rect.height > 0.5) lines.push({ rect, block, parent });
		}
		const pictures = [...section.querySelectorAll('img, svg, video, canvas')].filter((one) => !one.parentElement.closest('svg') || one.parentElement.closest('svg') === frame);
${FIT}${part === 'fit' ? '' : TEXT + CONTENT}	}
	return found.map(({ elements, ...sighting }) => (elements ? { ...sighting, more: elements.size - 1 } : sighting));
})()`;
