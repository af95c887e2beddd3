// The tables of one font to what a line of text needs: advance widths, pair kerning and cap height, in units of the em.

import { readKerning } from './font-kerning.js';
import type { FontTable } from './woff2.js';
import { readWoff2 } from './woff2.js';

export interface FontFace {
	/** Height of a capital letter or a figure, as a share of the font size. */
	readonly capHeight: number;
	/** Undefined when the font has no glyph for the character. */
	readonly glyphOf: (codePoint: number) => number | undefined;
	/** Share of the font size. */
	readonly advanceOf: (glyph: number) => number;
	/** Added to the advance of `left` when `right` follows; 0 for most pairs. */
	readonly kerningOf: (left: number, right: number) => number;
}

export function readFontFace(bytes: Uint8Array): FontFace {
	const tables = readWoff2(bytes);
	const table = (tag: string): FontTable => {
		const found = tables.get(tag);
		if (!found) throw new Error(`The font has no ${tag} table.`);
		return found;
	};
	const unitsPerEm = table('head').view.getUint16(18);
	const advances = readAdvances(table('hmtx'), table('hhea').view.getUint16(34));
	const glyphs = readCharacterMap(table('cmap').view);
	const positioning = tables.get('GPOS');
	const kerning = positioning ? readKerning(positioning.view) : () => 0;
	return {
		capHeight: readCapHeight(table('OS/2').view) / unitsPerEm,
		glyphOf: (codePoint) => glyphs.get(codePoint),
		advanceOf: (glyph) => (advances[Math.min(glyph, advances.length - 1)] ?? 0) / unitsPerEm,
		kerningOf: (left, right) => kerning(left, right) / unitsPerEm,
	};
}

/** The last advance stands for every glyph after it. */
function readAdvances({ view, transformed }: FontTable, count: number): number[] {
	return Array.from({ length: count }, (_, index) =>
		// The transformed form is one byte of flags and then the advances without their side bearings.
		transformed ? view.getUint16(1 + index * 2) : view.getUint16(index * 4),
	);
}

function readCapHeight(view: DataView): number {
	return view.getUint16(0) >= 2 ? view.getInt16(88) : 0;
}

function readCharacterMap(view: DataView): Map<number, number> {
	const glyphs = new Map<number, number>();
	for (let index = 0; index < view.getUint16(2); index++) {
		const start = view.getUint32(4 + index * 8 + 4);
		const format = view.getUint16(start);
		if (format === 4) readSegments(view, start, glyphs);
		if (format === 12) readGroups(view, start, glyphs);
	}
	return glyphs;
}

function readSegments(view: DataView, start: number, glyphs: Map<number, number>): void {
	const bytes = view.getUint16(start + 6);
	for (let at = 0; at < bytes; at += 2) {
		const last = view.getUint16(start + 14 + at);
		const first = view.getUint16(start + 16 + bytes + at);
		const delta = view.getUint16(start + 16 + bytes * 2 + at);
		const rangeAt = start + 16 + bytes * 3 + at;
		const range = view.getUint16(rangeAt);
		for (let code = first; code <= last && code !== 0xffff; code++) {
			const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2);
			const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
			if (glyph !== 0) glyphs.set(code, glyph);
		}
	}
}

function readGroups(view: DataView, start: number, glyphs: Map<number, number>): void {
	for (let group = 0; group < view.getUint32(start + 12); group++) {
		const at = start + 16 + group * 12;
		const first = view.getUint32(at);
		for (let code = first; code <= view.getUint32(at + 4); code++) {
			glyphs.set(code, view.getUint32(at + 8) + code - first);
		}
	}
}
