// Numbers that an author typed into a template, and where the author's words stand.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SlideWords, StorylineText } from '../model/evidence.js';
import type { Location } from '../model/location.js';
import type { TypedText } from '../model/trace.js';
import type { Lexicon } from './lexicon.js';
import { blankMarkdown, hasNumeral, numeralsIn } from './numerals.js';

/** Names of things in the evidence may stand in a template; every other numeral is an orphan. */
export function typedOrphans(typed: readonly TypedText[], lexicon: Lexicon): readonly Diagnostic[] {
	return typed
		.filter(({ text }) => hasNumeral(text))
		.flatMap(({ file, text }) =>
			numeralsIn(lexicon.withoutNames(blankMarkdown(text))).map(({ text: found, at }): Diagnostic => {
				const args = { found, nearest: lexicon.nameLike(found) };
				return { code: 'MB350', location: locationAt(file, text, at, found.length), args };
			}),
		);
}

export function locationAt(file: string, text: string, at: number, length: number): Location {
	const before = text.slice(0, at).split('\n');
	return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length };
}

/** Every text of a slide's words. */
export function textsOf({ kicker, headline, takeaway, points, notes }: SlideWords): readonly StorylineText[] {
	const all = [
		kicker,
		headline,
		takeaway,
		...points,
		notes?.say,
		notes?.caveat,
		notes?.question,
		notes?.answer,
	];
	return all.filter((text) => text !== undefined);
}

/** A text in the file, from the start of the words on that it belongs to. */
export function inside(where: Location, found: string, source: string): Location {
	const lines = source.split('\n').slice(0, where.line - 1);
	const start = lines.join('\n').length + (lines.length === 0 ? 0 : 1) + where.column - 1;
	const at = source.indexOf(found, start);
	return at === -1 ? where : locationAt(where.file, source, at, found.length);
}
