// Comparison: one row a model, a dot at its score, ranges with end caps, other sources' values as warm ticks, missing values in words.

import type { ChartLayout, IndexedRow, LayoutContext, TableRow } from '../layout/chart-layout.js';
import type { LinearScale } from '../layout/linear-scale.js';
import { layOutRowChart } from '../layout/row-chart.js';
import type { Limits, RowLabel, RowPlan } from '../layout/row-form.js';
import type { RowGroup } from '../layout/row-groups.js';
import { numberOf, rangeOf } from '../layout/row-groups.js';
import { directionNote } from './direction-note.js';
import {
	dotHalf,
	markBox,
	missingPlaces,
	placesAround,
	rangeSpans,
	spanBoxes,
	valueWords,
	withRange,
} from './row-parts.js';

const TICK_HALF_HEIGHT = 13;
const CAP_HALF_HEIGHT = 7;

export function layOutComparison(context: LayoutContext): ChartLayout {
	return layOutRowChart(context, {
		fromZero: false,
		hasAxis: true,
		key: directionNote(context.request),
		planRow: (group, scale, limits) => planRow(context, group, scale, limits),
	});
}

function planRow(context: LayoutContext, group: RowGroup, scale: LinearScale, limits: Limits): RowPlan {
	const obstacles: RowPlan['obstacles'][number][] = [];
	const spans: TableRow[] = [];
	const labels: RowLabel[] = [];
	for (const row of group.rows) {
		const value = numberOf(row);
		const isTick = row.role === 'dissent';
		const line = valueWords(context, row, true);
		if (value === undefined) {
			labels.push({ row: row.row, line, places: missingPlaces(context, line, limits) });
			continue;
		}
		const x = scale.toPx(value);
		const half = dotHalf(row, group.rows);
		const dot = markBox(x, isTick ? 2 : half, isTick ? TICK_HALF_HEIGHT : half);
		const whole = withRange(dot, row, scale);
		obstacles.push(dot, { ...whole, top: -CAP_HALF_HEIGHT, bottom: CAP_HALF_HEIGHT });
		const toHeadline = dissentSpans(row, group);
		spans.push(...rangeSpans(row), ...toHeadline);
		obstacles.push(...spanBoxes(toHeadline, scale));
		const places = placesAround(context, line, whole, { side: 'right' });
		const leader = isTick ? { leader: { x, halfHeight: TICK_HALF_HEIGHT } } : {};
		labels.push({ row: row.row, line, value, places, ...leader });
	}
	return {
		obstacles,
		spans,
		labels,
		marks: new Map(group.rows.map(({ row }) => [row, { halfHeight: TICK_HALF_HEIGHT }])),
		isSubject: group.rows.some((row) => row.role === 'subject'),
	};
}

/** From what another source says to the nearest end of what the row is drawn at. */
function dissentSpans(row: IndexedRow, group: RowGroup): TableRow[] {
	const value = numberOf(row);
	const headline = group.rows.find((other) => other.role !== 'dissent' && numberOf(other) !== undefined);
	if (row.role !== 'dissent' || value === undefined || !headline) return [];
	const [low, high] = rangeOf(headline) ?? [numberOf(headline) ?? value, numberOf(headline) ?? value];
	if (value >= low && value <= high) return [];
	return [{ style: 'dissent-range', from: value, to: value < low ? low : high, dy: 0 }];
}
