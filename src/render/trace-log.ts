// Remembers each printed text that has a numeral in it, and which line of which file printed each line of the Markdown.
// While the templates run, marks in the text say so; when the Markdown is whole, they give the exact places and are taken
// out again. Other marks are for split-slide.ts.

import type { Location } from '../model/location.js';
import type { MadeAt, PrintedText } from '../model/trace.js';

/** Noncharacters: no text may hold them, and no escape or regular expression of the render stage means them. */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
const PLACE = '\ufdd2';
const PLACE_END = '\ufdd3';
const SHOWN = '\ufdd4';
/** A private character for each entry, from this one on. */
const FIRST_ID = 0xf0000;
const MARKS = /[\ufdd0-\ufdd5]/g;
const PIECES = /\ufdd0(.)|\ufdd1|\ufdd2([twr])(\d+):(\d+):([^\ufdd3]*)\ufdd3|\ufdd4.|\ufdd5/gsu;
const OPENINGS = /\ufdd0(.)/gsu;

/** One mark, of whatever kind. */
export const MARK = /\ufdd0.|\ufdd1|\ufdd2[^\ufdd3]*\ufdd3|\ufdd4.|\ufdd5/gsu;

type Entry = Pick<PrintedText, 'template' | 'text' | 'origin'>;

/** Stands before what a line of a template prints, or a line of the author's words; the rest of the line is theirs too. */
export const placeMark = (by: 'template' | 'words', { file, line, column }: Location): string =>
	`${PLACE}${by.charAt(0)}${line}:${column}:${file}${PLACE_END}`;

/** The place in a mark that `placeMark` made. */
export function markedPlace(mark: string): Location | undefined {
	const [, , , line, column, file] = new RegExp(PIECES).exec(mark) ?? [];
	return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** Stands before the row of a list or table that a slide may continue with; `row` is its line in the slide's text. */
export const rowMark = (row: number): string => `${PLACE}r${row}:0:${PLACE_END}`;

/** Stands before a block that every part of a continued slide shows. */
export const EVERY_PART = '\ufdd5';

/** Stands before what counts as shown by whoever shows the text behind it. */
export const shownMark = (index: number): string => `${SHOWN}${String.fromCodePoint(FIRST_ID + index)}`;

export const shownIn = (text: string): ReadonlySet<number> =>
	new Set([...text.matchAll(/\ufdd4(.)/gsu)].map(([, id = '']) => (id.codePointAt(0) ?? 0) - FIRST_ID));

/** Text as it will stand in the Markdown. */
export const withoutMarks = (text: string): string => text.replaceAll(MARK, '');

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

	/** What was marked in another log, to be read by this one. */
	take(texts: readonly string[], other: TraceLog): readonly string[] {
		const first = this.#entries.length;
		this.#entries.push(...other.#entries);
		if (first === 0) return texts;
		const moved = (id: string) => `${OPEN}${String.fromCodePoint((id.codePointAt(0) ?? 0) + first)}`;
		return texts.map((text) => text.replace(OPENINGS, (_, id: string) => moved(id)));
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
			if (by === 'r') made = { ...made, row: Number(line) };
			else if (by !== undefined) {
				const place = { file, line: Number(line), column: Number(column) };
				const key = by === 't' ? 'template' : 'words';
				made = { [key]: place, ...made };
				last = key === 'template' ? { template: place } : { ...last, words: place };
			} else if (piece === CLOSE) {
				if (open !== undefined) printed.push({ ...open.entry, made: open.made, start: open.start, end: at });
				open = undefined;
			} else if (id !== undefined) {
				const entry = this.#entries[(id.codePointAt(0) ?? 0) - FIRST_ID];
				open = entry === undefined ? undefined : { entry, start: at, made: last };
			}
		}
		take(marked.length);
		return { markdown, printed, lines: [...lines, made] };
	}
}
