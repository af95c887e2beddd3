import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/model/evidence.js';
import { countIndependent, originsOf } from '../../src/reconcile/independence.js';
import { claim, source } from './make-evidence.js';

const shelf = (...sources: readonly Source[]) => new Map(sources.map((one) => [one.id, one]));
const from = (id: string, ...credits: string[]) => claim(1, { source: id, credits });

describe('the origins of a claim', () => {
	const sources = shelf(
		source('vendor'),
		source('blog', { derivesFrom: ['vendor'] }),
		source('digest', { derivesFrom: ['blog', 'lab'] }),
		source('lab'),
		source('left', { derivesFrom: ['right'] }),
		source('right', { derivesFrom: ['left'] }),
		source('third', { derivesFrom: ['right', 'lab'] }),
	);

	test.each([
		['a document of its own', from('lab'), ['lab']],
		['a retelling', from('blog'), ['vendor']],
		['a retelling of retellings', from('digest'), ['lab', 'vendor']],
		['a credit, which says more than the list of what it retells', from('digest', 'lab'), ['lab']],
		['two credits', from('lab', 'blog', 'digest'), ['lab', 'vendor']],
		['a credit to somebody who is not listed', from('lab', 'nobody'), ['nobody']],
		['two documents that retell each other', from('right'), ['left']],
		['the same circle, entered on the other side', from('left'), ['left']],
		['a circle with a way out', from('third'), ['lab']],
	])('%s', (_, one, origins) => {
		expect([...originsOf(one, sources)].sort()).toEqual(origins);
	});
});

describe('how many claims are independent', () => {
	const sources = shelf(
		source('vendor'),
		...['r1', 'r2', 'r3'].map((id) => source(id, { derivesFrom: ['vendor'] })),
		source('x', { derivesFrom: ['y'] }),
		source('y', { derivesFrom: ['x'] }),
	);

	test.each([
		['none', [], 0],
		['three that retell one announcement', [from('r1'), from('r2'), from('r3')], 1],
		['a retelling and its origin', [from('r1'), from('vendor')], 1],
		['two that retell each other', [from('x'), from('y')], 1],
		['a circle beside a document of its own', [from('x'), from('y'), from('lab')], 2],
		['two documents of their own', [from('lab'), from('press')], 2],
		['a chain that shares neighbours', [from('d', 'p', 'q'), from('e', 'q', 'r'), from('f', 'r', 's')], 2],
		[
			'one that shares with all others',
			[from('d', 'p', 'q', 'r'), from('e', 'p'), from('f', 'q'), from('g', 'r')],
			3,
		],
		['a triangle', [from('d', 'p', 'q'), from('e', 'q', 'r'), from('f', 'p', 'r')], 1],
	])('%s', (_, claims, count) => {
		expect(countIndependent(claims, sources)).toBe(count);
	});
});

test('packs as well as trying every choice of claims does', () => {
	const credits = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't'), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(fc.array(credits, { maxLength: 7 }), (lists) => {
			const claims = lists.map((list, index) => from(`d${index}`, ...list));
			expect(countIndependent(claims, shelf())).toBe(bestOfAll(lists));
		}),
		{ numRuns: 300 },
	);
});

function bestOfAll(lists: readonly (readonly string[])[]): number {
	let best = 0;
	for (let choice = 0; choice < 2 ** lists.length; choice += 1) {
		const chosen = lists.filter((_, index) => choice & (1 << index));
		const all = chosen.flat();
		if (new Set(all).size === all.length) best = Math.max(best, chosen.length);
	}
	return best;
}
