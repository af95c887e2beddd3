import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { shadesOf } from '../../src/story/shades.js';
import { benchmark, claim, evidence, notReported, range, result } from '../reconcile/make-evidence.js';

const SUMS = benchmark('sums');

type Given = number | readonly [number, number] | 'blank' | 'empty';

const finding = (value: Given, setup = {}): Finding | undefined => {
	if (value === 'blank') return undefined;
	const given = value === 'empty' ? notReported : typeof value === 'number' ? value : range(...value);
	const all = evidence({
		benchmarks: [SUMS],
		topics: [result('sums', 'atlas-2', [claim(given, { setup })])],
	});
	return reconcileEvidence(all).get('sums/atlas-2');
};

test.each<readonly [string, readonly Given[], readonly string[]]>([
	['the best, and by how far the others are behind', [90, 83, 72, 50], ['best', 'close', 'apart', 'none']],
	['a small difference is close', [56.8, 56.4], ['best', 'close']],
	['equals are both the best', [70.9, 70.9], ['best', 'best']],
	['a range stands at its middle', [80, [84, 86]], ['close', 'best']],
	['one value alone is compared with nothing', [88, 'blank', 'empty'], ['none', 'none', 'none']],
	['blanks have no shade', [88, 'blank', 80], ['best', 'none', 'apart']],
	['all the same and nothing', [0, 0], ['best', 'best']],
])('%s', (_, values, shades) => {
	expect(
		shadesOf(
			values.map((value) => finding(value)),
			SUMS,
		),
	).toEqual(shades);
});

test('where lower is better, the lowest is the best', () => {
	expect(
		shadesOf(
			[1.8, 3.9, 40].map((value) => finding(value)),
			{ ...SUMS, better: 'lower' },
		),
	).toEqual(['best', 'close', 'none']);
});

test('values from different setups are not compared', () => {
	const findings = [finding(80, { effort: 'high' }), finding(70, { effort: 'low' })];
	expect(shadesOf(findings, SUMS)).toEqual(['none', 'none']);
});
