// A deck as every command wants it: rendered, and looked over for numbers that nothing accounts for.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { findOrphanNumbers, findWrittenNumbers } from '../inspect/orphan-numbers.js';
import type { BuiltDeck, Theme } from '../model/deck.js';
import type { Remember } from '../model/remember.js';
import { type DeckOptions, type ReconciledBrief, renderBriefDeck } from '../pipeline.js';
import type { Workshop } from './prepare.js';

/** While presenting, the finished pages are looked over by `inspectDeck`, after they are shown. */
export async function renderCheckedDeck(
	brief: ReconciledBrief,
	deck: string,
	theme: Theme,
	{ assets, player, texts }: Workshop,
	options: DeckOptions = {},
): Promise<Checked<BuiltDeck>> {
	const rendered = await renderBriefDeck(brief, deck, theme, assets, player, options);
	if (rendered.value === undefined) return rendered;
	const find = options.isLive === true ? findWrittenNumbers : findOrphanNumbers;
	const orphans = find(rendered.value, brief.evidence, texts, options.remember);
	return { ...rendered, diagnostics: [...rendered.diagnostics, ...orphans] };
}

/** The rest of the gate, for a deck that is shown already. */
export const inspectDeck = (
	deck: BuiltDeck,
	{ evidence }: ReconciledBrief,
	texts: ReadonlyMap<string, string>,
	remember: Remember,
): readonly Diagnostic[] => findOrphanNumbers(deck, evidence, texts, remember);
