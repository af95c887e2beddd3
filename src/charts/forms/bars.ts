// Bars: few bars from zero with their values at the end; the subject in the accent, missing values in words.

import type { ChartLayout, LayoutContext, TableRow } from '../layout/chart-layout.js';
import type { LinearScale } from '../layout/linear-scale.js';
import { layOutRowChart } from '../layout/row-chart.js';
import type { Limits, MarkPlan, RowLabel, RowPlan } from '../layout/row-form.js';
import type { RowGroup } from '../layout/row-groups.js';
import { rangeOf } from '../layout/row-groups.js';
import { directionNote } from './direction-note.js';
import { barEnd, missingPlaces, placesAround, rangeSpans, valueWords } from './row-parts.js';

/** Share of a row's height. */
const BAR_SHARE = 0.42;
const [MIN_BAR_HEIGHT, MAX_BAR_HEIGHT] = [12, 52];

export function layOutBars(context: LayoutContext): ChartLayout {
	const items = new Set(context.request.rows.map((row) => row.item)).size;
	const share = (context.request.height / Math.max(1, items)) * BAR_SHARE;
	const barHeight = Math.round(Math.min(MAX_BAR_HEIGHT, Math.max(MIN_BAR_HEIGHT, share)));
	return layOutRowChart(context, {
		fromZero: true,
		hasAxis: false,
		key: directionNote(context.request),
		planRow: (group, scale, limits) => planRow(context, group, { scale, limits, barHeight }),
	});
}

function planRow(
	context: LayoutContext,
	group: RowGroup,
	{ scale, limits, barHeight }: { scale: LinearScale; limits: Limits; barHeight: number },
): RowPlan {
	const obstacles: RowPlan['obstacles'][number][] = [];
	const labels: RowLabel[] = [];
	const spans: TableRow[] = [];
	for (const row of group.rows) {
		const value = barEnd(row);
		const line = valueWords(context, row, true);
		if (value === undefined) {
			labels.push({ row: row.row, line, places: missingPlaces(context, line, limits) });
			continue;
		}
		const reach = [0, value, ...(rangeOf(row) ?? [])].map(scale.toPx);
		const [left, right] = [Math.min(...reach), Math.max(...reach)];
		const bar = { left, right, top: -barHeight / 2, bottom: barHeight / 2 };
		obstacles.push(bar);
		spans.push(...rangeSpans(row));
		labels.push({
			row: row.row,
			line,
			value,
			places: placesAround(context, line, bar, { side: value < 0 ? 'left' : 'right' }),
		});
	}
	const marks = new Map(
		group.rows.map((row): [number, MarkPlan] => {
			const at = barEnd(row);
			return [row.row, { halfHeight: barHeight / 2, ...(at === undefined ? {} : { at }) }];
		}),
	);
	return { obstacles, labels, marks, spans, isSubject: group.rows.some((row) => row.role === 'subject') };
}
