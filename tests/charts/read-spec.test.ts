import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeInSpec, readSpec } from '../../src/charts/read-spec.js';

const FILE = 'templates/charts/bars.vl.json';
const read = (text: string) => readSpec({ file: FILE, text });

describe('a spec that is no JSON', () => {
	test.each([
		['a comma too many', '{\n\t"a": 1,\n\t,"b": 2\n}', '“,” cannot stand here', 3, 2],
		['a comma at the end', '{ "a": [1, 2, ] }', '“]” cannot stand here', 1, 15],
		['a comma too few', '{ "a": 1\n  "b": 2 }', '“"” cannot stand here', 2, 3],
		['a bare name', '{ a: 1 }', '“a” cannot stand here', 1, 3],
		['a comment', '{\n\t// bars\n\t"a": 1 }', '“/” cannot stand here', 2, 2],
		['a misspelt word', '{ "a": treu }', '“e” cannot stand here', 1, 10],
		['a line in a text', '{ "a": "b\nc" }', '“\n” cannot stand here', 1, 10],
		['something after it', '{ "a": 1 }\n}', '“}” cannot stand here', 2, 1],
		['half of it', '{ "a": [1, 2\n', 'it ends too early', 1, 12],
		['an open text', '{ "a": "b }', 'it ends too early', 1, 11],
		['nothing', '', 'it ends too early', 1, 1],
	])('%s', (_what, text, reason, line, column) => {
		expect(read(text)).toEqual({
			reason: `it is not JSON: ${reason}`,
			location: { file: FILE, line, column },
		});
	});

	test('a character that JSON cannot hold is found wherever it comes in', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, seed) => {
				const text = JSON.stringify({ value });
				const at = seed % text.length;
				// No JSON has this character outside of a text, and none has it inside without a backslash.
				const location = { file: FILE, line: 1, column: at + 1 };
				expect(read(`${text.slice(0, at)}\u0001${text.slice(at)}`)).toMatchObject({ location });
			}),
		);
	});

	test('JSON is read', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(read(text)).toEqual({ value: JSON.parse(text) });
			}),
		);
	});
});

test('a problem stands where the spec has the word that it quotes, else at its beginning', () => {
	const spec = { file: FILE, text: '{\n\t"layer": [\n\t\t{ "mark": "sparkle" }\n\t]\n}' };
	expect(placeInSpec(spec, 'there is no mark “sparkle”')).toEqual({
		file: FILE,
		line: 3,
		column: 13,
		length: '"sparkle"'.length,
	});
	expect(placeInSpec(spec, 'something else')).toEqual({ file: FILE, line: 1, column: 1 });
});
