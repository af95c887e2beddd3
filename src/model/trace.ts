// What a deck printed and from where, so that inspect/ can trace every numeral that a reader sees. Rendering only
// records; it does not judge.

import type { Location } from './location.js';

/** Where a printed text comes from. */
export type Origin =
	| { readonly kind: 'claims'; readonly claims: readonly string[] }
	/** The deck's own: how many things it shows, a page of several, the number of a source. */
	| { readonly kind: 'count' }
	/** A date in the evidence. */
	| { readonly kind: 'date' }
	/** The author's own number, marked as one. */
	| { readonly kind: 'proposal' }
	/** Plain text of the story, which should stand in the evidence; `field` is what the template asked for. */
	| { readonly kind: 'text'; readonly field: string }
	/** The author's words. */
	| { readonly kind: 'storyline' }
	/** The alternative text of a chart, and the claims behind all its marks. */
	| { readonly kind: 'chart'; readonly path: string; readonly claims: readonly string[] }
	/** A bare number that a template handed on. */
	| { readonly kind: 'typed'; readonly field: string };

/** A text with a numeral in it. */
export interface PrintedText {
	/** Template of the slide. */
	readonly template: string;
	/** As printed, before escaping. */
	readonly text: string;
	readonly origin: Origin;
	/** Which expression printed it, and which words. */
	readonly made: MadeAt;
	/** Its place in the deck's Markdown. */
	readonly start: number;
	readonly end: number;
}

/** What an author typed into a template: the file with everything else blanked, so that offsets stay. */
export interface TypedText {
	/** Name of the template. */
	readonly name: string;
	readonly file: string;
	readonly text: string;
}

/** What a chart was asked to show, and what it wrote. */
export interface ChartTrace {
	readonly path: string;
	/** File of its spec. */
	readonly file: string;
	readonly title: string;
	/** Every text of the request. */
	readonly texts: readonly string[];
	/** Every text that was drawn, in the order of drawing. */
	readonly drawn: readonly { readonly text: string; readonly isTick: boolean }[];
}

/** What printed a text or a line of the Markdown; both are absent where modelbrief itself did. */
export interface MadeAt {
	/** In a slide's template or a partial. */
	readonly template?: Location;
	/** In the storyline. */
	readonly words?: Location;
	/** On a slide that may be continued, the line of this row in the text of the whole slide. */
	readonly row?: number;
}

export interface DeckTrace {
	/** In the order of the Markdown. */
	readonly printed: readonly PrintedText[];
	/** For each line of the Markdown, from the first on. */
	readonly lines: readonly MadeAt[];
	readonly typed: readonly TypedText[];
	readonly charts: readonly ChartTrace[];
}
