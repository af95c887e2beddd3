import { describe, expect, test } from 'vitest';
import type { Benchmark, Claim, Topic } from '../../src/model/evidence.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { openDesk } from '../../src/story/cite.js';
import { citeRank } from '../../src/story/rank.js';
import { about, claim, evidence, model, notReported, range, result } from '../reconcile/make-evidence.js';

const IDS = ['atlas-2', 'atlas-1', 'rival', 'people'];

/** Claims of the subject, its predecessor, a rival and people, in this order. */
function rank(lists: readonly (readonly Claim[])[], better: Benchmark['better'] = 'higher') {
	const where = { file: 'data/atlas/benchmarks.yaml', line: 1, column: 1 };
	const benchmark: Benchmark = {
		...{ id: 'sums', name: 'Sums', short: 'sums', tests: 'Sums.', area: 'reasoning' },
		...{ unit: 'percent', better, notSameAs: [], where },
	};
	const roles = ['subject', 'predecessor', 'competitor', 'human'] as const;
	const all = evidence({
		models: IDS.map((id, index) => model(id, roles[index] ?? 'other')),
		benchmarks: [benchmark],
		topics: lists.map((claims, index): Topic => result('sums', IDS[index] ?? '', claims)),
	});
	return citeRank('sums', 'atlas-2', openDesk(all, reconcileEvidence(all)));
}

const at = (value: number, changes: Partial<Claim> = {}) => [claim(value, changes)];
const disputed = (one: number, other: number) => [
	claim(one, { source: 'a' }),
	claim(one, { source: 'b' }),
	claim(other, { source: 'c' }),
];

describe('a rank', () => {
	test.each<[string, readonly (readonly Claim[])[], Benchmark['better'], string]>([
		['of the highest', [at(77.3), at(64), at(65.4)], 'higher', '1st of 3 reported'],
		['of the lowest, where lower is better', [at(6.4), at(11.2), at(5.1)], 'lower', '2nd of 3 reported'],
		['of the last', [at(60), at(64), at(65.4)], 'higher', '3rd of 3 reported'],
		['shared with another', [at(77), at(77), at(65)], 'higher', 'joint 1st of 3 reported'],
		['shared, behind another', [at(77), at(77), at(80)], 'higher', 'joint 2nd of 3 reported'],
		['of one that is coarser than another', [at(77), at(77.3), at(65)], 'higher', '1st to 2nd of 3 reported'],
		[
			'of a range across another',
			[[claim(range(60, 70))], at(64), at(75)],
			'higher',
			'2nd to 3rd of 3 reported',
		],
		['of a bound below another', [[about(70, 'over')], at(75)], 'higher', '1st to 2nd of 2 reported'],
		['of a bound above another', [[about(70, 'over')], at(64)], 'higher', '1st of 2 reported'],
		[
			'without people and blanks',
			[at(70), [claim(notReported)], at(64), at(90)],
			'higher',
			'1st of 2 reported',
		],
		['of nobody else', [at(70)], 'higher', 'the only one reported'],
		[
			'without a value under another name',
			[at(70), at(80, { as: 'Sums-X' }), at(64)],
			'higher',
			'1st of 2 reported',
		],
	])('%s', (_, lists, better, text) => {
		expect(rank(lists, better)).toMatchObject({ text, contested: false, range: null });
	});

	test.each<[string, readonly (readonly Claim[])[], string, string]>([
		['that the dissent changes', [disputed(77, 60), at(64)], '1st of 2 reported', '1st to 2nd'],
		['that another’s dissent changes', [at(77), disputed(70, 80)], '1st of 2 reported', '1st to 2nd'],
		['that no dissent changes', [disputed(77.3, 75.1), at(64)], '1st of 2 reported', 'the same either way'],
	])('%s is contested, and says what the claims leave open', (_, lists, text, open) => {
		expect(rank(lists)).toMatchObject({ text, contested: true, range: open });
	});

	test('across setups says so, and leaves open what cannot be compared', () => {
		const [low, high] = [at(70, { setup: { effort: 'low' } }), at(64, { setup: { effort: 'high' } })];
		expect(rank([low, high])).toMatchObject({
			text: '1st to 2nd of 2 reported, in different setups',
			contested: false,
		});
	});

	test('rests on the claims of all that take part, and on the least supported of them', () => {
		const two = [claim(70, { source: 'a' }), claim(70, { source: 'b' })];
		expect(rank([two, at(64, { source: 'c' })])).toMatchObject({
			claims: ['sums/atlas-2#1', 'sums/atlas-2#2', 'sums/atlas-1#1'],
			independent: 1,
		});
	});

	test.each([
		['without a value', [[claim(notReported)], at(64)]],
		['of a value in another unit', [at(70, { unit: 'points' }), at(64)]],
	])('%s is none', (_, lists) => {
		expect(rank(lists)).toBeNull();
	});
});
