// Every key that does something, for the help and for the listener. We hear a key before marp-cli's player does, and keep
// from it what was meant for us, for a field, for a button or for a text that scrolls.

import type { View } from './deck.js';

export interface Key {
	/** In lower case, as `keyOf` gives them; one without an action is the player's own. */
	readonly keys: readonly string[];
	/** As printed in the help. */
	readonly label: string;
	readonly does: string;
	readonly action?: () => void;
}

export interface Actions {
	readonly sources: () => void;
	readonly black: () => void;
	readonly laser: () => void;
	readonly help: () => void;
	readonly isHelpOpen: () => boolean;
	/** Closes the topmost of what is open. */
	readonly escape: () => void;
	readonly goTo: (slide: number) => void;
	readonly showNumber: (typed: string) => void;
}

export function keyTable(actions: Actions, view: View): readonly Key[] {
	return [
		{ keys: [], label: '→ ↓ Space', does: 'next' },
		{ keys: [], label: '← ↑ Shift Space', does: 'back' },
		{ keys: [], label: 'Home  End', does: 'first and last slide' },
		{ keys: [], label: '1 2 Enter', does: 'go to slide 12' },
		{ keys: ['s'], label: 'S', does: 'sources of this slide', action: actions.sources },
		{ keys: ['o'], label: 'O', does: 'overview' },
		view === 'presenter'
			? { keys: [], label: '+ −', does: 'larger, smaller notes' }
			: { keys: ['p'], label: 'P', does: 'presenter view' },
		{ keys: ['f'], label: 'F', does: 'full screen' },
		{ keys: ['b', '.'], label: 'B', does: 'black screen', action: actions.black },
		{ keys: ['l'], label: 'L', does: 'laser pointer', action: actions.laser },
		{ keys: ['?', 'h'], label: '?', does: 'this help', action: actions.help },
		{ keys: [], label: 'Esc', does: 'close' },
	];
}

/** A number is forgotten when Enter does not follow in time. */
const NUMBER_LIMIT_MS = 2_000;

/** What a clicker sends, so these turn the slides wherever the focus is. */
const MOVES: readonly string[] = [
	...['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'End'],
	...['ArrowLeft', 'ArrowUp', 'PageUp', 'Home'],
];

export function listenToKeys(actions: Actions, view: View): void {
	const table = keyTable(actions, view);
	const number = typedNumber(actions);
	const act = (key: string, isRepeated: boolean): boolean => {
		if (number.take(key)) return true;
		if (key === 'Escape') {
			// The player would open its overview.
			if (isOverviewOpen()) return false;
			actions.escape();
			return true;
		}
		const action = table.find(({ keys }) => keys.includes(key))?.action;
		// A key that is held would switch on and off.
		if (!isRepeated) action?.();
		return action !== undefined;
	};
	window.addEventListener(
		'keydown',
		(event) => {
			// What is handed on below comes by here again.
			if (event.target === document || event.altKey || event.ctrlKey || event.metaKey) return;
			const key = keyOf(event);
			const target = event.target instanceof Element ? event.target : document.body;
			const isOurs = table.some(({ keys }) => keys.includes(key));
			if (isTyping(target)) {
				if (key === 'Enter' || key === 'Escape') (target as HTMLElement).blur();
				event.stopImmediatePropagation();
			} else if (actions.isHelpOpen() && key !== 'Escape' && !isOurs) {
				event.stopImmediatePropagation();
			} else {
				if (actions.isHelpOpen() && isOurs && !['?', 'h'].includes(key)) actions.help();
				if (act(key, event.repeat)) {
					event.preventDefault();
					event.stopImmediatePropagation();
				} else if (isFor(key, target)) event.stopImmediatePropagation();
				else if (isOurs || MOVES.includes(key)) handOn(event, key, target);
			}
		},
		true,
	);
}

/** Digits, until Enter, Escape or a while without either. */
export function typedNumber({ goTo, showNumber }: Pick<Actions, 'goTo' | 'showNumber'>): {
	/** True when the key was a part of a number. */
	readonly take: (key: string) => boolean;
} {
	let typed = '';
	let timer: ReturnType<typeof setTimeout> | undefined;
	const setTyped = (text: string) => {
		typed = text;
		showNumber(text);
		clearTimeout(timer);
		if (text !== '') timer = setTimeout(setTyped, NUMBER_LIMIT_MS, '');
	};
	return {
		take(key) {
			if (/^\d$/.test(key)) {
				setTyped(`${typed}${key}`.slice(-4));
				return true;
			}
			if (typed === '') return false;
			if (key === 'Backspace') setTyped(typed.slice(0, -1));
			else if (key === 'Enter' || key === 'Escape') {
				if (key === 'Enter') goTo(Number(typed));
				setTyped('');
			} else return false;
			return true;
		},
	};
}

/** Caps Lock and other alphabets change the letter, not the key. */
export function keyOf({ key, code }: KeyboardEvent): string {
	if (key.length !== 1) return key;
	if (/^[ -~]$/.test(key)) return key.toLowerCase();
	return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

const isTyping = (target: Element) => target.matches('input, textarea, select');

/** Whether what has the focus uses the key itself: a button, or a text that can be scrolled that way. */
function isFor(key: string, target: Element): boolean {
	if (key === ' ' || key === 'Enter') return target.closest('button, a') !== null || scrolls(target, 'y');
	if (key === 'ArrowLeft' || key === 'ArrowRight') return scrolls(target, 'x');
	return ['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key) && scrolls(target, 'y');
}

function scrolls(target: Element, way: 'x' | 'y'): boolean {
	const text = target.closest(way === 'x' ? '.mb-data' : '.bespoke-marp-note, .mb-under');
	if (text === null) return false;
	return way === 'x' ? text.scrollWidth > text.clientWidth : text.scrollHeight > text.clientHeight;
}

/** The player knows only lower-case letters, and hears nothing from its own notes and buttons. */
function handOn(event: KeyboardEvent, key: string, target: Element): void {
	if (key === event.key && target.closest('.bespoke-marp-note, .bespoke-marp-osc') === null) return;
	event.preventDefault();
	event.stopImmediatePropagation();
	document.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: event.shiftKey, cancelable: true }));
}

const isOverviewOpen = () => document.querySelector('.bespoke-marp-overview[data-open="1"]') !== null;
