// The line at the foot of every slide: the sources of exactly the claims on it, how many origins a value has, and what
// the contested mark on this slide means.

import type { Cited } from '../model/story.js';
import { escapeMarkdown } from './escape-markdown.js';
import { CONTESTED_MARK } from './print.js';
import { type SlideRecord, traced } from './slide-record.js';

export interface SourceIndex {
	/** Claim id to the number and short name of its source. */
	readonly sourceOf: (claim: string) => { readonly number: number; readonly short: string };
}

/** Names and ranges of contested values are spelled out while they leave the source line its two lines. */
const MOST_CHARACTERS = 80;

/** Empty for a slide that prints no claim. */
export function sourceLine(record: SlideRecord, index: SourceIndex): string {
	const claims = [...record.claims];
	if (claims.length === 0) return '';
	const sources = new Map(claims.map(index.sourceOf).map((source) => [source.number, source.short]));
	const names = [...sources]
		.sort(([a], [b]) => a - b)
		.map(([number, short]) => `${countText(record, number)} ${nameText(record, short)}`);
	const label = names.length === 1 ? 'Source' : 'Sources';
	const parts = [
		`**${label}** ${names.join(' · ')}. ${independence(record, names.length)}`,
		...contestedNote(record),
	];
	return `<div class="sources">\n\n${parts.filter((part) => part !== '').join(' ')}\n\n</div>`;
}

/** Documents may be many while their origin is one; a reader should know. */
function independence(record: SlideRecord, documents: number): string {
	const { origins } = record;
	if (origins.size === 0) return '';
	const [fewest, most] = [Math.min(...origins), Math.max(...origins)];
	if (most === 1) return documents === 1 ? 'One origin.' : 'One origin each.';
	return fewest === most
		? `${countText(record, most)} independent origins each.`
		: `${countText(record, fewest)} to ${countText(record, most)} independent origins each.`;
}

function contestedNote(record: SlideRecord): readonly string[] {
	const contested = [...record.contested.values()];
	if (contested.length === 0) return [];
	const ranged = contested.filter(({ range }) => range !== null);
	const length = ranged.reduce((sum, { about, range }) => sum + about.length + (range?.length ?? 0), 0);
	const isShort = ranged.length > 0 && ranged.length === contested.length && length <= MOST_CHARACTERS;
	const text = isShort
		? ranged.map((cited) => `${nameText(record, cited.about)} ${rangeText(record, cited)}`).join('; ')
		: 'sources disagree on what has this mark';
	return [
		`<span class="contested"><sup class="mark">${CONTESTED_MARK}</sup>\u00a0${isShort ? `sources differ: ${text}` : text}.</span>`,
	];
}

const countText = (record: SlideRecord, count: number) =>
	traced(record, String(count), String(count), { kind: 'count' });

const nameText = (record: SlideRecord, name: string) =>
	traced(record, escapeMarkdown(name), name, { kind: 'text', field: 'source line' });

function rangeText(record: SlideRecord, { range, claims }: Cited): string {
	const text = range ?? '';
	return traced(record, escapeMarkdown(text), text, { kind: 'claims', claims });
}
