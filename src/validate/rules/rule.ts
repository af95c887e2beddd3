// What every rule is: a draft in, diagnostics out. A rule reports, and changes nothing.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Draft } from '../draft.js';

/** What lies outside the brief and can be checked against it; a list that is not given is not checked. */
export interface ValidateOptions {
	/** Decks that exist. Names in brief.yaml and storyline.yaml must be among them. */
	readonly deckNames?: readonly string[];
	/** Slides of each deck. Names in storyline.yaml must be among them. */
	readonly slideNames?: Readonly<Record<string, readonly string[]>>;
	readonly themeNames?: readonly string[];
}

export type Rule = (draft: Draft, options: ValidateOptions) => readonly Diagnostic[];
