// One line above the plot: what each kind of mark stands for, a note on direction, and the heading of the column of numbers.

import type { LayoutContext, TableRow } from './chart-layout.js';
import { round } from './chart-layout.js';
import type { LabelPart, Tone, Words } from './label.js';
import { labelRows, lineBox } from './label.js';

export interface KeyItem {
	/** A style of mark to draw before the words; absent for a note. */
	readonly icon?: string;
	readonly text: string;
	readonly tone: Tone;
}

export interface KeyLine {
	readonly labels: readonly TableRow[];
	readonly icons: readonly TableRow[];
	/** Pixels from the top of the box to the plot. */
	readonly height: number;
	/** Where the words end. */
	readonly right: number;
}

const ICON_WIDTH = 24;
const ITEM_GAP = 28;

/** Takes no height when there is nothing to say. */
export function layOutKeyLine(context: LayoutContext, items: readonly KeyItem[], columnTitle = ''): KeyLine {
	const sizePx = context.theme.size['chart-axis'];
	if (items.length === 0 && columnTitle === '') return { labels: [], icons: [], height: 4, right: 0 };
	const y = sizePx / 2 + 1;
	const labels: TableRow[] = [];
	const icons: TableRow[] = [];
	let x = 0;
	const write = (
		text: string,
		tone: Tone,
		at: { x: number; align: 'left' | 'right'; part: LabelPart },
	): number => {
		const words: Words = { text, tone, weight: at.part === 'column' ? 600 : 400, sizePx, face: 'text' };
		const box = lineBox(context, [words], at.x, y, at.align);
		labels.push(...labelRows(context, [words], { box, part: at.part }));
		return box.right;
	};
	for (const item of items) {
		if (item.icon !== undefined) {
			icons.push({ style: item.icon, x: round(x + 9), y: round(y) });
			x += ICON_WIDTH;
		}
		x =
			write(item.text, item.tone, { x, align: 'left', part: item.icon === undefined ? 'note' : 'key' }) +
			ITEM_GAP;
	}
	if (columnTitle !== '')
		write(columnTitle, 'muted', { x: context.request.width, align: 'right', part: 'column' });
	return { labels, icons, height: sizePx + 18, right: Math.max(0, x - ITEM_GAP) };
}
