// What marp-cli's player leaves out for people who do not look at the screen: landmarks, a heading of the first level on
// every slide, names of slides and frames, and word of every slide that comes on view.

import type { Deck } from './deck.js';
import { element } from './element.js';
import { PATCHED } from './sources.js';

export function assist(deck: Deck): void {
	const slides = deck.slides[0]?.parentElement;
	if (slides === null || slides === undefined) return;
	// The presenter view has notes, clock and sources around the slides.
	(slides.closest('.bespoke-marp-presenter-container') ?? slides).setAttribute('role', 'main');
	nameFrames();
	new MutationObserver(nameFrames).observe(document.body, { childList: true, subtree: true });
	const name = () => {
		for (const [index, slide] of deck.slides.entries()) {
			slide.setAttribute('role', 'group');
			slide.setAttribute('aria-roledescription', 'slide');
			slide.setAttribute('aria-label', nameOf(deck, index));
		}
	};
	name();
	document.addEventListener(PATCHED, name);
	if (deck.view === 'overview') showAll(deck);
	else tellMoves(deck, slides);
}

/** In the overview each slide can be chosen by key, and the player hides all but one from those who need that most. */
function showAll(deck: Deck): void {
	for (const slide of deck.slides) {
		const show = () => slide.removeAttribute('aria-hidden');
		new MutationObserver(show).observe(slide, { attributes: true, attributeFilter: ['aria-hidden'] });
		show();
	}
}

function tellMoves(deck: Deck, slides: HTMLElement): void {
	const title = element('h1', { class: 'mb-unseen', text: document.title });
	const said = element('div', { class: 'mb-unseen', attributes: { role: 'status' } });
	slides.prepend(title, said);
	let last = deck.index();
	deck.onMove((index) => {
		title.hidden = deck.section()?.querySelector('h1') != null;
		// What is there when the page opens is read anyway.
		if (index !== last) said.textContent = nameOf(deck, index);
		last = index;
	});
}

/** `Slide 3 of 14: Errors at sea nearly halve` */
function nameOf(deck: Deck, index: number): string {
	const headline = deck.section(index)?.querySelector('h1, h2')?.textContent?.trim() ?? '';
	return `Slide ${index + 1} of ${deck.slides.length}${headline === '' ? '' : `: ${headline}`}`;
}

/** The player makes its frames when they are first asked for. */
function nameFrames(): void {
	for (const frame of document.querySelectorAll('iframe:not([title])'))
		frame.setAttribute(
			'title',
			(frame.getAttribute('src') ?? '').includes('view=next') ? 'Next slide' : 'Overview',
		);
}
