// Texts and bytes that are not evidence: the row of the catalogue in SAFETY, what is wrong, and what is said where.

export interface BadYaml {
	readonly row: string;
	readonly what: string;
	readonly input: string | Uint8Array;
	/** `MB126 2:1`, one for each diagnostic. */
	readonly says: readonly string[];
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, mark: readonly number[]) =>
	Uint8Array.from([...mark, ...[...text].flatMap((character) => [character.charCodeAt(0), 0])]);

// biome-ignore format: one mistake, one line
const ROWS: readonly (readonly [row: string, what: string, input: string | Uint8Array, says: string])[] = [
	['D01', 'a tab as indentation', 'a:\n\tb: 1\n\tc: 2\n', 'MB120 2:1'],
	['D01', 'a tab behind spaces', 'a:\n  \tb: 1\n', 'MB120 2:3'],
	['D02', 'a double quote left open to the end', 'title: "abc\nb: 1\n', 'MB124 1:8'],
	['D02', 'a double quote that ends at the next one', 'title: "abc\nname: x\nfoo: "bar"\n', 'MB124 1:8'],
	['D02', 'a single quote left open', "title: 'abc\n", 'MB124 1:8'],
	['D02', 'an apostrophe in single quotes', "title: 'it's'\n", 'MB140 1:12'],
	['D03', 'a key twice', 'a: 1\nb: 2\na: 3\n', 'MB126 3:1'],
	['D03', 'a key twice in brackets', 'a: { b: 1, b: 2 }\n', 'MB126 1:12'],
	['D03', 'a key twice, once in quotes', 'a: 1\n"a": 3\n', 'MB126 2:1'],
	['D04', 'a second document', 'a: 1\n---\nb: 2\n', 'MB125 2:1'],
	['D05', 'an empty file', '', 'MB109 1:1'],
	['D05', 'only comments', '# nothing\n\n# here\n', 'MB109 1:1'],
	['D05', 'only blanks', ' \n\n', 'MB109 1:1'],
	['D07', 'billion laughs', billionLaughs(), `${'MB127 ANY '.repeat(89).trim()}`],
	['D08', 'an anchor and its alias', 'a: &x 1\nb: *x\n', 'MB127 1:4 MB127 2:4'],
	['D08', 'an alias to nothing', 'a: *nobody\n', 'MB127 1:4'],
	['D08', 'an anchor on a key', '&k a: 1\n', 'MB127 1:1'],
	['D08', 'a merge key', 'a: 1\n<<: { b: 2 }\n', 'MB128 2:1'],
	['D09', 'the key __proto__', '__proto__: 1\n', 'MB130 1:1'],
	['D09', 'the key constructor', 'a:\n  constructor: 1\n', 'MB130 2:3'],
	['D09', 'the key prototype', 'a: { prototype: 1 }\n', 'MB130 1:6'],
	['D10', 'a tag that would run code', 'a: !!js/function "x"\n', 'MB129 1:4'],
	['D10', 'a tag of its own', 'a: !mine [1]\n', 'MB129 1:4'],
	['D10', 'a standard tag', 'a: !!str 1\n', 'MB129 1:4'],
	['D11', '5,000 brackets', `a: ${'['.repeat(5_000)}`, 'MB121 1:68'],
	['D11', '5,000 braces', '{a: '.repeat(5_000), 'MB121 1:257'],
	['D11', '500 lists in one line', `${'- '.repeat(500)}a\n`, 'MB121 1:1'],
	['D11', '100 levels by indentation', deepMapping(100), 'MB121 66:66'],
	['D11', '1,000 levels by indentation', deepMapping(1_000), 'MB121 130:1'],
	['D12', 'a text of 20 MB', new Uint8Array(20_000_000).fill(0x61), 'MB111 1:1'],
	['D13', '20,000 keys in one mapping', manyKeys(20_000), 'MB122 1:1'],
	['D13', '260,000 list entries', '- a\n'.repeat(130_000), 'MB122 125001:1'],
	['D16', 'UTF-16, little end first', utf16('a: 1', [0xff, 0xfe]), 'MB106 1:1'],
	['D16', 'UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61), 'MB106 1:1'],
	['D16', 'UTF-16 without a mark', utf16('title: Atlas', []), 'MB106 1:1'],
	['D16', 'UTF-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'MB106 1:1'],
	['D17', 'Latin-1', bytes(0x61, 0x3a, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x0a), 'MB107 1:7'],
	['D17', 'a truncated character at the end', bytes(0x61, 0x3a, 0x20, 0xe2, 0x82), 'MB107 1:4'],
	['D17', 'a surrogate in UTF-8', bytes(0x61, 0x3a, 0x0a, 0xed, 0xa0, 0x80), 'MB107 2:1'],
	['D18', 'NUL', 'a: b\0c\n', 'MB108 1:5'],
	['D18', 'an escape character', 'a: \u001b[31mred\n', 'MB108 1:4'],
	['D18', 'DEL', 'a: b\u007f\n', 'MB108 1:5'],
	['D18', 'a control character as an escape sequence', 'a: "\\u0007"\n', 'MB108 1:4'],
	['D18', 'a lone surrogate as an escape sequence', 'a: "\\ud800"\n', 'MB108 1:4'],
	['D19', 'JSON with NaN', '{"a": NaN, "b": .nan}\n', 'MB133 1:17'],
	['D20', 'JSON with a key twice', '{"a": 1, "a": 2}\n', 'MB126 1:10'],
	['S05', '.inf and 1e400', 'a: .inf\nb: -.inf\nc: 1e400\n', 'MB133 1:4 MB133 2:4 MB133 3:4'],
	['S10', '010, 0x1F and 0o17', 'a: 010\nb: 0x1F\nc: 0o17\n', 'MB134 1:4 MB134 2:4 MB134 3:4'],
	['S10', 'an exponent and a bare point', 'a: 1e3\nb: .5\nc: 5.\n', 'MB134 1:4 MB134 2:4 MB134 3:4'],
	['S11', 'more digits than a number keeps', 'a: 12345678901234567890\n', 'MB132 1:4'],
	['-', 'a colon in unquoted text', 'title: Atlas: the model\n', 'MB137 1:13'],
	['-', 'a colon in unquoted text in brackets', 'a: { note: one: two }\n', 'MB123 1:12'],
	['-', 'a comma missing in brackets', 'a: { value: 77.3 source: x }\n', 'MB123 1:13'],
	['-', 'a comma too many', 'a: [1,,2]\n', 'MB123 1:7'],
	['-', 'a brace left open', 'a:\n  - { value: 1\n  - { value: 2 }\n', 'MB135 2:5'],
	['-', 'a bracket left open at the end', 'a: [1, 2\n', 'MB135 1:4'],
	['-', 'a bracket closed by a brace', 'a: [1, 2}\n', 'MB135 1:4'],
	['-', 'a bracket that was never opened', 'a: ]\n', 'MB123 1:4'],
	['-', 'text behind a quoted text', 'title: "Atlas" 2\n', 'MB140 1:16'],
	['-', 'a reference in text between brackets', 'notes: { say: It gained {gain x}. }\n', 'MB143 1:25'],
	['-', 'a text that starts with a reference', 'headline: {gain x} over people\n', 'MB143 1:11'],
	['-', 'a field that moved to the right', '- id: a\n   label: b\n', 'MB136 2:4'],
	['-', 'text that starts with @', 'title: @atlas\n', 'MB138 1:8'],
	['-', 'text that starts with >', 'title: > 90 percent\n', 'MB138 1:8'],
	['-', 'a field without a colon', 'title\nname: x\n', 'MB123 1:1'],
	['-', 'a field that is indented less', 'a:\n   b: 1\n  c: 2\n', 'MB136 3:3'],
	['-', 'an item that is indented more', 'a:\n  - b\n   - c\n- d\n', 'MB136 4:1'],
	['-', 'a field left of its item', '- a: 1\n b: 2\n', 'MB136 2:2'],
	['-', 'items at two columns', 'a:\n  - b\n - c\n', 'MB136 3:2'],
	['-', 'an unknown escape', 'a: "C:\\quick"\n', 'MB141 1:7'],
	['-', 'a directive', '%YAML 1.1\n---\na: yes\n', 'MB139 1:1'],
	['-', 'a list as a key', '? [a]\n: 1\n', 'MB131 1:3'],
	['-', 'a number as a key', '1: a\n', 'MB131 1:1'],
];

export const BAD_YAML: readonly BadYaml[] = ROWS.map(([row, what, input, says]) => ({
	row,
	what,
	input,
	says: says.match(/MB\d{3} \S+/g) ?? [],
}));

function billionLaughs(): string {
	const lines = ['a0: &a0 [lol, lol]'];
	for (let n = 1; n < 9; n++) {
		lines.push(`a${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join(', ')}]`);
	}
	return `${lines.join('\n')}\n`;
}

function deepMapping(depth: number): string {
	return Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a:`).join('\n');
}

function manyKeys(count: number): string {
	return Array.from({ length: count }, (_, n) => `k${n}: v\n`).join('');
}
