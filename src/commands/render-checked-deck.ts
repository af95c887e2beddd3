// A deck as every command wants it: rendered, and looked over for numbers that nothing accounts for.

import type { Checked } from '../diagnostics/diagnostic.js';
import { findOrphanNumbers } from '../inspect/orphan-numbers.js';
import type { BuiltDeck, Theme } from '../model/deck.js';
import { type DeckOptions, type ReconciledBrief, renderBriefDeck } from '../pipeline.js';
import type { Workshop } from './prepare.js';

export async function renderCheckedDeck(
	brief: ReconciledBrief,
	deck: string,
	theme: Theme,
	{ assets, player, texts }: Workshop,
	options: DeckOptions = {},
): Promise<Checked<BuiltDeck>> {
	const rendered = await renderBriefDeck(brief, deck, theme, assets, player, options);
	if (rendered.value === undefined) return rendered;
	const orphans = findOrphanNumbers(rendered.value, brief.evidence, texts, options.remember);
	return { ...rendered, diagnostics: [...rendered.diagnostics, ...orphans] };
}
