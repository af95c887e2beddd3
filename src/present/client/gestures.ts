// What marp-cli's player takes for a move and is none: zooming with the wheel, moving about on a page that is zoomed in.
// And a mouse that presses a button does not take the keys away from the slides.

export function tameGestures(): void {
	window.addEventListener('wheel', (event) => event.ctrlKey && event.stopImmediatePropagation(), {
		capture: true,
		passive: true,
	});
	window.addEventListener(
		'touchstart',
		(event) => (visualViewport?.scale ?? 1) > ZOOMED && event.stopImmediatePropagation(),
		{ capture: true, passive: true },
	);
	document.addEventListener('mousedown', (event) => {
		if (event.target instanceof Element && event.target.closest('.bespoke-marp-osc, .mb-bar button') !== null)
			event.preventDefault();
	});
}

/** Less is the trembling of two fingers. */
const ZOOMED = 1.05;
