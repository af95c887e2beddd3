// Human baseline: a bar from zero for the subject, a thin one below it for the predecessor, and a line with a diamond where people stand.

import type { ChartRole } from '../../model/chart.js';
import type { Box, ChartLayout, LayoutContext, TableRow } from '../layout/chart-layout.js';
import type { Words } from '../layout/label.js';
import { lineBox } from '../layout/label.js';
import type { LinearScale } from '../layout/linear-scale.js';
import { layOutRowChart } from '../layout/row-chart.js';
import type { Limits, MarkPlan, RowLabel, RowPlan } from '../layout/row-form.js';
import type { RowGroup } from '../layout/row-groups.js';
import { numberOf, pointOf, rangeOf } from '../layout/row-groups.js';
import { DOT_RADIUS_PX } from '../vega-config.js';
import { directionNote } from './direction-note.js';
import {
	barEnd,
	laneOffset,
	markBox,
	missingPlaces,
	placesAround,
	rangeSpans,
	valueWords,
	withRange,
} from './row-parts.js';

const SUBJECT_HALF_HEIGHT = 13;
const INSIDE_GAP = 10;
const THIN_HALF_HEIGHT = 4;
const KEY: readonly [ChartRole, string, string][] = [
	['predecessor', 'key-bar-other', 'Before'],
	['subject', 'key-bar-subject', 'Now'],
	['human', 'human', 'People'],
];

export function layOutHumanBaseline(context: LayoutContext): ChartLayout {
	const { rows, roleNames } = context.request;
	const key = KEY.filter(([role]) =>
		rows.some((row) => row.role === role && numberOf(row) !== undefined),
	).map(([role, icon, text]) => ({ icon, text: roleNames?.[role] ?? text, tone: 'muted' as const }));
	return layOutRowChart(context, {
		fromZero: true,
		hasAxis: true,
		key: [...key, ...directionNote(context.request)],
		planRow: (group, scale, limits) => planRow(context, group, scale, limits),
	});
}

function planRow(context: LayoutContext, group: RowGroup, scale: LinearScale, limits: Limits): RowPlan {
	const marks = new Map(
		group.rows.map((row) => {
			const at = barEnd(row);
			const isRangeBar =
				pointOf(row) === undefined && row.role !== 'human' && row.role !== 'dissent' && at !== undefined;
			return [row.row, { ...markPlan(context, group, row.role), ...(isRangeBar ? { at } : {}) }];
		}),
	);
	const obstacles: Box[] = [];
	const labels: RowLabel[] = [];
	const spans: TableRow[] = [];
	const missingDy = markPlan(context, group, 'missing').dy ?? 0;
	for (const row of group.rows) {
		const isBar = row.role !== 'human' && row.role !== 'dissent';
		const value = isBar ? barEnd(row) : numberOf(row);
		const line = valueWords(context, row, row.role !== 'subject');
		if (value === undefined) {
			labels.push({
				row: row.row,
				line,
				places: missingPlaces(context, line, roomBeyond(group, scale, limits), missingDy),
			});
			continue;
		}
		const { dy = 0, halfHeight = 0 } = marks.get(row.row) ?? {};
		const canHold = row.role === 'subject' && !row.estimated;
		const inside = canHold ? insideLabel(context, { group, line, scale, value, dy }) : undefined;
		if (inside) {
			obstacles.push({
				left: scale.toPx(0),
				right: inside.box.left - INSIDE_GAP,
				top: dy - halfHeight,
				bottom: dy + halfHeight,
			});
			labels.push({ row: row.row, line: inside.line, places: [{ box: inside.box, cost: 0 }], onMark: true });
			spans.push(...rangeSpans(row, dy));
			continue;
		}
		const x = scale.toPx(value);
		const [left, right] = [scale.toPx(0), x].sort((a, b) => a - b) as [number, number];
		const box = isBar
			? { left, right, top: dy - halfHeight, bottom: dy + halfHeight }
			: markBox(x, 2, halfHeight, dy);
		obstacles.push(box);
		const diamond = withRange(markBox(x, DOT_RADIUS_PX + 1.5, DOT_RADIUS_PX + 1.5, dy), row, scale);
		if (row.role === 'human') obstacles.push(diamond);
		spans.push(...rangeSpans(row, dy));
		const places = placesAround(context, line, isBar ? withRange(box, row, scale) : diamond, {
			side: value < 0 ? 'left' : 'right',
			dy,
			anchorX: x,
		});
		labels.push({ row: row.row, line, value, places });
	}
	return { obstacles, labels, marks, spans };
}

/** The number inside the end of its bar; undefined when the bar is too short or another mark stands there. */
function insideLabel(
	context: LayoutContext,
	bar: { group: RowGroup; line: readonly Words[]; scale: LinearScale; value: number; dy: number },
): { line: Words[]; box: Box } | undefined {
	const { scale } = bar;
	const line = bar.line.map((words) => ({ ...words, tone: 'background' as const }));
	const box = lineBox(context, line, scale.toPx(bar.value) - INSIDE_GAP, bar.dy, 'right');
	const isCrossed = bar.group.rows
		.filter((row) => row.role === 'human' || row.role === 'dissent')
		.flatMap((row) => [numberOf(row), ...(rangeOf(row) ?? [])])
		.filter((value) => value !== undefined)
		.some((value) => scale.toPx(value) > box.left - INSIDE_GAP && scale.toPx(value) < box.right + INSIDE_GAP);
	return box.left - INSIDE_GAP > scale.toPx(0) && !isCrossed ? { line, box } : undefined;
}

/** What lies past the longest bar and its number. */
function roomBeyond(group: RowGroup, scale: LinearScale, limits: Limits): Limits {
	const ends = group.rows.map((row) => numberOf(row)).filter((value) => value !== undefined);
	return ends.length === 0 ? limits : { ...limits, left: scale.toPx(Math.max(...ends)) + 64 };
}

/** The subject's bar stands above the predecessor's, so that both have room for their number. */
function markPlan(context: LayoutContext, group: RowGroup, role: ChartRole): MarkPlan {
	const isPaired = group.rows.some((row) => row.role === 'predecessor' && numberOf(row) !== undefined);
	const half = isPaired ? Math.max(laneOffset(context, 1), apart(context)) / 2 : 0;
	if (role === 'predecessor' || role === 'variant') return { dy: half, halfHeight: THIN_HALF_HEIGHT };
	return {
		dy: -half,
		halfHeight: role === 'human' || role === 'dissent' ? peopleHalfHeight(context) : SUBJECT_HALF_HEIGHT,
	};
}

/** So far that the thin bar's number, which is taller than its bar, stays clear of the thick one. */
const apart = ({ theme }: LayoutContext) => SUBJECT_HALF_HEIGHT + theme.size['chart-label'] * 0.61 + 3;

/** As tall as it can be without touching the number of the thin bar below. */
function peopleHalfHeight({ theme }: LayoutContext): number {
	return theme.size['chart-label'] * 0.78;
}
