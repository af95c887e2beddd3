// ISO dates to places on a time axis: whole days, months and years in UTC, and which dates lie too far away to share the axis.

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface DateSpan {
	/** Milliseconds since 1970, UTC. */
	readonly from: number;
	/** Equal to `from` for a single day. */
	readonly to: number;
}

/** `2026`, `2026-02` and `2026-02-05`: a year or a month spans all its days. Undefined for anything else. */
export function parseDate(text: string): DateSpan | undefined {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
	if (!match) return undefined;
	const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
	if (year === undefined) return undefined;
	const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
	if (day !== undefined) return { from, to: from };
	return { from, to: (month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, month)) - DAY_MS };
}

/** A gap counts as empty when it is this many times as long as the dates that the axis then shows. */
const FAR_FACTOR = 3;
/** Days of one busy fortnight always share the axis with what comes weeks later. */
const SHORT_STRETCH_MS = 14 * DAY_MS;

/** The shortest stretch that holds at least half of the dates and has long empty gaps to all others; undefined without dates. */
export function mainStretch(spans: readonly DateSpan[]): DateSpan | undefined {
	const sorted = [...spans].sort((a, b) => a.from - b.from);
	const least = Math.max(2, Math.ceil(sorted.length / 2));
	let best = stretchOf(sorted);
	for (let first = 0; first < sorted.length; first++) {
		for (let end = first + least; end <= sorted.length; end++) {
			const stretch = stretchOf(sorted.slice(first, end));
			const before = stretchOf(sorted.slice(0, first));
			const after = sorted[end];
			if (!stretch || !best || stretch.to - stretch.from >= best.to - best.from) continue;
			const far = Math.max(stretch.to - stretch.from, SHORT_STRETCH_MS) * FAR_FACTOR;
			if (before && stretch.from - before.to <= far) continue;
			if (after && after.from - stretch.to <= far) continue;
			best = stretch;
		}
	}
	return best;
}

function stretchOf(sorted: readonly DateSpan[]): DateSpan | undefined {
	const [first] = sorted;
	return first && { from: first.from, to: Math.max(...sorted.map((span) => span.to)) };
}

export interface DateTick {
	readonly at: number;
	readonly text: string;
}

/** Round dates inside the span: at most `count`, days, weeks, months or years apart. */
export function dateTicks({ from, to }: DateSpan, count: number): DateTick[] {
	const days = (to - from) / DAY_MS;
	const dayStep = [1, 2, 3, 7, 14].find((step) => Math.floor(days / step) + 1 <= count);
	if (dayStep !== undefined) {
		return Array.from({ length: Math.floor(days / dayStep) + 1 }, (_, index) => {
			const date = new Date(from + index * dayStep * DAY_MS);
			return { at: date.getTime(), text: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` };
		});
	}
	const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
	const step = months.find((candidate) => days / (candidate * 30.4) + 1 <= count) ?? 2400;
	const start = new Date(from);
	const ticks: DateTick[] = [];
	const firstMonth =
		Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0)) / step) *
		step;
	for (let month = firstMonth; ; month += step) {
		const date = new Date(Date.UTC(Math.floor(month / 12), month % 12));
		if (date.getTime() > to) return ticks;
		const year = String(date.getUTCFullYear());
		ticks.push({
			at: date.getTime(),
			text: step % 12 === 0 ? year : `${MONTHS[date.getUTCMonth()]} ${year}`,
		});
	}
}
