// A font file of the user's own to WOFF2, which is what a page embeds. TrueType and OpenType files are packed; what cannot
// be read is refused with the reason, before anything is measured with it.

import { readFontFace } from './font-face.js';
import { flavorOf, sfntTables } from './sfnt.js';
import { writeWoff2 } from './woff2.js';

const WOFF2 = 0x774f4632;
const WOFF = 0x774f4646;
const COLLECTION = 0x74746366;
/** TrueType, TrueType as Apple marks it, and OpenType with PostScript outlines. */
const PLAIN = [0x00010000, 0x74727565, 0x4f54544f];
/** Of its header and the least that a font has to have. */
const LEAST_BYTES = 100;

export type OwnFont = { readonly woff2: Uint8Array } | { readonly refused: string };

export async function ownFont(bytes: Uint8Array): Promise<OwnFont> {
	if (bytes.length < LEAST_BYTES) return { refused: 'it is too short for a font' };
	const flavor = flavorOf(bytes);
	if (flavor === COLLECTION) return { refused: 'it holds more than one font; save the one face as .ttf' };
	if (flavor === WOFF) return { refused: 'it is a WOFF font of version 1; use .woff2, .ttf or .otf' };
	if (flavor !== WOFF2 && !PLAIN.includes(flavor))
		return { refused: 'it is not a WOFF2, TrueType or OpenType font, whatever its name says' };
	try {
		const woff2 = flavor === WOFF2 ? bytes : await writeWoff2(flavor, sfntTables(bytes));
		readFontFace(woff2);
		return { woff2 };
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return { refused: `it is damaged (${error.message.replace(/\.$/, '')})` };
	}
}
