// One simple glyph to the bytes of the table `glyf`, as small as the format can say it.
// https://learn.microsoft.com/typography/opentype/spec/glyf#simple-glyph-description

/** Relative to the point before it. */
export interface Point {
	readonly dx: number;
	readonly dy: number;
	readonly isOnCurve: boolean;
}

export interface SimpleOutline {
	/** Index of the last point of each contour. */
	readonly ends: readonly number[];
	readonly points: readonly Point[];
	readonly hints: Uint8Array;
	readonly overlaps: boolean;
}

const ON_CURVE = 0x01;
const REPEATS = 0x08;
const OVERLAPS = 0x40;
/** What the flags say of each direction: one byte, and then its sign, or else the same place. */
const X = { isByte: 0x02, isSame: 0x10 };
const Y = { isByte: 0x04, isSame: 0x20 };
const MOST_REPEATS = 255;

/** `box` is computed from the points where the font does not bring one. */
export function encodeOutline(outline: SimpleOutline, box: Uint8Array | undefined): Uint8Array {
	const { ends, points, hints, overlaps } = outline;
	const head = Buffer.alloc(10 + ends.length * 2 + 2);
	head.writeInt16BE(ends.length, 0);
	head.set(box ?? boxOf(points), 2);
	for (const [index, end] of ends.entries()) head.writeUInt16BE(end, 10 + index * 2);
	head.writeUInt16BE(hints.length, 10 + ends.length * 2);

	const [xs, ys]: [number[], number[]] = [[], []];
	const flags = points.map(
		({ dx, dy, isOnCurve }, index) =>
			(isOnCurve ? ON_CURVE : 0) |
			(overlaps && index === 0 ? OVERLAPS : 0) |
			encodeStep(dx, X, xs) |
			encodeStep(dy, Y, ys),
	);
	return Buffer.concat([head, hints, Buffer.from([...runsOf(flags), ...xs, ...ys])]);
}

/** A flag that the next ones repeat says so, and how many do. */
function runsOf(flags: readonly number[]): number[] {
	const runs: number[] = [];
	for (let at = 0; at < flags.length; ) {
		const flag = flags[at] ?? 0;
		let repeats = 0;
		while (repeats < MOST_REPEATS && flags[at + repeats + 1] === flag) repeats += 1;
		runs.push(...(repeats === 0 ? [flag] : [flag | REPEATS, repeats]));
		at += repeats + 1;
	}
	return runs;
}

function encodeStep(step: number, { isByte, isSame }: typeof X, bytes: number[]): number {
	if (step === 0) return isSame;
	const size = Math.abs(step);
	if (size > 255) {
		bytes.push((step >> 8) & 0xff, step & 0xff);
		return 0;
	}
	bytes.push(size);
	return step > 0 ? isByte | isSame : isByte;
}

function boxOf(points: readonly Point[]): Uint8Array {
	let [x, y] = [0, 0];
	let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { dx, dy } of points) {
		x += dx;
		y += dy;
		[left, bottom, right, top] = [
			Math.min(left, x),
			Math.min(bottom, y),
			Math.max(right, x),
			Math.max(top, y),
		];
	}
	const box = Buffer.alloc(8);
	for (const [index, edge] of [left, bottom, right, top].entries()) box.writeInt16BE(edge, index * 2);
	return box;
}
