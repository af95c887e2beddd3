// The axis above a timeline: dates with pale gridlines, and a break where events lie beyond its ends.

import type { LayoutContext, TableRow } from './chart-layout.js';
import { round } from './chart-layout.js';
import type { DateSpan } from './date-scale.js';
import { dateTicks } from './date-scale.js';
import type { Words } from './label.js';
import { labelRows, lineBox } from './label.js';
import type { Columns, Event } from './timeline-columns.js';

export function dateAxisRows(
	context: LayoutContext,
	columns: Columns,
	stretch: DateSpan,
	events: readonly Event[],
	{ top, bottom }: { top: number; bottom: number },
): { grid: TableRow[]; labels: TableRow[]; breaks: TableRow[] } {
	const { scale, earlierX, laterX } = columns;
	const sizePx = context.theme.size['chart-axis'];
	const width = scale.toPx(stretch.to) - scale.toPx(stretch.from);
	const write = (text: string, x: number, align: 'left' | 'center' | 'right'): TableRow[] => {
		const line: Words[] = [{ text, tone: 'muted', weight: 400, sizePx, face: 'text' }];
		const free = lineBox(context, line, x, sizePx / 2 + 2, align);
		const shift = Math.min(0, context.request.width - free.right);
		return labelRows(context, line, {
			box: { ...free, left: free.left + shift, right: free.right + shift },
			part: 'axis',
		});
	};
	const isDated = events.some((event) => event.place === 'axis');
	const ticks = isDated ? dateTicks(stretch, Math.max(2, Math.floor(width / (sizePx * 4.4)))) : [];
	const slashes = (x: number): TableRow[] =>
		[-3, 4].map((dx) => ({ x: x + dx - 4, x2: x + dx + 4, y: top + 7, y2: top - 7 }));
	return {
		grid: ticks.map(({ at }) => ({ value: at, y: round(top - 6), y2: round(bottom) })),
		labels: [
			...ticks.flatMap(({ at, text }) => write(text, scale.toPx(at), 'center')),
			...(earlierX === undefined ? [] : write('earlier', earlierX - 8, 'left')),
			...(laterX === undefined ? [] : write('later', laterX + 8, 'right')),
		],
		breaks: [
			...(earlierX === undefined ? [] : slashes(scale.range[0] - 26)),
			...(laterX === undefined ? [] : slashes(scale.range[1] + 26)),
		],
	};
}
