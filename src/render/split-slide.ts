// The Markdown of one slide in, its parts out: rows of lists and tables go where the cuts say, headlines, directives and
// heads of tables stand on every part, and everything else follows the rows before it. Nothing is left out.

import { EVERY_PART, rowMark, withoutMarks } from './trace-log.js';

type Node =
	| {
			readonly kind: 'div';
			readonly open: string;
			readonly close: string;
			readonly children: readonly Node[];
	  }
	/** A list or a table; `head` are the first lines of a table, and items may have several lines. */
	| { readonly kind: 'rows'; readonly head: readonly string[]; readonly rows: readonly Row[] }
	| { readonly kind: 'title'; readonly lines: readonly string[] }
	| { readonly kind: 'block'; readonly lines: readonly string[]; readonly isOnAll: boolean };

interface Row {
	readonly at: number;
	readonly lines: readonly string[];
}

/** A node, and the parts that show it. */
type Placed = (part: number) => readonly string[];

/** Every row is marked with its line, so that whoever measures it can say which it is. */
export function splitSlide(markdown: string, cuts: ReadonlyMap<number, number>): readonly string[] {
	const reader = new Reader(markdown.split('\n'));
	const flow = place(reader.readAll(), cuts, 0);
	return Array.from({ length: flow.last + 1 }, (_, part) =>
		flow.placed
			.flatMap((node) => node(part))
			.join('\n')
			.replace(/\n{3,}/g, '\n\n')
			.trim(),
	);
}

const DIV = /^<div\b[^>]*>$/;
const DIV_END = /^<\/div>$/;
/** Numbered lists stay whole: in their parts they would count from one again. */
const MARKER = /^[-*+]\s/;
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
const FENCE = /^(?:`{3,}|~{3,})/;
const HEADLINE = /^#{1,2}\s/;
const TITLE = /^#{3,6}\s/;
/** Boxes whose children stand beside one another. */
const SIDE_BY_SIDE = /class="(?:[^"]*\s)?(?:columns|tiles)(?:\s[^"]*)?"/;
const HEADER = /class="(?:kicker|subtitle)"/;

class Reader {
	private at = 0;
	private readonly plain: readonly string[];

	constructor(private readonly lines: readonly string[]) {
		this.plain = lines.map((line) => withoutMarks(line).trimEnd());
	}

	readAll(): readonly Node[] {
		const nodes: Node[] = [];
		while (this.at < this.lines.length) {
			nodes.push(...this.read());
			// The end of a box that was never opened.
			if (this.at < this.lines.length) nodes.push({ kind: 'block', lines: [this.take()], isOnAll: false });
		}
		return nodes;
	}

	private read(): readonly Node[] {
		const nodes: Node[] = [];
		while (this.at < this.lines.length && !DIV_END.test(this.text())) {
			if (this.text() === '') this.at += 1;
			else nodes.push(this.node());
		}
		return nodes;
	}

	private text(offset = 0): string {
		return this.plain[this.at + offset] ?? '';
	}

	private take(): string {
		this.at += 1;
		return this.lines[this.at - 1] ?? '';
	}

	private node(): Node {
		const text = this.text();
		if (DIV.test(text)) return this.div(text);
		if (text.startsWith('|') && TABLE_RULE.test(this.text(1))) {
			const head = [this.take(), this.take()];
			const rows: Row[] = [];
			while (this.text().startsWith('|')) rows.push({ at: this.at, lines: [this.take()] });
			return { kind: 'rows', head, rows };
		}
		if (MARKER.test(text)) return this.list();
		if (TITLE.test(text)) return { kind: 'title', lines: [this.take()] };
		if (FENCE.test(text)) return this.fence(text);
		const isOnAll = HEADLINE.test(text) || /^<!--/.test(text);
		const lines = [this.take()];
		while (this.text() !== '' && !isOnAll && !DIV.test(this.text()) && !DIV_END.test(this.text()))
			lines.push(this.take());
		return { kind: 'block', lines, isOnAll };
	}

	private div(text: string): Node {
		const start = this.at;
		const open = this.take();
		const children = this.read();
		const close = this.at < this.lines.length ? this.take() : '';
		if (!HEADER.test(text) && !open.includes(EVERY_PART)) return { kind: 'div', open, close, children };
		return { kind: 'block', lines: this.lines.slice(start, this.at), isOnAll: true };
	}

	private fence(text: string): Node {
		const mark = FENCE.exec(text)?.[0] ?? '';
		const lines = [this.take()];
		while (this.at < this.lines.length && !lines.slice(1).some((line) => line.startsWith(mark)))
			lines.push(this.take());
		return { kind: 'block', lines, isOnAll: false };
	}

	/** Items of the list itself; what is indented belongs to the item before it. */
	private list(): Node {
		const rows: { at: number; lines: string[] }[] = [];
		const isInside = (text: string) => MARKER.test(text) || /^\s/.test(text);
		while (isInside(this.text()) || (this.text() === '' && isInside(this.text(1)))) {
			if (MARKER.test(this.text())) rows.push({ at: this.at, lines: [] });
			rows.at(-1)?.lines.push(this.take());
		}
		return { kind: 'rows', head: [], rows };
	}
}

/** `last` is the part on which the last of the nodes stands: what follows them stands there, or later. */
function place(
	nodes: readonly Node[],
	cuts: ReadonlyMap<number, number>,
	first: number,
	isSideBySide = false,
): { readonly placed: readonly Placed[]; readonly last: number } {
	let last = first;
	const placed = nodes.map((node, index): Placed => {
		const start = isSideBySide ? first : last;
		switch (node.kind) {
			case 'block':
				return (part) => (node.isOnAll || part === start ? ['', ...node.lines, ''] : []);
			case 'title': {
				// Stands wherever what it names goes on.
				const next = nodes[index + 1];
				const parts = next?.kind === 'rows' ? partsOf(next.rows, cuts, start) : [start];
				return (part) => (parts.includes(part) ? ['', ...node.lines, ''] : []);
			}
			case 'rows': {
				const parts = partsOf(node.rows, cuts, start);
				last = Math.max(last, parts.at(-1) ?? start);
				return (part) => {
					const rows = node.rows.filter((_, row) => parts[row] === part);
					if (rows.length === 0 && (node.rows.length > 0 || part !== start)) return [];
					return ['', ...node.head, ...rows.flatMap(({ at, lines }) => marked(at, lines)), ''];
				};
			}
			default: {
				const inner = place(node.children, cuts, start, SIDE_BY_SIDE.test(withoutMarks(node.open)));
				last = Math.max(last, inner.last);
				return (part) => {
					const lines = inner.placed.flatMap((child) => child(part));
					const isShown = lines.length > 0 || (node.children.length === 0 && part === start);
					return isShown ? [node.open, ...lines, node.close] : [];
				};
			}
		}
	});
	return { placed, last };
}

const marked = (at: number, [first = '', ...rest]: readonly string[]) => [`${rowMark(at)}${first}`, ...rest];

/** Rows stay in their order. */
function partsOf(rows: readonly Row[], cuts: ReadonlyMap<number, number>, first: number): readonly number[] {
	let part = first;
	return rows.map(({ at }) => {
		part = Math.max(part, cuts.get(at) ?? part);
		return part;
	});
}
