import { describe, expect, test } from 'vitest';
import { createTextMetrics } from '../../src/charts/text-metrics.js';
import { engineering, executive, loadFonts } from './chart-world.js';

describe('text metrics', () => {
	const metrics = createTextMetrics([...loadFonts(executive), ...loadFonts(engineering)]);
	const widthPx = (text: string, family = 'Inter', weight = 400) =>
		metrics.widthPx(text, { family, weight, sizePx: 19 });

	// Widths that Chromium's getComputedTextLength gave for the same font files at 19 px.
	test.each([
		['Source Serif 4', 600, 'AVATAR To Wave', 151.53],
		['Inter', 400, 'SWE-bench Verified', 181.95],
		['Inter', 400, '75.1 Latest AI', 116.56],
		['Inter', 400, '65.4–69.9', 90],
		['Inter', 400, 'AVATAR To Wave', 153.5],
		['Inter', 400, 'Trusted Access for Cyber', 229.88],
		['Inter', 400, '1,000,000', 89.16],
		['Inter', 600, 'SWE-bench Verified', 186.45],
		['Inter', 600, '75.1 Latest AI', 119.56],
		['Inter', 600, '65.4–69.9', 93.33],
		['Inter', 600, 'AVATAR To Wave', 157.22],
		['Inter', 600, 'Trusted Access for Cyber', 234.83],
		['Inter', 600, '1,000,000', 93.78],
		['IBM Plex Sans', 400, 'SWE-bench Verified', 169.14],
		['IBM Plex Sans', 400, '75.1 Latest AI', 120.58],
		['IBM Plex Sans', 400, '65.4–69.9', 89.92],
		['IBM Plex Sans', 400, 'AVATAR To Wave', 142.72],
		['IBM Plex Sans', 400, 'Trusted Access for Cyber', 211.69],
		['IBM Plex Sans', 400, '1,000,000', 90.14],
		['IBM Plex Sans', 600, 'SWE-bench Verified', 175.64],
		['IBM Plex Sans', 600, '75.1 Latest AI', 124.23],
		['IBM Plex Sans', 600, '65.4–69.9', 90.94],
		['IBM Plex Sans', 600, 'AVATAR To Wave', 147.58],
		['IBM Plex Sans', 600, 'Trusted Access for Cyber', 218.48],
		['IBM Plex Sans', 600, '1,000,000', 91.17],
		['IBM Plex Mono', 400, 'SWE-bench Verified', 205.2],
		['IBM Plex Mono', 400, '75.1 Latest AI', 159.61],
		['IBM Plex Mono', 400, '65.4–69.9', 102.61],
		['IBM Plex Mono', 400, 'AVATAR To Wave', 159.61],
		['IBM Plex Mono', 400, 'Trusted Access for Cyber', 273.61],
		['IBM Plex Mono', 400, '1,000,000', 102.61],
		['IBM Plex Mono', 600, 'SWE-bench Verified', 205.2],
		['IBM Plex Mono', 600, '75.1 Latest AI', 159.61],
		['IBM Plex Mono', 600, '65.4–69.9', 102.61],
		['IBM Plex Mono', 600, 'AVATAR To Wave', 159.61],
		['IBM Plex Mono', 600, 'Trusted Access for Cyber', 273.61],
		['IBM Plex Mono', 600, '1,000,000', 102.61],
	])('measure %s %i “%s” as the browser does', (family, weight, text, width) => {
		expect(Math.abs(widthPx(text, family, weight) - width)).toBeLessThan(0.5);
	});

	test('take the first family of a list that was loaded, quoted or not', () => {
		expect(widthPx('64.7', "'IBM Plex Mono', monospace")).toBe(widthPx('64.7', 'IBM Plex Mono'));
		expect(widthPx('64.7', 'Unknown, Inter')).toBe(widthPx('64.7', 'Inter'));
	});

	test('take the nearest weight for one that was not loaded', () => {
		expect(widthPx('64.7', 'Inter', 900)).toBe(widthPx('64.7', 'Inter', 700));
	});

	test.each([
		['a pictograph', '🎉', 19],
		['an ideograph', '例', 19],
		['a letter of another script', 'τ', 11.4],
		['a mark that joins its letter', '\u0327', 0],
	])('count %s that the font lacks by a rule of thumb', (_, text, width) => {
		expect(widthPx(text)).toBeCloseTo(width, 5);
	});

	test('know the height of figures, so that labels can stand on the middle of their marks', () => {
		expect(metrics.capHeightPx({ family: 'Inter', weight: 400, sizePx: 100 })).toBeCloseTo(72.75, 1);
	});

	test('refuse bytes that are not a font', () => {
		const [font] = loadFonts(executive);
		if (!font) throw new Error('The theme has no font.');
		const broken = createTextMetrics([{ ...font, bytes: new Uint8Array(64) }]);
		expect(() => broken.widthPx('a', { family: font.family, weight: 600, sizePx: 10 })).toThrow(
			'Not a WOFF2 font.',
		);
	});
});
