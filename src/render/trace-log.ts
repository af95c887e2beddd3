// Remembers each printed text that has a numeral in it. While the templates run, such a text stands between two marks;
// when the Markdown is whole, the marks give its exact place and are taken out again.

import type { PrintedText } from '../model/trace.js';

/** Noncharacters: no text may hold them, and no escape or regular expression of the render stage means them. */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
/** A private character for each entry, from this one on. */
const FIRST_ID = 0xf0000;
const MARKS = /[\ufdd0\ufdd1]/g;
const PIECES = /\ufdd0(.)|\ufdd1/gsu;

type Entry = Pick<PrintedText, 'template' | 'text' | 'origin'>;

export class TraceLog {
	readonly #entries: Entry[] = [];

	/** The escaped text between marks, or as it is when it has no numeral. */
	mark(escaped: string, entry: Entry): string {
		const clean = escaped.replace(MARKS, '\ufffd');
		if (!/\p{N}/u.test(clean)) return clean;
		this.#entries.push(entry);
		return `${OPEN}${String.fromCodePoint(FIRST_ID + this.#entries.length - 1)}${clean}${CLOSE}`;
	}

	/** Markdown without marks, and where each marked text stands in it; `offset` is where the Markdown will start. */
	read(
		marked: string,
		offset: number,
	): { readonly markdown: string; readonly printed: readonly PrintedText[] } {
		const printed: PrintedText[] = [];
		let markdown = '';
		let from = 0;
		let open: { entry: Entry; start: number } | undefined;
		for (const match of marked.matchAll(PIECES)) {
			markdown += marked.slice(from, match.index);
			from = match.index + match[0].length;
			const at = markdown.length + offset;
			if (match[1] === undefined) {
				if (open !== undefined) printed.push({ ...open.entry, start: open.start, end: at });
				open = undefined;
			} else {
				const entry = this.#entries[(match[1].codePointAt(0) ?? 0) - FIRST_ID];
				open = entry === undefined ? undefined : { entry, start: at };
			}
		}
		return { markdown: markdown + marked.slice(from), printed };
	}
}
