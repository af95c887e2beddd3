// The container of a WOFF2 file: its bytes to tables, and tables to bytes. Reading leaves outlines (`glyf`) in the form
// that WOFF2 stores them in; writing stores every table as it is.

import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';

const SIGNATURE = 0x774f4632;
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
	if (view.getUint32(0) !== SIGNATURE) throw new Error('Not a WOFF2 font.');
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

/** One step more takes twice the time for half a percent. */
const BROTLI_QUALITY = 10;

/** Compresses on another thread. `flavor` is the font's own first four bytes. */
export async function writeWoff2(
	flavor: number,
	tables: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
	const directory = [...tables].flatMap(([tag, { length }]) => {
		const known = KNOWN_TAGS.indexOf(tag);
		// Version 3 of these two is the one that is not transformed.
		const version = tag === 'glyf' || tag === 'loca' ? 3 : 0;
		const name = known === -1 ? [...Buffer.from(tag, 'latin1')] : [];
		return [
			(version << 6) | (known === -1 ? NEXT_FOUR_BYTES_ARE_THE_TAG : known),
			...name,
			...base128(length),
		];
	});
	const data = Buffer.concat([...tables.values()]);
	const compressed = await compress(data);
	const body = HEADER_BYTES + directory.length + compressed.length;
	const file = Buffer.alloc(body + padding(body));
	const plainBytes = [...tables.values()].reduce((sum, { length }) => sum + length + padding(length), 0);
	file.writeUInt32BE(SIGNATURE, 0);
	file.writeUInt32BE(flavor, 4);
	file.writeUInt32BE(file.length, 8);
	file.writeUInt16BE(tables.size, 12);
	file.writeUInt32BE(SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * tables.size + plainBytes, 16);
	file.writeUInt32BE(compressed.length, 20);
	file.set(directory, HEADER_BYTES);
	file.set(compressed, HEADER_BYTES + directory.length);
	return file;
}

export const SFNT_HEADER_BYTES = 12;
export const SFNT_ENTRY_BYTES = 16;

/** To a multiple of four. */
export const padding = (length: number): number => (4 - (length % 4)) % 4;

function base128(value: number): number[] {
	const bytes = [value & 0x7f];
	for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
	return bytes;
}

function compress(data: Uint8Array): Promise<Uint8Array> {
	const params = {
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
		[constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
		[constants.BROTLI_PARAM_SIZE_HINT]: data.length,
	};
	return new Promise((resolve, reject) =>
		brotliCompress(data, { params }, (error, bytes) => (error ? reject(error) : resolve(bytes))),
	);
}
