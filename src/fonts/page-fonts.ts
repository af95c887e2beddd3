// The fonts of a page, with the glyphs that it can come to show and no others.

import type { LoadedFont } from '../model/theme.js';
import type { SubsetFont } from './subset-font.js';
import { usedCharacters, usedFeatures } from './used-characters.js';

/** Starts on the texts that are known early, so that compressing goes on while the charts are drawn. */
export function startPageFonts(
	fonts: readonly LoadedFont[],
	early: readonly string[],
	language: string,
	subsetFont: SubsetFont,
): (texts: readonly string[]) => Promise<readonly LoadedFont[]> {
	const expected = [...early, EXPECTED];
	const characters = usedCharacters(expected, language);
	const features = expected.flatMap(usedFeatures);
	const starting = cutAll(fonts, subsetFont, { characters, features });
	return (texts) => {
		const used = usedCharacters(texts, language);
		const wanted = texts.flatMap(usedFeatures);
		const isEnough =
			[...used].every((character) => characters.has(character)) &&
			wanted.every((feature) => features.includes(feature));
		if (isEnough) return starting;
		return cutAll(fonts, subsetFont, {
			characters: new Set([...characters, ...used]),
			features: [...features, ...wanted],
		});
	};
}

/** What charts, formats and source lines add to the words of a deck. */
const EXPECTED = '†−–—×±≈≤≥→·’“”';

function cutAll(
	fonts: readonly LoadedFont[],
	subsetFont: SubsetFont,
	subset: Parameters<SubsetFont>[1],
): Promise<readonly LoadedFont[]> {
	return Promise.all(fonts.map(async (font) => ({ ...font, bytes: await subsetFont(font.bytes, subset) })));
}
