// How a talk's time is planned: a share for each slide by how much there is to say, and the sections that slides with
// one kicker make. Pure.

export interface PlannedSlide {
	readonly section: string;
	/** Words in its notes. */
	readonly words: number;
}

export interface PlannedSection {
	readonly title: string;
	/** First slide and the one after the last. */
	readonly from: number;
	readonly to: number;
	readonly ms: number;
}

export interface Plan {
	/** When each slide should come up; one more for the end. */
	readonly starts: readonly number[];
	readonly sections: readonly PlannedSection[];
}

/** Seconds to take a slide in, and words that a speaker says in a second. */
const LOOK_SECONDS = 20;
const WORDS_PER_SECOND = 2.3;

export function planTalk(slides: readonly PlannedSlide[], minutes: number): Plan {
	const weights = slides.map(({ words }) => LOOK_SECONDS + words / WORDS_PER_SECOND);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const starts = [0];
	for (const weight of weights) starts.push((starts.at(-1) ?? 0) + (weight / total) * minutes * 60_000);
	const sections: PlannedSection[] = [];
	for (const [index, { section }] of slides.entries()) {
		const last = sections.at(-1);
		const ms = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
		if (last?.title === section) sections[sections.length - 1] = { ...last, to: index + 1, ms: last.ms + ms };
		else sections.push({ title: section, from: index, to: index + 1, ms });
	}
	return { starts, sections };
}

/** How long the talk is behind its plan; negative when it is ahead. Zero within a slide's own time. */
export function behindMs({ starts }: Plan, slide: number, elapsedMs: number): number {
	const [from = 0, to = 0] = [starts[slide], starts[slide + 1]];
	return elapsedMs > to ? elapsedMs - to : elapsedMs < from ? elapsedMs - from : 0;
}

/** `4:05`, `1:02:09`. */
export function clockText(ms: number): string {
	const seconds = Math.floor(Math.abs(ms) / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const shown = parts[0] === 0 ? parts.slice(1) : parts;
	return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
