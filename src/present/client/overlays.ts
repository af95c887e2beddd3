// What can lie over the slide: black screen, laser pointer, the number being typed, and the help.

import type { Deck } from './deck.js';
import { element } from './element.js';
import type { Key } from './keys.js';
import type { Windows } from './windows.js';

export interface Overlays {
	readonly toggleBlack: () => void;
	readonly toggleLaser: () => void;
	readonly toggleHelp: () => void;
	readonly showNumber: (typed: string) => void;
	/** Closes the topmost; false when there was none. */
	readonly closeOne: () => boolean;
}

export function createOverlays(deck: Deck, windows: Windows, keys: () => readonly Key[]): Overlays {
	const black = blackScreen(deck, windows);
	const laser = laserPointer(deck, windows);
	const number = element('div', { class: 'mb-typed', attributes: { 'aria-live': 'polite' } });
	number.hidden = true;
	document.body.append(number);
	let help: HTMLDialogElement | undefined;
	const toggleHelp = () => {
		help ??= helpDialog(keys());
		if (help.open) help.close();
		else help.showModal();
	};
	return {
		toggleBlack: () => black.set(!black.isOn()),
		toggleLaser: () => laser.set(!laser.isOn()),
		toggleHelp,
		showNumber(typed) {
			number.hidden = typed === '';
			number.textContent = `Slide ${typed}`;
		},
		closeOne() {
			if (help?.open === true) help.close();
			else if (black.isOn()) black.set(false);
			else if (laser.isOn()) laser.set(false);
			else return false;
			return true;
		},
	};
}

interface Switch {
	readonly isOn: () => boolean;
	readonly set: (isOn: boolean) => void;
}

/** Goes away with the next move, in every window. The presenter keeps seeing the slide and is told. */
function blackScreen(deck: Deck, windows: Windows): Switch {
	const screen = element('div', {
		class: deck.view === 'presenter' ? 'mb-black mb-told' : 'mb-black',
		text: deck.view === 'presenter' ? 'The audience sees a black screen' : '',
		attributes: { role: 'status' },
		on: { click: () => set(false) },
	});
	screen.hidden = true;
	document.body.append(screen);
	const show = (isOn: boolean) => {
		screen.hidden = !isOn;
	};
	const set = (isOn: boolean) => {
		show(isOn);
		windows.send({ black: isOn });
	};
	windows.onMessage((message) => message.black !== undefined && show(message.black));
	let isFirst = true;
	deck.onMove(() => {
		if (!isFirst && !screen.hidden) show(false);
		isFirst = false;
	});
	return { isOn: () => !screen.hidden, set };
}

/** A dot instead of the pointer. Over the presenter's slide it moves on the audience's. */
function laserPointer(deck: Deck, windows: Windows): Switch {
	const dot = element('div', { class: 'mb-laser', attributes: { 'aria-hidden': 'true' } });
	dot.hidden = true;
	document.body.append(dot);
	let isOn = false;
	const box = () => deck.slides[deck.index()]?.getBoundingClientRect();
	const place = (x: number, y: number) => {
		dot.hidden = false;
		dot.style.transform = `translate(${x}px, ${y}px)`;
	};
	const set = (on: boolean) => {
		isOn = on;
		document.documentElement.classList.toggle('mb-has-laser', on);
		if (on) return;
		dot.hidden = true;
		windows.send({ laser: null });
	};
	window.addEventListener('pointermove', ({ clientX, clientY }) => {
		const slide = box();
		if (!isOn || slide === undefined) return;
		place(clientX, clientY);
		const { x, y, width, height } = fitted(slide, deck);
		windows.send({ laser: [(clientX - x) / width, (clientY - y) / height] });
	});
	windows.onMessage(({ laser }) => {
		const slide = box();
		if (laser === undefined || slide === undefined) return;
		if (laser === null) dot.hidden = true;
		else {
			const { x, y, width, height } = fitted(slide, deck);
			place(x + laser[0] * width, y + laser[1] * height);
		}
	});
	return { isOn: () => isOn, set };
}

/** The slide inside its box, which leaves margins where the window has another shape. */
function fitted(box: DOMRect, deck: Deck): { x: number; y: number; width: number; height: number } {
	const view = (deck.slides[0] as SVGSVGElement | undefined)?.viewBox.baseVal;
	const scale = Math.min(box.width / (view?.width || 1280), box.height / (view?.height || 720));
	const [width, height] = [(view?.width || 1280) * scale, (view?.height || 720) * scale];
	return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

function helpDialog(keys: readonly Key[]): HTMLDialogElement {
	const dialog = element(
		'dialog',
		{ class: 'mb-help', attributes: { 'aria-labelledby': 'mb-help-title' } },
		// Takes the focus, so that a small screen begins with the first key and not with the button at the end.
		element('h2', { text: 'Keys', attributes: { id: 'mb-help-title', tabindex: '-1', autofocus: '' } }),
		element(
			'dl',
			{},
			...keys.map(({ label, does }) =>
				element(
					'div',
					{},
					element('dt', {}, ...label.split(/ +/).map((key) => element('kbd', { text: key }))),
					element('dd', { text: does }),
				),
			),
		),
		element('p', {
			text: 'Click a figure to see who says so. On a touch screen, swipe to turn the slides.',
		}),
		element(
			'form',
			{ attributes: { method: 'dialog' } },
			element('button', { class: 'mb-close', text: 'Close' }),
		),
	);
	dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
	document.body.append(dialog);
	return dialog;
}
