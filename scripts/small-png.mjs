// PNGs in and out, of at most 256 colours when written, which is about a third of the size. For pictures of slides, in
// the documentation and in tests: they have few colours, and what is lost is shades at the edges of letters.

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const MOST_COLORS = 256;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** A PNG of at most 256 colours, from an 8-bit PNG as browsers make them. */
export const smallPng = (bytes) => writePng(readPng(bytes));

/** `pixels` has red, green and blue of each. Reads what browsers and `writePng` write: 8 bits, not interlaced. */
export function readPng(bytes) {
	const png = Buffer.from(bytes);
	let width = 0;
	let height = 0;
	let channels = 0;
	let colors;
	const data = [];
	for (let at = SIGNATURE.length; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		const body = png.subarray(at + 8, at + 8 + length);
		if (type === 'IHDR') {
			width = body.readUInt32BE(0);
			height = body.readUInt32BE(4);
			channels = { 2: 3, 3: 1, 6: 4 }[body[9]] ?? 0;
			if (body[8] !== 8 || channels === 0 || body[12] !== 0)
				throw new Error('This kind of PNG is not expected.');
		}
		if (type === 'PLTE') colors = body;
		if (type === 'IDAT') data.push(body);
		at += length + 12;
	}
	const raw = unfilter(inflateSync(Buffer.concat(data)), width, height, channels);
	const pixels = Buffer.alloc(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel += 1) {
		const from = colors === undefined ? pixel * channels : raw[pixel] * 3;
		(colors ?? raw).copy(pixels, pixel * 3, from, from + 3);
	}
	return { width, height, pixels };
}

/** Where there are more than 256 colours, the rarer ones become the nearest of those that stay. */
export const writePng = ({ width, height, pixels }) => encode(width, height, reduce(pixels));

function unfilter(raw, width, height, channels) {
	const stride = width * channels;
	const out = Buffer.alloc(stride * height);
	for (let y = 0; y < height; y += 1) {
		const filter = raw[y * (stride + 1)];
		for (let x = 0; x < stride; x += 1) {
			const at = y * stride + x;
			const left = x >= channels ? out[at - channels] : 0;
			const up = y > 0 ? out[at - stride] : 0;
			const corner = x >= channels && y > 0 ? out[at - stride - channels] : 0;
			out[at] = raw[y * (stride + 1) + 1 + x] + guess(filter, left, up, corner);
		}
	}
	return out;
}

function guess(filter, left, up, corner) {
	if (filter < 3) return [0, left, up][filter];
	if (filter === 3) return (left + up) >> 1;
	const a = Math.abs(up - corner);
	const b = Math.abs(left - corner);
	const c = Math.abs(left + up - 2 * corner);
	return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Keeps a colour of each of the commonest ranges; every other one is shown as the nearest of those. By ranges, so that the
 * many shades at the edges of black letters do not push out a colour that is rare and means something. */
function reduce(pixels) {
	const colors = new Uint32Array(pixels.length / 3);
	const counts = new Map();
	for (let pixel = 0; pixel < colors.length; pixel += 1) {
		const at = pixel * 3;
		const color = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
		colors[pixel] = color;
		counts.set(color, (counts.get(color) ?? 0) + 1);
	}
	const ordered = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
	const palette = counts.size <= MOST_COLORS ? ordered : commonestOfRanges(ordered, counts);
	const places = new Map(palette.map((color, index) => [color, index]));
	for (const color of counts.keys()) if (!places.has(color)) places.set(color, nearest(color, palette));
	return { indices: Buffer.from(Uint8Array.from(colors, (color) => places.get(color))), palette };
}

/** Sixteen ranges a channel. */
function commonestOfRanges(ordered, counts) {
	const ranges = new Map();
	for (const color of ordered) {
		const key = color & 0xf0f0f0;
		const range = ranges.get(key) ?? { color, count: 0 };
		range.count += counts.get(color);
		ranges.set(key, range);
	}
	const first = [...ranges.values()].sort((a, b) => b.count - a.count).map(({ color }) => color);
	return [...new Set([...first.slice(0, MOST_COLORS), ...ordered])].slice(0, MOST_COLORS);
}

function nearest(color, palette) {
	let best = 0;
	let least = Number.POSITIVE_INFINITY;
	for (const [index, other] of palette.entries()) {
		const distance =
			((color >> 16) - (other >> 16)) ** 2 +
			(((color >> 8) & 0xff) - ((other >> 8) & 0xff)) ** 2 +
			((color & 0xff) - (other & 0xff)) ** 2;
		if (distance < least) [best, least] = [index, distance];
	}
	return best;
}

function encode(width, height, { indices, palette }) {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y += 1) indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
	const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 0xff, color & 0xff]));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', colors),
		chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type, body) {
	const content = Buffer.concat([Buffer.from(type, 'latin1'), body]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(body.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(content));
	return Buffer.concat([length, content, check]);
}
