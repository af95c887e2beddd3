// Timeline: one row an event, its date at the left edge, its mark under a shared time axis and its words beside the mark.
// Dates far from all others stand beyond a break in the axis, so that they do not squeeze the rest.

import type { ChartLayout, IndexedRow, LayoutContext, TableRow } from '../layout/chart-layout.js';
import { round } from '../layout/chart-layout.js';
import type { DateSpan } from '../layout/date-scale.js';
import { dateTicks, mainStretch, parseDate } from '../layout/date-scale.js';
import type { Words } from '../layout/label.js';
import { labelRows, lineBox, lineWidth } from '../layout/label.js';
import type { LinearScale } from '../layout/linear-scale.js';
import { linearScale } from '../layout/linear-scale.js';
import { groupRows } from '../layout/row-groups.js';
import type { RowCell } from '../layout/row-heights.js';
import { shareHeight } from '../layout/row-heights.js';
import { wrapText } from '../layout/wrap-text.js';
import { DOT_RADIUS_PX } from '../vega-config.js';

const DATE_GAP = 28;
const LABEL_GAP = 18;
const ZONE_WIDTH = 96;
const MIN_PLOT_SHARE = 0.34;
const RANGE_HALF_HEIGHT = 4;

interface Event {
	readonly row: IndexedRow;
	/** Undefined when no date was reported. */
	readonly span?: DateSpan;
	readonly place: 'axis' | 'earlier' | 'later' | 'undated';
	readonly line: readonly Words[];
}

interface Columns {
	readonly scale: LinearScale;
	readonly earlierX?: number;
	readonly laterX?: number;
	readonly undatedX: number;
}

interface PlacedEvent extends Event {
	/** Ends of the mark in pixels. */
	readonly left: number;
	readonly right: number;
	readonly lines: readonly (readonly Words[])[];
	readonly side: 'left' | 'right';
}

export function layOutTimeline(context: LayoutContext): ChartLayout {
	const { request, theme } = context;
	const events = readEvents(context);
	const stretch = mainStretch(events.flatMap((event) => event.span ?? [])) ?? { from: 0, to: 0 };
	const days = Math.max(stretch.to - stretch.from, 86_400_000);
	const domain = [stretch.from - days * 0.02, stretch.from + days * 1.02] as const;
	const dates = Math.max(0, ...events.map((event) => lineWidth(context, [dateWords(context, event.row)])));
	const columns = layOutColumns(context, events, domain, Math.ceil(dates) + DATE_GAP);
	const placed = events.map((event) => placeEvent(context, event, columns));
	const top = theme.size['chart-axis'] + 16;
	const lineHeight = theme.size['chart-label'] * 1.22;
	const heights = shareHeight(
		placed.map(({ lines }) => ({ above: (lines.length * lineHeight) / 2 + 2, below: (lines.length * lineHeight) / 2 + 2 })),
		request.height - top,
	);
	const bottom = top + heights.height;
	const axis = axisRows(context, columns, stretch, events, { top, bottom });
	const labels: TableRow[] = [...axis.labels];
	const rows: TableRow[] = [];
	const separators: TableRow[] = [];
	placed.forEach((event, index) => {
		const cell = heights.cells[index] ?? { top: 0, height: 0, center: 0 };
		const isNewDate = event.row.label !== placed[index - 1]?.row.label;
		if (isNewDate) separators.push({ left: 0, right: request.width, y: round(top + cell.top) });
		labels.push(...eventLabels(context, event, { ...cell, center: top + cell.center }, isNewDate));
		rows.push(markRow(event, top + cell.center));
	});
	const problems = heights.overflow > 0.5 ? [`its events need ${Math.ceil(heights.overflow)} px more height`] : [];
	return {
		params: {
			plotLeft: round(columns.scale.range[0]),
			plotRight: round(columns.scale.range[1]),
			domainMin: domain[0],
			domainMax: domain[1],
		},
		tables: {
			rows: rows.sort((a, b) => Number(a.row) - Number(b.row)),
			labels,
			separators,
			grid: axis.grid,
			breaks: axis.breaks,
		},
		problems,
	};
}

function readEvents(context: LayoutContext): Event[] {
	const rows = groupRows(context.request.rows)
		.flatMap((group) => group.rows)
		.sort((a, b) => a.order - b.order || a.row - b.row);
	const spans = rows.map(spanOf);
	const stretch = mainStretch(spans.filter((span) => span !== undefined));
	return rows.map((row, index) => {
		const span = spans[index];
		const line = eventWords(context, row);
		if (!span || !stretch) return { row, line, place: 'undated' };
		const place = span.to < stretch.from ? 'earlier' : span.from > stretch.to ? 'later' : 'axis';
		return { row, line, span, place };
	});
}

function spanOf(row: IndexedRow): DateSpan | undefined {
	const [low, high, value] = [row.low, row.high, row.value].map((date) =>
		typeof date === 'string' ? parseDate(date) : undefined,
	);
	if (low && high) return { from: Math.min(low.from, high.from), to: Math.max(low.to, high.to) };
	return value;
}

/** The plot is as wide as it can be with every label at the right of its mark; labels that would leave it too little go to the left. */
function layOutColumns(
	context: LayoutContext,
	events: readonly Event[],
	domain: readonly [number, number],
	left: number,
): Columns {
	const { width } = context.request;
	const has = (place: Event['place']): boolean => events.some((event) => event.place === place);
	const start = left + (has('earlier') || has('undated') ? ZONE_WIDTH : 12);
	const limit = width - (has('later') ? ZONE_WIDTH : 12);
	let end = limit;
	for (const { span, line, place } of events) {
		if (!span || place !== 'axis') continue;
		const share = (span.to - domain[0]) / (domain[1] - domain[0]);
		const room = width - start - DOT_RADIUS_PX - LABEL_GAP - lineWidth(context, line);
		if (share > 0) end = Math.min(end, start + room / share);
	}
	end = Math.floor(Math.max(end, start + (width - left) * MIN_PLOT_SHARE));
	return {
		scale: linearScale(domain, [start, end]),
		undatedX: left + 12,
		...(has('earlier') ? { earlierX: left + 12 } : {}),
		...(has('later') ? { laterX: end + ZONE_WIDTH - 12 } : {}),
	};
}

function placeEvent(context: LayoutContext, event: Event, columns: Columns): PlacedEvent {
	const { width } = context.request;
	const { scale } = columns;
	const fixed = { earlier: columns.earlierX, later: columns.laterX, undated: columns.undatedX };
	const [from, to] =
		event.place === 'axis' && event.span
			? [scale.toPx(event.span.from), scale.toPx(event.span.to)]
			: [fixed[event.place as keyof typeof fixed] ?? 0, fixed[event.place as keyof typeof fixed] ?? 0];
	const rightRoom = width - to - LABEL_GAP;
	const leftRoom = from - LABEL_GAP - (scale.range[0] - 12);
	const needed = lineWidth(context, event.line);
	const side = needed <= rightRoom || rightRoom >= leftRoom ? 'right' : 'left';
	const room = side === 'right' ? rightRoom : leftRoom;
	return { ...event, left: from, right: to, side, lines: needed <= room ? [event.line] : wrapWords(context, event.line, room) };
}

/** Keeps each run of words in its own style and on its own lines. */
function wrapWords(context: LayoutContext, line: readonly Words[], width: number): Words[][] {
	return line.flatMap((words) =>
		wrapText(words.text, width, (text) => lineWidth(context, [{ ...words, text }])).map((text) => [{ ...words, text }]),
	);
}

function dateWords({ theme }: LayoutContext, row: IndexedRow): Words {
	return { text: row.label, tone: 'muted', weight: 400, sizePx: theme.size['chart-label'], face: 'text' };
}

function eventWords({ theme }: LayoutContext, row: IndexedRow): Words[] {
	const sizePx = theme.size['chart-label'];
	const tone = row.role === 'subject' ? 'accent' : 'text';
	const words: Words = { text: row.item, tone, weight: row.role === 'subject' ? 600 : 500, sizePx, face: 'text' };
	if (row.detail === undefined || row.detail === '') return [words];
	return [words, { text: row.detail, tone: row.contested ? 'risk' : 'muted', weight: 400, sizePx, face: 'text' }];
}

/** A date that the row above has too is not repeated. */
function eventLabels(context: LayoutContext, event: PlacedEvent, cell: RowCell, withDate: boolean): TableRow[] {
	const step = context.theme.size['chart-label'] * 1.22;
	const { row } = event.row;
	const date = [dateWords(context, event.row)];
	const first = cell.center - ((event.lines.length - 1) * step) / 2;
	const x = event.side === 'right' ? event.right + LABEL_GAP : event.left - LABEL_GAP;
	const align = event.side === 'right' ? 'left' : 'right';
	return [
		...(withDate
			? labelRows(context, date, { box: lineBox(context, date, 0, cell.center, 'left'), part: 'value', row })
			: []),
		...event.lines.flatMap((line, index) =>
			labelRows(context, line, {
				box: lineBox(context, line, x, first + index * step, align),
				part: 'item',
				row,
				plate: true,
			}),
		),
	];
}

function markRow({ row, span, place, left, right }: PlacedEvent, center: number): TableRow {
	const onAxis = place === 'axis' && span !== undefined;
	return {
		...row,
		at: onAxis ? span.from : null,
		from: onAxis && span.from < span.to ? span.from : null,
		to: onAxis ? span.to : null,
		outsideX: place === 'earlier' || place === 'later' ? round((left + right) / 2) : null,
		undatedX: place === 'undated' ? round(left) : null,
		y: round(center),
		top: round(center - RANGE_HALF_HEIGHT),
		bottom: round(center + RANGE_HALF_HEIGHT),
	};
}

function axisRows(
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
		return labelRows(context, line, { box: { ...free, left: free.left + shift, right: free.right + shift }, part: 'axis' });
	};
	const isDated = events.some((event) => event.place === 'axis');
	const ticks = isDated ? dateTicks(stretch, Math.max(2, Math.floor(width / (sizePx * 4.4)))) : [];
	const slashes = (x: number): TableRow[] => [-3, 4].map((dx) => ({ x: x + dx - 4, x2: x + dx + 4, y: top + 7, y2: top - 7 }));
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
