// Lays out a chart of named rows over one value axis: row labels at the left edge, marks and their labels, an optional column of numbers.
// A form says what stands in a row; this decides how wide the plot and how tall each row is, and where every label goes.

import { axisDomain } from './axis-domain.js';
import type { Box, ChartLayout, LayoutContext, TableRow } from './chart-layout.js';
import { round } from './chart-layout.js';
import type { KeyItem } from './key-line.js';
import { layOutKeyLine } from './key-line.js';
import type { Words } from './label.js';
import { labelRows, lineBox, lineWidth } from './label.js';
import type { LinearScale } from './linear-scale.js';
import { linearScale, tickStep, ticksWithin, tickText } from './linear-scale.js';
import type { Place } from './place-labels.js';
import { placeLabels } from './place-labels.js';
import type { RowGroup } from './row-groups.js';
import { groupRows, numberOf, pointOf } from './row-groups.js';
import { shareHeight } from './row-heights.js';
import { wrapText } from './wrap-text.js';

export interface RowLabel {
	readonly row: number;
	readonly line: readonly Words[];
	/** The value that the label belongs to; undefined when it stands free. */
	readonly value?: number;
	/** The ideal place first. Boxes are relative to the row's centre line. */
	readonly places: readonly Place[];
	/** True for a label on a filled mark, which a plate would cover. */
	readonly onMark?: boolean;
	/** Asks for a line from the mark to the label when the label stands above or below it. */
	readonly leader?: { readonly x: number; readonly halfHeight: number };
}

export interface MarkPlan {
	/** Distance from the centre line; 0 where absent. */
	readonly dy?: number;
	/** Reach up and down of a bar or a tick. */
	readonly halfHeight?: number;
	/** Where the mark is drawn, when that is not the row's value. */
	readonly at?: number;
}

export interface RowPlan {
	/** What labels must keep clear of, relative to the row's centre line. */
	readonly obstacles: readonly Box[];
	readonly labels: readonly RowLabel[];
	/** How the mark of a row stands to the centre line, by the row's index. */
	readonly marks?: ReadonlyMap<number, MarkPlan>;
	/** Spans along the axis, e.g. the band between two generations; `y` is added to their `dy`. */
	readonly spans?: readonly TableRow[];
	/** True when a value of another source is drawn in this row. */
	readonly hasDissent?: boolean;
	/** True for the row whose name is set in the accent. */
	readonly isSubject?: boolean;
	/** Right-aligned text in the column of numbers. */
	readonly columnText?: string;
}

/** Pixels between which marks and their labels must lie. */
export interface Limits {
	readonly left: number;
	readonly right: number;
}

export interface RowForm {
	readonly fromZero: boolean;
	readonly hasAxis: boolean;
	readonly key: readonly KeyItem[];
	readonly columnTitle?: string;
	/** How the axis words its ticks; the plain number and the unit where absent. */
	readonly tickText?: (value: number, step: number) => string;
	readonly planRow: (group: RowGroup, scale: LinearScale, limits: Limits) => RowPlan;
}

const GUTTER_GAP = 28;
const COLUMN_GAP = 40;
const AXIS_GAP = 14;
/** Above and below the contents of a row, when there is room and when there is not. */
const [ROW_PADDING, TIGHT_PADDING] = [7, 3];
/** At most this share of the width goes to the names of the rows. */
const MAX_NAME_SHARE = 0.3;
/** Marks never get less than this share of the room beside the names, however long their labels are. */
const MIN_PLOT_SHARE = 0.4;

interface RowName {
	readonly lines: readonly (readonly Words[])[];
	readonly width: number;
}

interface LaidOutRow {
	readonly group: RowGroup;
	readonly name: RowName;
	readonly plan: RowPlan;
	readonly chosen: readonly number[];
	readonly collides: boolean;
}

export function layOutRowChart(context: LayoutContext, form: RowForm): ChartLayout {
	const { request, theme } = context;
	const groups = groupRows(request.rows);
	const domain = axisDomain(request, form.fromZero);
	const { rows, scale } = layOutRows(context, form, groups, domain);
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
	const labels = [...key.labels];
	const marks: TableRow[] = [];
	const spans: TableRow[] = [];
	const leaders: TableRow[] = [];
	const missing: TableRow[] = [];
	rows.forEach((row, index) => {
		const center = top + (heights.cells[index]?.center ?? 0);
		labels.push(...nameLabels(context, row, center), ...valueLabels(context, row, center));
		marks.push(...row.group.rows.map((mark) => markRow(mark, row.plan, center)));
		spans.push(...(row.plan.spans ?? []).map((span) => ({ ...span, y: round(center + Number(span.dy ?? 0)) })));
		leaders.push(...leaderRows(row, center));
		missing.push(...missingRows(row, center));
	});
	const axis = form.hasAxis ? axisRows(context, form, scale, { top, bottom }) : { grid: [], labels: [] };
	const problems = rows.filter((row) => row.collides).map((row) => `labels of “${row.group.item}” cover each other`);
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
			rows: marks.sort((a, b) => Number(a.row) - Number(b.row)),
			labels: [...labels, ...axis.labels],
			keys: key.icons,
			grid: axis.grid,
			separators: heights.cells.map((cell) => ({ left: 0, right: request.width, y: round(top + cell.top) })),
			spans,
			leaders,
			missing,
			baseline: form.fromZero ? [{ value: 0, y: round(top), y2: round(bottom) }] : [],
		},
		problems,
	};
}

function layOutRows(
	context: LayoutContext,
	form: RowForm,
	groups: readonly RowGroup[],
	domain: readonly [number, number],
): { rows: LaidOutRow[]; scale: LinearScale } {
	const { request } = context;
	const sketch = linearScale(domain, [0, request.width]);
	const everywhere = { left: 0, right: request.width };
	const sketches = groups.map((group) => form.planRow(group, sketch, everywhere));
	const names = groups.map((group, index) => rowName(context, group.item, sketches[index]?.isSubject === true));
	const column = Math.max(0, ...sketches.map((plan) => lineWidth(context, columnWords(context, plan))));
	const limits = {
		left: Math.ceil(Math.max(0, ...names.map((name) => name.width)) + GUTTER_GAP),
		right: request.width - (column > 0 ? Math.ceil(column) + COLUMN_GAP : 0),
	};
	const scale = fitScale(domain, limits, form.fromZero, (trial) =>
		groups.flatMap((group) => form.planRow(group, trial, limits).labels),
	);
	const rows = groups.map((group, index) => {
		const plan = form.planRow(group, scale, limits);
		const places = plan.labels.map((label) => label.places);
		const name = names[index] ?? { lines: [], width: 0 };
		return { group, plan, name, ...placeLabels(places, plan.obstacles, limits) };
	});
	return { rows, scale };
}

/** The widest plot in which every label fits inside the limits at its ideal place, unless that would leave too little plot. */
function fitScale(
	domain: readonly [number, number],
	limits: Limits,
	fromZero: boolean,
	labelsAt: (scale: LinearScale) => readonly RowLabel[],
): LinearScale {
	const inset = fromZero ? 0 : 12;
	let [left, right] = [limits.left + inset, limits.right - inset];
	const minWidth = (right - left) * MIN_PLOT_SHARE;
	for (let round = 0; round < 24; round++) {
		const scale = linearScale(domain, [left, right]);
		let [needLeft, needRight] = [0, 0];
		for (const label of labelsAt(scale)) {
			const box = label.places[0]?.box;
			if (!box || label.value === undefined) continue;
			const share = (label.value - domain[0]) / (domain[1] - domain[0]);
			if (share < 1) needLeft = Math.max(needLeft, (limits.left - box.left) / (1 - share));
			if (share > 0) needRight = Math.max(needRight, (box.right - limits.right) / share);
		}
		if (needLeft < 0.05 && needRight < 0.05) break;
		if (!fromZero) left = Math.min(left + needLeft, right - minWidth);
		right = Math.max(right - needRight, left + minWidth);
	}
	return linearScale(domain, [Math.ceil(left), Math.floor(right)]);
}

function rowName(context: LayoutContext, text: string, isSubject: boolean): RowName {
	const { theme, request } = context;
	const words = (line: string): Words => ({
		text: line,
		tone: isSubject ? 'accent' : 'text',
		weight: isSubject ? 600 : 500,
		sizePx: theme.size['chart-label'],
		face: 'text',
	});
	const widthOf = (line: string): number => lineWidth(context, [words(line)]);
	const lines = wrapText(text, request.width * MAX_NAME_SHARE, widthOf);
	return { lines: lines.map((line) => [words(line)]), width: Math.max(...lines.map(widthOf)) };
}

function lineHeight({ theme }: LayoutContext): number {
	return theme.size['chart-label'] * 1.22;
}

function extentOf(context: LayoutContext, { plan, chosen, name }: LaidOutRow, padding: number): { above: number; below: number } {
	const half = (name.lines.length * lineHeight(context)) / 2;
	const boxes = [...plan.obstacles, ...plan.labels.flatMap((label, index) => label.places[chosen[index] ?? 0]?.box ?? [])];
	return {
		above: Math.max(half, ...boxes.map((box) => -box.top)) + padding,
		below: Math.max(half, ...boxes.map((box) => box.bottom)) + padding,
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

function columnWords({ theme }: LayoutContext, { columnText, isSubject }: RowPlan): Words[] {
	if (columnText === undefined) return [];
	const sizePx = Math.round(theme.size['chart-label'] * 1.4);
	return [{ text: columnText, tone: isSubject ? 'accent' : 'text', weight: 600, sizePx, face: 'figures' }];
}

function valueLabels(context: LayoutContext, { plan, chosen }: LaidOutRow, center: number): TableRow[] {
	return plan.labels.flatMap((label, index) => {
		const box = label.places[chosen[index] ?? 0]?.box;
		if (!box) return [];
		const moved = { ...box, top: box.top + center, bottom: box.bottom + center };
		return labelRows(context, label.line, { box: moved, part: 'value', row: label.row, plate: !label.onMark });
	});
}

function leaderRows({ plan, chosen }: LaidOutRow, center: number): TableRow[] {
	return plan.labels.flatMap((label, index) => {
		const box = label.places[chosen[index] ?? 0]?.box;
		if (!box || !label.leader) return [];
		const { x, halfHeight } = label.leader;
		if (box.bottom < -halfHeight) return [{ x: round(x), y: round(center - halfHeight), y2: round(center + box.bottom) }];
		if (box.top > halfHeight) return [{ x: round(x), y: round(center + halfHeight), y2: round(center + box.top) }];
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

function markRow(mark: RowGroup['rows'][number], plan: RowPlan, center: number): TableRow {
	const { dy = 0, halfHeight = 0, at } = plan.marks?.get(mark.row) ?? {};
	const y = center + dy;
	return {
		...mark,
		at: at ?? pointOf(mark) ?? null,
		from: 0,
		y: round(y),
		top: round(y - halfHeight),
		bottom: round(y + halfHeight),
		// Where a dissenting value is drawn, it says all that the ring would say.
		ring: mark.contested && mark.role !== 'dissent' && !plan.hasDissent,
	};
}

function axisRows(
	context: LayoutContext,
	form: RowForm,
	scale: LinearScale,
	{ top, bottom }: { top: number; bottom: number },
): { grid: TableRow[]; labels: TableRow[] } {
	const { theme, request } = context;
	const sizePx = theme.size['chart-axis'];
	const width = scale.range[1] - scale.range[0];
	const step = tickStep(scale.domain[1] - scale.domain[0], Math.max(1, Math.min(5, Math.floor(width / (sizePx * 4.5)))));
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
