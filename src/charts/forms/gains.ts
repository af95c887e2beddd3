// Gains: per benchmark a hollow mark before, a solid mark now and a band between; people and dissent beside them; a column of differences.

import type { ChartRole } from '../../model/chart.js';
import type { ChartLayout, IndexedRow, LayoutContext, TableRow } from '../layout/chart-layout.js';
import type { KeyItem } from '../layout/key-line.js';
import type { Tone } from '../layout/label.js';
import type { LinearScale } from '../layout/linear-scale.js';
import { layOutRowChart } from '../layout/row-chart.js';
import type { Limits, RowLabel, RowPlan } from '../layout/row-form.js';
import type { RowGroup } from '../layout/row-groups.js';
import { numberOf } from '../layout/row-groups.js';
import { DOT_RADIUS_PX } from '../vega-config.js';
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

const KEY: readonly [ChartRole, string, Tone][] = [
	['predecessor', 'Before', 'muted'],
	['subject', 'Now', 'muted'],
	['human', 'People', 'muted'],
	['dissent', 'Sources disagree', 'risk'],
];
const DOT_HALF = DOT_RADIUS_PX + 1.5;
const TICK_HALF_HEIGHT = 13;

export function layOutGains(context: LayoutContext): ChartLayout {
	const { request } = context;
	const drawn = new Set(request.rows.filter((row) => numberOf(row) !== undefined).map((row) => row.role));
	const key: KeyItem[] = KEY.filter(([role]) => drawn.has(role)).map(([role, text, tone]) => ({
		icon: role,
		text: request.roleNames?.[role] ?? text,
		tone,
	}));
	const hasColumn = request.rows.some((row) => row.role === 'subject' && row.detail !== undefined);
	return layOutRowChart(context, {
		fromZero: false,
		hasAxis: true,
		key: [...key, ...directionNote(request)],
		...(hasColumn ? { columnTitle: request.columnTitle ?? 'Change' } : {}),
		planRow: (group, scale, limits) => planRow(context, group, scale, limits),
	});
}

function planRow(context: LayoutContext, group: RowGroup, scale: LinearScale, limits: Limits): RowPlan {
	const now = group.rows.find((row) => row.role === 'subject');
	const before = group.rows.find((row) => row.role === 'predecessor');
	const nowValue = now && numberOf(now);
	const beforeValue = before && numberOf(before);
	const rises = nowValue === undefined || beforeValue === undefined || nowValue >= beforeValue;
	const shifts = verticalShifts(group, scale);
	const plan = {
		obstacles: [] as RowPlan['obstacles'][number][],
		labels: [] as RowLabel[],
		spans: [] as TableRow[],
	};
	if (nowValue !== undefined && beforeValue !== undefined) {
		plan.spans.push({ style: 'band', from: beforeValue, to: nowValue, dy: 0 });
		const [left, right] = [scale.toPx(beforeValue), scale.toPx(nowValue)].sort((a, b) => a - b) as [
			number,
			number,
		];
		plan.obstacles.push({ left, right, top: -5, bottom: 5 });
	}
	for (const row of group.rows) {
		const value = numberOf(row);
		const line = valueWords(context, row, row.role !== 'subject' && row.role !== 'predecessor');
		if (value === undefined) {
			plan.labels.push({ row: row.row, line, places: missingPlaces(context, line, limits) });
			continue;
		}
		const dy = shifts.get(row.row) ?? 0;
		const isTick = row.role === 'dissent';
		const mark = markBox(
			scale.toPx(value),
			isTick ? 2 : dotHalf(row, group.rows),
			isTick ? TICK_HALF_HEIGHT : DOT_HALF,
			dy,
		);
		const box = withRange(mark, row, scale);
		plan.obstacles.push(box);
		const toHeadline = dissentSpans(row, nowValue);
		plan.spans.push(...rangeSpans(row, dy), ...toHeadline);
		plan.obstacles.push(...spanBoxes(toHeadline, scale));
		const side =
			row.role === 'predecessor'
				? rises
					? 'left'
					: 'right'
				: row.role === 'subject' && !rises
					? 'left'
					: 'right';
		const places = placesAround(context, line, box, { side, prefer: isTick ? 'above' : 'side', dy });
		const leader = isTick ? { leader: { x: scale.toPx(value), halfHeight: TICK_HALF_HEIGHT } } : {};
		plan.labels.push({ row: row.row, line, value, places, ...leader });
	}
	return {
		...plan,
		marks: new Map(
			group.rows.map(({ row }) => [row, { dy: shifts.get(row) ?? 0, halfHeight: TICK_HALF_HEIGHT }]),
		),
		...(now?.detail === undefined ? {} : { columnText: now.detail }),
	};
}

function dissentSpans(row: IndexedRow, nowValue: number | undefined): TableRow[] {
	const value = numberOf(row);
	if (row.role !== 'dissent' || value === undefined || nowValue === undefined) return [];
	return [{ style: 'dissent-range', from: value, to: nowValue, dy: 0 }];
}

/** Marks that would hide each other step apart, up and down, so that both shapes stay whole; their place on the axis stays exact. */
function verticalShifts(group: RowGroup, scale: LinearScale): Map<number, number> {
	const dots = group.rows
		.filter((row) => row.role !== 'dissent' && numberOf(row) !== undefined)
		.map((row) => ({ row: row.row, x: scale.toPx(numberOf(row) ?? 0) }))
		.sort((a, b) => a.x - b.x || a.row - b.row);
	const shifts = new Map<number, number>();
	let run: typeof dots = [];
	const settle = (): void => {
		run.forEach((dot, index) => {
			if (run.length > 1) shifts.set(dot.row, (index - (run.length - 1) / 2) * DOT_HALF * 2);
		});
		run = [];
	};
	for (const dot of dots) {
		const last = run.at(-1);
		if (last && dot.x - last.x >= DOT_HALF * 2) settle();
		run.push(dot);
	}
	settle();
	return shifts;
}
