// How a talk's time is planned: for each slide what its author gave it or a share by how much there is to say,
// and for the sections that slides with one kicker make what their slides have. Pure.

export interface PlannedSlide {
	readonly section: string;
	/** Words in its notes. */
	readonly words: number;
	/** What its author planned for it. */
	readonly minutes?: number;
}

export interface PlannedSection {
	readonly title: string;
	/** First slide and the one after the last. */
	readonly from: number;
	readonly to: number;
	readonly ms: number;
}

export interface Plan {
	/** Planned length of the talk, which may be more than its slides take. */
	readonly totalMs: number;
	/** When each slide should come up; one more for the end. */
	readonly starts: readonly number[];
	readonly sections: readonly PlannedSection[];
	/** What single slides were given beyond the length of the talk. */
	readonly shortMs: number;
}

/** Seconds to take a slide in, and words that a speaker says in a second. */
const LOOK_SECONDS = 20;
const WORDS_PER_SECOND = 2.3;
const MINUTE_MS = 60_000;

/** Undefined where nobody planned anything: neither the talk, with `minutes` above zero, nor one of its slides. */
export function planTalk(slides: readonly PlannedSlide[], minutes: number): Plan | undefined {
	if (minutes <= 0 && slides.every((slide) => slide.minutes === undefined)) return undefined;
	const times = shares(slides, minutes * MINUTE_MS);
	const starts = [0];
	for (const ms of times) starts.push((starts.at(-1) ?? 0) + ms);
	const totalMs = minutes > 0 ? minutes * MINUTE_MS : (starts.at(-1) ?? 0);
	const sections: PlannedSection[] = [];
	for (const [index, { section }] of slides.entries()) {
		const last = sections.at(-1);
		const ms = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
		if (last?.title === section) sections[sections.length - 1] = { ...last, to: index + 1, ms: last.ms + ms };
		else sections.push({ title: section, from: index, to: index + 1, ms });
	}
	const given = sumOf(slides.map((slide) => slide.minutes ?? 0)) * MINUTE_MS;
	return { totalMs, starts, sections, shortMs: Math.max(0, given - totalMs) };
}

/**
 * Milliseconds for each slide. Slides keep the minutes that they were given, and the others share what is left of
 * `totalMs` by how much there is to say; all of them give way where more is planned than there is. 0 is no limit.
 */
function shares(slides: readonly PlannedSlide[], totalMs: number): readonly number[] {
	const given = slides.map((slide) => (slide.minutes ?? 0) * MINUTE_MS);
	const others = slides.map(({ words, minutes }) =>
		minutes === undefined ? (LOOK_SECONDS + words / WORDS_PER_SECOND) * 1_000 : 0,
	);
	const all = given.map((ms, index) => ms + (others[index] ?? 0));
	const [fixed, free] = [sumOf(given), sumOf(others)];
	if (totalMs === 0 || (free === 0 && fixed <= totalMs)) return all;
	if (fixed >= totalMs) return all.map((ms) => (ms * totalMs) / (fixed + free));
	return given.map((ms, index) => ms + ((others[index] ?? 0) * (totalMs - fixed)) / free);
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** How long the talk is behind its plan; negative when it is ahead. Zero within a slide's own time. */
export function behindMs({ starts }: Plan, slide: number, elapsedMs: number): number {
	const [from = 0, to = 0] = [starts[slide], starts[slide + 1]];
	return elapsedMs > to ? elapsedMs - to : elapsedMs < from ? elapsedMs - from : 0;
}

/** `4:05`, `1:02:09`. */
export function clockText(ms: number): string {
	// Shares of a plan miss the whole millisecond by a hair.
	const seconds = Math.floor(Math.round(Math.abs(ms)) / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const shown = parts[0] === 0 ? parts.slice(1) : parts;
	return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
