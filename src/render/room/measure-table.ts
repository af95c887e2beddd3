// A table to the height that base.css gives it, in pixels: its columns shared out as browsers do it.

import type { Setting } from './measure-boxes.js';
import type { Box } from './read-boxes.js';
import { type Face, lines, widthOf } from './wrap-words.js';

const LINE = 1.32;
const RAIL = 28;
/** Rather more than in base.css: its columns are as narrow as their words, and a word that wraps costs a line. */
const HEAT = { inline: 12, between: 3 };
/** The columns of a ledger stay where they are from page to page. */
const LEDGER = [0.22, 0.15, 0.39, 0.13, 0.11];
/** Kind and date in the table of sources are not wrapped. */
const WHOLE_IN_APPENDIX = [3, 4];

export function tableHeight(
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
		return (column === columns - 1 ? 0 : room.cell) + (column === 0 && isGrouped ? RAIL : 0);
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
		return index === 0 ? count * head * LINE + 10 : count * text * LINE + 2 * row + 1;
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
