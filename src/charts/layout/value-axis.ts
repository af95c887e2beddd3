// The ticks of a value axis: pale gridlines and, under the plot, their numbers.

import type { LayoutContext, TableRow } from './chart-layout.js';
import { round } from './chart-layout.js';
import type { Words } from './label.js';
import { labelRows, lineBox } from './label.js';
import type { LinearScale } from './linear-scale.js';
import { tickStep, ticksWithin, tickText } from './linear-scale.js';
import type { RowForm } from './row-form.js';

/** Pixels that the numbers take beyond their own size. */
export const AXIS_GAP = 14;

/** A number that would pass the edge of the box moves inwards. */
export function axisRows(
	context: LayoutContext,
	form: RowForm,
	scale: LinearScale,
	{ top, bottom }: { top: number; bottom: number },
): { grid: TableRow[]; labels: TableRow[] } {
	const { theme, request } = context;
	const sizePx = theme.size['chart-axis'];
	const width = scale.range[1] - scale.range[0];
	const step = tickStep(
		scale.domain[1] - scale.domain[0],
		Math.max(1, Math.min(5, Math.floor(width / (sizePx * 4.5)))),
	);
	const ticks = ticksWithin(scale.domain, step);
	const labels = ticks.flatMap((value) => {
		const text = form.tickText?.(value, step) ?? tickText(value, step, request.unitSuffix);
		const line: Words[] = [{ text, tone: 'muted', weight: 400, sizePx, face: 'text' }];
		const free = lineBox(context, line, scale.toPx(value), bottom + AXIS_GAP / 2 + sizePx / 2 + 2, 'center');
		const shift = Math.min(0, request.width - free.right) + Math.max(0, -free.left);
		const box = { ...free, left: free.left + shift, right: free.right + shift };
		return labelRows(context, line, { box, part: 'axis' });
	});
	return { grid: ticks.map((value) => ({ value, y: round(top), y2: round(bottom) })), labels };
}
