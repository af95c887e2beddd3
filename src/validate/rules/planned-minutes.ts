// What is planned for the slides of a deck must fit into what is planned for the deck.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { decksOf } from '../storyline-decks.js';
import type { Rule } from './rule.js';

export const plannedMinutes: Rule = ({ brief, storyline, places }) => {
	const slides = new Map(decksOf(storyline));
	return (brief?.decks ?? []).flatMap((entry): readonly Diagnostic[] => {
		const { deck, minutes } = entry;
		const planned = Object.values(slides.get(deck) ?? {}).map((words) => words.minutes ?? 0);
		const sum = Number(planned.reduce((total, own) => total + own, 0).toFixed(1));
		if (minutes === undefined || sum <= minutes) return [];
		const location = places.field(entry, 'minutes');
		return [{ code: 'MB250', location, args: { deck, minutes: String(minutes), sum: String(sum) } }];
	});
};
