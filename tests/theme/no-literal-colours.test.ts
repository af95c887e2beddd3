// Colours are said in token files and nowhere else: what stands in a chart spec for the Vega editor is a sample, and
// what stands around the slides has a palette of its own, in custom properties of `:root`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { color } from 'd3-color';
import { type ChildNode, type Declaration, parse } from 'postcss';
import { describe, expect, test } from 'vitest';

const HEX = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/gi;
const FUNCTION = /\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/gi;
const NOT_A_COLOUR = new Set(['transparent', 'initial']);

/** Also words: whatever a browser takes for a colour. */
function coloursIn(text: string): readonly string[] {
	const plain = text.replace(/var\(--[\w-]+/g, 'var(').replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
	const words = plain.match(/(?<![\w#-])[a-z]{3,}(?![\w(-])/gi) ?? [];
	return [
		...(plain.match(HEX) ?? []),
		...(plain.match(FUNCTION) ?? []),
		...words.filter((word) => !NOT_A_COLOUR.has(word.toLowerCase()) && color(word) !== null),
	];
}

function coloursOfCss(css: string, hasPalette: boolean): readonly string[] {
	const found: string[] = [];
	parse(css).walkDecls((declaration: Declaration) => {
		const parent = declaration.parent as (ChildNode & { readonly selector?: string }) | undefined;
		const isPalette = hasPalette && declaration.prop.startsWith('--') && parent?.selector === ':root';
		if (!isPalette) found.push(...coloursIn(declaration.value).map((one) => `${declaration.prop}: ${one}`));
	});
	return found;
}

/** In code and templates a word is a colour where it stands alone in quotes, or where a style or an attribute says one. */
function coloursOfCode(text: string): readonly string[] {
	const plain = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$|(?<=[\s;{}])\/\/.*$/gm, '');
	const quoted = [...plain.matchAll(/(["'`])([a-z]{3,20})\1/gi)].map(([, , word = '']) => word);
	const styled = [
		...plain.matchAll(/\b(?:fill|stroke|color|background(?:-color)?)\s*[:=]\s*\\?["']?([a-z]+)/gi),
	];
	const found = [
		...(plain.match(/(?<![&\w{])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!\()/gi) ?? []),
		...(plain.match(/\b(?:rgb|hsl|hwb|oklab|oklch)a?\((?=[\s\d.])/gi) ?? []),
		...[...quoted, ...styled.map(([, word = '']) => word)].filter(
			(word) => !NOT_A_COLOUR.has(word.toLowerCase()) && color(word) !== null,
		),
	];
	return [...new Set(found)];
}

const filesIn = (folder: string, ending: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => join(folder, file));
const read = (file: string) => readFileSync(file, 'utf8');

describe('the search finds', () => {
	test.each([
		['color: #b00', ['#b00']],
		['color: tomato', ['tomato']],
		['border: 1px solid RebeccaPurple', ['RebeccaPurple']],
		['background: hsl(20 50% 50%)', ['hsl(']],
		['background: color-mix(in oklab, var(--color-red), white 20%)', ['white']],
		['color: var(--color-text)', []],
		['background: url("red.png") transparent', []],
		['font: 600 22px "Red Hat", sans-serif', []],
	])('%s', (css, expected) => {
		expect(coloursOfCss(`a { ${css} }`, false).map((one) => one.replace(/^[\w-]+: /, ''))).toEqual(expected);
	});

	test.each([
		["fill: '#123456'", ['#123456']],
		["const mark = 'crimson';", ['crimson']],
		['`<path stroke="teal">`', ['teal']],
		['`color: rgba(1, 2, 3, .4)`', ['rgba(']],
		['{"value": "datum.a ? \'gold\' : 1"}', ['gold']],
		['<p style="color:salmon">', ['salmon']],
		['{{#each rows}} &#42; // a red line', []],
	])('%s', (code, expected) => {
		expect(coloursOfCode(code)).toEqual(expected);
	});
});

test.each(filesIn('themes', '.css'))('%s', (file) => {
	expect(coloursOfCss(read(file), false)).toEqual([]);
});

test.each(filesIn('src', '.css'))('%s has a palette and no other colour', (file) => {
	expect(coloursOfCss(read(file), true)).toEqual([]);
});

describe('code', () => {
	// Read colours, or show one as an example.
	const ABOUT_COLOURS = [
		'src/theme/token-value.ts',
		'src/inspect/slide-probe.ts',
		'src/present/index-page.ts',
	];
	const files = filesIn('src', '.ts').filter((file) => !ABOUT_COLOURS.includes(file));

	test.each(files)('%s', (file) => {
		expect(coloursOfCode(read(file))).toEqual([]);
	});

	test('the page that lists decks has a palette and no other colour', () => {
		const css = /const CSS = `([\s\S]*?)`/.exec(read('src/present/index-page.ts'))?.[1] ?? '';
		expect(css).not.toBe('');
		expect(coloursOfCss(css, true)).toEqual([]);
	});
});

describe('chart specs', () => {
	test.each(filesIn('templates/charts', '.vl.json'))('%s', (file) => {
		const { config, datasets, ...drawn } = JSON.parse(read(file));
		expect(coloursOfCode(JSON.stringify(drawn))).toEqual([]);
	});
});

test.each(filesIn('templates', '.hbs'))('%s', (file) => {
	const directive = /\b_?(?:color|backgroundColor|backgroundImage)\s*:|\bstyle\s*[=:]|<style|scoped/i;
	expect([...coloursOfCode(read(file)), ...(read(file).match(directive) ?? [])]).toEqual([]);
});
