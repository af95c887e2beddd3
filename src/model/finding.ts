// What reconciling the claims about one topic gives. Nothing here is formatted for print.

import type { Claim, Ruling, Topic, Unit, Value } from './evidence.js';

/** Why two claims about one topic differ; each pair has exactly one. Worst last. */
export type Cause =
	| 'agree'
	| 'rounding'
	| 'uncertainty'
	| 'unit'
	| 'setup'
	| 'benchmark'
	| 'estimate'
	| 'contradiction';

export const CAUSES: readonly Cause[] = [
	'agree',
	'rounding',
	'uncertainty',
	'unit',
	'setup',
	'benchmark',
	'estimate',
	'contradiction',
];

export interface Dissent {
	readonly claim: Claim;
	/** Cause of its difference from the headline claim; never `agree`. */
	readonly cause: Exclude<Cause, 'agree'>;
}

/** Which rule of precedence chose the headline claim. */
export type Precedence =
	| 'only-value'
	| 'ruling'
	| 'first-party'
	| 'independent-sources'
	| 'sources'
	| 'newest'
	| 'tie';

export interface Support {
	readonly claims: number;
	/** Documents that say so. */
	readonly sources: number;
	/** The largest number of supporting claims of which no two share an origin. */
	readonly independent: number;
}

export interface Finding {
	readonly key: string;
	readonly topic: Topic;
	readonly unit: Unit;
	/** The claim that the deck prints; absent when every source says "not reported". */
	readonly headline?: Claim;
	/** The headline claim's value; a range from lowest to highest where a ruling keeps the range or a tie is unresolved. */
	readonly value: Value;
	/** Claims that say what the headline says, itself included. */
	readonly agreeing: readonly Claim[];
	readonly dissent: readonly Dissent[];
	readonly support: Support;
	/** Lowest and highest number that any comparable claim gives, where the value is numeric. */
	readonly spread?: { readonly low: number; readonly high: number };
	/** True when at least one dissenting claim is a true contradiction. */
	readonly contested: boolean;
	/** True when precedence could not choose and no ruling did. */
	readonly unresolved: boolean;
	readonly precedence: Precedence;
	readonly ruling?: Ruling;
}
