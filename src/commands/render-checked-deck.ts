// A deck as every command wants it: rendered, continued where it may be, and looked over for numbers that nothing accounts for.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Browser } from '../effects/open-browser.js';
import { findCuts } from '../inspect/find-cuts.js';
import { findOrphanNumbers, findWrittenNumbers } from '../inspect/orphan-numbers.js';
import type { BuiltDeck, Cuts, Theme } from '../model/deck.js';
import type { Remember } from '../model/remember.js';
import { type DeckOptions, type ReconciledBrief, renderBriefDeck } from '../pipeline.js';
import { createMemory } from '../present/memory.js';
import type { Workshop } from './prepare.js';

export interface CheckedDeckOptions extends DeckOptions {
	/** Called for decks with slides that may be continued. */
	readonly open: () => Promise<Checked<Browser>>;
}

type Render = (more?: Pick<DeckOptions, 'cuts' | 'remember'>) => Promise<Checked<BuiltDeck>>;

/** While presenting, the finished pages are looked over by `inspectDeck`, after they are shown. */
export async function renderCheckedDeck(
	brief: ReconciledBrief,
	deck: string,
	theme: Theme,
	{ assets, player, texts }: Workshop,
	{ open, ...options }: CheckedDeckOptions,
): Promise<Checked<BuiltDeck>> {
	const render: Render = (more = {}) =>
		renderBriefDeck(brief, deck, theme, assets, player, { ...options, ...more });
	const rendered = await fitted(render, theme, open, options.remember ?? createMemory());
	if (rendered.value === undefined) return rendered;
	const find = options.isLive === true ? findWrittenNumbers : findOrphanNumbers;
	const orphans = find(rendered.value, brief.evidence, texts, options.remember);
	return { ...rendered, diagnostics: [...rendered.diagnostics, ...orphans] };
}

/** Measured and continued until everything fits, or nothing more can be moved. */
async function fitted(
	render: Render,
	{ tokens }: Theme,
	open: CheckedDeckOptions['open'],
	remember: Remember,
): Promise<Checked<BuiltDeck>> {
	let rendered = await render();
	if (rendered.value?.slides.every(({ fit }) => fit === 'error') !== false) return rendered;
	const browser = (await open()).value;
	const { name } = rendered.value;
	if (browser === undefined)
		return { ...rendered, diagnostics: [...rendered.diagnostics, { code: 'MB377', args: { deck: name } }] };
	const { width, height } = tokens.page;
	let cuts: Cuts = new Map();
	for (let round = 0; round < MOST_ROUNDS && rendered.value !== undefined; round += 1) {
		const built: BuiltDeck = rendered.value;
		const settings = { task: `measure ${name}`, html: built.printHtml, size: { width, height } };
		const found = await browser.withPage(settings, (page) => findCuts(page, built, cuts));
		if (found.diagnostics.length > 0)
			return { ...rendered, diagnostics: [...rendered.diagnostics, ...found.diagnostics] };
		if (found.value === undefined) break;
		cuts = found.value;
		rendered = await render({ cuts, remember });
	}
	return rendered;
}

/** A part takes what fits, and each round moves the rest on by one. */
const MOST_ROUNDS = 60;

/** The rest of the gate, for a deck that is shown already. */
export const inspectDeck = (
	deck: BuiltDeck,
	{ evidence }: ReconciledBrief,
	texts: ReadonlyMap<string, string>,
	remember: Remember,
): readonly Diagnostic[] => findOrphanNumbers(deck, evidence, texts, remember);
