// The bytes of a WOFF2 file to its tables. Reads the container only: outlines (`glyf`) stay transformed, other tables are as in the font.

import { brotliDecompressSync } from 'node:zlib';

const HEADER_BYTES = 48;
const NEXT_FOUR_BYTES_ARE_THE_TAG = 63;

// https://www.w3.org/TR/WOFF2/#table_dir_format
const KNOWN_TAGS = (
	'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern ' +
	'LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat ' +
	'bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
)
	.split(' ')
	.map((tag) => tag.replace('_', ' '));

export interface FontTable {
	readonly view: DataView;
	/** True when the table is stored in WOFF2's own form and not as in the font. */
	readonly transformed: boolean;
}

/** Throws when the bytes are not WOFF2: a font comes from a package, so that is a broken install and not a user's mistake. */
export function readWoff2(bytes: Uint8Array): ReadonlyMap<string, FontTable> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.getUint32(0) !== 0x774f4632) throw new Error('Not a WOFF2 font.');
	const entries: { tag: string; transformed: boolean; length: number }[] = [];
	let at = HEADER_BYTES;
	const readBase128 = (): number => {
		let value = 0;
		for (;;) {
			const byte = view.getUint8(at++);
			value = value * 128 + (byte & 0x7f);
			if (byte < 0x80) return value;
		}
	};
	for (let table = 0; table < view.getUint16(12); table++) {
		const flags = view.getUint8(at++);
		let tag = KNOWN_TAGS[flags & 0x3f] ?? '';
		if ((flags & 0x3f) === NEXT_FOUR_BYTES_ARE_THE_TAG) {
			tag = String.fromCharCode(...bytes.subarray(at, at + 4));
			at += 4;
		}
		const version = flags >> 6;
		const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
		const plainLength = readBase128();
		entries.push({ tag, transformed, length: transformed ? readBase128() : plainLength });
	}
	const data = brotliDecompressSync(bytes.subarray(at, at + view.getUint32(20)));
	const tables = new Map<string, FontTable>();
	let offset = data.byteOffset;
	for (const { tag, transformed, length } of entries) {
		tables.set(tag, { view: new DataView(data.buffer, offset, length), transformed });
		offset += length;
	}
	return tables;
}
