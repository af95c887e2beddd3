// What evidence says is shown as it is typed, wherever a template prints it, and never becomes structure: the J rows
// of the safety catalogue, and any other text.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, escapeNote } from '../../src/render/escape-markdown.js';
import { decodeReferences } from '../../src/render/html-gate.js';
import { renderHtml } from '../../src/render/render-html.js';
import { htmlInput } from './html-support.js';

/** Every position in which a template prints a value, and a note. */
const slideOf = (text: string) => {
	const shown = escapeMarkdown(text);
	return [
		`## ${shown}`,
		shown,
		`before ${shown} after`,
		`- ${shown}\n- **${shown}** more`,
		`1. ${shown}`,
		`| A | B |\n|---|--:|\n| ${shown} | x |\n| y | ${shown} |`,
		`<div class="tile">\n\n${shown}\n\n</div>`,
		`<!--\nSay — ${escapeNote(text)}\n-->`,
	].join('\n\n');
};

const normal = (text: string) => text.replace(/\s+/gu, ' ').trim();

interface Shown {
	/** The markup with all text taken out. */
	readonly skeleton: string;
	/** The text between tags, decoded, in order. */
	readonly texts: readonly string[];
	readonly notes: readonly string[];
}

async function show(values: readonly string[]): Promise<readonly Shown[]> {
	const { value, diagnostics } = await renderHtml(htmlInput(values.map(slideOf)));
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value.slides.map(({ html, notes }) => {
		// A heading's id is made of its text, and every slide has its number.
		const plain = html.replace(/ id="[^"]*"/g, '').replace(/ data-marpit-[a-z-]*="\d+"/g, '');
		return {
			skeleton: plain.replace(/>[^<]*/g, '>'),
			texts: [...plain.matchAll(/>([^<]*)/g)]
				.map(([, text = '']) => normal(decodeReferences(text)))
				.filter((text) => text !== ''),
			notes: notes.map((note) => normal(note.replaceAll('\u2060', ''))),
		};
	});
}

const expectedTexts = (text: string) =>
	[
		text,
		text,
		normal(`before ${text} after`),
		text,
		text,
		'more',
		text,
		'A',
		'B',
		text,
		'x',
		'y',
		text,
		text,
	].filter((part) => part !== '');

async function expectLiteral(values: readonly string[]): Promise<void> {
	const [harmless] = await show(['harmless']);
	const shown = await show(values);
	expect(shown).toHaveLength(values.length);
	for (const [index, value] of values.entries()) {
		const text = normal(value);
		expect(shown[index]?.texts).toEqual(expectedTexts(text));
		expect(shown[index]?.notes).toEqual([normal(`Say — ${text}`)]);
		expect(shown[index]?.skeleton).toBe(harmless?.skeleton);
	}
}

/** SAFETY.md, group J. */
const INJECTIONS: readonly (readonly [row: string, ...values: string[]])[] = [
	['J01', 'x\n\n---\n\n# evil', '---', '***', '___', '- - -', '==='],
	['J02', '|', 'x |\n| --- |', 'a | b | c', '\\|', '|---|'],
	[
		'J03',
		'<!-- _class: evil -->',
		'<!-- backgroundImage: url(http://evil.example) -->',
		'<!-- theme: x -->',
		'<!-- headingDivider: 1 -->',
		'<!-- style: p{} -->',
	],
	[
		'J04',
		'-->',
		'--!>',
		'--->',
		'class: evil',
		'class:',
		'_class: evil # x',
		'{ class: evil }',
		'- class: evil',
		'"class": evil',
		'a\nclass: evil',
	],
	[
		'J05',
		'![bg](http://evil.example/a.png)',
		'![](http://evil.example/a.png)',
		'![bg left:33%](charts/gains.svg)',
	],
	[
		'J06',
		'[x](javascript:alert(1))',
		'[x](java&#115;cript:alert(1))',
		'[x](javascript&colon;alert(1))',
		'[x](java\nscript:alert(1))',
		'<javascript:alert(1)>',
	],
	[
		'J07',
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'<svg onload=alert(1)>',
		'<math><mtext><table><mglyph><style><img src=x>',
	],
	['J08', '<style>@import url(//evil.example)</style>', '<style scoped>p{}</style>'],
	['J09', '`code`', '```', '```js', '~~~', '~~gone~~', '`` ` ``', '````'],
	['J10', '{{constructor}}', '{{> x}}', '{{{raw}}}', '{{#each x}}', '{ref}'],
	['J11', '---\ntheme: evil\n---', '"\ntheme: evil', "' : x"],
	['J12', '](http://evil.example) [', '![a](b', '[x]: http://evil.example'],
	[
		'J13',
		':smile:',
		'🎉',
		'https://evil.example',
		'www.evil.example',
		'mail@evil.example',
		'$x$',
		'$$',
		'[^1]',
		'[^1]: note',
		'==mark==',
		'H~2~O',
		'^up^',
	],
	[
		'J14',
		'# a',
		'#',
		'## a ##',
		'a #',
		'a ###',
		'- a',
		'-',
		'+ a',
		'* a',
		'1. a',
		'1) a',
		'0.',
		'> a',
		'    a',
		'\ta',
		'a\\',
		'a  ',
		'[ ] a',
		': a',
		'a\n---',
		'a\n===',
	],
	['J15', '&lt;b&gt;', '&#42;', '&amp;', '&copy;', '&#x2A;', 'R&D', '&nbsp;x'],
	['J16', '" onfocus=alert(1) x="', "' onfocus=alert(1) x='", '{.evil onclick=x}', '{#id}'],
	['J17', '</section></foreignObject></svg>', '</h2></div>', '</div>'],
	['J18', '\u001b[31mred\u001b[0m', 'a\r\nb', 'a\u2028b', 'a\u0085b'],
];

test.each(INJECTIONS)('%s is shown as text', async (_, ...values) => {
	await expectLiteral(values);
});

describe('any text', () => {
	const fragments = [
		'# ',
		'- ',
		'1. ',
		'> ',
		'|',
		'---',
		'***',
		'`',
		'~~',
		'**',
		'_',
		'[',
		'](',
		')',
		'![',
		'<',
		'>',
		'<!--',
		'-->',
		'&',
		';',
		':',
		'\n',
		'\n\n',
		'    ',
		'\\',
		'$',
		'{',
		'}',
		'=',
		'"',
		"'",
		'#',
		'a',
		'b',
		'7',
		' ',
	];
	const hostile = fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join(''));
	const unicode = fc.string({ unit: 'grapheme', maxLength: 20 });
	const bytes = fc.string({ unit: 'binary-ascii', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
	const value = fc
		.oneof({ weight: 3, arbitrary: hostile }, unicode, bytes)
		.filter((text) => normal(text) !== '');

	test('is shown as text in a heading, a paragraph, a list, a table, a box and a note', async () => {
		await fc.assert(fc.asyncProperty(fc.array(value, { minLength: 25, maxLength: 25 }), expectLiteral), {
			numRuns: 25,
		});
	});

	test('stays on one line', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				(text) => !/[\n\r]/.test(escapeMarkdown(text) + escapeNote(text)),
			),
		);
	});
});

describe('keeps readable', () => {
	test.each([
		'GPT-5.3-Codex',
		'77.3%',
		'65.4–69.9%',
		'over $10 billion'.replace('$', ''),
		'SWE-bench Verified (pass@3)',
		'snake_case_name',
		'a: b',
		'one, two; three!',
		"“quoted” and 'quoted'",
		'C# and F#',
		'3.5 times',
		'-5',
		'+26.5',
	])('%s', (text) => {
		expect(escapeMarkdown(text)).toBe(text);
	});
});

test.each([
	['a & b', 'a &amp; b'],
	['2 < 3', '2 &lt; 3'],
	['5 * 4', '5 &#42; 4'],
	['$5', '&#36;5'],
	['# one', '&#35; one'],
	['1. one', '1&#46; one'],
	['learn C #', 'learn C &#35;'],
])('writes %s as %s', (text, markdown) => {
	expect(escapeMarkdown(text)).toBe(markdown);
});
