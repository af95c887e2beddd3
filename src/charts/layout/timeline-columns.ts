// Where the events of a timeline stand: their marks on the axis or beyond its ends, their words to the right of them or to the left.

import { DOT_RADIUS_PX } from '../vega-config.js';
import type { IndexedRow, LayoutContext } from './chart-layout.js';
import type { DateSpan } from './date-scale.js';
import type { Words } from './label.js';
import { lineWidth } from './label.js';
import type { LinearScale } from './linear-scale.js';
import { linearScale } from './linear-scale.js';
import { wrapText } from './wrap-text.js';

/** Pixels between the middle of a mark and its words. */
export const LABEL_GAP = 18;
const ZONE_WIDTH = 96;
const MIN_PLOT_SHARE = 0.34;

export interface Event {
	readonly row: IndexedRow;
	/** Undefined when no date was reported. */
	readonly span?: DateSpan;
	readonly place: 'axis' | 'earlier' | 'later' | 'undated';
	readonly line: readonly Words[];
}

export interface Columns {
	readonly scale: LinearScale;
	readonly earlierX?: number;
	readonly laterX?: number;
	readonly undatedX: number;
}

export interface PlacedEvent extends Event {
	/** Ends of the mark in pixels. */
	readonly left: number;
	readonly right: number;
	readonly lines: readonly (readonly Words[])[];
	readonly side: 'left' | 'right';
}

/** The plot is as wide as it can be with every label at the right of its mark; labels that would leave it too little go to the left. */
export function layOutColumns(
	context: LayoutContext,
	events: readonly Event[],
	domain: readonly [number, number],
	left: number,
): Columns {
	const { width } = context.request;
	const has = (place: Event['place']): boolean => events.some((event) => event.place === place);
	const start = left + (has('earlier') || has('undated') ? ZONE_WIDTH : 12);
	const limit = width - (has('later') ? ZONE_WIDTH : 12);
	let end = limit;
	for (const { span, line, place } of events) {
		if (!span || place !== 'axis') continue;
		const share = (span.to - domain[0]) / (domain[1] - domain[0]);
		const room = width - start - DOT_RADIUS_PX - LABEL_GAP - lineWidth(context, line);
		if (share > 0) end = Math.min(end, start + room / share);
	}
	end = Math.floor(Math.max(end, start + (width - left) * MIN_PLOT_SHARE));
	return {
		scale: linearScale(domain, [start, end]),
		undatedX: left + 12,
		...(has('earlier') ? { earlierX: left + 12 } : {}),
		...(has('later') ? { laterX: end + ZONE_WIDTH - 12 } : {}),
	};
}

export function placeEvent(context: LayoutContext, event: Event, columns: Columns): PlacedEvent {
	const { width } = context.request;
	const { scale } = columns;
	const fixed = { earlier: columns.earlierX, later: columns.laterX, undated: columns.undatedX };
	const [from, to] =
		event.place === 'axis' && event.span
			? [scale.toPx(event.span.from), scale.toPx(event.span.to)]
			: [fixed[event.place as keyof typeof fixed] ?? 0, fixed[event.place as keyof typeof fixed] ?? 0];
	const rightRoom = width - to - LABEL_GAP;
	const leftRoom = from - LABEL_GAP - (scale.range[0] - 12);
	const needed = lineWidth(context, event.line);
	const side = needed <= rightRoom || rightRoom >= leftRoom ? 'right' : 'left';
	const room = side === 'right' ? rightRoom : leftRoom;
	return {
		...event,
		left: from,
		right: to,
		side,
		lines: needed <= room ? [event.line] : wrapWords(context, event.line, room),
	};
}

/** Keeps each run of words in its own style and on its own lines. */
function wrapWords(context: LayoutContext, line: readonly Words[], width: number): Words[][] {
	return line.flatMap((words) =>
		wrapText(words.text, width, (text) => lineWidth(context, [{ ...words, text }])).map((text) => [
			{ ...words, text },
		]),
	);
}
