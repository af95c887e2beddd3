// Remembers each printed text that has a numeral in it, and which line of which file printed each line of the Markdown.
// While the templates run, both stand between marks in the text; when the Markdown is whole, the marks give the exact
// places and are taken out again.

import type { Location } from '../model/location.js';
import type { MadeAt, PrintedText } from '../model/trace.js';

/** Noncharacters: no text may hold them, and no escape or regular expression of the render stage means them. */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
const PLACE = '\ufdd2';
const PLACE_END = '\ufdd3';
/** A private character for each entry, from this one on. */
const FIRST_ID = 0xf0000;
const MARKS = /[\ufdd0-\ufdd3]/g;
const PIECES = /\ufdd0(.)|\ufdd1|\ufdd2([tw])(\d+):(\d+):([^\ufdd3]*)\ufdd3/gsu;

/** One mark, of whatever kind. */
export const MARK = /\ufdd0.|\ufdd1|\ufdd2[^\ufdd3]*\ufdd3/gsu;

type Entry = Pick<PrintedText, 'template' | 'text' | 'origin'>;

/** Stands before what a line of a template prints, or a line of the author's words; the rest of the line is theirs too. */
export const placeMark = (by: keyof MadeAt, { file, line, column }: Location): string =>
	`${PLACE}${by.charAt(0)}${line}:${column}:${file}${PLACE_END}`;

/** The place in a mark that `placeMark` made. */
export function markedPlace(mark: string): Location | undefined {
	const [, , , line, column, file] = new RegExp(PIECES).exec(mark) ?? [];
	return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

interface Read {
	readonly markdown: string;
	readonly printed: readonly PrintedText[];
	/** For each line of the Markdown. */
	readonly lines: readonly MadeAt[];
}

export class TraceLog {
	readonly #entries: Entry[] = [];

	/** The escaped text between marks, or as it is when it has no numeral. */
	mark(escaped: string, entry: Entry): string {
		const clean = escaped.replace(MARKS, '\ufffd');
		if (!/\p{N}/u.test(clean)) return clean;
		this.#entries.push(entry);
		return `${OPEN}${String.fromCodePoint(FIRST_ID + this.#entries.length - 1)}${clean}${CLOSE}`;
	}

	/** Markdown without marks, and what the marks said; nothing printed `head`. */
	read(head: string, marked: string): Read {
		const printed: PrintedText[] = [];
		const lines: MadeAt[] = [...head.matchAll(/\n/g)].map(() => ({}));
		let markdown = head;
		let from = 0;
		let open: { entry: Entry; start: number; made: MadeAt } | undefined;
		let made: MadeAt = {};
		let last: MadeAt = {};
		const take = (end: number) => {
			const text = marked.slice(from, end);
			markdown += text;
			for (const _ of text.matchAll(/\n/g)) {
				lines.push(made);
				made = {};
			}
		};
		for (const { 0: piece, 1: id, 2: by, 3: line, 4: column, 5: file = '', index } of marked.matchAll(
			PIECES,
		)) {
			take(index);
			from = index + piece.length;
			const at = markdown.length;
			if (by !== undefined) {
				const place = { file, line: Number(line), column: Number(column) };
				const key = by === 't' ? 'template' : 'words';
				made = { [key]: place, ...made };
				last = key === 'template' ? { template: place } : { ...last, words: place };
			} else if (id === undefined) {
				if (open !== undefined) printed.push({ ...open.entry, made: open.made, start: open.start, end: at });
				open = undefined;
			} else {
				const entry = this.#entries[(id.codePointAt(0) ?? 0) - FIRST_ID];
				open = entry === undefined ? undefined : { entry, start: at, made: last };
			}
		}
		take(marked.length);
		return { markdown, printed, lines: [...lines, made] };
	}
}
