// A deck is written, presented and named by its template, so a brief has each of them once.

import { repeatsIn } from './repeats.js';
import type { Rule } from './rule.js';

export const duplicateDeck: Rule = ({ brief, places }) =>
	repeatsIn(brief?.decks ?? [], ({ deck }) => deck).map(({ thing, earlier }) => ({
		code: 'MB252',
		location: places.field(thing, 'deck'),
		args: { deck: thing.deck },
		also: [{ location: places.field(earlier, 'deck'), text: `\`${thing.deck}\` stands here first.` }],
	}));
