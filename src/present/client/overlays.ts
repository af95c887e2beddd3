// What can lie over the slide: black screen, laser pointer, the number being typed, and the help.

import type { Deck } from './deck.js';
import { element } from './element.js';
import type { Key } from './keys.js';
import { slideBox } from './slide-box.js';
import type { Windows } from './windows.js';

export interface Overlays {
	readonly toggleBlack: () => void;
	readonly toggleLaser: () => void;
	readonly toggleHelp: () => void;
	readonly isHelpOpen: () => boolean;
	/** False when there was no black screen. */
	readonly endBlack: () => boolean;
	readonly showNumber: (typed: string) => void;
	/** Closes the topmost; false when there was none. */
	readonly closeOne: () => boolean;
}

export function createOverlays(deck: Deck, windows: Windows, keys: () => readonly Key[]): Overlays {
	const black = blackScreen(deck, windows);
	const laser = laserPointer(deck, windows);
	const showNumber = numberBox();
	let help: HTMLDialogElement | undefined;
	const toggleHelp = () => {
		help ??= helpDialog(keys(), deck);
		if (help.open) help.close();
		else help.showModal();
	};
	const endBlack = () => {
		const wasOn = black.isOn();
		if (wasOn) black.set(false);
		return wasOn;
	};
	windows.send({ isNew: true });
	return {
		toggleBlack: () => black.set(!black.isOn()),
		toggleLaser: () => laser.set(!laser.isOn()),
		toggleHelp,
		isHelpOpen: () => help?.open === true,
		endBlack,
		showNumber,
		closeOne() {
			const problems = document.querySelector<HTMLElement>('.mb-problems > .mb-close');
			if (help?.open === true) help.close();
			else if (problems !== null) problems.click();
			else if (endBlack()) return true;
			else if (laser.isOn()) laser.set(false);
			else return false;
			return true;
		},
	};
}

/** Shows the number that is being typed. */
export function numberBox(): (typed: string) => void {
	const box = element('div', { class: 'mb-typed', attributes: { 'aria-live': 'polite' } });
	box.hidden = true;
	document.body.append(box);
	return (typed) => {
		box.hidden = typed === '';
		box.textContent = `Slide ${typed}`;
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
	windows.onMessage(({ black, isNew }) => {
		if (black !== undefined) show(black);
		// A window that comes late, or is loaded again, is told of the darkness.
		if (isNew === true && !screen.hidden) windows.send({ black: true });
	});
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
		if (!isOn) return;
		place(clientX, clientY);
		const { x, y, width, height } = slideBox(deck);
		windows.send({ laser: [(clientX - x) / width, (clientY - y) / height] });
	});
	windows.onMessage(({ laser }) => {
		if (laser === undefined) return;
		if (laser === null) dot.hidden = true;
		else {
			const { x, y, width, height } = slideBox(deck);
			place(x + laser[0] * width, y + laser[1] * height);
		}
	});
	window.addEventListener('pagehide', () => isOn && set(false));
	return { isOn: () => isOn, set };
}

function helpDialog(keys: readonly Key[], { view }: Deck): HTMLDialogElement {
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
			text:
				view === 'presenter'
					? 'Your keys move the audience’s slides too. On a touch screen, swipe to turn them.'
					: 'Click a figure to see who says so. On a touch screen, swipe to turn the slides.',
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
