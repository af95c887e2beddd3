// The deck's Markdown against what was printed into it: every numeral lies inside a printed text, and every printed text
// still says what it said.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { PrintedText } from '../model/trace.js';
import type { Lexicon } from './lexicon.js';
import { blankMarkdown, numeralsIn, numeralTexts } from './numerals.js';
import { type Place, type PlaceOf, placeOfMade, placesIn } from './slide-places.js';

/** Its name may hold a digit. */
const THEME = /^theme: .*$/m;
const SEPARATOR = '\n\n---\n\n';

export interface SlideMarkdown {
	readonly markdown: string;
	readonly start: number;
}

/** The slides of the Markdown, and the front matter before them. */
export function slidesOf(markdown: string): {
	readonly head: string;
	readonly slides: readonly SlideMarkdown[];
} {
	const headEnd = /^---\n[\s\S]*?\n---\n/.exec(markdown)?.[0].length ?? 0;
	const slides: SlideMarkdown[] = [];
	let start = headEnd;
	for (const slide of markdown.slice(headEnd).split(SEPARATOR)) {
		slides.push({ markdown: slide, start });
		start += slide.length + SEPARATOR.length;
	}
	return { head: markdown.slice(0, headEnd), slides };
}

export function changedInMarkdown(deck: BuiltDeck, lexicon: Lexicon): readonly Diagnostic[] {
	const { head, slides } = slidesOf(deck.markdown);
	const { printed } = deck.trace;
	const placeOf = placesIn(deck);
	const blanked = blankMarkdown(deck.markdown);
	return [
		...numeralsIn(lexicon.withoutNames(head.replaceAll(deck.title, '').replace(THEME, '')))
			.map(({ text }) => text)
			.map((found) => changed('The front matter', found, 'no number')),
		...printed.flatMap((entry) => changedText(entry, blanked)),
		...slides.flatMap((slide, index) => orphansIn(slide, index, blanked, deck, lexicon, placeOf)),
	];
}

function changedText(entry: PrintedText, blanked: string): readonly Diagnostic[] {
	const expected = numeralTexts(entry.text).join(' ');
	const found = numeralTexts(blanked.slice(entry.start, entry.end)).join(' ');
	return found === expected
		? []
		: [changed('The Markdown', found || 'no number', expected, placeOfMade(entry.made))];
}

/** Numerals outside printed texts: names that the template itself says are in order. */
function orphansIn(
	slide: SlideMarkdown,
	index: number,
	blanked: string,
	deck: BuiltDeck,
	lexicon: Lexicon,
	placeOf: PlaceOf,
): readonly Diagnostic[] {
	const end = slide.start + slide.markdown.length;
	const printed = deck.trace.printed.filter((entry) => entry.end > slide.start && entry.start < end);
	const outside = blankPrinted(blanked.slice(slide.start, end), slide.start, printed);
	const lineOf = (at: number) => deck.markdown.slice(0, slide.start + at).split('\n').length;
	return numeralsIn(lexicon.withoutNames(outside)).map(({ text, at }) =>
		changed(`Slide ${index + 1}`, text, 'no number', placeOf(index, lineOf(at))),
	);
}

/** A digit right before or after a printed text makes another number of it, so whole numerals are compared. */
function blankPrinted(text: string, offset: number, printed: readonly PrintedText[]): string {
	const kept = text.split('');
	const numerals = new Set(numeralsIn(text).map(({ at, text: { length } }) => `${at} ${at + length}`));
	for (const { start, end } of printed) {
		const [from, to] = [start - offset, end - offset];
		for (const { at, text: found } of numeralsIn(text.slice(from, to))) {
			if (!numerals.has(`${from + at} ${from + at + found.length}`)) continue;
			kept.fill('\ufffc', from + at, from + at + found.length);
		}
	}
	return kept.join('');
}

export function changed(place: string, found: string, expected: string, at: Place = {}): Diagnostic {
	return { code: 'MB353', ...at, args: { place, found, expected } };
}
