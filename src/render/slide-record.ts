// What a slide showed while it was rendered: its claims, its contested values, its charts and its notes. The source
// line is made from this, so it lists exactly what the slide prints.

import type { ChartRequest } from '../model/chart.js';
import type { Print } from '../model/deck.js';
import type { Location } from '../model/location.js';
import type { Cited } from '../model/story.js';
import type { Origin } from '../model/trace.js';
import type { TraceLog } from './trace-log.js';

export interface SlideNotes {
	say: string;
	caveat: string;
	question: string;
	answer: string;
	/** What each chart shows, in lines. */
	readonly data: string[];
}

/** The notes that templates and storylines word. */
export type WordedNote = Exclude<keyof SlideNotes, 'data'>;

export interface SlideRecord {
	readonly name: string;
	readonly claims: Set<string>;
	/** Everything with claims that was printed, in order. */
	readonly prints: Print[];
	/** Contested values by what they are about. */
	readonly contested: Map<string, Cited>;
	/** How many independent origins each printed value has. */
	readonly origins: Set<number>;
	readonly charts: ChartRequest[];
	readonly notes: SlideNotes;
	/** Notes are plain text; everything else is Markdown. */
	mode: 'markdown' | 'note';
	/** Name of the slide's template. */
	readonly template: string;
	/** One for the whole deck; without it nothing is traced. */
	readonly log: TraceLog | null;
}

export function openRecord(name: string, template = name, log: TraceLog | null = null): SlideRecord {
	return {
		name,
		template,
		log,
		claims: new Set(),
		prints: [],
		contested: new Map(),
		origins: new Set(),
		charts: [],
		notes: { say: '', caveat: '', question: '', answer: '', data: [] },
		mode: 'markdown',
	};
}

export function recordCited(record: SlideRecord, cited: Cited): void {
	for (const claim of cited.claims) record.claims.add(claim);
	const { text, claims, about } = cited;
	const key = 'key' in cited && cited.key !== undefined ? { key: cited.key } : {};
	if (claims.length > 0)
		record.prints.push({ ...key, about, text, claims: [...claims], isNote: record.mode === 'note' });
	if (cited.independent !== null) record.origins.add(cited.independent);
	if (cited.contested) record.contested.set(cited.about, cited);
}

/** Says where everything stands that was printed since the last call. */
export function placePrints({ prints }: SlideRecord, where: Location | undefined): void {
	if (where === undefined) return;
	for (let at = prints.length - 1; at >= 0; at -= 1) {
		const print = prints[at];
		if (print === undefined || print.where !== undefined) return;
		prints[at] = { ...print, where };
	}
}

/** Escaped text on its way into the slide; `text` is what a reader will see of it. */
export function traced(record: SlideRecord, escaped: string, text: string, origin: Origin): string {
	return record.log?.mark(escaped, { template: record.template, text, origin }) ?? escaped;
}

/** What a value says of itself, or what follows from its claims. */
export function originOf(cited: Cited): Origin {
	const { claims } = cited;
	// The story's guard rejects what is not there.
	if ('origin' in cited && cited.origin !== undefined) return { kind: cited.origin };
	return claims.length === 0 ? { kind: 'count' } : { kind: 'claims', claims };
}
