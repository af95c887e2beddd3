// What we need of marp-cli's player, which hands out nothing by itself: where it is, and a way to go elsewhere. The names
// of classes and keys below are the player's own; scripts/extract-player.mjs and the tests notice when they change.

export type View = 'slides' | 'presenter' | 'next' | 'overview';

export interface Deck {
	readonly view: View;
	readonly slides: readonly SVGElement[];
	/** From 0. */
	readonly index: () => number;
	/** The `<section>` of a slide, the one on view unless told otherwise. */
	readonly section: (index?: number) => HTMLElement | null;
	readonly go: (index: number) => void;
	/** Called now and whenever another slide comes on view. */
	readonly onMove: (listener: (index: number) => void) => void;
	/** Shared by the windows that show this deck together. */
	readonly syncKey: string;
}

export function openDeck(): Deck {
	const slides = [...document.querySelectorAll<SVGElement>('svg.bespoke-marp-slide')];
	const index = () =>
		Math.max(
			0,
			slides.findIndex((slide) => slide.classList.contains('bespoke-marp-active')),
		);
	const listeners: ((index: number) => void)[] = [];
	let last = index();
	const watcher = new MutationObserver(() => {
		const now = index();
		if (now === last) return;
		last = now;
		for (const listener of listeners) listener(now);
	});
	const syncKey: string = history.state?.marpBespokeSyncKey ?? '';
	// An address with another number has no state, and without its key a page that is loaded again is on its own.
	window.addEventListener('hashchange', () => {
		if (history.state?.marpBespokeSyncKey !== syncKey)
			history.replaceState({ ...history.state, marpBespokeSyncKey: syncKey }, '');
		// An address beyond the deck leads to its last slide, and should say so once the player is there.
		setTimeout(() => {
			const name = `#${index() + 1}`;
			if (location.hash !== name) history.replaceState(history.state, '', name);
		});
	});
	for (const slide of slides) watcher.observe(slide, { attributes: true, attributeFilter: ['class'] });
	return {
		view: (document.body.dataset.bespokeView || 'slides') as View,
		slides,
		index,
		section: (at = index()) => slides[at]?.querySelector('section') ?? null,
		go(to) {
			const target = Math.min(Math.max(to, 0), slides.length - 1);
			// Replaced, not added: the back button leaves the deck.
			if (target !== index()) location.replace(`#${target + 1}`);
		},
		onMove(listener) {
			listeners.push(listener);
			listener(last);
		},
		syncKey,
	};
}

/** The theme's tokens belong to its slides; what stands around them uses the same. */
export function adoptTokens(section: HTMLElement | null): void {
	if (section === null) return;
	const style = getComputedStyle(section);
	for (const name of TOKENS) {
		const value = style.getPropertyValue(name).trim();
		if (value !== '') document.documentElement.style.setProperty(name, value);
	}
}

const TOKENS = [
	...[
		'background',
		'surface',
		'text',
		'muted',
		'faint',
		'rule',
		'accent',
		'accent-soft',
		'risk',
		'risk-soft',
	].map((role) => `--color-${role}`),
	...['heading', 'text', 'figures'].map((role) => `--font-${role}`),
];
