// Every text of the storyline, with its slide and the way back to its place.

import type { TreeScalar } from '../diagnostics/evidence-tree.js';
import type { Location } from '../model/location.js';
import type { Draft } from './draft.js';
import { decksOf } from './storyline-decks.js';

export interface LocatedText {
	readonly text: string;
	readonly where: Location;
	readonly scalar: TreeScalar;
}

/** In file order. */
export function storylineTexts({ storyline, places }: Draft): readonly LocatedText[] {
	const texts: LocatedText[] = [];
	const add = (text: string | undefined, scalar: TreeScalar | undefined) => {
		if (text !== undefined && scalar) texts.push({ text, where: scalar.where, scalar });
	};
	for (const [, slides] of decksOf(storyline)) {
		for (const words of Object.values(slides)) {
			for (const field of ['kicker', 'headline', 'takeaway'] as const)
				add(words[field], places.scalar(words, field));
			words.points?.forEach((point, n) => {
				add(point, places.scalar(words, 'points', n));
			});
			const notes = words.notes;
			if (!notes) continue;
			for (const field of ['say', 'caveat', 'question', 'answer'] as const) {
				add(notes[field], places.scalar(notes, field));
			}
		}
	}
	return texts;
}
