import { expect, test } from 'vitest';
import type { Evidence, Figure, Topic } from '../../src/model/evidence.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { reportConflicts } from '../../src/story/conflict-report.js';
import { about, claim, evidence, figure, keepRange, says } from '../reconcile/make-evidence.js';

function reportOf(topics: readonly Topic[], changes: Partial<Evidence> = {}) {
	const all = evidence({ topics, ...changes });
	return reportConflicts(all, reconcileEvidence(all));
}

const from = (source: string, value: Parameters<typeof claim>[0]) => claim(value, { source });

const ROUNDING = figure([from('a', 77), from('b', 77.3)], 'percent', 'rounding');
const DECIDED = figure([from('a', 75), from('b', 77), from('c', 77)], 'percent', 'decided');
const OPEN = figure([from('a', 75), from('b', 77)], 'percent', 'open');
const AGREED = figure([from('a', 75), from('b', 75)], 'percent', 'agreed');
const WORDS: Topic = {
	kind: 'statement',
	key: 'words',
	topic: 'capability',
	label: 'Sums itself',
	text: 'It does sums by itself.',
	model: 'atlas-2',
	claims: [
		claim(says(true), { id: 'words#1', source: 'a' }),
		claim(says(false), { id: 'words#2', source: 'b' }),
		claim(says(false), { id: 'words#3', source: 'c' }),
	],
	where: { file: 'data/atlas/statements.yaml', line: 3, column: 3 },
};

test('worst first: by cause, then what is undecided, then numbers before words', () => {
	const { conflicts, summary } = reportOf([AGREED, ROUNDING, WORDS, DECIDED, OPEN]);
	expect(conflicts.map(({ key, cause }) => [key, cause])).toEqual([
		['open', 'contradiction'],
		['decided', 'contradiction'],
		['words', 'contradiction'],
		['rounding', 'rounding'],
	]);
	expect(summary).toMatchObject({
		findings: 5,
		differing: 4,
		contested: 3,
		unresolved: 1,
		byCause: { contradiction: 3, rounding: 1 },
	});
});

test('every claim stands on exactly one side, the printed side first', () => {
	const [conflict] = reportOf([DECIDED]).conflicts;
	expect(conflict).toMatchObject({ printed: '77%', range: '75–77%', chosenBy: 'more origins', holds: null });
	expect(
		conflict?.sides.map(({ says, cause, claims }) => [says, cause, claims.map(({ source }) => source)]),
	).toEqual([
		['77%', 'agree', ['b', 'c']],
		['75%', 'contradiction', ['a']],
	]);
});

test('sides that contradict only each other say so, and the finding stands among the contradictions', () => {
	const bound = { source: 'a', qualifiers: ['over'] } as const;
	const topic = figure(
		[claim(1000, bound), claim(1000, { ...bound, source: 'b' }), from('c', 1200), from('d', 1500)],
		'tokens-per-second',
		'speed',
	);
	const [conflict] = reportOf([topic]).conflicts;
	expect(conflict).toMatchObject({ cause: 'contradiction', contested: true, printed: 'over 1,000 tokens/s' });
	expect(conflict?.sides.map(({ says, cause, contradicts }) => [says, cause, contradicts])).toEqual([
		['over 1,000 tokens/s', 'agree', []],
		['1,200 tokens/s', 'uncertainty', [2]],
		['1,500 tokens/s', 'uncertainty', [1]],
	]);
});

test('a sentence that its sources deny is shown as denied', () => {
	const [conflict] = reportOf([WORDS]).conflicts;
	expect(conflict).toMatchObject({ printed: 'It does sums by itself.', holds: false });
	expect(conflict?.sides.map(({ says }) => says)).toEqual(['denied', 'said']);
});

test('a claim that does not follow from the printed values is a contradiction with the sum', () => {
	const lead: Figure = {
		...(figure([about(2, 'nearly')], 'times', 'lead') as Figure),
		computed: { kind: 'ratio', of: 'left', to: 'right' },
	};
	const topics = [
		lead,
		figure([from('a', 64.7)], 'percent', 'left'),
		figure([from('a', 38.2)], 'percent', 'right'),
	];
	const [conflict] = reportOf(topics).conflicts;
	expect(conflict).toMatchObject({
		key: 'lead',
		cause: 'contradiction',
		unresolved: true,
		printed: '1.69–2×',
		computed: { text: '1.69× from 64.7% and 38.2%', of: 'left', to: 'right', follows: false },
		sides: [{ says: 'nearly 2×' }],
	});
});

test('a ruling comes with its reason and its place', () => {
	const [conflict] = reportOf([{ ...OPEN, key: 'topic' } as Topic], { rulings: [keepRange] }).conflicts;
	expect(conflict).toMatchObject({
		unresolved: false,
		printed: '75–77%',
		chosenBy: 'ruled',
		ruling: { reason: 'Both.', where: keepRange.where },
	});
});

test('open questions are gaps', () => {
	const question = { id: 'q', question: 'What does it cost?', why: 'Nobody says.', where: keepRange.where };
	expect(reportOf([AGREED], { questions: [question] }).gaps.at(-1)).toEqual({
		kind: 'open-question',
		question: 'What does it cost?',
		why: 'Nobody says.',
		items: [{ name: 'What does it cost?', where: keepRange.where }],
	});
});
