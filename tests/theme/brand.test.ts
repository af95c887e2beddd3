import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { brandLayer, logoFor, readBrand } from '../../src/theme/brand.js';
import { contrast } from '../../src/theme/color-science.js';
import { logoDataUri } from '../../src/theme/logo.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';
import { themeCss } from '../../src/theme/theme-css.js';
import { chainOf, themeFile, tokensOf } from './theme-world.js';

function brandOf(text: string) {
	const { root } = parseYaml('talks/brand.yaml', new TextEncoder().encode(text));
	if (root === undefined) throw new Error('no YAML');
	return readBrand(root);
}

function branded(text: string, mode: 'light' | 'dark' | 'contrast' = 'light') {
	const { value: brand, diagnostics } = brandOf(text);
	if (brand === undefined) throw new Error(JSON.stringify(diagnostics));
	const { layer, diagnostics: found } = brandLayer(brand, tokensOf('executive', { mode }));
	const { value } = resolveTheme(chainOf(themeFile('executive')), { mode, size: '16:9' }, layer, brand.fonts);
	if (value === undefined) throw new Error('no tokens');
	return { tokens: value, found };
}

test('a readable colour is taken as it is, and its tint and first series follow', () => {
	const { tokens, found } = branded('colors: { accent: "#00695c" }');
	expect(found).toEqual([]);
	expect(tokens.color.accent).toBe('#00695c');
	expect(tokens.color['series-1']).toBe('#00695c');
	expect(tokens.color['accent-soft']).not.toBe(tokensOf('executive').color['accent-soft']);
});

test('an unreadable colour is reported with its contrast and the nearest readable one, which is used', () => {
	const { tokens, found } = branded('colors: { accent: "#f5a623" }');
	expect(found).toHaveLength(1);
	expect(found[0]).toMatchObject({
		code: 'MB344',
		location: { file: 'talks/brand.yaml', line: 1, column: 19 },
		args: { role: 'accent', color: '#f5a623', ratio: '1.86', nearest: tokens.color.accent },
	});
	for (const back of ['background', 'surface'] as const)
		expect(contrast(tokens.color.accent, tokens.color[back])).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'contrast'] as const)(
	'on a background of the brand, what the theme says itself is moved to be read, without a word (%s)',
	(mode) => {
		const { tokens, found } = branded('colors: { background: "#c9c4b8" }', mode);
		expect(found).toEqual([]);
		const needed = mode === 'contrast' ? 7 : 4.5;
		for (const role of ['text', 'muted', 'accent', 'risk'] as const)
			for (const back of ['background', 'surface'] as const)
				expect(contrast(tokens.color[role], tokens.color[back]), role).toBeGreaterThanOrEqual(needed);
		expect(contrast(tokens.color.faint, tokens.color.background)).toBeGreaterThanOrEqual(3);
	},
);

test('a mode may have a colour of its own', () => {
	const text = 'colors: { accent: "#00695c" }\nmodes: { dark: { colors: { accent: "#7fe0d0" } } }';
	expect(branded(text, 'dark').tokens.color.accent).toBe('#7fe0d0');
	expect(branded(text, 'dark').found).toEqual([]);
	expect(branded(text).tokens.color.accent).toBe('#00695c');
});

test('high contrast asks for 7', () => {
	const { tokens } = branded('colors: { accent: "#0a5bb0" }', 'contrast');
	expect(contrast(tokens.color.accent, tokens.color.background)).toBeGreaterThanOrEqual(7);
});

test('fonts are named by their place beside the file', () => {
	const { tokens } = branded(
		'font: { heading: Atlas }\nfonts: [{ family: Atlas, weight: 600, file: fonts/atlas.woff2 }]',
	);
	expect(tokens.font.heading).toBe('Atlas');
	expect(tokens.fontFiles).toContainEqual(
		expect.objectContaining({ family: 'Atlas', module: 'talks/fonts/atlas.woff2', isFile: true }),
	);
});

test('the logo is the one for the background', () => {
	const { value: brand } = brandOf('logo: { light: ink.svg, dark: paper.png }');
	if (brand === undefined) throw new Error('no brand');
	expect(logoFor(brand, tokensOf('executive'))?.path).toBe('talks/ink.svg');
	expect(logoFor(brand, tokensOf('executive', { mode: 'dark' }))?.path).toBe('talks/paper.png');
});

describe('mistakes of the file', () => {
	test.each([
		['colour: {}', 'a brand has no `colour` (did you mean `colors`?)'],
		['colors: { acent: "#123456" }', '`colors` has no `acent` (did you mean `accent`?)'],
		[
			'colors: { accent: blue }',
			'`accent` must be a colour such as #0a5bb0, in quotes and without transparency',
		],
		['colors: 3', '`colors` must have named parts'],
		['logo: logo.gif', 'a logo is the path of an .svg or .png file'],
		['footer: 3', '`footer` must be a text of at most 48 characters'],
		['modes: { drak: {} }', '`modes` has no `drak` (did you mean `dark`?)'],
		['- a', 'it is not a list of named parts'],
	])('%s', (text, reason) => {
		expect(brandOf(text).diagnostics.map(({ code, args }) => [code, args.reason])).toEqual([
			['MB345', reason],
		]);
	});
});

describe('logos', () => {
	const svg = (inside: string) =>
		new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

	test('a plain SVG becomes a data URI', () => {
		expect(logoDataUri('a.svg', svg('<path d="M0 0"/>'))).toMatchObject({
			uri: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
		});
	});

	test.each([
		['a script', '<script>alert(1)</script>'],
		['a handler', '<path onload="x()"/>'],
		['foreign content', '<foreignObject/>'],
		['a picture from elsewhere', '<image href="https://evil.example/a.png"/>'],
		['a link', '<a href="https://evil.example"/>'],
		['a colour from elsewhere', '<path fill="url(https://evil.example/a)"/>'],
		['an import', '<style>@import "x"</style>'],
		['an entity', '<!ENTITY x "y">'],
	])('%s is refused', (_, inside) => {
		expect(logoDataUri('a.svg', svg(inside))).toHaveProperty('refused');
	});

	test.each(['a.png', 'a.svg'])('%s must be what its name says', (name) => {
		expect(logoDataUri(name, new TextEncoder().encode('hello'))).toHaveProperty('refused');
	});
});

test('a footer cannot leave its string', () => {
	const css = themeCss(tokensOf('executive'), '', { footer: '"}</style><script>\n\\ © Acme' });
	expect(css).not.toContain('</style>');
	expect(css).not.toContain('"}<');
	expect(css).toContain(' Acme"');
});
