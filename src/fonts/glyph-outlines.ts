// The outlines of a WOFF2 file, which it stores as seven streams, to the tables `glyf` and `loca` of the font. The
// numbers are those of https://www.w3.org/TR/WOFF2/#glyf_table_format

import { encodeOutline, type Point } from './encode-outline.js';

const HAS_BOX_BYTES = 8;
const OVERLAPS = 1;

/** Words of a composite glyph. */
const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

export interface Outlines {
	readonly glyf: Uint8Array;
	/** In its long form. */
	readonly loca: Uint8Array;
	/** Left edge of each glyph, for `hmtx`. */
	readonly left: readonly number[];
}

export function readOutlines(table: DataView): Outlines {
	const count = table.getUint16(4);
	let at = 8 + 7 * 4;
	const [contours, pointCounts, flags, glyphs, composites, boxes, instructions] = Array.from(
		{ length: 7 },
		(_, index) => {
			const length = table.getUint32(8 + index * 4);
			const stream = new Stream(table, at);
			at += length;
			return stream;
		},
	) as [Stream, Stream, Stream, Stream, Stream, Stream, Stream];
	const overlaps =
		(table.getUint16(2) & OVERLAPS) === 0 ? undefined : new Stream(table, at).bytes((count + 7) >> 3);
	const hasBox = boxes.bytes(((count + 31) >> 5) << 2);
	const isSet = (bits: Uint8Array | undefined, glyph: number) =>
		((bits?.[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;

	const parts: Uint8Array[] = [];
	const left: number[] = [];
	const loca = Buffer.alloc((count + 1) * 4);
	let offset = 0;
	for (let glyph = 0; glyph < count; glyph++) {
		const amount = contours.int16();
		const box = isSet(hasBox, glyph) ? boxes.bytes(HAS_BOX_BYTES) : undefined;
		const outline =
			amount === 0
				? new Uint8Array()
				: amount < 0
					? compositeGlyph(composites, glyphs, instructions, box)
					: simpleGlyph(amount, { pointCounts, flags, glyphs, instructions }, box, isSet(overlaps, glyph));
		left.push(outline.length === 0 ? 0 : new DataView(outline.buffer, outline.byteOffset).getInt16(2));
		parts.push(outline, new Uint8Array(outline.length % 2));
		offset += outline.length + (outline.length % 2);
		loca.writeUInt32BE(offset, (glyph + 1) * 4);
	}
	return { glyf: Buffer.concat(parts), loca, left };
}

function simpleGlyph(
	contours: number,
	streams: Readonly<Record<'pointCounts' | 'flags' | 'glyphs' | 'instructions', Stream>>,
	box: Uint8Array | undefined,
	overlaps: boolean,
): Uint8Array {
	const ends: number[] = [];
	let total = 0;
	for (let contour = 0; contour < contours; contour++) {
		total += streams.pointCounts.short255();
		ends.push(total - 1);
	}
	const points = Array.from({ length: total }, () => readPoint(streams.flags.uint8(), streams.glyphs));
	const hints = streams.instructions.bytes(streams.glyphs.short255());
	return encodeOutline({ ends, points, hints, overlaps }, box);
}

function compositeGlyph(
	composites: Stream,
	glyphs: Stream,
	instructions: Stream,
	box: Uint8Array | undefined,
): Uint8Array {
	const start = composites.at;
	let hasInstructions = false;
	for (let flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0; ) {
		flags = composites.uint16();
		hasInstructions ||= (flags & HAS_INSTRUCTIONS) !== 0;
		const scale = flags & HAS_SCALE ? 2 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_MATRIX ? 8 : 0;
		composites.bytes(2 + (flags & ARGS_ARE_WORDS ? 4 : 2) + scale);
	}
	const parts = composites.since(start);
	const head = Buffer.alloc(2 + HAS_BOX_BYTES);
	head.writeInt16BE(-1, 0);
	head.set(box ?? [], 2);
	if (!hasInstructions) return Buffer.concat([head, parts]);
	const length = Buffer.alloc(2);
	const hints = instructions.bytes(glyphs.short255());
	length.writeUInt16BE(hints.length, 0);
	return Buffer.concat([head, parts, length, hints]);
}

/** https://www.w3.org/TR/WOFF2/#triplet_decoding */
function readPoint(flag: number, stream: Stream): Point {
	const isOnCurve = flag < 0x80;
	const kind = flag & 0x7f;
	const byte = () => stream.uint8();
	const signed = (sign: number, value: number) => ((sign & 1) === 1 ? value : -value);
	if (kind < 10) return { dx: 0, dy: signed(kind, ((kind & 14) << 7) + byte()), isOnCurve };
	if (kind < 20) return { dx: signed(kind, (((kind - 10) & 14) << 7) + byte()), dy: 0, isOnCurve };
	if (kind < 84) {
		const [base, nibbles] = [kind - 20, byte()];
		const dx = signed(kind, 1 + (base & 0x30) + (nibbles >> 4));
		return { dx, dy: signed(kind >> 1, 1 + ((base & 0x0c) << 2) + (nibbles & 0x0f)), isOnCurve };
	}
	if (kind < 120) {
		const base = kind - 84;
		const dx = signed(kind, 1 + (Math.floor(base / 12) << 8) + byte());
		return { dx, dy: signed(kind >> 1, 1 + (((base % 12) >> 2) << 8) + byte()), isOnCurve };
	}
	if (kind < 124) {
		const [first, second, third] = [byte(), byte(), byte()];
		const dx = signed(kind, (first << 4) + (second >> 4));
		return { dx, dy: signed(kind >> 1, ((second & 0x0f) << 8) + third), isOnCurve };
	}
	const dx = signed(kind, (byte() << 8) + byte());
	return { dx, dy: signed(kind >> 1, (byte() << 8) + byte()), isOnCurve };
}

/** One of the streams, read from front to back. */
class Stream {
	constructor(
		private readonly view: DataView,
		public at: number,
	) {}
	uint8(): number {
		return this.view.getUint8(this.at++);
	}
	uint16(): number {
		this.at += 2;
		return this.view.getUint16(this.at - 2);
	}
	int16(): number {
		this.at += 2;
		return this.view.getInt16(this.at - 2);
	}
	/** https://www.w3.org/TR/WOFF2/#255UInt16 */
	short255(): number {
		const first = this.uint8();
		if (first === 253) return this.uint16();
		if (first === 255) return this.uint8() + 253;
		if (first === 254) return this.uint8() + 506;
		return first;
	}
	bytes(length: number): Uint8Array {
		this.at += length;
		return this.since(this.at - length);
	}
	since(start: number): Uint8Array {
		return new Uint8Array(this.view.buffer, this.view.byteOffset + start, this.at - start);
	}
}
