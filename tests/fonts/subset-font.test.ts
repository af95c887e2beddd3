import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFontFace } from '../../src/fonts/font-face.js';
import { sfntOfWoff2, sfntTables } from '../../src/fonts/sfnt.js';
import { usedCharacters } from '../../src/fonts/used-characters.js';
import { readWoff2, writeWoff2 } from '../../src/fonts/woff2.js';
import { FONTS, newSubsetter } from './font-world.js';

const subsetFont = newSubsetter();
const sum = (font: Uint8Array, text: string) => {
	const face = readFontFace(font);
	const glyphs = [...text].flatMap((character) => face.glyphOf(character.codePointAt(0) ?? 0) ?? []);
	return glyphs.reduce(
		(width, glyph, at) =>
			width + face.advanceOf(glyph) + (at > 0 ? face.kerningOf(glyphs[at - 1] ?? 0, glyph) : 0),
		0,
	);
};

describe.each([...FONTS])('%s', (_, whole) => {
	test('made smaller keeps every glyph asked for, its width and its kerning', async () => {
		const face = readFontFace(whole);
		const known = Array.from({ length: 0x2200 }, (_, code) => String.fromCharCode(code)).filter(
			(character) => face.glyphOf(character.charCodeAt(0)) !== undefined,
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...known), { minLength: 2, maxLength: 40 }),
				async (characters) => {
					const smaller = await subsetFont(whole, { characters, features: ['tnum'] });
					const kept = readFontFace(smaller);
					expect(characters.filter((each) => kept.glyphOf(each.codePointAt(0) ?? 0) === undefined)).toEqual(
						[],
					);
					expect(sum(smaller, characters.join(''))).toBeCloseTo(sum(whole, characters.join('')), 6);
					expect(smaller.length).toBeLessThan(whole.length);
				},
			),
			{ numRuns: 8 },
		);
	});

	test('made smaller twice gives the same bytes, whatever the order', async () => {
		const characters = [...usedCharacters(['Ärger – “77.3%”'], 'en')];
		const [one, other] = await Promise.all([
			newSubsetter()(whole, { characters, features: ['tnum', 'lnum'] }),
			newSubsetter()(whole, { characters: characters.reverse(), features: ['lnum', 'tnum', 'tnum'] }),
		]);
		expect(Buffer.from(one).equals(other)).toBe(true);
	});

	test('comes back whole from being unpacked and packed again', async () => {
		const plain = sfntOfWoff2(whole);
		if (plain === undefined) throw new Error('This font allows subsets.');
		const packed = await writeWoff2(0x00010000, sfntTables(plain));
		const again = readWoff2(packed);
		for (const [tag, bytes] of sfntTables(plain))
			expect(Buffer.from(bytesOf(again.get(tag)?.view)).equals(bytes), tag).toBe(true);
	});
});

test('a font whose licence bits forbid subsets stays whole', async () => {
	const [whole = new Uint8Array()] = FONTS.values();
	const plain = sfntOfWoff2(whole);
	const tables = new Map(plain && sfntTables(plain));
	const os2 = Buffer.from(tables.get('OS/2') ?? []);
	os2.writeUInt16BE(0x0100, 8);
	const forbidden = await writeWoff2(0x00010000, tables.set('OS/2', os2));
	expect(await subsetFont(forbidden, { characters: ['a'], features: [] })).toBe(forbidden);
});

const bytesOf = (view: DataView | undefined) =>
	view === undefined ? new Uint8Array() : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
