// Colours that can be told apart, for a theme that does not say which: each is the farthest from those chosen before it,
// for whoever sees it worst. The same input gives the same colours.

import { contrast, difference, mix, nearestReadable, VISIONS } from '../color-science.js';

const GRAIN = [0, 51, 102, 153, 204, 255];
const LEAST_MARK = 3.1;

const CANDIDATES: readonly string[] = GRAIN.flatMap((red) =>
	GRAIN.flatMap((green) =>
		GRAIN.map((blue) => `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`),
	),
);

/** The smallest difference under any kind of vision. */
export const apart = (a: string, b: string): number =>
	Math.min(...VISIONS.map((vision) => difference(a, b, vision)));

/** `count` colours that are seen on every background and are far from `taken` and from each other. */
export function chooseApart(
	count: number,
	taken: readonly string[],
	backgrounds: readonly string[],
): readonly string[] {
	const [ground = ''] = backgrounds;
	// Full colours shout; a fifth of grey makes them the theme's company and not its rivals.
	const grey = nearestReadable(ground, backgrounds, LEAST_MARK);
	const left = new Map(
		CANDIDATES.map((color) => mix(color, grey, 0.8))
			.filter((color) => backgrounds.every((background) => contrast(color, background) >= LEAST_MARK))
			.map((color) => [color, Math.min(...taken.map((other) => apart(color, other)))] as const),
	);
	const chosen: string[] = [];
	while (chosen.length < count) {
		const [best] = [...left].sort(([, a], [, b]) => b - a);
		if (best === undefined) break;
		chosen.push(best[0]);
		left.delete(best[0]);
		for (const [color, distance] of left) left.set(color, Math.min(distance, apart(color, best[0])));
	}
	return chosen;
}

/** The first that is far enough from the others, or else the farthest. */
export function firstApart(wanted: readonly string[], others: readonly string[], least: number): string {
	const distance = (color: string) => Math.min(...others.map((other) => apart(color, other)));
	const [farthest = ''] = [...wanted].sort((a, b) => distance(b) - distance(a));
	return wanted.find((color) => distance(color) >= least) ?? farthest;
}
