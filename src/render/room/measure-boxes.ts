// A tree of boxes to the height that base.css gives it, in pixels. Text is wrapped with the widths of the theme's own
// fonts; the constants are those of base.css, and a browser test holds the two together.

import type { Room, Step } from '../../model/room.js';
import { tableHeight } from './measure-table.js';
import type { Box, Words } from './read-boxes.js';
import { type Face, lines } from './wrap-words.js';

export interface Setting {
	readonly room: Room;
	readonly step: Step;
	/** Space above and below a row. */
	readonly row: number;
	readonly chartHeight: (path: string) => number;
}

type Block = Extract<Box, { kind: 'block' }>;

const LINE = { text: 1.36, note: 1.4, heading: 1.3, figure: 1.15 };
const HEADING_RULE = 19;
const PANEL_TITLE = 10;
const COLUMN_GAP = 16;
const ITEM_INDENT = 24;
const NUMBER_INDENT = 56;
const RAIL = { indent: 32, labelEm: 7 };
const TILE = { gap: 24, inline: 50, edge: 4, list: 12 };
const CARD = { rowGap: 16, inline: 42, block: 4 };
/** Padding and edges. */
const PANEL = { inline: 66, block: 61 };
const SLIM_PANEL = { inline: 58, block: 45 };
const NO_PANEL = { inline: 0, block: 0 };
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
	isColumn = false,
): number {
	const filled = children
		.map((child) => ({ child, height: heightOf(child, width, setting, classes) }))
		.filter(({ height }) => height > 0);
	// In a column, a heading has its space below it within its own height.
	const gaps = filled.slice(0, -1).filter(({ child }) => !isColumn || child.kind !== 'heading');
	return filled.reduce((sum, { height }) => sum + height, 0) + gap * gaps.length;
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
		case 'heading': {
			const { large } = room.size;
			return classes.includes('panels') && !classes.includes('duo')
				? lines(box.words, width, large, room, 'heading') * large * LINE.heading + PANEL_TITLE
				: lines(box.words, width, small, room, 'strong') * small * LINE.heading + HEADING_RULE;
		}
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
	const beside = width - RAIL.indent - RAIL.labelEm * text;
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
		const panel = outer.includes('facing') ? PANEL : outer.includes('panels') ? SLIM_PANEL : NO_PANEL;
		const gap =
			panel === PANEL || outer.includes('bands') ? TILE.gap : isThird ? (room.column * 5) / 7 : room.column;
		const share = (width - gap * (filled.length - 1)) / Math.max(1, filled.length);
		const widths = has('beside') ? [width * BESIDE, width * (1 - BESIDE) - gap] : filled.map(() => share);
		const heights = filled.map((child, at) =>
			heightOf(child, (widths[at] ?? share) - panel.inline, setting, all),
		);
		return Math.max(0, ...heights) + panel.block;
	}
	if (has('duo')) {
		const share = filled.length === 1 ? width : (width - TILE.gap) / 2;
		return Math.max(0, ...filled.map((child) => heightOf(child, share, setting, all)));
	}
	if (has('tiles')) {
		const isRow = has('compact') || filled.length === 4;
		const perRow = has('stacked') ? 1 : isRow ? filled.length : Math.min(3, filled.length);
		const share = (width - TILE.gap * (perRow - 1)) / perRow;
		const tallest = Math.max(0, ...filled.map((child) => heightOf(child, share, setting, all)));
		const rows = Math.ceil(filled.length / perRow);
		return tallest * rows + (has('cards') ? CARD.rowGap : TILE.gap) * (rows - 1);
	}
	if (has('fact')) return stack(children, width, setting, 4, all);
	const isCard = outer.includes('cards');
	if (has('tile')) {
		const inline = isCard ? CARD.inline : TILE.inline;
		const block = all.includes('compact') ? 8 : row + (isCard ? CARD.block : 8);
		return stack(children, width - inline, setting, 4, all) + 2 * block + TILE.edge + 1;
	}
	if (has('number')) {
		const size = all.includes('compact') ? room.size.large : room.size.headline * step.figure;
		if (breaksNumber(children, width, size, room)) return Number.POSITIVE_INFINITY;
		return stackText(children, width, size, room, 'figures') * size * LINE.figure;
	}
	if (has('label') && isCard) {
		const text = room.size[step.text];
		return stackText(children, width, text, room, 'strong') * text * LINE.heading;
	}
	const small = tileText(setting, all);
	if (has('label') && outer.includes('fact'))
		return stackText(children, width, small, room, 'text') * small * LINE.text;
	if (has('label') || has('by')) return stackText(children, width, small, room, 'strong') * small * LINE.text;
	if (has('takeaway'))
		return stackText(children, width - 96, room.size.text, room, 'strong') * room.size.text * LINE.note;
	if (has('note'))
		return stackText(children, width, room.size.small, room, 'text') * room.size.small * LINE.note;
	if (has('sentence')) {
		const size = room.size.headline * step.figure;
		return stackText(children, width - 156, size, room, 'heading') * size * LINE.heading;
	}
	const isColumn = has('column') || has('against') || has('rows');
	return stack(children, width, setting, isColumn ? COLUMN_GAP : room.gap, all, isColumn);
}

/** Over two lines, `$0.000015` would be read as `$0.00001`. */
function breaksNumber(children: readonly Box[], width: number, size: number, room: Room): boolean {
	return children.some((child) => {
		if (child.kind === 'block') return breaksNumber(child.children, width, size, room);
		if (child.kind !== 'paragraph') return false;
		return child.words.some(
			(word) => /\p{N}/u.test(word.text) && lines([word], width, size, room, 'figures') > 1,
		);
	});
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
