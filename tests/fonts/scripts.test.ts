import { expect, test } from 'vitest';
import { byScript } from '../../src/fonts/scripts.js';

test.each([
	['ن', 'Arabic (ن)'],
	['אבגדה', 'Hebrew (א ב ג ד ה)'],
	['אבגדהו', 'Hebrew (א ב ג ד and 2 more)'],
	['港ベ线', 'Chinese characters (港 线), Japanese kana (ベ)'],
	['Яж한국', 'Cyrillic (Я ж), Korean (한 국)'],
	['∑∞½', 'symbols (∑ ∞ ½)'],
	['🚀', 'emoji (🚀)'],
	['e\u0302', 'Latin (e), combining marks (◌̂)'],
	['ꦏ', 'other letters (ꦏ)'],
])('%s', (characters, expected) => {
	expect(byScript([...characters])).toBe(expected);
});
