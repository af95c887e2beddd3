// What reconciling the claims about one topic gives. Nothing here is formatted for print.

import type { Claim, Computed, Ruling, Topic, Unit, Value } from './evidence.js';

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

/** Two claims that contradict each other, while neither contradicts what is printed. */
export interface Opposition {
	readonly one: Claim;
	readonly other: Claim;
}

/** Which rule of precedence chose the headline claim. */
export type Precedence =
	| 'only-value'
	| 'ruling'
	/** It follows from the values that the deck prints for the things compared. */
	| 'computed'
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

/** What a figure comes to, computed from two other findings by its `computed`. */
export interface Derivation extends Computed {
	/** A number, or a range where an input is one; rounded by the rule in derivations.ts. */
	readonly value: Extract<Value, { kind: 'number' | 'range' }>;
	/** Points for a difference of percentages, times for a ratio. */
	readonly unit: Unit;
	/** An input is only about so large. */
	readonly isRough: boolean;
	/** An input is contested. */
	readonly isContested: boolean;
	/** Ids of the claims behind the inputs. */
	readonly inputs: readonly string[];
	/** The smaller number of independent origins of the two inputs. */
	readonly independent: number;
	/** One for each claim on the figure that gives a number. */
	readonly checks: readonly DerivationCheck[];
}

export interface DerivationCheck {
	readonly claim: Claim;
	/** Why the claim differs from what was computed; a claim that does not follow is a contradiction. */
	readonly cause: Cause;
	/** It does not follow from the printed values, but from those that its own source gives elsewhere. */
	readonly followsFromOwnSource: boolean;
}

export interface Spread {
	readonly low: number;
	readonly high: number;
	/** As in a range: those that the sources wrote, where the numbers alone would lose some. */
	readonly decimals?: readonly [low: number, high: number];
}

export interface Finding {
	readonly key: string;
	readonly topic: Topic;
	readonly unit: Unit;
	/** The claim that the deck prints; absent when every source says "not reported", and for a ruling that prefers what was computed. */
	readonly headline?: Claim;
	/** The headline claim's value; a range from lowest to highest where a ruling keeps the range or a tie is unresolved. */
	readonly value: Value;
	/** Claims that say what the headline says, itself included. */
	readonly agreeing: readonly Claim[];
	readonly dissent: readonly Dissent[];
	/** What the causes of the dissent do not show. */
	readonly oppositions: readonly Opposition[];
	readonly support: Support;
	/** Every claim on it, dissent included, goes back to first-party documents alone. */
	readonly vendorOnly: boolean;
	/** Lowest and highest number that any comparable claim gives, where the value is numeric. */
	readonly spread?: Spread;
	/** What it should come to, for a figure with `computed` whose inputs have numbers. */
	readonly computed?: Derivation;
	/** True when any two claims contradict each other, or a claim contradicts what was computed, or an input is contested. */
	readonly contested: boolean;
	/** True when precedence could not choose and no ruling did. */
	readonly unresolved: boolean;
	readonly precedence: Precedence;
	readonly ruling?: Ruling;
}
