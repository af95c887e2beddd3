// What a slide showed while it was rendered: its claims, its contested values, its charts and its notes. The source
// line is made from this, so it lists exactly what the slide prints.

import type { ChartRequest } from '../model/chart.js';
import type { Print } from '../model/deck.js';
import type { Location } from '../model/location.js';
import type { Cited } from '../model/story.js';
import type { Origin } from '../model/trace.js';
import { shownIn, shownMark, type TraceLog } from './trace-log.js';

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
	/** All of this again, piece by piece, for the parts of a slide that is continued. */
	readonly shown: Shown[];
	readonly notes: SlideNotes;
	/** Notes are plain text; everything else is Markdown. */
	mode: 'markdown' | 'note';
	/** Name of the slide's template. */
	readonly template: string;
	/** Whether the deck is read from right to left. */
	readonly isRightToLeft: boolean;
	/** One for the whole deck; without it nothing is traced. */
	readonly log: TraceLog | null;
}

interface Shown {
	readonly isNote: boolean;
	/** Its first in `prints`. */
	readonly print: number;
	readonly record: (record: SlideRecord) => void;
}

export function openRecord(
	name: string,
	template = name,
	log: TraceLog | null = null,
	isRightToLeft = false,
): SlideRecord {
	return {
		name,
		template,
		log,
		isRightToLeft,
		claims: new Set(),
		prints: [],
		contested: new Map(),
		origins: new Set(),
		charts: [],
		shown: [],
		notes: { say: '', caveat: '', question: '', answer: '', data: [] },
		mode: 'markdown',
	};
}

/** Records what is shown; whoever shows the text behind the mark that this gives, shows it too. */
export function show(record: SlideRecord, entry: Shown['record']): string {
	const isNote = record.mode === 'note';
	record.shown.push({ isNote, print: record.prints.length, record: entry });
	entry(record);
	return isNote ? '' : shownMark(record.shown.length - 1);
}

/** What a part of a slide shows, from the marks in its text. Notes belong to every part. */
export function recordOfPart(whole: SlideRecord, text: string): SlideRecord {
	const part = {
		...openRecord(whole.name, whole.template, whole.log, whole.isRightToLeft),
		notes: { ...whole.notes, data: [] },
	};
	const marks = shownIn(text);
	for (const [index, { isNote, print, record }] of whole.shown.entries()) {
		if (!isNote && !marks.has(index)) continue;
		const first = part.prints.length;
		record(part);
		// Those of the whole slide know their place.
		part.prints.splice(first, Infinity, ...whole.prints.slice(print, print + part.prints.length - first));
	}
	return part;
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
