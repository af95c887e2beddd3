// A deck is written, presented and named by its template, so a brief has each of them once.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import type { Rule } from './rule.js';

export const duplicateDeck: Rule = ({ brief, places }) => {
	const seen = new Map<string, Location>();
	return (brief?.decks ?? []).flatMap((entry): readonly Diagnostic[] => {
		const { deck } = entry;
		const location = places.field(entry, 'deck');
		const earlier = seen.get(deck);
		if (earlier !== undefined) {
			const also = [{ location: earlier, text: `\`${deck}\` stands here first.` }];
			return [{ code: 'MB252', location, args: { deck }, also }];
		}
		seen.set(deck, location);
		return [];
	});
};
