// What a deck carries so that every figure can be traced while it is shown: the evidence behind each slide, already in
// words. It travels as JSON in the page, so it holds plain values only, and leaves out what is empty.

import type { ChartTable } from './chart.js';

export interface DeckSources {
	readonly deck: string;
	readonly brief: string;
	/** Planned length of the talk; absent unless somebody gave one. */
	readonly minutes?: number;
	readonly documents: readonly DrawerDocument[];
	readonly topics: readonly DrawerTopic[];
	/** In the order of the deck. */
	readonly slides: readonly DrawerSlide[];
	/** The charts of each slide, in the same order. */
	readonly tables: readonly (readonly ChartTable[])[];
}

export interface DrawerDocument {
	/** Its number in the source lines; absent for a document that nobody read. */
	readonly number?: number;
	readonly short: string;
	readonly title: string;
	/** Publisher, kind, date and party, joined. */
	readonly about: string;
	readonly url?: string;
	readonly derivesFrom?: string;
}

export interface DrawerTopic {
	readonly name: string;
	/** The value as printed; absent for a claim in words. */
	readonly value?: string;
	/** What the figure is, or the claim in words. */
	readonly text?: string;
	/** Lowest to highest, where sources disagree. */
	readonly range?: string;
	readonly contested?: true;
	/** `4 documents, 3 independent origins`; `5 documents, all going back to OpenAI`. */
	readonly support: string;
	/** Why this value and no other heads, where sources differ. */
	readonly why?: string;
	readonly ruling?: string;
	readonly claims: readonly DrawerClaim[];
	readonly dissent?: readonly DrawerClaim[];
}

export interface DrawerClaim {
	/** What the source says, where it is a value. */
	readonly value?: string;
	/** Index in `documents`. */
	readonly document: number;
	/** Where in the document. */
	readonly at: string;
	/** Why it differs from the headline value. */
	readonly cause?: string;
	/** Whom the source credits, and under which setup it measured. */
	readonly detail?: string;
}

export interface DrawerSlide {
	readonly name: string;
	/** Planned for it. */
	readonly minutes?: number;
	/** Indices in `topics`, in the order in which the slide shows them. */
	readonly topics: readonly number[];
	/** What the slide prints, in order, each with the topics that it rests on. */
	readonly prints: readonly (readonly [text: string | PrintCode, topics: readonly number[]])[];
}

/** Stands for a text that is there already: the value of the first topic, its text, or a chart, which has many. */
export type PrintCode = typeof PRINT_VALUE | typeof PRINT_TEXT | typeof PRINT_CHART;
export const PRINT_VALUE = 0;
export const PRINT_TEXT = 1;
export const PRINT_CHART = 2;
