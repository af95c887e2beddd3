// Sizes in words, in templates and in the storyline: "three times as fast" is a number that nobody can trace, too. Warns
// where a word measures or counts evidence; "two reasons" and "think twice" do neither. English only.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { Evidence } from '../model/evidence.js';
import type { TypedText } from '../model/trace.js';
import { blankMarkdown } from './numerals.js';
import { inside, locationAt, textsOf } from './typed-numbers.js';

const UNITS = 'two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const COUNT = `(?:(?:${TENS})[- ](?:one|${UNITS})|${UNITS}|${TEENS}|${TENS})`;
const EXACT = 'percent|per cent|percentage points?|tokens?|seconds?|minutes?|hours?|dollars?|gigabytes?';
const MEASURE = `(?:${EXACT}|points?|times|days?|weeks?|months?|years?|halves|thirds|quarters|fifths|tenths)`;
/** What `{count …}` counts, and other names for it. */
const EVIDENCE = '(?:documents?|sources?|articles?|origins?|claims?|findings?|benchmarks?|contradictions?)';
const SHARE = '(?:third|quarter|fifth|sixth|eighth|tenth|twentieth|hundredth)';
/** Without it, "a third" is one more: "a third party". */
const OF_A_SHARE =
	'(?= (?:of|more|less|fewer|faster|slower|cheaper|larger|smaller|higher|lower|longer|shorter|better|worse|as)\\b|[.,;:!?)]|$)';

const SIZE = new RegExp(
	[
		`\\b${COUNT}[- ]${MEASURE}\\b`,
		`\\bone[- ](?:${EXACT})\\b`,
		`\\b${COUNT}(?: [a-z-]+)? ${EVIDENCE}\\b`,
		`\\b(?:one|${COUNT}) (?:in|out of)(?: every)? ${COUNT}\\b`,
		`\\b(?:${COUNT}|hundred|thousand|many)-?fold\\b`,
		`\\b(?:a|one|by a) ${SHARE}${OF_A_SHARE}`,
		'\\bhalf(?!-[a-z])|\\bhalv(?:es?|ed|ing)\\b',
		'(?<!\\b(?:think|look|check|ask|read) (?:it |them )?)\\b(?:twice|thrice)\\b',
		'\\b(?:dozens?|hundreds?|thousands?|millions?|billions?|trillions?)\\b',
		'\\b(?:single|double|triple)-digit\\b',
		'\\b(?:doubl|tripl|quadrupl)(?:e[ds]?|ing)\\b(?![- ](?:check|blind|click|edged|sided))',
		'\\borders? of magnitude\\b',
		'(?<!\\b(?:at|from|to|on) )\\bzero\\b(?!-)',
	].join('|'),
	'gi',
);

/** Exported for its table of cases. */
export const sizesIn = (text: string) =>
	[...text.matchAll(SIZE)].map(({ 0: found, index }) => ({ found, at: index }));

/** Templates of every language hold English where they say something of their own. */
export function sizesInTemplates(typed: readonly TypedText[]): readonly Diagnostic[] {
	return typed.flatMap(({ file, text }) =>
		sizesIn(blankMarkdown(text)).map(
			({ found, at }): Diagnostic => ({
				code: 'MB354',
				location: locationAt(file, text, at, found.length),
				args: { found },
			}),
		),
	);
}

export function sizesInStoryline(
	{ name }: BuiltDeck,
	evidence: Evidence,
	texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
	if (!evidence.brief.language.startsWith('en')) return [];
	return Object.values(evidence.storyline[name] ?? {}).flatMap((words) =>
		textsOf(words).flatMap(({ text, where }) =>
			sizesIn(text.replace(/\{[^{}]*\}/g, '\ufffc')).map(({ found }): Diagnostic => {
				const location = inside(where, found, texts.get(where.file) ?? '');
				return { code: 'MB354', location, args: { found } };
			}),
		),
	);
}
