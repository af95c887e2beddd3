import { describe, expect, test } from 'vitest';
import { resolveText, tokensOf } from './theme-world.js';

const HEAD = 'name: atlas\nextends: engineering\n';
const says = (text: string, variant = {}) =>
	resolveText(HEAD + text, variant).diagnostics.map(
		({ code, location, args }) =>
			`${code} ${location?.line}:${location?.column} ${args.token ?? args.circle ?? args.reason ?? args.name}${args.nearest ? ` → ${args.nearest}` : ''}`,
	);
const colorOf = (text: string, variant = {}) => resolveText(HEAD + text, variant).value?.color.accent;

describe('a value may be written', () => {
	test.each([
		['plainly', 'color: { accent: "#0A5BB0" }', '#0a5bb0'],
		['in three digits', 'color: { accent: "#05b" }', '#0055bb'],
		['as a $value', 'color: { accent: { $value: "#0a5bb0", $type: color } }', '#0a5bb0'],
		['with its type on the group', 'color: { $type: color, accent: { $value: "#0a5bb0" } }', '#0a5bb0'],
		[
			'as components',
			'color: { accent: { $value: { colorSpace: srgb, components: [0, 0.2, 1] } } }',
			'#0033ff',
		],
		[
			'in another colour space, with its hex beside it',
			'color: { accent: { $value: { colorSpace: oklch, components: [0.5, 0.1, 250], hex: "#0a5bb0" } } }',
			'#0a5bb0',
		],
		['by reference', 'palette: { sea: "#0a5bb0" }\ncolor: { accent: "{palette.sea}" }', '#0a5bb0'],
		[
			'by reference to a reference',
			'palette: { sea: "#0a5bb0", main: "{palette.sea}" }\ncolor: { accent: "{palette.main}" }',
			'#0a5bb0',
		],
		['by reference to another role', 'color: { accent: "{color.risk}" }', '#a8401f'],
	])('%s', (_, text, expected) => {
		expect(says(text)).toEqual([]);
		expect(colorOf(text)).toBe(expected);
	});

	test.each([
		['24', 24],
		['24px', 24],
		['{ $value: { value: 24, unit: px } }', 24],
		['{ $value: 1.5rem }', 24],
	])('a length as %s', (text, expected) => {
		expect(resolveText(`${HEAD}size: { text: ${text} }`).value?.size.text).toBe(expected);
	});

	test.each([
		['Inter', 'Inter'],
		['[Source Serif 4, serif]', 'Source Serif 4'],
	])('a family as %s', (text, expected) => {
		expect(resolveText(`${HEAD}font: { text: ${text} }`).value?.font.text).toBe(expected);
	});
});

describe('a mistake is found', () => {
	test.each([
		['an unknown role', 'color: { acent: "#123456" }', ['MB322 3:10 color.acent → color.accent']],
		['an unknown group', 'colour: { accent: "#123456" }', ['MB322 3:1 colour → color']],
		['an unknown field', 'font: { $vaule: Inter }', ['MB322 3:9 $vaule']],
		['an unknown mode', 'modes: { darc: { color: { text: "#fff" } } }', ['MB322 3:10 darc → dark']],
		[
			'an unknown role in a mode',
			'modes: { dark: { color: { txt: "#fff" } } }',
			['MB322 3:27 color.txt → color.text'],
		],
		[
			'a reference to nothing',
			'palette: { brandy: "#123456" }\ncolor: { accent: "{palette.brady}" }',
			['MB324 4:18 color.accent → palette.brandy'],
		],
		[
			'a circle, once',
			'palette: { a: "{palette.b}", b: "{palette.a}" }\ncolor: { accent: "{palette.b}" }',
			['MB325 3:15 palette.a → palette.b → palette.a'],
		],
		['a word for a colour', 'color: { accent: blue }', ['MB326 3:18 color.accent']],
		['a see-through colour', 'color: { accent: "#0a5bb080" }', ['MB326 3:18 color.accent']],
		['a colour for a length', 'size: { text: "#0a5bb0" }', ['MB326 3:15 size.text']],
		['a length of another unit', 'size: { text: 2em }', ['MB326 3:15 size.text']],
		['a length of nothing', 'size: { text: 0 }', ['MB326 3:15 size.text']],
		['a family that would end the declaration', 'font: { text: "Inter; }" }', ['MB326 3:15 font.text']],
		[
			'a type that is not the role’s',
			'size: { text: { $value: 20, $type: color } }',
			['MB326 3:15 size.text'],
		],
		[
			'a font of another format',
			'fonts: [{ family: Atlas, weight: 400, file: atlas.eot }]',
			['MB321 3:9 atlas.eot is not a .woff2, .ttf or .otf file; other formats cannot be embedded'],
		],
	])('%s', (_, text, expected) => {
		expect(says(text)).toEqual(expected);
	});

	test('a missing token, at the start of the theme', () => {
		const { diagnostics } = resolveText('name: atlas\nextends: base\ncolor: { text: "#111111" }');
		const missing = diagnostics.map(({ code, location, args }) => [code, location?.line, args.token]);
		expect(missing).toContainEqual(['MB323', 1, 'color.background']);
		expect(missing).not.toContainEqual(['MB323', 1, 'color.text']);
	});

	test('a mode that no theme of the chain has', () => {
		const { diagnostics } = resolveText('name: atlas\nextends: base', { mode: 'dark' });
		expect(diagnostics[0]).toMatchObject({ code: 'MB327', args: { kind: 'mode', name: 'dark' } });
	});
});

describe('layers', () => {
	test('a changed primitive changes every role that uses it, in the theme that is extended too', () => {
		const { value } = resolveText(`${HEAD}palette: { pine: "#123456" }`);
		expect([value?.color.accent, value?.color['series-1']]).toEqual(['#123456', '#123456']);
	});

	test('a mode of the extended theme lies over the plain colours of the one that extends', () => {
		const text = 'color: { accent: "#123456" }';
		expect(colorOf(text)).toBe('#123456');
		expect(colorOf(text, { mode: 'dark' })).toBe(tokensOf('engineering', { mode: 'dark' }).color.accent);
		expect(colorOf(`${text}\nmodes: { dark: { color: { accent: "#abcdef" } } }`, { mode: 'dark' })).toBe(
			'#abcdef',
		);
	});

	test('the name says what is not usual', () => {
		expect(tokensOf('executive').name).toBe('executive');
		expect(tokensOf('executive', { mode: 'dark', size: '4:3', density: 'dense' }).name).toBe(
			'executive-dense-dark-narrow',
		);
		expect(tokensOf('engineering', { density: 'dense' }).name).toBe('engineering');
	});

	test('fonts that the theme no longer uses are not embedded', () => {
		const families = new Set(tokensOf('policy').fontFiles.map(({ family }) => family));
		expect(families).toEqual(new Set(['Source Serif 4', 'IBM Plex Sans']));
	});
});
