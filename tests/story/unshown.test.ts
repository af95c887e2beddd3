import { expect, test } from 'vitest';
import type { Print } from '../../src/model/deck.js';
import type { Topic } from '../../src/model/evidence.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { unshownFindings } from '../../src/story/unshown.js';
import { claim, evidence, figure, notReported, says } from '../reconcile/make-evidence.js';

const statement = (key: string, ...stances: readonly boolean[]): Topic => ({
	kind: 'statement',
	key,
	topic: 'outlook',
	label: key,
	text: `Sentence of ${key}.`,
	model: 'atlas-2',
	claims: stances.map((holds, index) =>
		claim(says(holds), { id: `${key}#${index + 1}`, source: 'abc'[index] ?? 'a' }),
	),
	where: { file: 'data/atlas/statements.yaml', line: 1, column: 1 },
});

const FINDINGS = reconcileEvidence(
	evidence({
		topics: [
			figure([claim(2)], 'count', 'speed'),
			figure([claim(3)], 'count', 'size'),
			figure([claim(notReported)], 'count', 'price'),
			statement('next', true),
			statement('denied', true, false, false),
		],
	}),
);

const shown = (claims: readonly string[], changes: Partial<Print> = {}): readonly Print[] => [
	{ about: '', text: 'printed', claims, isNote: false, ...changes },
];
const unshownBeside = (prints: readonly Print[]) => unshownFindings(FINDINGS, [{ slides: [{ prints }] }]);

test('lists what has a value and is on no slide, by what it is', () => {
	expect(unshownBeside(shown(['speed#1']))).toEqual([
		{ name: 'figures', keys: ['size'] },
		{ name: 'outlook', keys: ['next'] },
	]);
});

test.each([
	['a value, a sentence or a chart', {}, 0],
	['a note', { isNote: true }, 3],
	['a count of who says it', { key: 'tally next' }, 3],
])('%s shows %#', (_, changes, left) => {
	const groups = unshownBeside(shown(['speed#1', 'size#1', 'next#1'], changes));
	expect(groups.flatMap(({ keys }) => keys).length).toBe(left);
});
