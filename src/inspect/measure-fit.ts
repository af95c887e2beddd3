// The slides of a printed page, measured in the browser: what leaves its zone or runs into its neighbour. Finds and names
// it; changes nothing. Zones are those of themes/base.css.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BrowserPage } from '../effects/browser.js';

export interface MeasuredDeck {
	readonly name: string;
	/** Template file of each slide, in slide order. */
	readonly templates: readonly string[];
}

interface Misfit {
	/** From 0. */
	readonly slide: number;
	readonly headline: string;
	readonly what: string;
	readonly pixels: number;
}

/** What may stick out of the content zone, the slide's lower edge and its margin without being seen. */
const TOLERANCE = { body: 4, sources: -2, right: 2 };

const MEASURE = `(() => {
	const tolerance = ${JSON.stringify(TOLERANCE)};
	const misfits = [];
	document.querySelectorAll('section').forEach((section, slide) => {
		const origin = section.getBoundingClientRect();
		const style = getComputedStyle(section);
		const page = (role, otherwise) => Number.parseFloat(style.getPropertyValue('--page-' + role)) || otherwise;
		const width = page('width', 1280);
		const scale = origin.width / width;
		const limits = {
			body: page('end', 636) + tolerance.body,
			sources: page('height', 720) + tolerance.sources,
			right: width - page('margin', 72) + tolerance.right,
		};
		const box = (element) => {
			const { top, bottom, left, right } = element.getBoundingClientRect();
			return { top: (top - origin.top) / scale, bottom: (bottom - origin.top) / scale, left: (left - origin.left) / scale, right: (right - origin.left) / scale };
		};
		const headline = (section.querySelector('h1, h2')?.textContent ?? '').trim();
		const add = (what, pixels) => { if (pixels > 0) misfits.push({ slide, headline, what, pixels: Math.ceil(pixels) }); };
		const body = section.querySelector('.body');
		if (body) {
			let bottom = 0;
			let right = 0;
			for (const element of body.querySelectorAll('*')) {
				if (element.localName !== 'svg' && element.closest('svg') !== section.closest('svg')) continue;
				const measured = box(element);
				bottom = Math.max(bottom, measured.bottom);
				right = Math.max(right, measured.right);
			}
			add('below the content zone', bottom - limits.body);
			add('beyond the right margin', right - limits.right);
			const header = section.querySelector('.subtitle') ?? section.querySelector('h2');
			if (header) add('of the header over the content', box(header).bottom - box(body).top);
		}
		const sources = section.querySelector('.sources');
		if (sources) {
			add('of the source line below the slide', box(sources).bottom - limits.sources);
			const footer = section.querySelector('footer');
			if (footer) {
				const words = document.createRange();
				words.selectNodeContents(footer);
				if (box(sources).bottom > box(words).top + 2)
					add('of the source line under the footer', box(sources).right - box(words).left);
			}
		}
	});
	return misfits;
})()`;

/** One warning for each thing that does not fit. */
export async function measureFit(page: BrowserPage, deck: MeasuredDeck): Promise<readonly Diagnostic[]> {
	const misfits = await page.evaluate<readonly Misfit[]>(MEASURE);
	return misfits.map(({ slide, headline, what, pixels }) => ({
		code: 'MB361',
		location: { file: deck.templates[slide] ?? deck.name, line: 1, column: 1 },
		args: { deck: deck.name, slide: slide + 1, headline, what, pixels },
	}));
}
