// A WOFF2 file to the plain font (SFNT) that it holds, and the tables of a plain font. Refuses collections of fonts.

import { readOutlines } from './glyph-outlines.js';
import { padding, readWoff2, SFNT_ENTRY_BYTES, SFNT_HEADER_BYTES } from './woff2.js';

export function flavorOf(font: Uint8Array, at = 0): number {
	return Buffer.from(font.buffer, font.byteOffset, font.byteLength).readUInt32BE(at);
}

const COLLECTION = 0x74746366;

/** Nothing where the font says that no part of it may be embedded alone. Throws where it breaks its format's rules. */
export function sfntOfWoff2(bytes: Uint8Array): Uint8Array | undefined {
	const flavor = flavorOf(bytes, 4);
	if (flavor === COLLECTION) throw new Error('The file holds more than one font.');
	const tables = new Map<string, Uint8Array>();
	const stored = readWoff2(bytes);
	if (((stored.get('OS/2')?.view.getUint16(EMBEDDING) ?? 0) & NO_SUBSETS) !== 0) return undefined;
	for (const [tag, { view }] of stored) tables.set(tag, bytesOf(view));
	const glyf = stored.get('glyf');
	if (glyf?.transformed === true) {
		const { left, ...outlines } = readOutlines(glyf.view);
		tables.set('glyf', outlines.glyf);
		tables.set('loca', outlines.loca);
		const head = Buffer.from(tables.get('head') ?? []);
		head.writeInt16BE(LONG_LOCATIONS, LOCATION_FORMAT);
		tables.set('head', head);
		const hmtx = stored.get('hmtx');
		const hhea = stored.get('hhea');
		if (hmtx?.transformed === true && hhea !== undefined)
			tables.set('hmtx', plainMetrics(hmtx.view, hhea.view.getUint16(34), left));
	}
	return writeSfnt(flavor, tables);
}

/** https://learn.microsoft.com/typography/opentype/spec/os2#fstype */
const EMBEDDING = 8;
const NO_SUBSETS = 0x0100;
const LOCATION_FORMAT = 50;
const LONG_LOCATIONS = 1;

/** https://www.w3.org/TR/WOFF2/#hmtx_table_format: bearings that are the glyph's own left edge are left out. */
function plainMetrics(view: DataView, advances: number, left: readonly number[]): Uint8Array {
	const flags = view.getUint8(0);
	const plain = Buffer.alloc(advances * 4 + (left.length - advances) * 2);
	let at = 1 + advances * 2;
	for (const [glyph, edge] of left.entries()) {
		const isLone = glyph >= advances;
		const isOmitted = (flags & (isLone ? 2 : 1)) !== 0;
		const bearing = isOmitted ? edge : view.getInt16(at);
		if (!isOmitted) at += 2;
		if (!isLone) plain.writeUInt16BE(view.getUint16(1 + glyph * 2), glyph * 4);
		plain.writeInt16BE(bearing, isLone ? advances * 4 + (glyph - advances) * 2 : glyph * 4 + 2);
	}
	return plain;
}

/** Without checksums, which the readers of this font do not look at. */
function writeSfnt(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const head = Buffer.alloc(SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * tables.size);
	head.writeUInt32BE(flavor, 0);
	head.writeUInt16BE(tables.size, 4);
	const parts: Uint8Array[] = [head];
	let offset = head.length;
	for (const [index, [tag, bytes]] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
		const entry = SFNT_HEADER_BYTES + index * SFNT_ENTRY_BYTES;
		head.write(tag, entry, 'latin1');
		head.writeUInt32BE(offset, entry + 8);
		head.writeUInt32BE(bytes.length, entry + 12);
		parts.push(bytes, new Uint8Array(padding(bytes.length)));
		offset += bytes.length + padding(bytes.length);
	}
	return Buffer.concat(parts);
}

export function sfntTables(font: Uint8Array): ReadonlyMap<string, Uint8Array> {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const tables = new Map<string, Uint8Array>();
	for (let index = 0; index < view.getUint16(4); index++) {
		const entry = SFNT_HEADER_BYTES + index * SFNT_ENTRY_BYTES;
		const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
		const start = view.getUint32(entry + 8);
		tables.set(tag, font.subarray(start, start + view.getUint32(entry + 12)));
	}
	return tables;
}

const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
