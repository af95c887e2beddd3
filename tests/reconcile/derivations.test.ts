import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Evidence, Figure, Ruling, Unit } from '../../src/model/evidence.js';
import type { Cause, Finding } from '../../src/model/finding.js';
import { decimalsOf } from '../../src/model/numbers.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import {
	about,
	claim,
	denial,
	evidence,
	figure,
	prefer,
	range,
	source,
	words,
	written,
} from './make-evidence.js';

interface Sum {
	readonly kind?: 'difference' | 'ratio';
	readonly of: readonly Claim[];
	readonly to: readonly Claim[];
	/** Unit of the two inputs. */
	readonly inputs?: Unit;
	readonly unit?: Unit;
	readonly claims: readonly Claim[];
	readonly rulings?: readonly Ruling[];
	readonly changes?: Partial<Evidence>;
}

/** The finding about a figure that is computed from two others. */
function compute({
	kind = 'difference',
	of,
	to,
	inputs = 'percent',
	unit,
	claims,
	rulings,
	changes,
}: Sum): Finding {
	const own = unit ?? (kind === 'ratio' ? 'times' : 'points');
	const computed = { kind, of: 'left', to: 'right' } as const;
	const lead: Figure = { ...(figure(claims, own, 'lead') as Figure), computed };
	const topics = [lead, figure(of, inputs, 'left'), figure(to, inputs, 'right')];
	const all = evidence({ topics, ...(rulings && { rulings }), ...changes });
	const finding = reconcileEvidence(all).get('lead');
	if (finding === undefined) throw new Error('no finding');
	return finding;
}

const says = (value: number, source = 'a') => claim(value, { source });
const number = (n: number) => ({ kind: 'number', number: n });

describe('what two values come to', () => {
	test.each<[string, Sum, object, Unit]>([
		[
			'a difference of percentages is in points',
			{ of: [says(77.3)], to: [says(65.4)], claims: [says(12)] },
			number(11.9),
			'points',
		],
		[
			'it keeps the finer decimals',
			{ of: [says(77)], to: [says(65.25)], claims: [says(12)] },
			number(11.75),
			'points',
		],
		[
			'zeros that the input was written with are among them',
			{ of: [claim(written('77.30'))], to: [says(65.3)], claims: [says(12)] },
			{ ...number(12), decimals: 2 },
			'points',
		],
		[
			'it may be negative',
			{ of: [says(65.4)], to: [says(72)], claims: [says(-6.6)] },
			number(-6.6),
			'points',
		],
		[
			'Elo stays Elo',
			{ of: [says(1500)], to: [says(1356)], inputs: 'elo', claims: [says(144)], unit: 'elo' },
			number(144),
			'elo',
		],
		[
			'a ratio is in times, with two decimals',
			{ kind: 'ratio', of: [says(64.7)], to: [says(38.2)], claims: [says(2)] },
			number(1.69),
			'times',
		],
		[
			'a half is rounded up',
			{ kind: 'ratio', of: [says(1.005)], to: [says(1)], claims: [says(1)] },
			number(1.01),
			'times',
		],
		[
			'a range gives a range',
			{ of: [says(77.3)], to: [claim(range(65.4, 69.9))], claims: [says(12)] },
			{ kind: 'range', from: 7.4, to: 11.9 },
			'points',
		],
	])('%s', (_, sum, value, unit) => {
		expect(compute(sum).computed).toMatchObject({ value, unit });
	});

	test.each<[string, Sum]>([
		[
			'an input that nobody reports',
			{ of: [claim({ kind: 'not-reported' })], to: [says(1)], claims: [says(1)] },
		],
		['an input in words', { of: [claim(words('large'))], to: [says(1)], claims: [says(1)] }],
		['an input that is only a bound', { of: [about(50, 'over')], to: [says(1)], claims: [says(1)] }],
		['inputs in two units', { of: [claim(50, { unit: 'usd' })], to: [says(1)], claims: [says(1)] }],
		['a ratio to zero', { kind: 'ratio', of: [says(5)], to: [says(0)], claims: [says(1)] }],
	])('%s comes to nothing', (_, sum) => {
		expect(compute(sum).computed).toBeUndefined();
	});

	test('inputs that are computed themselves are computed first, and a circle comes to nothing', () => {
		const gap = (key: string, of: string, to: string): Figure => ({
			...(figure([says(1)], 'points', key) as Figure),
			computed: { kind: 'difference', of, to },
		});
		const chain = reconcileEvidence(
			evidence({
				topics: [
					gap('second', 'first', 'b'),
					gap('first', 'a', 'b'),
					figure([says(9)], 'points', 'a'),
					figure([says(8)], 'points', 'b'),
				],
			}),
		);
		expect(chain.get('second')?.computed?.value).toEqual(number(-7));
		const circle = reconcileEvidence(evidence({ topics: [gap('x', 'y', 'y'), gap('y', 'x', 'x')] }));
		expect([...circle.keys()]).toEqual(['x', 'y']);
	});
});

describe('a claim beside what follows from the printed values', () => {
	const POINTS = { of: [says(77.3)], to: [says(65.4)] };
	const TIMES = { kind: 'ratio', of: [says(64.7)], to: [says(38.2)] } as const;
	const GAIN = { of: [says(64.7)], to: [says(38.2)] };

	test.each<[string, Omit<Sum, 'claims'>, Claim, Cause]>([
		['the same number', POINTS, says(11.9), 'agree'],
		['a coarser number', POINTS, says(12), 'rounding'],
		['“nearly 12” for 11.9', POINTS, about(12, 'nearly'), 'rounding'],
		['“nearly 11.8” for 11.9', POINTS, about(11.5, 'nearly'), 'contradiction'],
		['“nearly 13” for 11.9', POINTS, about(13, 'nearly'), 'contradiction'],
		['“about 12” for 11.9', POINTS, about(12, 'about'), 'rounding'],
		['5 points for 11.9', POINTS, says(5), 'contradiction'],
		['5 percent for 11.9 points', POINTS, claim(5, { unit: 'percent-change' }), 'contradiction'],
		['11.9 percent for 11.9 points', POINTS, claim(11.9, { unit: 'percent-change' }), 'unit'],
		['26.5 percent for 26.5 points', GAIN, claim(26.5, { unit: 'percent-change' }), 'unit'],
		['the true percent change', GAIN, claim(69.4, { unit: 'percent-change' }), 'agree'],
		['the true percent change, rounded', GAIN, claim(69, { unit: 'percent-change' }), 'agree'],
		['over 10 for 11.9', POINTS, about(10, 'over'), 'uncertainty'],
		['over 12 for 11.9', POINTS, about(12, 'over'), 'contradiction'],
		['up to 12 for 11.9', POINTS, about(12, 'up to'), 'uncertainty'],
		['under 11.9 for 11.9', POINTS, about(11.9, 'under'), 'contradiction'],
		['a range around it', POINTS, claim(range(10, 13)), 'uncertainty'],
		['a range beside it', POINTS, claim(range(12.5, 13)), 'contradiction'],
		['“nearly double” for 1.69', TIMES, about(2, 'nearly'), 'contradiction'],
		['double for 1.69, which is no rounding', TIMES, says(2), 'contradiction'],
		['1.7 for 1.69', TIMES, says(1.7), 'rounding'],
		[
			'“nearly double” for 1.95',
			{ kind: 'ratio', of: [says(39)], to: [says(20)] },
			about(2, 'nearly'),
			'rounding',
		],
		[
			'a last digit that the rounding of the inputs explains',
			{ of: [says(56.8)], to: [says(56.4)] },
			says(0.5),
			'rounding',
		],
	])('%s', (_, sum, one, cause) => {
		expect(compute({ ...sum, claims: [one] }).computed?.checks[0]?.cause).toBe(cause);
	});

	test('words are not checked', () => {
		expect(compute({ ...POINTS, claims: [claim(words('far ahead'))] }).computed?.checks).toEqual([]);
	});

	test('says so when the number follows from what its own source gives elsewhere', () => {
		const finding = compute({
			of: [says(77.3), says(77.3, 'b'), says(75.1, 'c')],
			to: [says(65.4), says(65.4, 'b'), claim(70.1, { source: 'c', qualifiers: ['estimated'] })],
			claims: [says(12), says(5, 'c'), says(4, 'd')],
		});
		const checks = finding.computed?.checks.map(({ cause, followsFromOwnSource }) => [
			cause,
			followsFromOwnSource,
		]);
		expect(checks).toEqual([
			['rounding', false],
			['contradiction', true],
			['contradiction', false],
		]);
	});
});

describe('what is computed weighs in', () => {
	const POINTS = { of: [says(77.3)], to: [says(65.4)] };

	test('of two claims, the one that follows from the printed values heads the finding', () => {
		const finding = compute({ ...POINTS, claims: [says(5, 'a'), says(5, 'b'), says(12, 'c')] });
		expect(finding).toMatchObject({
			headline: { source: 'c' },
			precedence: 'computed',
			contested: true,
			unresolved: false,
			spread: { low: 5, high: 12 },
		});
	});

	test('a lone claim that does not follow is contested and undecided, and its range reaches to the sum', () => {
		const finding = compute({ ...POINTS, claims: [says(5)] });
		expect(finding).toMatchObject({
			contested: true,
			unresolved: true,
			dissent: [],
			value: { kind: 'range', from: 5, to: 11.9 },
		});
	});

	test('a ruling may prefer what was computed, which then rests on its inputs', () => {
		const ruling: Ruling = { ...prefer('a', 'lead'), decision: { kind: 'prefer-computed' } };
		const finding = compute({
			...POINTS,
			claims: [says(5), says(12, 'b'), claim(denial('not ahead'), { source: 'c' })],
			rulings: [ruling],
		});
		expect(finding).toMatchObject({
			precedence: 'ruling',
			unresolved: false,
			value: number(11.9),
			agreeing: [{ source: 'b' }],
			dissent: [{ cause: 'contradiction' }, { cause: 'contradiction' }],
		});
		expect(finding.headline).toBeUndefined();
		expect(finding.computed?.inputs).toEqual(['left#1', 'right#1']);
	});

	test('a ruling that prefers a source stands above the sum', () => {
		const finding = compute({ ...POINTS, claims: [says(5)], rulings: [prefer('a', 'lead')] });
		expect(finding).toMatchObject({ value: number(5), contested: true, unresolved: false });
	});

	test('a sum over contested values is contested, but is not what has to be decided', () => {
		const finding = compute({
			of: [says(77.3), says(77.3, 'b'), says(75.1, 'c')],
			to: [says(65.4)],
			claims: [says(11.9)],
		});
		expect(finding).toMatchObject({ contested: true, unresolved: false, computed: { isContested: true } });
	});

	test('a sum has no more origins than its weaker input', () => {
		const finding = compute({
			of: [says(77.3), says(77.3, 'b')],
			to: [says(65.4)],
			claims: [says(11.9)],
			changes: { sources: [source('a'), source('b')] },
		});
		expect(finding.computed?.independent).toBe(1);
	});
});

describe('for any two values', () => {
	const score = fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10);

	test('the computed number heads the finding, in whatever order the claims stand', () => {
		fc.assert(
			fc.property(score, score, fc.boolean(), (left, right, isRatio) => {
				const kind = isRatio ? 'ratio' : 'difference';
				const sum = { kind, of: [says(left)], to: [says(right)] } as const;
				const value = compute({ ...sum, claims: [says(1)] }).computed?.value;
				if (value?.kind !== 'number') throw new Error('no number');
				expect(decimalsOf(value.number)).toBeLessThanOrEqual(isRatio ? 2 : 1);
				const echoed = compute({ ...sum, claims: [says(value.number), says(-5000, 'b')] });
				expect(echoed.computed?.checks[0]?.cause).toBe('agree');
				expect(echoed.headline?.source).toBe('a');
				const turned = compute({ ...sum, claims: [says(-5000, 'b'), says(value.number)] });
				expect(turned.headline?.source).toBe('a');
				expect(turned.value).toEqual(echoed.value);
			}),
			{ numRuns: 300 },
		);
	});

	test('a difference turned round has the other sign', () => {
		fc.assert(
			fc.property(score, score, (left, right) => {
				const one = compute({ of: [says(left)], to: [says(right)], claims: [says(1)] }).computed?.value;
				const other = compute({ of: [says(right)], to: [says(left)], claims: [says(1)] }).computed?.value;
				if (one?.kind !== 'number' || other?.kind !== 'number') throw new Error('no number');
				expect(one.number + other.number).toBe(0);
			}),
		);
	});
});
