// Values to pixels along the axis, and round numbers for its ticks.

/** Fewer than `toFixed` takes. */
const MOST_DECIMALS = 90;

export interface LinearScale {
	readonly domain: readonly [number, number];
	readonly range: readonly [number, number];
	readonly toPx: (value: number) => number;
}

export function linearScale(
	domain: readonly [number, number],
	range: readonly [number, number],
): LinearScale {
	const perUnit = (range[1] - range[0]) / (domain[1] - domain[0]);
	return { domain, range, toPx: (value) => range[0] + (value - domain[0]) * perUnit };
}

/** The step (1, 2, 2.5 or 5 times a power of ten) that gives at most `count` intervals. */
export function tickStep(span: number, count: number): number {
	const rough = span / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
	return factor * power;
}

/** Multiples of the step inside the domain. */
export function ticksWithin([from, to]: readonly [number, number], step: number): number[] {
	const ticks: number[] = [];
	const slack = step * 1e-6;
	for (let index = Math.ceil((from - slack) / step); index * step <= to + slack; index++) {
		ticks.push(Number((index * step).toPrecision(12)));
	}
	return ticks;
}

/** `1,500`, `0.25`: grouped thousands, a real minus sign, as many decimals as the step needs. */
export function tickText(value: number, step: number, suffix: string): string {
	let decimals = 0;
	const isWhole = (shifted: number) => Math.abs(shifted - Math.round(shifted)) < shifted * 1e-6;
	while (decimals < MOST_DECIMALS && !isWhole(step * 10 ** decimals)) decimals++;
	const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${value < 0 ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}${suffix}`;
}
