// Decks, slides and themes that the brief names must exist; only checked where the names are given.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { Location } from '../../model/location.js';
import { decksOf } from '../storyline-decks.js';
import type { Rule } from './rule.js';

export const deckNames: Rule = ({ brief, storyline, places }, options) => {
	const decks = options.deckNames && [...options.deckNames, ...Object.keys(options.slideNames ?? {})];
	const used = (brief?.decks ?? []).map((deck) => deck.deck);
	const diagnostics: Diagnostic[] = [];
	const deckWithSlide = (name: string) =>
		Object.entries(options.slideNames ?? {}).find(([, slides]) => slides.includes(name))?.[0] ?? '';
	const check = (
		code: 'MB236' | 'MB237' | 'MB238',
		found: string,
		known: readonly string[] | undefined,
		location: Location,
		deck = '',
	) => {
		if (!known || known.includes(found)) return;
		const names = [...new Set(known)].map((name) => `\`${name}\``).join(', ');
		diagnostics.push({
			code,
			location,
			args: {
				found,
				deck,
				nearest: nearest(found, known) ?? '',
				known: names,
				slideOf: deckWithSlide(found),
			},
		});
	};
	for (const deck of brief?.decks ?? []) {
		check('MB236', deck.deck, decks, places.field(deck, 'deck'));
		// A file beside the brief is looked for when it is read.
		if (!deck.theme.endsWith('.css'))
			check('MB238', deck.theme, options.themeNames, places.field(deck, 'theme'));
	}
	for (const [deck, slides] of decksOf(storyline)) {
		check('MB236', deck, decks && [...decks, ...used], places.key(storyline, deck));
		const known = options.slideNames?.[deck];
		for (const slide of Object.keys(slides)) check('MB237', slide, known, places.key(slides, slide), deck);
	}
	return diagnostics;
};
