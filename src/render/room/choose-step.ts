// The largest type, and then the most air, with which a slide's body fits its zone. A rule instead of a class by hand:
// three short points are set large, twelve long ones small, in every theme and slide size.

import { AIRS, type Air, type Room, STEPS, type Step } from '../../model/room.js';
import { measureBox } from './measure-boxes.js';
import { type Box, readBoxes } from './read-boxes.js';

export interface RoomStep {
	readonly step: Step;
	readonly air: Air;
	/** Of the body, in pixels. */
	readonly height: number;
}

export interface StepRange {
	readonly most?: Step['name'];
	readonly least?: Step['name'];
}

/** Kept free, because words break a little differently in each browser. */
const RESERVE = 0.97;

/** `most` and `least` are the largest and the smallest step that a layout wants. What fits in none is reported by `check`. */
export function chooseStep(
	markdown: string,
	room: Room,
	chartHeight: (path: string) => number,
	{ most = 'grand', least = 'close' }: StepRange = {},
): RoomStep {
	const box = readBoxes(markdown);
	const at = (wanted: Step['name']) => STEPS.findIndex(({ name }) => name === wanted);
	const steps = STEPS.slice(at(most), at(least) + 1);
	const wanted = room.height * RESERVE;
	for (const step of steps)
		for (const air of AIRS) {
			const tried = measure(box, room, chartHeight, step, air);
			const isSparse = step === steps[0] && tried.height < room.height * SPARSE;
			if (tried.height <= wanted && (isSparse || air.name !== 'sparse')) return tried;
		}
	return measure(box, room, chartHeight, steps.at(-1) ?? SMALLEST, TIGHTEST);
}

/** Less than this share of its zone, and a layout may fill the rest with panels. */
const SPARSE = 0.6;
const TIGHTEST = AIRS[AIRS.length - 1] as Air;
const SMALLEST = STEPS[STEPS.length - 1] as Step;

const measure = (
	box: Box,
	room: Room,
	chartHeight: (path: string) => number,
	step: Step,
	air: Air,
): RoomStep => ({
	step,
	air,
	height: measureBox(box, { room, step, row: room.row * step.row * air.row, chartHeight }),
});
