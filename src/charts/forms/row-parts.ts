// What the forms over named rows share: how a value is worded, and the places that its label may take beside or around a mark.

import type { ChartRole } from '../../model/chart.js';
import type { Box, IndexedRow, LayoutContext, TableRow } from '../layout/chart-layout.js';
import type { Align, Tone, Words } from '../layout/label.js';
import { lineBox } from '../layout/label.js';
import type { LinearScale } from '../layout/linear-scale.js';
import type { Place } from '../layout/place-labels.js';
import { hasRing, pointOf, rangeOf } from '../layout/row-groups.js';
import { DOT_RADIUS_PX, RING_RADIUS_PX } from '../vega-config.js';

/** Pixels between a mark's edge and its label. */
const LABEL_GAP = 8;

/** `about 72` and `25% faster` read as words, `72 ms` as a figure. */
const HAS_WORD = /^\p{Letter}|\p{Letter}{4}/u;

const TONES: Readonly<Record<ChartRole, Tone>> = {
	subject: 'accent',
	predecessor: 'muted',
	variant: 'text',
	competitor: 'muted',
	human: 'text',
	dissent: 'risk',
	missing: 'muted',
	event: 'text',
};

/** The value in its role's colour, and after it who says so, where `withDetail` asks for that. */
export function valueWords({ theme }: LayoutContext, row: IndexedRow, withDetail: boolean): Words[] {
	const tone = TONES[row.role];
	const sizePx = theme.size['chart-label'];
	const isWord = row.role === 'missing' || row.value === null;
	const weight = row.role === 'subject' ? 700 : row.role === 'dissent' ? 600 : isWord ? 400 : 500;
	const value: Words = {
		text: row.label,
		tone,
		weight,
		sizePx,
		face: isWord || HAS_WORD.test(row.label) ? 'text' : 'figures',
	};
	if (!withDetail || row.detail === undefined || row.detail === '') return [value];
	return [
		value,
		{ text: row.detail, tone: tone === 'accent' ? 'muted' : tone, weight: 400, sizePx, face: 'text' },
	];
}

/** Half the width of a dot with its outline, or of the ring around a contested one. */
export function dotHalf(row: IndexedRow, rows: readonly IndexedRow[]): number {
	return hasRing(row, rows) ? RING_RADIUS_PX + 1 : DOT_RADIUS_PX + 1.5;
}

/** The box of a mark that reaches `halfWidth` and `halfHeight` from its centre. */
export function markBox(x: number, halfWidth: number, halfHeight = halfWidth, dy = 0): Box {
	return { left: x - halfWidth, right: x + halfWidth, top: dy - halfHeight, bottom: dy + halfHeight };
}

/** The mark together with its range: its label stands clear of both. */
export function withRange(mark: Box, row: IndexedRow, scale: LinearScale): Box {
	const ends = rangeOf(row)?.map(scale.toPx) ?? [];
	return { ...mark, left: Math.min(mark.left, ...ends), right: Math.max(mark.right, ...ends) };
}

/** What thin lines from one value to another cover: no label stands on them. */
export function spanBoxes(spans: readonly TableRow[], scale: LinearScale): Box[] {
	return spans.map(({ from, to }) => {
		const ends = [from, to].map((end) => scale.toPx(Number(end)));
		return { left: Math.min(...ends), right: Math.max(...ends), top: -2, bottom: 2 };
	});
}

/** Beside the mark on the wanted side, then the other; then above, then below, in ever farther lanes. */
export function placesAround(
	context: LayoutContext,
	line: readonly Words[],
	mark: Box,
	options: {
		readonly side: 'left' | 'right';
		readonly prefer?: 'side' | 'above' | 'below';
		/** The mark's distance from the centre line. */
		readonly dy?: number;
		/** Where labels above and below stand; the middle of the mark where absent. */
		readonly anchorX?: number;
	},
): Place[] {
	const { side, dy = 0, prefer = 'side', anchorX = (mark.left + mark.right) / 2 } = options;
	const other = side === 'left' ? 'right' : 'left';
	const beside = (where: 'left' | 'right', cost: number): Place => {
		const x = where === 'left' ? mark.left - LABEL_GAP : mark.right + LABEL_GAP;
		return { box: lineBox(context, line, x, dy, where === 'left' ? 'right' : 'left'), cost };
	};
	const sideCost = prefer === 'side' ? 0 : 4;
	const [aboveCost, belowCost] = prefer === 'above' ? [0, 1] : prefer === 'below' ? [1, 0] : [6, 6.5];
	const places = [beside(side, sideCost), beside(other, sideCost + 5)];
	for (let lane = 1; lane <= 4; lane++) {
		places.push(...lanePlaces(context, line, anchorX, -lane, aboveCost + lane * 3));
		places.push(...lanePlaces(context, line, anchorX, lane, belowCost + lane * 3));
	}
	return places
		.map((place, index) => ({ place, index }))
		.sort((a, b) => a.place.cost - b.place.cost || a.index - b.index)
		.map(({ place }) => place);
}

function lanePlaces(
	context: LayoutContext,
	line: readonly Words[],
	center: number,
	lane: number,
	cost: number,
): Place[] {
	const at = (x: number, align: Align, extra: number): Place => ({
		box: lineBox(context, line, x, laneOffset(context, lane), align),
		cost: cost + extra,
	});
	return [at(center, 'center', 0), at(center + 6, 'right', 0.4), at(center - 6, 'left', 0.4)];
}

/** The middle of a lane of labels: 0 is the centre line, negative lanes are above it. */
export function laneOffset({ theme }: LayoutContext, lane: number): number {
	return lane * theme.size['chart-label'] * 1.3;
}

/** `not reported` and the like, written at the start of the plot or wherever there is room. */
export function missingPlaces(
	context: LayoutContext,
	line: readonly Words[],
	limits: { left: number; right: number },
	dy = 0,
): Place[] {
	const places: Place[] = [];
	for (const lane of [0, 1, -1, 2, -2]) {
		const y = dy + laneOffset(context, lane);
		places.push({ box: lineBox(context, line, limits.left + 30, y, 'left'), cost: Math.abs(lane) * 5 });
		places.push({ box: lineBox(context, line, limits.right, y, 'right'), cost: Math.abs(lane) * 5 + 3 });
	}
	return places;
}

/** A reported range as a rule with end caps; another source's range in the warm colour. */
export function rangeSpans(row: IndexedRow, dy = 0): TableRow[] {
	const range = rangeOf(row);
	if (!range) return [];
	const style =
		row.role === 'subject' ? 'interval-subject' : row.role === 'dissent' ? 'interval-dissent' : 'interval';
	return [{ row: row.row, style, from: range[0], to: range[1], dy }];
}

/** Where a bar ends: at its value; at the lower end of a range, which no source puts in doubt. */
export function barEnd(row: IndexedRow): number | undefined {
	return pointOf(row) ?? rangeOf(row)?.[0];
}
