// Texts that went through the sink: each must follow from its claims, be a count, a date or a marked proposal of the author, or
// hold no numeral but those that the evidence has.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { Evidence } from '../model/evidence.js';
import type { Location } from '../model/location.js';
import type { MadeAt, PrintedText } from '../model/trace.js';
import { claimValues, type Follows } from './claim-values.js';
import { blankAll, type Lexicon } from './lexicon.js';
import { type Numeral, numeralsIn } from './numerals.js';
import { inside, textsOf } from './typed-numbers.js';

export function printedOrphans(
	deck: BuiltDeck,
	evidence: Evidence,
	lexicon: Lexicon,
	texts: ReadonlyMap<string, string>,
	follows: Follows = claimValues(evidence),
): readonly Diagnostic[] {
	const charts = new Map(deck.trace.charts.map((chart) => [chart.path, longestFirst(chart.texts)]));
	const notFollowing = (claims: readonly string[], text: string) =>
		numeralsIn(lexicon.withoutTexts(text)).filter(({ text: numeral }) => !follows(claims, numeral));
	const left = (printed: PrintedText): readonly Numeral[] => {
		const { text, origin } = printed;
		switch (origin.kind) {
			case 'claims':
				return notFollowing(origin.claims, text);
			case 'text':
				return numeralsIn(lexicon.withoutTexts(text));
			case 'storyline':
				return numeralsIn(lexicon.withoutNames(text));
			case 'chart':
				return [
					...numeralsIn(blankAll(text, charts.get(origin.path) ?? [])),
					...notFollowing(origin.claims, text),
				];
			case 'typed':
				return numeralsIn(text);
			default:
				return [];
		}
	};
	return deck.trace.printed.flatMap((printed) =>
		left(printed).map(({ text: found }) =>
			printed.origin.kind === 'storyline'
				? typedInStoryline(found, printed, deck, evidence, texts)
				: orphan(found, printed, texts),
		),
	);
}

const longestFirst = (texts: readonly string[]) => [...new Set(texts)].sort((a, b) => b.length - a.length);

function orphan(
	found: string,
	{ text, made, origin }: PrintedText,
	texts: ReadonlyMap<string, string>,
): Diagnostic {
	const field = 'field' in origin ? origin.field : '';
	const fix =
		origin.kind === 'typed'
			? 'Print a field of the story instead of a number that the template hands on.'
			: `Let \`${field}\` come from the evidence, or be a count that the deck makes.`;
	const location = expressionAt(made, texts);
	const args = { place: 'The slide', found, text, fix };
	return { code: 'MB352', ...(location === undefined ? {} : { location }), args };
}

/** All of `{{field}}` that printed it. */
function expressionAt({ template }: MadeAt, texts: ReadonlyMap<string, string>): Location | undefined {
	if (template === undefined) return undefined;
	const line = texts.get(template.file)?.split('\n')[template.line - 1] ?? '';
	const [expression] = /^\{\{[^{}]*\}\}/.exec(line.slice(template.column - 1)) ?? [];
	return expression === undefined ? template : { ...template, length: expression.length };
}

function typedInStoryline(
	found: string,
	{ template, text }: PrintedText,
	{ name }: BuiltDeck,
	evidence: Evidence,
	texts: ReadonlyMap<string, string>,
): Diagnostic {
	const slide = template.slice(template.lastIndexOf('/') + 1);
	const words = evidence.storyline[name]?.[slide];
	const where = words && textsOf(words).find((entry) => entry.text.includes(text))?.where;
	const args = { found, text };
	if (where === undefined) return { code: 'MB351', args };
	return { code: 'MB351', location: inside(where, found, texts.get(where.file) ?? ''), args };
}
