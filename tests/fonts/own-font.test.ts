import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFontFace } from '../../src/fonts/font-face.js';
import { ownFont } from '../../src/fonts/own-font.js';
import { sfntOfWoff2 } from '../../src/fonts/sfnt.js';

const WOFF2 = readFileSync('node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2');
const PLAIN = sfntOfWoff2(WOFF2) ?? new Uint8Array();

test('a WOFF2 file is taken as it is', async () => {
	expect(await ownFont(WOFF2)).toEqual({ woff2: WOFF2 });
});

test('a TrueType file becomes WOFF2 with the same widths', async () => {
	const own = await ownFont(PLAIN);
	if ('refused' in own) throw new Error(own.refused);
	expect(own.woff2.length).toBeLessThan(PLAIN.length);
	const [before, after] = [readFontFace(WOFF2), readFontFace(own.woff2)];
	for (const character of 'Hamburgefonstiv 0123') {
		const code = character.codePointAt(0) ?? 0;
		expect(after.advanceOf(after.glyphOf(code) ?? -1)).toBe(before.advanceOf(before.glyphOf(code) ?? -2));
	}
});

describe('is refused with the reason', () => {
	const marked = (signature: string) => Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.alloc(200)]);
	test.each([
		['an empty file', new Uint8Array(), 'too short'],
		['something else', marked('<!DOCTYPE html>'), 'not a WOFF2, TrueType or OpenType font'],
		['a collection', marked('ttcf'), 'more than one font'],
		['WOFF of version 1', marked('wOFF'), 'version 1'],
		['a signature and nothing behind it', marked('wOF2'), 'damaged'],
		['a font without tables', marked('\0\x01\0\0'), 'damaged'],
	])('%s', async (_, bytes, reason) => {
		expect(await ownFont(bytes)).toEqual({ refused: expect.stringContaining(reason) });
	});

	test('whatever is cut off a font, nothing is thrown', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(WOFF2, PLAIN),
				fc.double({ min: 0, max: 0.9, noNaN: true }),
				async (font, share) => {
					const own = await ownFont(font.subarray(0, Math.floor(font.length * share)));
					expect(Object.keys(own)).toHaveLength(1);
				},
			),
			{ numRuns: 12 },
		);
	});
});
