// A tree of boxes to the height that base.css gives it, in pixels. Text is wrapped with the widths of the theme's own
// fonts; the constants are those of base.css, and a browser test holds the two together.

import type { Room, Step } from '../../model/room.js';
import type { Box, Word, Words } from './read-boxes.js';

export interface Setting {
	readonly room: Room;
	readonly step: Step;
	/** Space above and below a row. */
	readonly row: number;
	readonly chartHeight: (path: string) => number;
}

type Face = Parameters<Room['widthEm']>[1];
type Block = Extract<Box, { kind: 'block' }>;

const LINE = { text: 1.36, table: 1.32, note: 1.4, heading: 1.3, figure: 1.15 };
const HEADING_RULE = 19;
const COLUMN_GAP = 16;
const ITEM_INDENT = 24;
const NUMBER_INDENT = 56;
const RAIL = { list: 32, table: 28, labelEm: 7 };
const TILE = { gap: 24, inline: 50, edge: 4, list: 12 };
/** Rather more than in base.css: its columns are as narrow as their words, and a word that wraps costs a line. */
const HEAT = { inline: 12, between: 3 };
/** The columns of a ledger stay where they are from page to page. */
const LEDGER = [0.22, 0.15, 0.39, 0.13, 0.11];
/** Kind and date in the table of sources are not wrapped. */
const WHOLE_IN_APPENDIX = [3, 4];
const BESIDE = 760 / 1136;

/** The body's children stand under each other. */
export function measureBox(box: Box, setting: Setting): number {
	return box.kind === 'block'
		? stack(box.children, setting.room.width, setting, setting.room.gap, box.classes)
		: 0;
}

function stack(
	children: readonly Box[],
	width: number,
	setting: Setting,
	gap: number,
	classes: readonly string[],
): number {
	const heights = children.map((child) => heightOf(child, width, setting, classes)).filter((one) => one > 0);
	return heights.reduce((sum, one) => sum + one, 0) + gap * Math.max(0, heights.length - 1);
}

function heightOf(box: Box, width: number, setting: Setting, classes: readonly string[]): number {
	const { room, step, row } = setting;
	const text = room.size[step.text];
	const small = room.size[step.small];
	switch (box.kind) {
		case 'block':
			return blockHeight(box, width, setting, classes);
		case 'chart':
			return setting.chartHeight(box.path);
		case 'heading':
			return lines(box.words, width, small, room, 'strong') * small * LINE.heading + HEADING_RULE;
		case 'paragraph':
			return classes.includes('tile')
				? lines(box.words, width, tileText(setting, classes), room) * tileText(setting, classes) * LINE.text
				: lines(box.words, width, text, room) * text * LINE.text;
		case 'list': {
			if (classes.includes('layers')) return layersHeight(box.items, width, setting);
			const isRows = classes.includes('rows');
			const indent = box.isNumbered ? NUMBER_INDENT : isRows ? 0 : ITEM_INDENT;
			const heights = box.items.map((words) => {
				if (!isRows) return lines(words, width - indent, text, room) * text * LINE.text;
				const [label, rest] = split(words);
				const height = lines(label, width, text, room) * text + lines(rest, width, small, room) * small;
				return height * LINE.text + row + 1;
			});
			const above = isRows && classes.includes('tile') ? TILE.list + row : 0;
			return above + heights.reduce((sum, one) => sum + one, 0) + row * (heights.length - 1);
		}
		case 'table':
			return tableHeight(box, width, setting, classes);
	}
}

/** The label stands beside its text. */
function layersHeight(items: readonly Words[], width: number, { room, step, row }: Setting): number {
	const text = room.size[step.text];
	const beside = width - RAIL.list - RAIL.labelEm * text;
	const heights = items.map(
		(words) => Math.max(1, lines(split(words)[1], beside, text, room)) * text * LINE.text,
	);
	return heights.reduce((sum, one) => sum + one, 0) + row * (heights.length - 1);
}

/** A row's bold beginning stands on a line of its own. */
function split(words: Words): readonly [Words, Words] {
	const rest = words.findIndex(({ isStrong }) => !isStrong);
	return rest === -1 ? [words, []] : [words.slice(0, rest), words.slice(rest)];
}

/** Compact tiles stay small beside a chart, whatever the step. */
const tileText = ({ room, step }: Setting, classes: readonly string[]) =>
	classes.includes('compact') ? room.size.small : room.size[step.small];

function blockHeight(
	{ classes, children }: Block,
	width: number,
	setting: Setting,
	outer: readonly string[],
) {
	const { room, step, row } = setting;
	const all = [...outer, ...classes];
	const has = (name: string) => classes.includes(name);
	const filled = children.filter((child) => child.kind !== 'block' || child.children.length > 0);
	if (has('columns')) {
		const isThird = filled.length > 2;
		const gap = isThird ? (room.column * 5) / 7 : room.column;
		const share = (width - gap * (filled.length - 1)) / Math.max(1, filled.length);
		const widths = has('beside') ? [width * BESIDE, width * (1 - BESIDE) - gap] : filled.map(() => share);
		return Math.max(0, ...filled.map((child, at) => heightOf(child, widths[at] ?? share, setting, all)));
	}
	if (has('tiles')) {
		const isRow = has('compact') || filled.length === 4;
		const perRow = has('stacked') ? 1 : isRow ? filled.length : Math.min(3, filled.length);
		const share = (width - TILE.gap * (perRow - 1)) / perRow;
		const tallest = Math.max(0, ...filled.map((child) => heightOf(child, share, setting, all)));
		const rows = Math.ceil(filled.length / perRow);
		return tallest * rows + TILE.gap * (rows - 1);
	}
	if (has('tile'))
		return (
			stack(children, width - TILE.inline, setting, 4, all) +
			2 * (all.includes('compact') ? 8 : row + 8) +
			TILE.edge +
			1
		);
	if (has('number')) {
		const size = all.includes('compact') ? room.size.large : room.size.headline * step.figure;
		return stackText(children, width, size, room, 'figures') * size * LINE.figure;
	}
	const small = tileText(setting, all);
	if (has('label') || has('by')) return stackText(children, width, small, room, 'strong') * small * LINE.text;
	if (has('takeaway'))
		return stackText(children, width - 96, room.size.text, room, 'strong') * room.size.text * LINE.note;
	if (has('note'))
		return stackText(children, width, room.size.small, room, 'text') * room.size.small * LINE.note;
	if (has('sentence')) {
		const size = room.size.headline * step.figure;
		return stackText(children, width - 156, size, room, 'heading') * size * LINE.heading;
	}
	return stack(children, width, setting, has('column') ? COLUMN_GAP : room.gap, all);
}

/** Lines of all text in a block that is set in one size. */
function stackText(children: readonly Box[], width: number, size: number, room: Room, face: Face): number {
	return children
		.map((child) => {
			if (child.kind === 'block') return stackText(child.children, width, size, room, face);
			return child.kind === 'paragraph' ? lines(child.words, width, size, room, face) : 0;
		})
		.reduce((sum, count) => sum + count, 0);
}

function tableHeight(
	{ rows, numbers }: Extract<Box, { kind: 'table' }>,
	width: number,
	{ room, step, row }: Setting,
	classes: readonly string[],
): number {
	const text = room.size[step.text];
	const head = Math.max(room.size['table-head'], room.size[step.small] * 0.8);
	const columns = rows[0]?.length ?? 1;
	const isGrouped = classes.includes('grouped');
	const isHeat = classes.includes('heat');
	// The best of a heat map are bold.
	const figures = isHeat && room.widthEm('0', 'strong') > room.widthEm('0', 'figures') ? 'strong' : 'figures';
	const faceOf = (column: number): Face =>
		column === 0 ? 'strong' : classes.includes('figures') ? figures : 'text';
	const gapOf = (column: number) => {
		if (isHeat) return column === 0 ? HEAT.inline : 2 * HEAT.inline + HEAT.between;
		return (column === columns - 1 ? 0 : room.cell) + (column === 0 && isGrouped ? RAIL.table : 0);
	};
	const cells = rows.map((one, index) =>
		Array.from({ length: columns }, (_, column) => ({
			words: one[column] ?? [],
			size: index === 0 ? head : text,
			face: index === 0 ? 'strong' : faceOf(column),
			gap: gapOf(column),
			isWhole:
				index > 0 &&
				(numbers[column] === true || (classes.includes('appendix') && WHOLE_IN_APPENDIX.includes(column))),
		})),
	);
	const least = columnsOf(cells, ({ words, size, face, gap, isWhole }) =>
		isWhole
			? widthOf(words, size, room, face as Face) + gap
			: Math.max(0, ...words.map((word) => room.widthEm(word.text, face as Face) * size + gap)),
	);
	const most = columnsOf(cells, ({ words, size, face, gap }) =>
		words.length === 0 ? 0 : widthOf(words, size, room, face as Face) + gap,
	);
	const widths = classes.includes('ledger')
		? LEDGER.map((share) => share * width)
		: shareOut(width, least, most);
	const heights = cells.map((one, index) => {
		const count = Math.max(
			1,
			...one.map(({ words, size, face, gap, isWhole }, column) =>
				isWhole ? 1 : lines(words, (widths[column] ?? 0) - gap - 0.5, size, room, face as Face, false),
			),
		);
		return index === 0 ? count * head * LINE.table + 10 : count * text * LINE.table + 2 * row + 1;
	});
	return heights.reduce((sum, one) => sum + one, 0);
}

function columnsOf<T>(cells: readonly (readonly T[])[], measure: (cell: T) => number): readonly number[] {
	return (cells[0] ?? []).map((_, column) => Math.max(...cells.map((one) => measure(one[column] as T))));
}

/** As browsers do it: each column its least width, and of the rest in proportion to what it would like more. */
function shareOut(width: number, least: readonly number[], most: readonly number[]): readonly number[] {
	const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
	const wanted = sum(most);
	if (wanted <= width) return most.map((one) => (one * width) / wanted);
	const spare = Math.max(0, width - sum(least));
	const wish = wanted - sum(least);
	return least.map((one, index) => one + (spare * ((most[index] ?? one) - one)) / Math.max(1, wish));
}

const widthOf = (words: Words, size: number, room: Room, face: Face): number =>
	words.reduce((sum, word) => sum + advance(word, size, room, face), 0);

/** With the space before it. */
function advance({ text, isStrong, isGlued }: Word, size: number, room: Room, face: Face): number {
	const own = room.widthEm(text, isStrong ? 'strong' : face);
	return (isGlued ? own : own + room.widthEm(' ', face)) * size;
}

/** A word that is longer than its line is broken, but in a table, whose columns are as wide as their longest word. */
function lines(
	words: Words,
	width: number,
	size: number,
	room: Room,
	face: Face = 'text',
	breaksWords = true,
): number {
	if (words.length === 0) return 0;
	const space = room.widthEm(' ', face) * size;
	let count = 1;
	let used = -space;
	for (const word of words) {
		const more = advance(word, size, room, face);
		if (used > 0 && used + more > width) {
			count += 1;
			used = more - (word.isGlued ? 0 : space);
		} else used += more;
		const broken = breaksWords && width > 0 && used > width + 1 ? Math.ceil(used / width) - 1 : 0;
		count += broken;
		used -= broken * width;
	}
	return count;
}
