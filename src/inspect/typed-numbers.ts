// Numbers that an author typed into a template, and sizes in words in templates and storyline.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { Evidence, SlideWords, StorylineText } from '../model/evidence.js';
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

const COUNT_WORD =
	'(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const MEASURE =
	'(?:percent|percentage points?|points?|times|tokens?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|dollars?|gigabytes?|thirds|quarters|fifths|tenths)';

/** Only words that state a size: “two things” counts what stands beside it, “two times” measures. */
const SIZE = new RegExp(
	[
		`\\b${COUNT_WORD}(?:[- ]${COUNT_WORD})?[- ]${MEASURE}\\b`,
		`\\b(?:${COUNT_WORD}|hundred|thousand|many)-?fold\\b`,
		'\\b(?:a|one) (?:third|quarter|fifth|tenth)\\b',
		'\\b(?:half|halves|halved|twice|thrice|dozens?|hundreds?|thousands?|millions?|billions?|trillions?)\\b',
		'\\b(?:double|triple|quadruple)[ds]?\\b',
	].join('|'),
	'gi',
);

export function sizesInWords({ name, trace }: BuiltDeck, evidence: Evidence): readonly Diagnostic[] {
	const inTemplates = trace.typed.flatMap(({ file, text }) =>
		[...blankMarkdown(text).matchAll(SIZE)].map(
			({ 0: found, index }): Diagnostic => ({
				code: 'MB354',
				location: locationAt(file, text, index, found.length),
				args: { found },
			}),
		),
	);
	if (!evidence.brief.language.startsWith('en')) return inTemplates;
	const inWords = Object.values(evidence.storyline[name] ?? {}).flatMap((words) =>
		textsOf(words).flatMap(({ text, where }) =>
			[...text.replace(/\{[^{}]*\}/g, '').matchAll(SIZE)].map(
				({ 0: found }): Diagnostic => ({ code: 'MB354', location: where, args: { found } }),
			),
		),
	);
	return [...inTemplates, ...inWords];
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
