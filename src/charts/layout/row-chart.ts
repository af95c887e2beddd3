// Lays out a chart of named rows over one value axis: row labels at the left edge, marks and their labels, an optional column of numbers.
// A form says what stands in a row; this decides how wide the plot and how tall each row is, and where every label goes.

import { axisDomain } from './axis-domain.js';
import type { ChartLayout, LayoutContext } from './chart-layout.js';
import { round } from './chart-layout.js';
import { fitRows, lineHeight } from './fit-rows.js';
import { layOutKeyLine } from './key-line.js';
import { drawRow } from './row-drawing.js';
import type { LaidOutRow, RowForm } from './row-form.js';
import { groupRows } from './row-groups.js';
import { shareHeight } from './row-heights.js';
import { AXIS_GAP, axisRows } from './value-axis.js';

/** Above and below the contents of a row, when there is room and when there is not. */
const [ROW_PADDING, TIGHT_PADDING] = [7, 2];

export function layOutRowChart(context: LayoutContext, form: RowForm): ChartLayout {
	const { request, theme } = context;
	const groups = groupRows(request.rows);
	const domain = axisDomain(request, form.fromZero);
	const { rows, scale } = fitRows(context, form, groups, domain);
	const key = layOutKeyLine(context, form.key, form.columnTitle);
	const axisHeight = form.hasAxis ? theme.size['chart-axis'] + AXIS_GAP : 0;
	const share = (padding: number) =>
		shareHeight(
			rows.map((row) => extentOf(context, row, padding)),
			request.height - key.height - axisHeight,
		);
	const airy = share(ROW_PADDING);
	const heights = airy.overflow > 0 ? share(TIGHT_PADDING) : airy;
	const top = key.height;
	const bottom = top + heights.height;
	const drawn = rows.map((row, index) => drawRow(context, row, top + (heights.cells[index]?.center ?? 0)));
	const axis = form.hasAxis ? axisRows(context, form, scale, { top, bottom }) : { grid: [], labels: [] };
	const problems = rows
		.filter((row) => row.collides)
		.map((row) => `labels of “${row.group.item}” cover each other`);
	if (heights.overflow > 0.5) problems.push(`its rows need ${Math.ceil(heights.overflow)} px more height`);
	return {
		params: {
			plotLeft: round(scale.range[0]),
			plotRight: round(scale.range[1]),
			plotTop: round(top),
			plotBottom: round(bottom),
			domainMin: domain[0],
			domainMax: domain[1],
		},
		tables: {
			rows: drawn.flatMap(({ marks }) => marks).sort((a, b) => Number(a.row) - Number(b.row)),
			labels: [...key.labels, ...drawn.flatMap(({ labels }) => labels), ...axis.labels],
			keys: key.icons,
			grid: axis.grid,
			separators: heights.cells.map((cell) => ({ left: 0, right: request.width, y: round(top + cell.top) })),
			spans: drawn.flatMap(({ spans }) => spans),
			leaders: drawn.flatMap(({ leaders }) => leaders),
			missing: drawn.flatMap(({ missing }) => missing),
			baseline: form.fromZero ? [{ value: 0, y: round(top), y2: round(bottom) }] : [],
		},
		problems,
	};
}

function extentOf(
	context: LayoutContext,
	{ plan, chosen, name }: LaidOutRow,
	padding: number,
): { above: number; below: number } {
	const half = (name.lines.length * lineHeight(context)) / 2;
	const boxes = [
		...plan.obstacles,
		...plan.labels.flatMap((label, index) => label.places[chosen[index] ?? 0]?.box ?? []),
	];
	return {
		above: Math.max(half, ...boxes.map((box) => -box.top)) + padding,
		below: Math.max(half, ...boxes.map((box) => box.bottom)) + padding,
	};
}
