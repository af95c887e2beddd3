// The bar of buttons: marp-cli's, with ours. It stands beside the slide where the window leaves room for it; else it comes
// up over the slide's lower edge while somebody reaches for it there, taps, or gets to it by Tab.

import type { Deck } from './deck.js';
import { element } from './element.js';
import type { Actions } from './keys.js';
import { slideBox } from './slide-box.js';

/** What the bar needs, in pixels: below the slide for a mouse or a finger, and beside it. */
const BAR = { fine: 40, coarse: 48, beside: 52 };
/** As near as this to the lower edge is reaching for it. */
const REACH = 28;
const STAYS_MS = 2_000;
const STAYS_AFTER_TAP_MS = 4_000;
const LEAVES_MS = 250;

export function addControls(deck: Deck, actions: Actions): void {
	const bar = document.querySelector<HTMLElement>('.bespoke-marp-osc');
	const stage = bar?.parentElement;
	if (bar === null || stage === null || stage === undefined) return;
	bar.append(button('sources', 'Sources (s)', actions.sources), button('help', 'Keys (?)', actions.help));
	bar.setAttribute('role', 'toolbar');
	bar.setAttribute('aria-label', 'Slides');
	for (const one of bar.querySelectorAll('button')) {
		one.tabIndex = 0;
		const name = NAMES[one.dataset.bespokeMarpOsc ?? ''];
		if (name !== undefined) [one.title, one.textContent] = [name, name];
	}
	// Tells where the bar is.
	stage.append(element('div', { class: 'mb-handle', attributes: { 'aria-hidden': 'true' } }));

	const isTouch = matchMedia('(pointer: coarse)');
	let timer: ReturnType<typeof setTimeout> | undefined;
	const hideAfter = (ms: number) => {
		clearTimeout(timer);
		timer = setTimeout(() => bar.removeAttribute('data-shown'), ms);
	};
	const show = (ms: number) => {
		bar.setAttribute('data-shown', '');
		// Where it covers nothing, a finger finds it without a tap.
		if (isTouch.matches && bar.dataset.place !== 'over') clearTimeout(timer);
		else hideAfter(ms);
	};
	const place = () => {
		const [window_, slide] = [stage.getBoundingClientRect(), slideBox(deck)];
		const below = window_.bottom - slide.y - slide.height;
		const beside = window_.right - slide.x - slide.width;
		const needed = isTouch.matches ? BAR.coarse : BAR.fine;
		const at = below >= needed ? 'below' : beside >= BAR.beside ? 'beside' : 'over';
		const isElsewhere = bar.dataset.place !== at;
		bar.dataset.place = at;
		stage.style.setProperty('--mb-gap', `${at === 'below' ? below : beside}px`);
		if (!isElsewhere) return;
		if (at === 'over') hideAfter(0);
		else show(STAYS_MS);
	};
	place();
	new ResizeObserver(place).observe(stage);
	stage.addEventListener('pointermove', ({ pointerType, clientY, target }) => {
		if (pointerType === 'touch') return;
		const isNear = clientY > innerHeight - REACH || bar.contains(target as Node);
		if (bar.dataset.place !== 'over' || isNear) show(STAYS_MS);
		else if (bar.dataset.shown === '') {
			// Once, or a pointer that keeps moving would keep it there.
			bar.dataset.shown = 'leaving';
			hideAfter(LEAVES_MS);
		}
	});
	stage.addEventListener('click', (event) => {
		if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
		const isInside = bar.contains(event.target as Node);
		if (isInside || !bar.hasAttribute('data-shown')) show(STAYS_AFTER_TAP_MS);
		else if (bar.dataset.place === 'over') hideAfter(0);
	});
}

/** As the help calls them. */
const NAMES: Readonly<Record<string, string>> = {
	prev: 'Back',
	next: 'Next',
	fullscreen: 'Full screen (f)',
	overview: 'Overview (o)',
	presenter: 'Presenter view (p)',
};

function button(name: string, title: string, action: () => void): HTMLElement {
	return element('button', {
		class: `mb-control mb-control-${name}`,
		text: title,
		attributes: { type: 'button', title },
		on: { click: action },
	});
}
