// Runs in every deck, right after marp-cli's player: source drawer, presenter view, keys. Needs no server.

import { assist } from './assistive.js';
import { adoptTokens, openDeck } from './deck.js';
import { createDrawer } from './drawer.js';
import { element } from './element.js';
import { type Actions, keyTable, listenToKeys } from './keys.js';
import { createOverlays } from './overlays.js';
import { extendPresenter } from './presenter.js';
import { PATCHED } from './sources.js';
import { joinWindows } from './windows.js';

const deck = openDeck();
assist(deck);
if (deck.slides.length > 0 && (deck.view === 'slides' || deck.view === 'presenter')) start();

function start(): void {
	adoptTokens(deck.section(0));
	document.addEventListener(PATCHED, () => adoptTokens(deck.section(0)));
	const windows = joinWindows(deck.syncKey);
	const drawer = createDrawer(deck);
	const overlays = createOverlays(deck, windows, () => keyTable(actions));
	const actions: Actions = {
		sources: drawer.toggle,
		black: overlays.toggleBlack,
		laser: overlays.toggleLaser,
		help: overlays.toggleHelp,
		escape() {
			if (overlays.closeOne()) return true;
			if (!drawer.isOpen()) return false;
			drawer.close();
			return true;
		},
		goTo: (slide) => deck.go(slide - 1),
		showNumber: overlays.showNumber,
	};
	listenToKeys(actions);
	if (deck.view === 'presenter') extendPresenter(deck);
	else addControls(actions);
}

/** Beside the player's own buttons, which come up when the pointer moves. */
function addControls(actions: Actions): void {
	const controls = document.querySelector('.bespoke-marp-osc');
	for (const [name, title, action] of [
		['sources', 'Sources (s)', actions.sources],
		['help', 'Keys (?)', actions.help],
	] as const)
		controls?.append(
			element('button', {
				class: `mb-control mb-control-${name}`,
				text: title,
				attributes: { type: 'button', tabindex: '-1', title },
				on: { click: action },
			}),
		);
}
