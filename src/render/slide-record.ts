// What a slide showed while it was rendered: its claims, its contested values, its charts and its notes. The source
// line is made from this, so it lists exactly what the slide prints.

import type { ChartRequest } from '../model/chart.js';
import type { Cited } from '../model/story.js';

export interface SlideNotes {
	say: string;
	caveat: string;
	question: string;
	answer: string;
}

export interface SlideRecord {
	readonly name: string;
	readonly claims: Set<string>;
	/** Contested values by what they are about. */
	readonly contested: Map<string, Cited>;
	/** How many independent origins each printed value has. */
	readonly origins: Set<number>;
	readonly charts: ChartRequest[];
	readonly notes: SlideNotes;
	/** Notes are plain text; everything else is Markdown. */
	mode: 'markdown' | 'note';
}

export function openRecord(name: string): SlideRecord {
	return {
		name,
		claims: new Set(),
		contested: new Map(),
		origins: new Set(),
		charts: [],
		notes: { say: '', caveat: '', question: '', answer: '' },
		mode: 'markdown',
	};
}

export function recordCited(record: SlideRecord, cited: Cited): void {
	for (const claim of cited.claims) record.claims.add(claim);
	if (cited.independent !== null) record.origins.add(cited.independent);
	if (cited.contested) record.contested.set(cited.about, cited);
}
