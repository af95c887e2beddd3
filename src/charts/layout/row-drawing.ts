// One laid-out row to the table rows that the spec draws: its name, marks, labels and leader lines, moved to its centre line.

import type { IndexedRow, LayoutContext, TableRow } from './chart-layout.js';
import { round } from './chart-layout.js';
import { columnWords, lineHeight } from './fit-rows.js';
import { labelRows, lineBox } from './label.js';
import type { LaidOutRow } from './row-form.js';
import { hasRing, numberOf, pointOf } from './row-groups.js';

export interface RowDrawing {
	readonly labels: readonly TableRow[];
	readonly marks: readonly TableRow[];
	readonly spans: readonly TableRow[];
	readonly leaders: readonly TableRow[];
	readonly missing: readonly TableRow[];
}

export function drawRow(context: LayoutContext, row: LaidOutRow, center: number): RowDrawing {
	return {
		labels: [...nameLabels(context, row, center), ...valueLabels(context, row, center)],
		marks: row.group.rows.map((mark) => markRow(mark, row, center)),
		spans: (row.plan.spans ?? []).map((span) => ({ ...span, y: round(center + Number(span.dy ?? 0)) })),
		leaders: leaderRows(row, center),
		missing: missingRows(row, center),
	};
}

function nameLabels(context: LayoutContext, { name, plan }: LaidOutRow, center: number): TableRow[] {
	const step = lineHeight(context);
	const first = center - ((name.lines.length - 1) * step) / 2;
	const names = name.lines.flatMap((line, index) =>
		labelRows(context, line, { box: lineBox(context, line, 0, first + index * step, 'left'), part: 'item' }),
	);
	const column = columnWords(context, plan);
	const box = lineBox(context, column, context.request.width, center, 'right');
	return [...names, ...labelRows(context, column, { box, part: 'column' })];
}

function valueLabels(context: LayoutContext, { plan, chosen }: LaidOutRow, center: number): TableRow[] {
	return plan.labels.flatMap((label, index) => {
		const box = label.places[chosen[index] ?? 0]?.box;
		if (!box) return [];
		const moved = { ...box, top: box.top + center, bottom: box.bottom + center };
		return labelRows(context, label.line, {
			box: moved,
			part: 'value',
			row: label.row,
			plate: !label.onMark,
		});
	});
}

function leaderRows({ plan, chosen }: LaidOutRow, center: number): TableRow[] {
	return plan.labels.flatMap((label, index) => {
		const box = label.places[chosen[index] ?? 0]?.box;
		if (!box || !label.leader) return [];
		const { x, halfHeight } = label.leader;
		if (box.bottom < -halfHeight)
			return [{ x: round(x), y: round(center - halfHeight), y2: round(center + box.bottom) }];
		if (box.top > halfHeight)
			return [{ x: round(x), y: round(center + halfHeight), y2: round(center + box.top) }];
		return [];
	});
}

/** An empty mark before the words that stand for a missing value. */
function missingRows({ plan, group, chosen }: LaidOutRow, center: number): TableRow[] {
	return plan.labels.flatMap((label, index) => {
		const mark = group.rows.find(({ row }) => row === label.row);
		const box = label.places[chosen[index] ?? 0]?.box;
		if (!box || !mark || numberOf(mark) !== undefined) return [];
		return [{ row: mark.row, x: round(box.left - 16), y: round(center + (box.top + box.bottom) / 2) }];
	});
}

function markRow(mark: IndexedRow, { plan, group }: LaidOutRow, center: number): TableRow {
	const { dy = 0, halfHeight = 0, at } = plan.marks?.get(mark.row) ?? {};
	const y = center + dy;
	return {
		...mark,
		at: at ?? pointOf(mark) ?? null,
		from: 0,
		y: round(y),
		top: round(y - halfHeight),
		bottom: round(y + halfHeight),
		ring: hasRing(mark, group.rows),
	};
}
