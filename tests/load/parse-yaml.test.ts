import { describe, expect, test } from 'vitest';
import type { TreeNode } from '../../src/diagnostics/evidence-tree.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { BAD_YAML } from './bad-yaml.js';

const bytesOf = (input: string | Uint8Array) =>
	typeof input === 'string' ? new TextEncoder().encode(input) : input;

function places(input: string | Uint8Array): readonly string[] {
	return parseYaml('a.yaml', bytesOf(input)).diagnostics.map(
		({ code, location }) => `${code} ${location?.line}:${location?.column}`,
	);
}

function plain(node: TreeNode | undefined): unknown {
	if (node?.kind === 'list') return node.items.map(plain);
	if (node?.kind === 'map')
		return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
	return node?.value;
}

const read = (input: string | Uint8Array) => plain(parseYaml('a.yaml', bytesOf(input)).root);

describe('what is refused, and where', () => {
	test.each(BAD_YAML)('$row $what', ({ input, says }) => {
		const found = places(input);
		const expected = says.map((place, n) => (place.endsWith('ANY') ? found[n] : place));
		expect(found).toEqual(expected);
	});
});

describe('what is accepted', () => {
	test.each([
		['D14 a byte-order mark', '\ufeffa: 1\n', { a: 1 }],
		['D15 CRLF', 'a: 1\r\nb:\r\n  - c\r\n', { a: 1, b: ['c'] }],
		['D15 lone CR', 'a: 1\rb: 2\r', { a: 1, b: 2 }],
		['D15 mixed line ends', 'a: 1\r\nb: 2\nc: 3\r', { a: 1, b: 2, c: 3 }],
		['D27 JSON in a .yaml file', '{"a": [1, "b", true, null]}', { a: [1, 'b', true, null] }],
		['S10 NO, on and yes as text', 'a: NO\nb: on\nc: yes\n', { a: 'NO', b: 'on', c: 'yes' }],
		['S10 1_000 as text', 'a: 1_000\n', { a: '1_000' }],
		['a date as text', 'a: 2026-02-05\n', { a: '2026-02-05' }],
		['numbers in full', 'a: 0\nb: -1.5\nc: 400000\nd: 77.30\n', { a: 0, b: -1.5, c: 400000, d: 77.3 }],
		['a marker before the only document', '---\na: 1\n', { a: 1 }],
		['a comment behind a value', 'a: b # c\n', { a: 'b' }],
		['folded text', 'a: >\n  one\n  two\n', { a: 'one two\n' }],
		['text like a tag or an alias in quotes', 'a: "*x"\nb: "!y"\nc: "&z"\n', { a: '*x', b: '!y', c: '&z' }],
		['emoji, CJK and Arabic', 'a: 🎉 評価 تقييم\n', { a: '🎉 評価 تقييم' }],
		['60 levels of brackets', `a: ${'['.repeat(60)}${']'.repeat(60)}`, expect.anything()],
	])('reads %s', (_, input, value) => {
		expect(places(input)).toEqual([]);
		expect(read(input)).toEqual(value);
	});

	test('gives the same tree for every line end', () => {
		const lf = 'a: 1\nb:\n  - { c: "two" }\n';
		const tree = parseYaml('a.yaml', bytesOf(lf)).root;
		expect(parseYaml('a.yaml', bytesOf(lf.replaceAll('\n', '\r\n'))).root).toEqual(tree);
		expect(parseYaml('a.yaml', bytesOf(lf.replaceAll('\n', '\r'))).root).toEqual(tree);
	});
});

describe('positions', () => {
	test('count lines and columns from 1 and know the length of a scalar', () => {
		const tree = parseYaml('a.yaml', bytesOf('a: 1\nb: { c: 77.3 }\n')).root;
		const b = tree?.kind === 'map' ? tree.entries[1]?.value : undefined;
		const c = b?.kind === 'map' ? b.entries[0] : undefined;
		expect(c?.keyWhere).toEqual({ file: 'a.yaml', line: 2, column: 6, length: 1 });
		expect(c?.value.where).toEqual({ file: 'a.yaml', line: 2, column: 9, length: 4 });
	});

	test('are those of the file with its CRLF line ends', () => {
		expect(places('a: 1\r\nb: 2\r\na: 3\r\n')).toEqual(['MB126 3:1']);
	});
});

describe('damage', () => {
	test('keeps what can still be checked when only single values are refused', () => {
		expect(read('a: 0x1F\nb: .nan\nc: "x\\u0007y"\n__proto__: 1\nd: 2\nd: 3\n')).toEqual({
			a: 31,
			b: 0,
			c: 'xy',
			d: 2,
		});
	});

	test('never gives a tree that was guessed', () => {
		expect(read('a: *x\n')).toBeUndefined();
		expect(read('a: [1, 2\n')).toBeUndefined();
	});

	test('does not pollute the prototype of objects', () => {
		read('__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n');
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});

	test('2 MB of blanks or of one word are read like any other text', () => {
		expect(places(`a: b${' '.repeat(1_900_000)}c`)).toEqual([]);
		expect(places('a'.repeat(1_900_000))).toEqual([]);
	});

	test.each([
		['D07 billion laughs', BAD_YAML.find(({ row }) => row === 'D07')?.input ?? ''],
		['2 MB of open braces', '{a: 1}'.repeat(330_000)],
		['2 MB of quotes', '"'.repeat(1_900_000)],
		['2 MB of commas', `[${','.repeat(1_900_000)}`],
		['40,000 mappings in one line', '{a: 1}'.repeat(40_000)],
	])(
		'%s ends, and is refused',
		(_, input) => {
			expect(places(input)).not.toEqual([]);
		},
		30_000,
	);
});
