// The promise "it looks designed, on every theme": what eyes need, held for every bundled theme in every mode.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { vegaConfig } from '../../src/charts/vega-config.js';
import { SLIDE_SIZES, THEME_MODES } from '../../src/model/theme.js';
import {
	APART,
	checkTheme,
	LEAST_DIFFERENCE,
	LEAST_MARK_CONTRAST,
	LEAST_TEXT_CONTRAST,
	MARKS,
	TEXT_PAIRS,
} from '../../src/theme/check-theme.js';
import { contrast, difference, VISIONS } from '../../src/theme/color-science.js';
import { themeCss } from '../../src/theme/theme-css.js';
import { BASE_CSS, chainOf, THEMES, themeFile, tokensOf } from './theme-world.js';

const LOOKS = THEMES.flatMap((theme) => THEME_MODES.map((mode) => [theme, mode] as const));

describe.each(LOOKS)('%s, %s', (name, mode) => {
	const { color, ...tokens } = tokensOf(name, { mode });

	test.each(TEXT_PAIRS)('%s on %s can be read', (front, back) => {
		const least = mode === 'contrast' && back !== 'accent' ? 7 : LEAST_TEXT_CONTRAST;
		expect(contrast(color[front], color[back])).toBeGreaterThanOrEqual(least);
	});

	test.each(MARKS)('a mark in %s can be seen', (mark) => {
		expect(contrast(color[mark], color.background)).toBeGreaterThanOrEqual(LEAST_MARK_CONTRAST);
	});

	test.each(APART)('%s and %s are told apart with every kind of vision', (first, second) => {
		for (const vision of VISIONS)
			expect(difference(color[first], color[second], vision)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
	});

	test('the check that users get agrees', () => {
		expect(checkTheme({ color, ...tokens }, { file: '', line: 1, column: 1 })).toEqual([]);
	});
});

describe.each(THEMES)('%s', (name) => {
	test.each(SLIDE_SIZES)('%s: text is at least 14 px, and in charts of airy decks nearly 18', (size) => {
		for (const density of ['airy', 'dense'] as const) {
			const tokens = tokensOf(name, { size, density });
			const { fact, headline, ...texts } = tokens.size;
			expect(Math.min(...Object.values(texts))).toBeGreaterThanOrEqual(14);
			expect(headline).toBeGreaterThan(tokens.size.text);
			expect(fact).toBeGreaterThanOrEqual(20);
		}
	});

	test('every primitive is used', () => {
		const layers = chainOf(themeFile(name)).flatMap((file) => [
			file.tokens,
			...Object.values(file.modes),
			...Object.values(file.sizes),
		]);
		const values = layers.flatMap((layer) => [...layer.values()].map(({ value }) => JSON.stringify(value)));
		const primitives = [...themeFile(name).tokens.keys()].filter((path) => path.startsWith('palette.'));
		expect(primitives.filter((path) => !values.some((value) => value.includes(`{${path}}`)))).toEqual([]);
	});
});

test('an audience that extends another is a file of under 40 lines', () => {
	const lines = readFileSync('themes/policy.yaml', 'utf8').trimEnd().split('\n').length;
	expect(lines).toBeLessThan(40);
});

describe('base.css', () => {
	const css = themeCss(tokensOf('executive'), BASE_CSS);
	const defined = new Set([...css.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name ?? ''));
	const used = new Set([...css.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name ?? ''));

	test('reads no token that is not defined', () => {
		expect([...used].filter((name) => !defined.has(name))).toEqual([]);
	});

	test('every token is read by it or by the charts', () => {
		const charts = readdirSync('src/charts', { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(`src/charts/${file}`, 'utf8'))
			.join('\n');
		const isRead = (name: string) => {
			const [, group = '', role = ''] = /^--([a-z]+)-(.+)$/.exec(name) ?? [];
			return charts.includes(`${group}.${role}`) || charts.includes(`${group}['${role}']`);
		};
		// The slide's size is written out for Marp, too.
		expect([...defined].filter((name) => !used.has(name) && !isRead(name))).toEqual([]);
	});

	test('every colour that it sets text in is among the pairs that are measured', () => {
		const colors = [...BASE_CSS.matchAll(/[{;]\s*color: var\(--color-([a-z-]+)\)/g)].map(([, role]) => role);
		const measured = new Set<string>(TEXT_PAIRS.map(([front]) => front));
		expect(colors.length).toBeGreaterThan(10);
		expect(colors.filter((role) => !measured.has(role ?? ''))).toEqual([]);
	});

	test('every background that it sets is among them too', () => {
		const backgrounds = [...BASE_CSS.matchAll(/background: var\(--color-([a-z-]+)\)/g)].map(
			([, role]) => role,
		);
		// A line of 3 or 4 px in the accent or the warm colour holds no text.
		expect(new Set(backgrounds)).toEqual(new Set(['background', 'surface', 'accent', 'risk']));
	});
});

test('charts take every colour from the theme', () => {
	const [light, dark] = [tokensOf('executive'), tokensOf('executive', { mode: 'dark' })];
	const colors = (tokens: typeof light) =>
		new Set(JSON.stringify(vegaConfig(tokens)).match(/#[0-9a-f]{6}/g) ?? []);
	const shared = [...colors(light)].filter((color) => colors(dark).has(color));
	expect(shared).toEqual([]);
});
