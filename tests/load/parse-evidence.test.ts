import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_FILES, parseEvidence } from '../../src/load/parse-evidence.js';
import { validateEvidence } from '../../src/validate/validate-evidence.js';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

const codes = (...files: Parameters<typeof parseEvidence>[0]) =>
	parseEvidence(files, 'data/atlas').diagnostics.map(({ code, args }) => `${code} ${args.file ?? ''}`.trim());

const BRIEF = file('data/atlas/brief.yaml', 'title: Atlas\n');
const SOURCES = file('data/atlas/sources.yaml', '- id: card\n');

describe('which files a brief has', () => {
	test('an empty folder is not a brief', () => {
		expect(codes()).toEqual(['MB102']);
		expect(codes(file('data/atlas/README.md', 'Hello'))).toEqual(['MB102']);
	});

	test.each([
		['brief.yaml', [SOURCES]],
		['sources.yaml', [BRIEF]],
	])('%s is required', (name, files) => {
		expect(codes(...files)).toEqual([`MB103 ${name}`]);
	});

	test('the others are not', () => {
		expect(codes(BRIEF, SOURCES)).toEqual([]);
	});

	test.each([
		['result.yaml', 'results.yaml'],
		['results.yml', 'results.yaml'],
		['Timeline.yaml', 'timeline.yaml'],
		['story-line.yaml', 'storyline.yaml'],
		['recipes.yaml', ''],
	])('%s is not read, and may mean "%s"', (name, nearest) => {
		const { diagnostics } = parseEvidence([BRIEF, SOURCES, file(`data/atlas/${name}`, ': :')]);
		expect(diagnostics).toMatchObject([{ code: 'MB104', args: { file: name, nearest } }]);
	});

	test('a picture or a README is no concern of ours', () => {
		expect(codes(BRIEF, SOURCES, file('data/atlas/README.md', ''), file('data/atlas/logo.svg', ''))).toEqual(
			[],
		);
	});

	test('the same file twice is an error', () => {
		expect(codes(BRIEF, SOURCES, file('elsewhere/brief.yaml', 'title: B\n'))).toEqual(['MB142 brief.yaml']);
	});

	test('files come in reading order, whatever order they are given in', () => {
		const files = [...EVIDENCE_FILES].reverse().map((name) => file(`data/atlas/${name}`, 'a: 1\n'));
		expect(parseEvidence(files).value.files.map(({ name }) => name)).toEqual(EVIDENCE_FILES);
	});

	test('one broken file does not hide the others', () => {
		const broken = [
			file('b/brief.yaml', 'a: [\n'),
			file('b/sources.yaml', 'a: "\n'),
			file('b/models.yaml', ''),
		];
		expect(codes(...broken)).toEqual(['MB135', 'MB109', 'MB124']);
		expect(parseEvidence(broken).value.isSound).toBe(false);
	});
});

describe('any input', () => {
	const name = fc.constantFrom(...EVIDENCE_FILES);
	const twice = (files: Parameters<typeof parseEvidence>[0]) => {
		const run = () => {
			const loaded = parseEvidence(files);
			return [...loaded.diagnostics, ...validateEvidence(loaded.value).diagnostics];
		};
		expect(run()).toEqual(run());
	};

	test('any bytes give diagnostics, never an exception, and always the same', () => {
		const inputs = fc.array(fc.record({ name, bytes: fc.uint8Array({ maxLength: 200 }) }), { maxLength: 4 });
		fc.assert(
			fc.property(inputs, (files) => twice(files.map(({ name, bytes }) => ({ path: `b/${name}`, bytes })))),
			{ numRuns: 300 },
		);
	}, 30_000);

	test('any text made of what YAML is made of gives diagnostics, never an exception', () => {
		const piece = fc.constantFrom(
			...[
				'a',
				'id',
				'claims',
				'value',
				':',
				': ',
				'- ',
				'\n',
				'\n  ',
				' ',
				'"',
				"'",
				'[',
				']',
				'{',
				'}',
				',',
				'#',
			],
			...[
				'&x',
				'*x',
				'!t',
				'|',
				'>',
				'?',
				'%',
				'@',
				'---',
				'...',
				'1',
				'.5',
				'0x1',
				'\t',
				'\\',
				'\u202e',
				'😀',
				'~',
			],
		);
		const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(name, text, (name, text) => twice([file(`b/${name}`, text)])),
			{ numRuns: 1_000 },
		);
	}, 30_000);

	test('any value in any field gives diagnostics, never an exception', () => {
		const json = fc.json({ maxDepth: 3 });
		const field = fc.constantFrom(
			'id',
			'claims',
			'subject',
			'value',
			'source',
			'derivesFrom',
			'role',
			'on',
			'unit',
		);
		fc.assert(
			fc.property(name, field, json, (name, field, json) => {
				twice([file(`b/${name}`, `- ${field}: ${json}\n`)]);
				twice([file(`b/${name}`, `${field}: ${json}\n`)]);
			}),
			{ numRuns: 500 },
		);
	}, 30_000);
});
