// Timeline: one row an event, its date at the left edge, its mark under a shared time axis and its words beside the mark.
// Dates far from all others stand beyond a break in the axis, so that they do not squeeze the rest.

import type { ChartLayout, IndexedRow, LayoutContext, TableRow } from '../layout/chart-layout.js';
import { round } from '../layout/chart-layout.js';
import { dateAxisRows } from '../layout/date-axis.js';
import type { DateSpan } from '../layout/date-scale.js';
import { mainStretch, parseDate } from '../layout/date-scale.js';
import type { Words } from '../layout/label.js';
import { labelRows, lineBox, lineWidth } from '../layout/label.js';
import { groupRows } from '../layout/row-groups.js';
import type { RowCell } from '../layout/row-heights.js';
import { shareHeight } from '../layout/row-heights.js';
import type { Event, PlacedEvent } from '../layout/timeline-columns.js';
import { LABEL_GAP, layOutColumns, placeEvent } from '../layout/timeline-columns.js';

const DATE_GAP = 28;
const SPAN_HALF_HEIGHT = 7;

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
		placed.map(({ lines }) => ({
			above: (lines.length * lineHeight) / 2 + 2,
			below: (lines.length * lineHeight) / 2 + 2,
		})),
		request.height - top,
	);
	const bottom = top + heights.height;
	const axis = dateAxisRows(context, columns, stretch, events, { top, bottom });
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
	const problems =
		heights.overflow > 0.5 ? [`its events need ${Math.ceil(heights.overflow)} px more height`] : [];
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

function dateWords({ theme }: LayoutContext, row: IndexedRow): Words {
	return { text: row.label, tone: 'muted', weight: 400, sizePx: theme.size['chart-label'], face: 'text' };
}

function eventWords({ theme }: LayoutContext, row: IndexedRow): Words[] {
	const sizePx = theme.size['chart-label'];
	const tone = row.role === 'subject' ? 'accent' : 'text';
	const words: Words = {
		text: row.item,
		tone,
		weight: row.role === 'subject' ? 600 : 500,
		sizePx,
		face: 'text',
	};
	if (row.detail === undefined || row.detail === '') return [words];
	return [
		words,
		{ text: row.detail, tone: row.contested ? 'risk' : 'muted', weight: 400, sizePx, face: 'text' },
	];
}

/** A date that the row above has too is not repeated. */
function eventLabels(
	context: LayoutContext,
	event: PlacedEvent,
	cell: RowCell,
	withDate: boolean,
): TableRow[] {
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
		top: round(center - SPAN_HALF_HEIGHT),
		bottom: round(center + SPAN_HALF_HEIGHT),
	};
}
