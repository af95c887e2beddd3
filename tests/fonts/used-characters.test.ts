import { describe, expect, test } from 'vitest';
import { usedCharacters, usedFeatures } from '../../src/fonts/used-characters.js';

describe('what a text can come to show', () => {
	test.each([
		['words', 'naïve', ['ï', 'Ï']],
		['words in capitals by style', 'straße', ['S', 'ß']],
		['capitals of the language', 'dizi', ['İ']],
		['generated content in CSS', 'li::before { content: "\\2022 " }', ['•']],
		['a reference in HTML', '<p>a&#8211;b &#x2020;</p>', ['–', '†']],
		['an escape in a script', 'button.textContent = "\\u2192 \\u{1f600}"', ['→', '😀']],
		['letters put together by shaping', 'e\u0301', ['é']],
		['letters taken apart by shaping', 'é', ['e', '\u0301']],
		['what players write by themselves', '', ['0', '9', ':', '…', '\u00a0']],
	])('%s', (_, text, expected) => {
		const used = usedCharacters([text], 'tr');
		expect(expected.filter((character) => !used.has(character))).toEqual([]);
	});

	test('leaves out what no text has', () => {
		expect(usedCharacters(['plain'], 'en').has('Ж')).toBe(false);
	});

	test('takes a language that does not exist', () => {
		expect(usedCharacters(['ä'], '!').has('Ä')).toBe(true);
	});
});

test.each([
	['font-variant-numeric: tabular-nums', ['tnum']],
	['font-variant:small-caps slashed-zero}', ['smcp', 'zero']],
	['font-feature-settings: "ss01", \'cv11\' 1; color: red', ['ss01', 'cv11']],
	['font-weight: 600', []],
])('the features that %s asks for', (css, features) => {
	expect(usedFeatures(css)).toEqual(features);
});
