import { describe, expect, test } from 'vitest';
import { parseEvidence } from '../../src/load/parse-evidence.js';
import type { Evidence, Topic } from '../../src/model/evidence.js';
import { validateEvidence } from '../../src/validate/validate-evidence.js';
import { ATLAS, check, checkAtlas, errorsIn } from './atlas.js';
import { OPTIONS, readFixture } from './fixtures.js';

const complete = check(readFixture('complete'), OPTIONS).evidence as Evidence;
const topic = (key: string) => complete.topics.find((one) => one.key === key) as Topic;

describe('defaults', () => {
	test('the brief is named after its folder, in English, with both decks', () => {
		expect(complete.brief).toEqual({
			id: 'atlas',
			title: 'Atlas 2',
			language: 'en',
			asOf: '2026-03-01',
			invented: true,
			decks: [
				{ deck: 'executive-brief', theme: 'executive' },
				{ deck: 'engineering-deep-dive', theme: 'engineering' },
			],
		});
	});

	test('the subject is the first model', () => {
		expect(complete.subject).toMatchObject({ id: 'atlas-2', role: 'subject' });
		expect(complete.models[0]).toBe(complete.subject);
		expect(complete.models.map(({ id }) => id)).toEqual(['atlas-2', 'atlas-1', 'people', 'rival-3']);
	});

	test('a source was read and derives from nothing, unless it says so', () => {
		expect(complete.sources.map(({ id, read, derivesFrom }) => [id, read, derivesFrom])).toEqual([
			['card', true, []],
			['review', true, ['card']],
			['blog', false, []],
		]);
	});

	test('a percent has the bounds 0 and 100, and a benchmark without a short name its name', () => {
		expect(complete.benchmarks[0]).toMatchObject({ short: 'GSM8K', min: 0, max: 100, notSameAs: [] });
	});

	test('a topic without a model is about the subject', () => {
		expect(topic('speed')).toMatchObject({ kind: 'figure', model: 'atlas-2' });
		expect(topic('writes-tests')).toMatchObject({ kind: 'statement', model: 'atlas-2' });
	});

	test('files of evidence that the brief does not have are listed', () => {
		expect(complete.missingFiles).toEqual([]);
		expect(checkAtlas({}).evidence?.missingFiles).toEqual(['safety.yaml', 'timeline.yaml']);
	});
});

describe('topics', () => {
	test('have one list, with a key and a kind each', () => {
		expect(complete.topics.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
			'result gsm8k/atlas-2',
			'result gsm8k/atlas-1',
			'figure speed',
			'figure gsm8k-gain',
			'classification cyber',
			'safeguard refusals',
			'access api',
			'commitment credits',
			'event launch',
			'statement writes-tests',
		]);
	});

	test('know what a computed figure comes from', () => {
		expect(topic('gsm8k-gain')).toMatchObject({
			computed: { kind: 'difference', of: 'gsm8k/atlas-2', to: 'gsm8k/atlas-1' },
		});
	});

	test('carry no field that the type does not have', () => {
		expect(Object.keys(topic('refusals')).sort()).toEqual([
			'claims',
			'key',
			'kind',
			'label',
			'layer',
			'text',
			'where',
		]);
	});
});

describe('claims', () => {
	test.each([
		['gsm8k/atlas-2#1', { kind: 'number', number: 91 }],
		['speed#2', { kind: 'not-reported' }],
		['launch#1', { kind: 'date', from: '2026-02-10', to: '2026-02-10' }],
		['launch#2', { kind: 'text', text: 'last week', contradicts: false }],
		['launch#3', { kind: 'text', text: 'not yet', contradicts: true }],
		['cyber#1', { kind: 'assertion', holds: true }],
		['writes-tests#2', { kind: 'assertion', holds: false }],
		['credits#1', { kind: 'number', number: 1_000_000 }],
	])('%s says %o', (id, value) => {
		const claims = complete.topics.flatMap((one) => one.claims);
		expect(claims.find((claim) => claim.id === id)?.value).toEqual(value);
	});

	test.each([
		['2023', { kind: 'date', from: '2023', to: '2023' }],
		['[2023, 2024]', { kind: 'date', from: '2023', to: '2024' }],
		['[2026-01, 2026-02-05]', { kind: 'date', from: '2026-01', to: '2026-02-05' }],
	])('an event may be dated %s', (written, value) => {
		const timeline = `- id: e\n  label: E\n  category: release\n  claims:\n    - { value: ${written}, source: card, at: X }\n`;
		const { evidence } = checkAtlas({ 'timeline.yaml': timeline });
		expect(evidence?.topics.find(({ key }) => key === 'e')?.claims[0]?.value).toEqual(value);
	});

	test('credits by short name become ids', () => {
		expect(topic('gsm8k/atlas-2').claims[1]?.credits).toEqual(['blog']);
	});

	test('stand where their value stands', () => {
		expect(topic('gsm8k/atlas-2').claims[1]?.where).toEqual({
			file: 'data/atlas/results.yaml',
			line: 5,
			column: 16,
			length: 2,
		});
	});

	test('stand at their start where they have no value', () => {
		expect(topic('writes-tests').claims[1]?.where).toMatchObject({ line: 7, column: 7 });
	});
});

test('rulings prefer a source or keep the range', () => {
	expect(complete.rulings[0]).toMatchObject({
		on: 'gsm8k/atlas-2',
		decision: { kind: 'prefer', source: 'card' },
	});
	const { evidence } = checkAtlas({
		'rulings.yaml': '- { on: gsm8k/atlas-2, keep: range, reason: Both are good. }\n',
	});
	expect(evidence?.rulings[0]?.decision).toEqual({ kind: 'keep-range' });
});

test('rulings say over which values they were made, and which claim they mean', () => {
	const { evidence } = checkAtlas({
		'rulings.yaml':
			'- { on: gsm8k/atlas-2, prefer: review, at: Scores, over: [91, 83, [80.5, 82], 2026-02-05, barely], reason: X. }\n',
	});
	expect(evidence?.rulings[0]).toMatchObject({
		decision: { kind: 'prefer', source: 'review', at: 'Scores' },
		over: ['91', '83', '[80.5, 82]', '2026-02-05', 'barely'],
	});
});

test('storyline texts know their place', () => {
	const words = complete.storyline['executive-brief']?.gains;
	expect(words?.headline).toEqual({
		text: 'Atlas 2 is better at school sums than Atlas 1',
		where: { file: 'data/atlas/storyline.yaml', line: 3, column: 15, length: 45 },
	});
	expect(words?.points.map(({ where }) => where.line)).toEqual([6, 7]);
	expect(words?.notes?.caveat?.text).toBe('The Level 2 rating stands.');
});

test('text is one normalised line', () => {
	const text = '    It writes\n\n      te\u0301sts\twithout being asked.';
	const statements = (ATLAS['statements.yaml'] ?? '').replace(
		' It writes tests without being asked.',
		` >-\n${text}`,
	);
	const { evidence } = checkAtlas({ 'statements.yaml': statements });
	expect(evidence?.topics.at(-1)).toMatchObject({ text: 'It writes tésts without being asked.' });
});

test('problems of all files come in one run, in reading order', () => {
	const { diagnostics } = check(readFixture('names'), OPTIONS);
	expect(new Set(diagnostics.map(({ location }) => location?.file)).size).toBe(4);
});

test('what refers to a file that cannot be read is not blamed', () => {
	expect(errorsIn(checkAtlas({ 'sources.yaml': 'a: [\n' }).diagnostics)).toEqual(['MB135']);
	expect(errorsIn(checkAtlas({ 'benchmarks.yaml': '- {\n' }).diagnostics)).toEqual(['MB135']);
	expect(errorsIn(checkAtlas({ 'brief.yaml': 'title: A\n' }).diagnostics)).toEqual(['MB202']);
});

test('a tree that was read with errors never becomes evidence', () => {
	expect(checkAtlas({ 'figures.yaml': '# later\n' }).evidence).toBeUndefined();
});

test('line ends and a byte-order mark change nothing', () => {
	const crlf = Object.entries(ATLAS).map(([name, text]) => [name, `\ufeff${text.replaceAll('\n', '\r\n')}`]);
	expect(check(Object.fromEntries(crlf)).evidence).toEqual(check(ATLAS).evidence);
});

test('400 claims in ten files are loaded and checked', () => {
	const claim = '    - { value: 91, qualifier: about, source: card, at: Results, note: As printed. }\n';
	const results = Array.from(
		{ length: 100 },
		(_, n) =>
			`- benchmark: gsm8k\n  model: m${n}\n  claims:\n${claim}${claim.replace('91', '90')}${claim.replace('91', '89')}${claim.replace('91', '88')}`,
	);
	const models = Array.from(
		{ length: 100 },
		(_, n) => `- { id: m${n}, name: Model ${n}, vendor: X, role: other }\n`,
	);
	const encoder = new TextEncoder();
	const inputs = Object.entries({
		...ATLAS,
		'results.yaml': results.join(''),
		'models.yaml': models.join(''),
	}).map(([name, text]) => ({ path: `data/atlas/${name}`, bytes: encoder.encode(text) }));
	const run = () => validateEvidence(parseEvidence(inputs).value).value;
	expect(run()?.topics.flatMap(({ claims }) => claims).length).toBe(402);
});

test('S26 10,000 results are read and checked', () => {
	const result = (n: number) =>
		`- { benchmark: gsm8k, model: m${n}, claims: [{ value: 1, source: card, at: X }] }\n`;
	const model = (n: number) => `- { id: m${n}, name: M${n}, vendor: X, role: other }\n`;
	const many = (one: (n: number) => string) => Array.from({ length: 10_000 }, (_, n) => one(n)).join('');
	const { evidence, diagnostics } = checkAtlas({ 'results.yaml': many(result), 'models.yaml': many(model) });
	expect(errorsIn(diagnostics)).toEqual([]);
	expect(evidence?.topics.length).toBe(10_002);
}, 20_000);

test('a chain of 5,000 sources is no circle', () => {
	const chain = Array.from(
		{ length: 5_000 },
		(_, n) =>
			`- { id: s${n}, title: T, short: S${n}, publisher: P, kind: paper, party: third, derivesFrom: [s${n + 1}] }\n`,
	);
	const last = '- { id: s5000, title: T, short: Last, publisher: P, kind: paper, party: third }\n';
	const { diagnostics } = checkAtlas({
		'sources.yaml': (ATLAS['sources.yaml'] ?? '') + chain.join('') + last,
	});
	expect(errorsIn(diagnostics)).toEqual([]);
}, 20_000);
