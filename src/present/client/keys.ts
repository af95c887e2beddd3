// Every key that does something, for the help and for the listener. Keys of marp-cli's player are listed without an
// action: it acts on them itself.

export interface Key {
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
	/** True when there was something to close. */
	readonly escape: () => boolean;
	readonly goTo: (slide: number) => void;
	readonly showNumber: (typed: string) => void;
}

export function keyTable(actions: Actions): readonly Key[] {
	return [
		{ keys: [], label: '→ ↓ Space', does: 'next' },
		{ keys: [], label: '← ↑ Shift Space', does: 'back' },
		{ keys: [], label: 'Home  End', does: 'first and last slide' },
		{ keys: [], label: '1 2 Enter', does: 'go to slide 12' },
		{ keys: ['s', 'S'], label: 'S', does: 'sources of this slide', action: actions.sources },
		{ keys: [], label: 'O', does: 'overview' },
		{ keys: [], label: 'P', does: 'presenter view' },
		{ keys: [], label: 'F', does: 'full screen' },
		{ keys: ['b', 'B', '.'], label: 'B', does: 'black screen', action: actions.black },
		{ keys: ['l', 'L'], label: 'L', does: 'laser pointer', action: actions.laser },
		{ keys: ['?', 'h', 'H'], label: '?', does: 'this help', action: actions.help },
		{ keys: [], label: 'Esc', does: 'close' },
	];
}

/** A number is forgotten when Enter does not follow in time. */
const NUMBER_LIMIT_MS = 2_000;

/** Listens before the player does, and keeps from it what was meant for us. */
export function listenToKeys(actions: Actions): void {
	const table = keyTable(actions);
	let typed = '';
	let timer: ReturnType<typeof setTimeout> | undefined;
	const setTyped = (text: string) => {
		typed = text;
		actions.showNumber(text);
		clearTimeout(timer);
		if (text !== '') timer = setTimeout(setTyped, NUMBER_LIMIT_MS, '');
	};
	const act = (key: string): boolean => {
		if (/^\d$/.test(key)) {
			setTyped(`${typed}${key}`.slice(-4));
			return true;
		}
		if (key === 'Enter' && typed !== '') {
			actions.goTo(Number(typed));
			setTyped('');
			return true;
		}
		if (key === 'Escape' && typed !== '') {
			setTyped('');
			return true;
		}
		if (key === 'Escape') return actions.escape();
		const action = table.find(({ keys }) => keys.includes(key))?.action;
		action?.();
		return action !== undefined;
	};
	window.addEventListener(
		'keydown',
		(event) => {
			if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
			if (!act(event.key)) return;
			event.preventDefault();
			event.stopImmediatePropagation();
		},
		true,
	);
}

function isTyping(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && target.matches('input, textarea, select');
}
