import { expect, test } from 'vitest';
import type { Print } from '../../src/model/deck.js';
import { checkRequiredCaveats } from '../../src/render/required-caveats.js';
import { claim, evidence, figure } from '../reconcile/make-evidence.js';

const EVIDENCE = evidence({
	topics: [
		figure([claim(9, { requires: ['full'] })], 'seconds', 'spark'),
		figure([claim(43), claim(44)], 'seconds', 'full'),
	],
});

const print = (claims: readonly string[], changes: Partial<Print> = {}): Print => ({
	about: 'x',
	text: '9 s',
	claims,
	isNote: false,
	...changes,
});

function check(...prints: readonly Print[]) {
	const templates = new Map([['brief/slides/demo', { file: 'templates/brief/slides/demo.md.hbs' }]]);
	const slides = [
		{ name: 'title', id: 'title', fit: 'error' as const, claims: [], prints: [], labels: [], charts: [] },
		{ name: 'demo', id: 'demo', fit: 'error' as const, claims: [], prints, labels: [], charts: [] },
	];
	return checkRequiredCaveats('brief', slides, EVIDENCE, templates);
}

test.each<[string, readonly Print[]]>([
	['any claim of the required topic', [print(['spark#1']), print(['full#2'])]],
	['a chart that shows both', [print(['spark#1', 'full#1'], { text: '' })]],
	['both in the notes', [print(['spark#1'], { isNote: true }), print(['full#1'], { isNote: true })]],
	['said in the notes, shown on the slide', [print(['spark#1'], { isNote: true }), print(['full#1'])]],
	['how many say so, which is not what they say', [print(['spark#1'], { key: 'tally spark' })]],
	['the required topic alone', [print(['full#1'])]],
])('goes with %s', (_, prints) => {
	expect(check(...prints)).toEqual([]);
});

test.each<[string, readonly Print[], string]>([
	['a value', [print(['spark#1'])], 'as “9 s”'],
	['a mark in a chart', [print(['spark#1'], { text: '' })], 'in a chart'],
	['a note', [print(['spark#1'], { isNote: true })], 'in its notes'],
	[
		'a value whose caveat stands in the notes, which readers do not see',
		[print(['spark#1']), print(['full#1'], { isNote: true })],
		'as “9 s”',
	],
])('fails for %s alone', (_, prints, where) => {
	expect(check(...prints)).toMatchObject([
		{
			code: 'MB331',
			location: { file: 'templates/brief/slides/demo.md.hbs' },
			args: { deck: 'brief', slide: 'demo', number: 2, where, topic: 'full' },
		},
	]);
});

test('is said where the value is printed', () => {
	const where = { file: 'templates/partials/tile.md.hbs', line: 4, column: 3 };
	expect(check(print(['spark#1'], { where }))).toMatchObject([{ location: where }]);
});

test('is said once for each slide', () => {
	expect(check(print(['spark#1']), print(['spark#1']))).toHaveLength(1);
});
