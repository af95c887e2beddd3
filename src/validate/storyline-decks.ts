// storyline.yaml holds words by deck, and beside the decks the author's proposals.

import type { SlideWordsEntry, StorylineFile } from './schema/storyline.js';

const PROPOSALS = 'proposals';

/** Deck and slides, in file order. */
export function decksOf(
	storyline: StorylineFile,
): readonly (readonly [deck: string, slides: Readonly<Record<string, SlideWordsEntry>>])[] {
	return Object.entries(storyline as Readonly<Record<string, Record<string, SlideWordsEntry>>>).filter(
		([deck]) => deck !== PROPOSALS,
	);
}
