// The gate of DESIGN promise 1: a finished deck and its evidence in, every numeral that nothing accounts for out.
// It trusts neither the templates nor the rendering: what was typed is judged by its place in the template, what was
// printed by its origin, and every numeral of the finished files by the place at which it was printed.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { Evidence } from '../model/evidence.js';
import { afresh, type Remember } from '../model/remember.js';
import { chartOrphans } from './chart-numbers.js';
import { claimValues } from './claim-values.js';
import { lexiconOf } from './lexicon.js';
import { changedInHtml } from './page-numbers.js';
import { printedOrphans } from './printed-numbers.js';
import { sizesInStoryline, sizesInTemplates } from './sizes-in-words.js';
import { changedInMarkdown } from './slide-numbers.js';
import { typedOrphans } from './typed-numbers.js';

/** `texts` are the files that diagnostics may point into, by path. Order: templates, storyline, charts, finished files. */
export function findOrphanNumbers(
	deck: BuiltDeck,
	evidence: Evidence,
	texts: ReadonlyMap<string, string>,
	remember: Remember = afresh,
): readonly Diagnostic[] {
	const found = findWrittenNumbers(deck, evidence, texts, remember);
	// What was typed into a template is said once, where it was typed.
	const known = new Set(found.filter(({ code }) => code === 'MB350').map(({ args }) => String(args.found)));
	const lexicon = lexiconFor(evidence, remember);
	return [
		...found,
		...changedInMarkdown(deck, lexicon).filter(({ args }) => !known.has(String(args.found))),
		...changedInHtml(deck),
	];
}

/** The quick part: what people write and the evidence holds. Of the finished files, only charts are looked at. */
export function findWrittenNumbers(
	deck: BuiltDeck,
	evidence: Evidence,
	texts: ReadonlyMap<string, string>,
	remember: Remember = afresh,
): readonly Diagnostic[] {
	const grounds = groundsOf(evidence);
	const lexicon = lexiconFor(evidence, remember);
	const follows = remember('claim values', grounds, () => claimValues(evidence, remember));
	const { typed } = deck.trace;
	return [
		...remember('typed numbers', [lexicon, ...typed], () => [
			...typedOrphans(typed, lexicon),
			...sizesInTemplates(typed),
		]),
		...sizesInStoryline(deck, evidence, texts),
		...printedOrphans(deck, evidence, lexicon, texts, follows),
		...chartOrphans(deck, texts, remember),
	];
}

const lexiconFor = (evidence: Evidence, remember: Remember) =>
	remember('lexicon', groundsOf(evidence), () => lexiconOf(evidence, remember));

/** All that the lexicon is made of: everything but the author's own words. */
function groundsOf(evidence: Evidence): readonly unknown[] {
	const { storyline: _, proposals, ...rest } = evidence;
	return [...Object.values(rest), JSON.stringify(proposals)];
}
