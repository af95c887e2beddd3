// The time of a talk, kept in the window so that a reload does not lose it: elapsed, and spent on each slide.

interface Kept {
	/** Added up until `since`. */
	ms: number;
	/** When it was last started; null while it stands. */
	since: number | null;
	slides: Record<number, number>;
	/** Given in this window, before any that the deck plans. */
	minutes?: number;
}

export interface Stopwatch {
	readonly elapsedMs: () => number;
	readonly spentMs: (from: number, to: number) => number;
	readonly isRunning: () => boolean;
	readonly start: () => void;
	readonly pause: () => void;
	readonly reset: () => void;
	/** Time from now on belongs to this slide. */
	readonly turnTo: (slide: number) => void;
	minutes: number;
}

/** `planned` gives the minutes that the deck has now. */
export function createStopwatch(key: string, planned: () => number): Stopwatch {
	const fresh = (): Kept => ({ ms: 0, since: null, slides: {} });
	let kept: Kept = { ...fresh(), ...read(key) };
	let slide = 0;
	const save = () => sessionStorage.setItem(key, JSON.stringify(kept));
	const settle = () => {
		if (kept.since === null) return;
		const now = Date.now();
		const spent = now - kept.since;
		kept.ms += spent;
		kept.slides[slide] = (kept.slides[slide] ?? 0) + spent;
		kept.since = now;
	};
	return {
		elapsedMs: () => kept.ms + (kept.since === null ? 0 : Date.now() - kept.since),
		spentMs(from, to) {
			settle();
			let sum = 0;
			for (let at = from; at < to; at += 1) sum += kept.slides[at] ?? 0;
			return sum;
		},
		isRunning: () => kept.since !== null,
		start() {
			kept.since ??= Date.now();
			save();
		},
		pause() {
			settle();
			kept.since = null;
			save();
		},
		reset() {
			const { minutes } = kept;
			kept = { ...fresh(), ...(minutes === undefined ? {} : { minutes }) };
			save();
		},
		turnTo(next) {
			settle();
			slide = next;
			save();
		},
		get minutes() {
			return kept.minutes ?? planned();
		},
		set minutes(value) {
			kept.minutes = value;
			save();
		},
	};
}

function read(key: string): Partial<Kept> {
	try {
		return JSON.parse(sessionStorage.getItem(key) ?? '{}');
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof DOMException) return {};
		throw error;
	}
}
