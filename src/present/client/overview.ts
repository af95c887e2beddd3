// The overview: a number under every slide, the slide on view in sight and in focus, and numbers to go to one.

import type { Deck } from './deck.js';
import { keyOf, typedNumber } from './keys.js';
import { numberBox } from './overlays.js';
import { PATCHED } from './sources.js';

export function extendOverview(deck: Deck): void {
	const number = () => {
		for (const [index, slide] of deck.slides.entries()) {
			slide.querySelector(':scope > .mb-thumb')?.remove();
			const { height } = (slide as SVGSVGElement).viewBox.baseVal;
			const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
			text.setAttribute('class', 'mb-thumb');
			text.setAttribute('y', String(height));
			text.setAttribute('aria-hidden', 'true');
			text.textContent = String(index + 1);
			slide.append(text);
		}
	};
	const scale = () => {
		const slide = deck.slides[0] as SVGSVGElement;
		const width = slide.clientWidth - 2 * FRAME;
		if (width > 0)
			document.documentElement.style.setProperty(
				'--mb-thumb-scale',
				String(width / slide.viewBox.baseVal.width),
			);
	};
	number();
	document.addEventListener(PATCHED, number);
	new ResizeObserver(scale).observe(deck.slides[0] as SVGElement);

	const meet = () => {
		const slide = deck.slides[deck.index()];
		slide?.focus({ preventScroll: true });
		// The player scrolls before the slides have their size; what is above stays in sight as far as it can.
		window.scrollTo({ top: 0, behavior: 'instant' });
		slide?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
	};
	window.addEventListener('focus', () => setTimeout(meet));
	window.addEventListener('load', () => setTimeout(meet));

	const typed = typedNumber({
		goTo: (slide) =>
			deck.slides[Math.min(Math.max(slide, 1), deck.slides.length) - 1]?.dispatchEvent(
				new MouseEvent('click'),
			),
		showNumber: numberBox(),
	});
	window.addEventListener(
		'keydown',
		(event) => {
			if (event.target === document || event.altKey || event.ctrlKey || event.metaKey) return;
			const key = keyOf(event);
			const isCapital = key === 'o' && event.key !== 'o';
			if (isCapital) document.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
			if (!isCapital && !typed.take(key)) return;
			event.preventDefault();
			event.stopImmediatePropagation();
		},
		true,
	);
}

/** Of the player's, in pixels, around each slide. */
const FRAME = 6;
