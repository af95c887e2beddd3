// Two pictures of a slide, as PNGs: how far apart they are where they are farthest apart, and a picture of where. Versions
// of a browser draw the edges of letters differently, up to a pixel away; a label that moved or a colour that changed is
// farther off.

import { type Picture, readPng, writePng } from '../../scripts/small-png.mjs';

const TILE = 32;
/** How far a channel may be off, of 255. */
const CHANNEL = 80;
const RED = [214, 0, 60];

export interface Comparison {
	/** The largest share of differing pixels in any square of 32 × 32. */
	readonly worst: number;
	/** How far the mean colour of such a square is off at most, of 255: it sees a change of shade over an area. */
	readonly shade: number;
	/** What was, what is, and what differs, one below the other. */
	readonly picture: () => Uint8Array;
}

export function comparePictures(golden: Uint8Array, taken: Uint8Array): Comparison {
	const [a, b] = [readPng(golden), readPng(taken)];
	if (a.width !== b.width || a.height !== b.height) return { worst: 1, shade: 255, picture: () => taken };
	const differing = new Set<number>();
	const counts = new Map<number, number>();
	const shades = new Map<number, number>();
	for (let y = 0; y < a.height; y += 1)
		for (let x = 0; x < a.width; x += 1) {
			const tile = Math.floor(y / TILE) * a.width + Math.floor(x / TILE);
			for (let channel = 0; channel < 3; channel += 1) {
				const at = (y * a.width + x) * 3 + channel;
				const key = tile * 3 + channel;
				shades.set(key, (shades.get(key) ?? 0) + (a.pixels[at] ?? 0) - (b.pixels[at] ?? 0));
			}
			if (isNear(a, b, x, y) && isNear(b, a, x, y)) continue;
			differing.add(y * a.width + x);
			counts.set(tile, (counts.get(tile) ?? 0) + 1);
		}
	const worst = Math.max(0, ...counts.values()) / TILE ** 2;
	const shade = Math.max(...[...shades.values()].map(Math.abs)) / TILE ** 2;
	return { worst, shade, picture: () => threeParts(a, b, differing) };
}

/** Whether the other picture has this pixel's colour there, or one pixel beside it. */
function isNear(from: Picture, other: Picture, x: number, y: number): boolean {
	const at = (y * from.width + x) * 3;
	if (isAlike(from.pixels, at, other.pixels, at)) return true;
	for (let ny = Math.max(0, y - 1); ny <= Math.min(other.height - 1, y + 1); ny += 1)
		for (let nx = Math.max(0, x - 1); nx <= Math.min(other.width - 1, x + 1); nx += 1)
			if (isAlike(from.pixels, at, other.pixels, (ny * other.width + nx) * 3)) return true;
	return false;
}

function isAlike(a: Uint8Array, at: number, b: Uint8Array, from: number): boolean {
	for (let channel = 0; channel < 3; channel += 1)
		if (Math.abs((a[at + channel] ?? 0) - (b[from + channel] ?? 0)) > CHANNEL) return false;
	return true;
}

function threeParts(a: Picture, b: Picture, differing: ReadonlySet<number>): Uint8Array {
	const marked = Uint8Array.from(b.pixels, (value) => 192 + (value >> 2));
	for (const pixel of differing) marked.set(RED, pixel * 3);
	const pixels = Buffer.concat([a.pixels, b.pixels, marked]);
	return writePng({ width: a.width, height: a.height * 3, pixels });
}
