// A place on a slide to the line of the template or storyline that made it: where to mend what is wrong with it.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { MadeAt } from '../model/trace.js';
import { slidesOf } from './slide-numbers.js';

/** `slide` counts from 0; `line`, of the Markdown, is 0 where the page does not know it. */
export type PlaceOf = (slide: number, line: number) => Place;

export type Place = Pick<Diagnostic, 'location' | 'also'>;

/** What modelbrief writes itself belongs to the line before it, and with a slide as a whole its first line is meant. */
export function placesIn({ markdown, trace: { lines } }: Pick<BuiltDeck, 'markdown' | 'trace'>): PlaceOf {
	const lineAt = (offset: number) => markdown.slice(0, offset).split('\n').length;
	const starts = slidesOf(markdown).slides.map(({ start }) => lineAt(start));
	return (slide, line) => {
		const first = starts[slide] ?? 1;
		const isMade = ({ template, words }: MadeAt) => template !== undefined || words !== undefined;
		const before = line < first ? undefined : lines.slice(first - 1, line).findLast(isMade);
		return placeOfMade(before ?? lines.slice(first - 1).find(isMade) ?? {});
	};
}

/** The author's words where there are any: a template only prints them. */
export function placeOfMade({ template, words }: MadeAt): Place {
	const location = words ?? template;
	if (location === undefined) return {};
	const printedBy = words !== undefined && template !== undefined;
	return {
		location,
		...(printedBy ? { also: [{ location: template, text: 'This line of the template prints it.' }] } : {}),
	};
}
