// The slides of a printed page, measured in the browser: what leaves its zone or runs into its neighbour. Finds and names
// it; changes nothing. Zones are those of themes/base.css.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BrowserPage } from '../effects/browser.js';
import { ELEMENT_NAMES } from './element-names.js';
import type { PlaceOf } from './slide-places.js';

export interface MeasuredDeck {
	readonly name: string;
	readonly placeOf: PlaceOf;
	/** Whether a slide, counted from 0, has been continued where it could be. */
	readonly isSplit?: (slide: number) => boolean;
}

interface Misfit {
	/** From 0. */
	readonly slide: number;
	readonly headline: string;
	/** Line of the Markdown. */
	readonly line: number;
	/** `the row “…”`, and how many more. */
	readonly element: string;
	readonly more: number;
	readonly where: 'below' | 'beside' | 'header' | 'sources' | 'footer';
	readonly pixels: number;
}

/** What may stick out of the content zone, the slide's lower edge and its margins without being seen. */
export const BODY_TOLERANCE = 4;
const TOLERANCE = { body: BODY_TOLERANCE, sources: -2, beside: 2 };

const MEASURE = `(() => {
	const tolerance = ${JSON.stringify(TOLERANCE)};
	const misfits = [];
${ELEMENT_NAMES}	document.querySelectorAll('section').forEach((section, slide) => {
		const origin = section.getBoundingClientRect();
		const style = getComputedStyle(section);
		const page = (role, otherwise) => Number.parseFloat(style.getPropertyValue('--page-' + role)) || otherwise;
		const width = page('width', 1280);
		const scale = origin.width / width;
		const limits = {
			body: page('end', 636) + tolerance.body,
			sources: page('height', 720) + tolerance.sources,
			left: page('margin', 72) - tolerance.beside,
			right: width - page('margin', 72) + tolerance.beside,
		};
		const box = (element) => {
			const { top, bottom, left, right } = element.getBoundingClientRect();
			return { top: (top - origin.top) / scale, bottom: (bottom - origin.top) / scale, left: (left - origin.left) / scale, right: (right - origin.left) / scale };
		};
		const headline = shorten(section.querySelector('h1, h2')?.textContent ?? '');
		const add = (where, pixels, elements) => {
			if (pixels <= 0) return;
			const [element] = elements;
			misfits.push({ slide, headline, line: lineIn(section, element), element: nameOf(element), more: elements.size - 1, where, pixels: Math.ceil(pixels) });
		};
		const body = section.querySelector('.body');
		if (body) {
			const below = { pixels: 0, elements: new Set() };
			const beside = { pixels: 0, elements: new Set() };
			const note = (side, pixels, element) => {
				if (pixels <= 0) return;
				side.pixels = Math.max(side.pixels, pixels);
				// Of nested boxes the innermost is to be named, and of a table the row.
				const named = element.closest('tr, figure') ?? element;
				for (const outer of side.elements) if (outer !== named && outer.contains(named)) side.elements.delete(outer);
				side.elements.add(named);
			};
			for (const element of body.querySelectorAll('*')) {
				if (element.localName !== 'svg' && element.closest('svg') !== section.closest('svg')) continue;
				const measured = box(element);
				note(below, measured.bottom - limits.body, element);
				note(beside, Math.max(measured.right - limits.right, limits.left - measured.left), element);
			}
			add('below', below.pixels, below.elements);
			add('beside', beside.pixels, beside.elements);
			const header = section.querySelector('.subtitle') ?? section.querySelector('h2');
			if (header) add('header', box(header).bottom - box(body).top, new Set([header]));
		}
		const sources = section.querySelector('.sources');
		if (sources) {
			add('sources', box(sources).bottom - limits.sources, new Set([sources]));
			const footer = section.querySelector('footer');
			if (footer) {
				const words = document.createRange();
				words.selectNodeContents(footer);
				// Of a title that is shortened, only what is shown counts.
				const running = footer.querySelector('.running') ?? words;
				if (box(sources).bottom > box(running).top + 2)
					add('footer', Math.min(box(sources).right - box(running).left, box(running).right - box(sources).left), new Set([sources]));
			}
		}
	});
	return misfits;
})()`;

/** One error for each thing that does not fit. */
export async function measureFit(page: BrowserPage, deck: MeasuredDeck): Promise<readonly Diagnostic[]> {
	const misfits = await page.evaluate<readonly Misfit[]>(MEASURE);
	return misfits.map(({ slide, headline, line, element, more, where, pixels }) => ({
		code: 'MB361',
		...deck.placeOf(slide, line),
		args: {
			deck: deck.name,
			slide: slide + 1,
			headline,
			element: more > 0 ? `${element} and ${more} more` : element,
			...(where === 'below' && /^the (?:row|list)/.test(element) ? { isRow: 1 } : {}),
			...(where === 'below' && deck.isSplit?.(slide) ? { isSplit: 1 } : {}),
			pixels,
			what: `${more > 0 ? 'reach' : 'reaches'} ${pixels} px ${PLACES[where]}`,
		},
	}));
}

const PLACES: Readonly<Record<Misfit['where'], string>> = {
	below: 'below the content zone',
	beside: 'beyond the right margin',
	header: 'into the content below it',
	sources: 'below the place of the source line',
	footer: 'into the footer',
};
