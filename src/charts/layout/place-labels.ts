// Chooses a place for every label of a row so that none covers another or a mark, and the cheapest of those places.

import type { Box } from './chart-layout.js';
import { overlap } from './chart-layout.js';

export interface Place {
	readonly box: Box;
	/** How much worse than the ideal place; 0 is ideal. */
	readonly cost: number;
}

/** A label may be this close to another thing, in pixels. */
const CLEARANCE = 4;
/** Searches at most this many partial choices, then keeps the best that it found. */
const MAX_STEPS = 20_000;
const OVERLAP_COST = 1_000;

/**
 * The index of the chosen place for each label, in the same order. Earlier labels win ties.
 * Where no choice is free of collisions, the one with the least covered area is returned.
 */
export function placeLabels(
	labels: readonly (readonly Place[])[],
	obstacles: readonly Box[],
	limits: { readonly left: number; readonly right: number },
): { readonly chosen: readonly number[]; readonly collides: boolean } {
	const costs = labels.map((places) => places.map((place) => ownCost(place, obstacles, limits)));
	let best: { chosen: number[]; cost: number } | undefined;
	let steps = 0;
	const search = (chosen: number[], cost: number): void => {
		if (best && (cost >= best.cost || steps++ > MAX_STEPS)) return;
		const label = labels[chosen.length];
		if (!label) {
			best = { chosen, cost };
			return;
		}
		const order = label
			.map((place, index) => ({
				index,
				cost: (costs[chosen.length]?.[index] ?? 0) + collisionCost(place, chosen, labels),
			}))
			.sort((a, b) => a.cost - b.cost || a.index - b.index);
		for (const option of order) search([...chosen, option.index], cost + option.cost);
	};
	search([], 0);
	return { chosen: best?.chosen ?? [], collides: (best?.cost ?? 0) >= OVERLAP_COST };
}

function ownCost(place: Place, obstacles: readonly Box[], limits: { left: number; right: number }): number {
	const grown = grow(place.box);
	const outside = Math.max(0, limits.left - place.box.left) + Math.max(0, place.box.right - limits.right);
	const covered = obstacles.reduce((sum, obstacle) => sum + overlap(grown, obstacle), 0);
	return (
		place.cost +
		(covered > 0 ? OVERLAP_COST + covered : 0) +
		(outside > 1 ? OVERLAP_COST * 2 + outside * 10 : 0)
	);
}

function collisionCost(
	place: Place,
	chosen: readonly number[],
	labels: readonly (readonly Place[])[],
): number {
	const grown = grow(place.box);
	return chosen.reduce((sum, index, label) => {
		const other = labels[label]?.[index];
		const covered = other ? overlap(grown, other.box) : 0;
		return sum + (covered > 0 ? OVERLAP_COST + covered : 0);
	}, 0);
}

function grow(box: Box): Box {
	return { left: box.left - CLEARANCE, right: box.right + CLEARANCE, top: box.top, bottom: box.bottom };
}
