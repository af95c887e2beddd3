// Runs in every deck, right after marp-cli's player: source drawer, presenter view, keys. Needs no server.

import { assist } from './assistive.js';
import { addControls } from './controls.js';
import { adoptTokens, openDeck } from './deck.js';
import { createDrawer } from './drawer.js';
import { tameGestures } from './gestures.js';
import { type Actions, keyTable, listenToKeys } from './keys.js';
import { createOverlays } from './overlays.js';
import { extendOverview } from './overview.js';
import { extendPresenter } from './presenter.js';
import { PATCHED } from './sources.js';
import { joinWindows } from './windows.js';

const deck = openDeck();
assist(deck);
if (deck.slides.length > 0) {
	if (deck.view === 'slides' || deck.view === 'presenter') start();
	else if (deck.view === 'overview') extendOverview(deck);
}

function start(): void {
	adoptTokens(deck.section(0));
	document.addEventListener(PATCHED, () => adoptTokens(deck.section(0)));
	const windows = joinWindows(deck.syncKey);
	const drawer = createDrawer(deck);
	const overlays = createOverlays(deck, windows, () => keyTable(actions, deck.view));
	const actions: Actions = {
		sources() {
			// Behind a black screen nobody would see it.
			if (!overlays.endBlack() || deck.view === 'presenter' || !drawer.isOpen()) drawer.toggle();
		},
		black: overlays.toggleBlack,
		laser: overlays.toggleLaser,
		help: overlays.toggleHelp,
		isHelpOpen: overlays.isHelpOpen,
		escape() {
			if (overlays.closeOne()) return;
			if (drawer.isOpen()) drawer.close();
			else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		},
		goTo: (slide) => deck.go(slide - 1),
		showNumber: overlays.showNumber,
	};
	tameGestures();
	listenToKeys(actions, deck.view);
	if (deck.view === 'presenter') extendPresenter(deck);
	else addControls(deck, actions);
}
