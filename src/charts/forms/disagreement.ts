// Disagreement: one row a topic, a soft band from the lowest to the highest claim, and one labelled tick per claim.

import type { Box, ChartLayout, IndexedRow, LayoutContext, TableRow } from '../layout/chart-layout.js';
import type { LinearScale } from '../layout/linear-scale.js';
import { tickText } from '../layout/linear-scale.js';
import { layOutRowChart } from '../layout/row-chart.js';
import type { Limits, RowLabel, RowPlan } from '../layout/row-form.js';
import type { RowGroup } from '../layout/row-groups.js';
import { groupRows, numberOf, rangeOf } from '../layout/row-groups.js';
import { directionNote } from './direction-note.js';
import { markBox, missingPlaces, placesAround, rangeSpans, valueWords } from './row-parts.js';

const TICK_HALF_HEIGHT = 13;
const BAND_HALF_HEIGHT = 7;

/**
 * Rows stand on a shared scale of differences: every headline value is at 0, so that a small disagreement about a large
 * number is as easy to see as any other. Where the request names a domain, the axis shows the values themselves.
 */
export function layOutDisagreement(context: LayoutContext): ChartLayout {
	const { request } = context;
	const isAbsolute = request.domain !== undefined;
	const rows = isAbsolute
		? request.rows
		: groupRows(request.rows)
				.flatMap(differences)
				.sort((a, b) => a.row - b.row);
	const inPoints = request.unitSuffix.trim() === '%';
	const note = isAbsolute ? '' : inPoints ? 'Axis: difference in percentage points' : 'Axis: difference';
	const layout = layOutRowChart(
		{ ...context, request: { ...request, rows } },
		{
			fromZero: false,
			hasAxis: true,
			key: [
				{ icon: 'headline', text: request.roleNames?.subject ?? 'Headline value', tone: 'muted' },
				{ icon: 'dissent', text: request.roleNames?.dissent ?? 'Other sources', tone: 'risk' },
				...(note === '' ? [] : [{ text: note, tone: 'muted' as const }]),
				...directionNote(request),
			],
			planRow: (group, scale, limits) => planRow(context, group, scale, limits),
			...(isAbsolute
				? {}
				: { tickText: (value, step) => signedText(value, step, inPoints ? '' : request.unitSuffix) }),
		},
	);
	const reported = (layout.tables.rows ?? []).map((row, index) => {
		const { value = null, low, high } = request.rows[index] ?? {};
		return { ...row, value, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
	});
	return { ...layout, tables: { ...layout.tables, rows: reported } };
}

/** The group's rows with the headline value, or the first claim where there is no headline, taken off every number. */
function differences(group: RowGroup): IndexedRow[] {
	const claims = group.rows.filter((row) => numberOf(row) !== undefined);
	const headline = claims.find((row) => row.role !== 'dissent') ?? claims[0];
	const zero = (headline && numberOf(headline)) ?? 0;
	// Sums of decimals leave crumbs such as 2.2000000000000028.
	const less = <T>(value: T): T | number =>
		typeof value === 'number' ? Number((value - zero).toPrecision(12)) : value;
	return group.rows.map((row) => ({
		...row,
		value: less(row.value),
		...(row.low === undefined ? {} : { low: less(row.low) }),
		...(row.high === undefined ? {} : { high: less(row.high) }),
	}));
}

function signedText(value: number, step: number, suffix: string): string {
	return `${value > 0 ? '+' : ''}${tickText(value, step, value === 0 ? '' : suffix)}`;
}

function planRow(context: LayoutContext, group: RowGroup, scale: LinearScale, limits: Limits): RowPlan {
	const obstacles: Box[] = [];
	const labels: RowLabel[] = [];
	const spans: TableRow[] = [];
	const claims = group.rows.filter((row) => numberOf(row) !== undefined).sort(byValue);
	const ends = claims.flatMap((row) => [numberOf(row) ?? 0, ...(rangeOf(row) ?? [])]);
	if (ends.length > 1) {
		const [from, to] = [Math.min(...ends), Math.max(...ends)];
		spans.push({ style: 'spread', from, to, dy: 0 });
		obstacles.push({
			left: scale.toPx(from),
			right: scale.toPx(to),
			top: -BAND_HALF_HEIGHT,
			bottom: BAND_HALF_HEIGHT,
		});
	}
	claims.forEach((row, index) => {
		const value = numberOf(row) ?? 0;
		const x = scale.toPx(value);
		const tick = markBox(x, row.role === 'dissent' ? 2 : 3, TICK_HALF_HEIGHT);
		const range = rangeOf(row);
		spans.push(...rangeSpans(row));
		obstacles.push(tick);
		// The outermost claims speak outwards, on the line; what lies between them speaks above or below.
		const isFirst = index === 0 && claims.length > 1;
		const isBetween = !isFirst && index < claims.length - 1;
		const isLast = index === claims.length - 1;
		const reach = {
			...tick,
			left: Math.min(tick.left, scale.toPx(isFirst ? Math.min(...ends) : (range?.[0] ?? value))),
			right: Math.max(tick.right, scale.toPx(isLast ? Math.max(...ends) : (range?.[1] ?? value))),
		};
		labels.push({
			row: row.row,
			line: valueWords(context, row, true),
			value,
			places: placesAround(context, valueWords(context, row, true), reach, {
				side: isFirst ? 'left' : 'right',
				prefer: isBetween ? 'above' : 'side',
				anchorX: x,
			}),
			leader: { x, halfHeight: TICK_HALF_HEIGHT },
		});
	});
	for (const row of group.rows.filter((other) => numberOf(other) === undefined)) {
		const line = valueWords(context, row, true);
		labels.push({ row: row.row, line, places: missingPlaces(context, line, limits) });
	}
	const marks = new Map(group.rows.map(({ row }) => [row, { halfHeight: TICK_HALF_HEIGHT }]));
	return { obstacles, labels, spans, marks };
}

function byValue(a: IndexedRow, b: IndexedRow): number {
	return (numberOf(a) ?? 0) - (numberOf(b) ?? 0) || a.row - b.row;
}
