import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { exitCodeOf, reportJson, reportText } from '../../src/diagnostics/report.js';

const TEXT = 'title: Atlas 2\nresults:\n  - { value: 101, source: card }\n';
const SOURCES = new Map([['data/atlas/results.yaml', TEXT]]);
const PLAIN = { sources: SOURCES, color: false };

const at = (line: number, column: number, length = 1) => ({
	file: 'data/atlas/results.yaml',
	line,
	column,
	length,
});

const ERROR: Diagnostic = {
	code: 'MB223',
	location: at(3, 14, 3),
	args: {
		value: 101,
		side: 'above',
		limit: 100,
		end: 'highest value',
		of: 'the unit `percent`',
		advice: 'Check it.',
	},
	also: [{ location: at(1, 8), text: 'The title stands here.' }],
};
const WARNING: Diagnostic = { code: 'MB230', location: at(1, 8), args: { date: '2027', asOf: '2026' } };

describe('the text', () => {
	test('shows the place, the line, what, why, also and fix', () => {
		expect(reportText([ERROR], PLAIN)).toBe(`error MB223  out-of-bounds   data/atlas/results.yaml:3:14

  3 |   - { value: 101, source: card }
    |              ^^^

  what  101 is above 100, the highest value for the unit \`percent\`.
  also  data/atlas/results.yaml:1:8  The title stands here.
  fix   Check it.

1 error. Nothing was written.
`);
	});

	test('is empty when there is nothing to say', () => {
		expect(reportText([], PLAIN)).toBe('');
	});

	test.each([
		[[ERROR, ERROR, WARNING], '2 errors, 1 warning. Nothing was written.\n'],
		[[ERROR], '1 error. Nothing was written.\n'],
		[[WARNING, WARNING], '2 warnings.\n'],
	])('ends with a count', (diagnostics, ending) => {
		expect(reportText(diagnostics, PLAIN).endsWith(`\n\n${ending}`)).toBe(true);
	});

	test('may end with another outcome', () => {
		expect(reportText([ERROR], { ...PLAIN, outcome: 'The last good deck is shown.' })).toContain(
			'1 error. The last good deck is shown.\n',
		);
	});

	test('comes in the order of file, line and column', () => {
		const b = { ...WARNING, location: { file: 'b', line: 1, column: 1 } };
		const a2 = { ...WARNING, location: { file: 'a', line: 2, column: 1 } };
		const a10 = { ...WARNING, location: { file: 'a', line: 10, column: 1 } };
		const nowhere: Diagnostic = { code: 'MB102', args: { folder: 'data' } };
		const places = reportText([b, a10, a2, nowhere], PLAIN).match(/ {3}[ab]:\d+:\d+$|empty-brief/gm);
		expect(places).toEqual(['empty-brief', '   a:2:1', '   a:10:1', '   b:1:1']);
	});

	test('wraps long sentences under their first word', () => {
		const { length } = reportText([ERROR], { ...PLAIN, width: 40 })
			.split('\n')
			.filter((line) => line.startsWith('        '));
		expect(length).toBe(2);
	});

	test('prints errors before it leaves anything out', () => {
		const many = [...Array.from({ length: 10 }, () => WARNING), ERROR];
		const text = reportText(many, { ...PLAIN, limit: 3 });
		expect(text.match(/^(?:error|warning) /gm)).toEqual(['warning ', 'warning ', 'error ']);
		expect(text).toContain('\n8 more problems not shown.\n\n1 error, 10 warnings. Nothing was written.\n');
	});

	test('has colour only when asked', () => {
		expect(reportText([ERROR, WARNING], PLAIN)).not.toContain('\u001b');
		const text = reportText([ERROR, WARNING], { ...PLAIN, color: true });
		expect(text).toContain('\u001b[31;1merror\u001b[0m MB223');
		expect(text).toContain('\u001b[33;1mwarning\u001b[0m MB230');
	});

	test('has no frame for a file whose text is unknown', () => {
		expect(reportText([ERROR], { sources: new Map(), color: false })).not.toContain('|');
	});

	test('J18 never sends control characters from data to the terminal', () => {
		const evil = 'a\u001b[2J\u0007\u202e\u200b\ud800\nerror MB999  made-up';
		const diagnostic: Diagnostic = {
			code: 'MB220',
			location: { file: `data/\u001b]0;x\u0007/r.yaml`, line: 1, column: 1 },
			args: { place: evil, found: evil, kind: evil, nearest: evil, advice: evil },
			also: [{ location: at(1, 1), text: evil }],
		};
		const sources = new Map([[`data/\u001b]0;x\u0007/r.yaml`, 'x: \u001b[31m']]);
		const text = reportText([diagnostic], { sources, color: false });
		expect(text).not.toMatch(/[^\P{C}\n]/u);
		expect(text).not.toMatch(/^error MB999/m);
		expect(text).toContain('\\u{1b}[2J\\u{7}\\u{202e}\\u{200b}\\u{d800}\\u{a}error');
	});
});

describe('the frame', () => {
	const frame = (line: string, column: number, length = 1) =>
		reportText([{ ...WARNING, location: { file: 'f', line: 1, column, length } }], {
			sources: new Map([['f', line]]),
			color: false,
		})
			.split('\n')
			.slice(2, 4);

	test('underlines as many columns as the characters take', () => {
		expect(frame('a: 評価 x', 7)).toEqual(['  1 | a: 評価 x', '    |         ^']);
		expect(frame('a: 評価 x', 4, 2)[1]).toBe('    |    ^^^^');
	});

	test('cuts a long line around the caret', () => {
		const [source = '', caret = ''] = frame(`${'x'.repeat(300)}HERE${'y'.repeat(300)}`, 301, 4);
		expect(source.length).toBeLessThan(110);
		expect(source.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE');
	});

	test('survives a place that is not in the text', () => {
		expect(frame('short', 99)).toHaveLength(2);
		expect(frame('', 1)[0]).not.toContain('|');
	});
});

describe('the JSON', () => {
	test('has the full wording and the counts', () => {
		expect(JSON.parse(reportJson([ERROR, WARNING]))).toMatchObject({
			errors: 1,
			warnings: 1,
			diagnostics: [
				{ code: 'MB230', name: 'future-date', severity: 'warning', location: { line: 1, column: 8 } },
				{ code: 'MB223', severity: 'error', fix: 'Check it.', also: [{ text: 'The title stands here.' }] },
			],
		});
	});

	test('is a list of none for none', () => {
		expect(JSON.parse(reportJson([]))).toEqual({ errors: 0, warnings: 0, diagnostics: [] });
	});
});

describe('the exit code', () => {
	const usage: Diagnostic = { code: 'MB582', args: {} };
	const build: Diagnostic = { code: 'MB393', args: {} };
	const environment: Diagnostic = { code: 'MB402', args: {} };

	test.each([
		['nothing', [], false, 0],
		['a warning', [WARNING], false, 0],
		['a warning under --strict', [WARNING], true, 4],
		['nothing under --strict', [], true, 0],
		['an error in evidence', [ERROR, WARNING], true, 3],
		['a failed build', [build, WARNING], false, 1],
		['no browser', [environment], false, 5],
		['evidence before build and environment', [environment, build, ERROR], false, 3],
		['usage before everything', [environment, build, ERROR, usage], false, 2],
		['build before environment', [environment, build], false, 1],
	])('of %s', (_, diagnostics, strict, exit) => {
		expect(exitCodeOf(diagnostics, { strict })).toBe(exit);
	});
});
