// The theme's own font files to the width of a line of text, as a browser would draw it. Bytes come in; nothing is loaded.

import type { FontFace } from '../fonts/font-face.js';
import { readFontFace } from '../fonts/font-face.js';
import type { LoadedFont } from '../model/theme.js';

export interface TextStyle {
	/** One family or a CSS list of them; the first that was loaded is used. */
	readonly family: string;
	readonly weight: number;
	readonly sizePx: number;
}

export interface TextMetrics {
	/** Advance width in pixels with kerning. Characters that the font lacks count as one em if they are wide, else as 0.6 em. */
	readonly widthPx: (text: string, style: TextStyle) => number;
	/** Height of capitals and figures in pixels: half of it below a mark's centre is the baseline of its label. */
	readonly capHeightPx: (style: TextStyle) => number;
	/** Characters that no loaded face of the family has, each once, in the order of their first appearance. */
	readonly missingGlyphs: (text: string, family: string) => readonly string[];
}

const FALLBACK_CAP_HEIGHT = 0.72;
const FALLBACK_ADVANCE = 0.6;
/** East Asian scripts and pictographs. */
const WIDE =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Extended_Pictographic}]/u;
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const ZERO_WIDTH = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;

/** A family's nearest loaded weight stands in for one that was not loaded; fonts are read on first use. */
export function createTextMetrics(fonts: readonly LoadedFont[]): TextMetrics {
	const faces = new Map<LoadedFont, FontFace>();
	const chosen = new Map<string, readonly FontFace[]>();
	const widths = new Map<string, Map<number, Map<string, number>>>();

	const faceOf = (font: LoadedFont): FontFace => {
		const face = faces.get(font) ?? readFontFace(font.bytes);
		faces.set(font, face);
		return face;
	};

	const facesOf = ({ family, weight }: TextStyle): readonly FontFace[] => {
		const key = `${weight} ${family}`;
		const known = chosen.get(key) ?? chooseFonts(fonts, family, weight).map(faceOf);
		chosen.set(key, known);
		return known;
	};

	const hasGlyph = (font: LoadedFont, character: string): boolean =>
		faceOf(font).glyphOf(character.codePointAt(0) ?? 0) !== undefined;

	return {
		// Asked for every word of every slide at every size that it is tried in, so no key is made for an answer.
		widthPx: (text, style) => {
			const ofFamily = within(widths, style.family, () => new Map<number, Map<string, number>>());
			const ofStyle = within(ofFamily, style.weight, () => new Map<string, number>());
			return within(ofStyle, text, () => widthEm(text, facesOf(style))) * style.sizePx;
		},
		missingGlyphs(text, family) {
			const own = fonts.filter((font) => font.family.toLowerCase() === family.toLowerCase());
			return [...new Set(text)].filter(
				(character) => !INVISIBLE.test(character) && !own.some((font) => hasGlyph(font, character)),
			);
		},
		capHeightPx: (style) => (facesOf(style)[0]?.capHeight || FALLBACK_CAP_HEIGHT) * style.sizePx,
	};
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const value = make();
	map.set(key, value);
	return value;
}

/** The family's faces of the weight that is nearest; beside the first stand those of other scripts. */
function chooseFonts(fonts: readonly LoadedFont[], families: string, weight: number): readonly LoadedFont[] {
	for (const name of families.split(',')) {
		const family = name
			.trim()
			.replace(/^(['"])(.*)\1$/, '$2')
			.toLowerCase();
		const own = fonts
			.filter((font) => font.family.toLowerCase() === family && font.style === 'normal')
			.sort((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight) || a.weight - b.weight);
		if (own.length > 0) return own.filter((font) => font.weight === own[0]?.weight);
	}
	return [];
}

function widthEm(text: string, [face, ...others]: readonly FontFace[]): number {
	let width = 0;
	let previous: number | undefined;
	for (const character of text) {
		const glyph = face?.glyphOf(character.codePointAt(0) ?? 0);
		if (face && glyph !== undefined) {
			width += face.advanceOf(glyph) + (previous === undefined ? 0 : face.kerningOf(previous, glyph));
		} else if (!ZERO_WIDTH.test(character)) {
			width += advanceIn(others, character) ?? (WIDE.test(character) ? 1 : FALLBACK_ADVANCE);
		}
		previous = glyph;
	}
	return width;
}

function advanceIn(faces: readonly FontFace[], character: string): number | undefined {
	for (const face of faces) {
		const glyph = face.glyphOf(character.codePointAt(0) ?? 0);
		if (glyph !== undefined) return face.advanceOf(glyph);
	}
	return undefined;
}
