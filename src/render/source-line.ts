// The line at the foot of every slide: the sources of exactly the claims on it, how many origins a value has, and what
// the contested mark on this slide means.

import { escapeMarkdown } from './escape-markdown.js';
import { CONTESTED_MARK } from './print.js';
import type { SlideRecord } from './slide-record.js';

export interface SourceIndex {
	/** Claim id to the number and short name of its source. */
	readonly sourceOf: (claim: string) => { readonly number: number; readonly short: string };
}

/** How many contested values are spelled out before the line only points to the ledger. */
const MOST_SPELLED_OUT = 2;

/** Empty for a slide that prints no claim. */
export function sourceLine(record: SlideRecord, index: SourceIndex): string {
	const claims = [...record.claims];
	if (claims.length === 0) return '';
	const sources = new Map(claims.map(index.sourceOf).map((source) => [source.number, source.short]));
	const names = [...sources]
		.sort(([a], [b]) => a - b)
		.map(([number, short]) => `${number} ${escapeMarkdown(short)}`);
	const label = names.length === 1 ? 'Source' : 'Sources';
	const parts = [`**${label}** ${names.join(' · ')}. ${independence(record)}`, ...contestedNote(record)];
	return `<div class="sources">\n\n${parts.filter((part) => part !== '').join(' ')}\n\n</div>`;
}

/** Documents may be many while their origin is one; a reader should know. */
function independence({ origins }: SlideRecord): string {
	if (origins.size === 0) return '';
	const [fewest, most] = [Math.min(...origins), Math.max(...origins)];
	if (most === 1) return 'One origin each.';
	return fewest === most
		? `${most} independent origins each.`
		: `${fewest} to ${most} independent origins each.`;
}

function contestedNote(record: SlideRecord): readonly string[] {
	const contested = [...record.contested.values()];
	if (contested.length === 0) return [];
	const ranged = contested.filter(({ range }) => range !== null);
	const isShort =
		ranged.length > 0 && ranged.length === contested.length && ranged.length <= MOST_SPELLED_OUT;
	const text = isShort
		? ranged.map(({ about, range }) => `${escapeMarkdown(about)} ${escapeMarkdown(range ?? '')}`).join('; ')
		: 'sources disagree; see the conflict ledger';
	return [
		`<span class="contested"><sup class="mark">${CONTESTED_MARK}</sup> ${isShort ? `sources say ${text}` : text}.</span>`,
	];
}
