import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/model/evidence.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import {
	claim,
	evidence,
	keepRange,
	model,
	notReported,
	prefer,
	range,
	reconcile,
	result,
	says,
	source,
	words,
	written,
} from './make-evidence.js';

const from = (id: string, value: number) => claim(value, { source: id });
const sources = (...changes: readonly Source[]) => {
	const changed = new Map(changes.map((one) => [one.id, one]));
	return { sources: ['a', 'b', 'c', 'd', 'e'].map((id) => changed.get(id) ?? source(id)) };
};
const VENDOR = source('vendor');

test('one value needs no rule', () => {
	const finding = reconcile([from('a', 77.3), from('b', 77.3)]);
	expect(finding).toMatchObject({
		precedence: 'only-value',
		contested: false,
		dissent: [],
		support: { claims: 2, sources: 2, independent: 2 },
		spread: { low: 77.3, high: 77.3 },
	});
});

describe('of two values, the first rule that can tell them apart decides', () => {
	test.each([
		['first-party', [from('a', 1), from('b', 2), from('c', 2)], sources(source('a', { party: 'first' })), 1],
		['independent-sources', [from('a', 1), from('b', 2), from('c', 2)], sources(), 2],
		[
			'sources',
			[from('a', 1), from('b', 2), from('c', 2)],
			sources(source('b', { derivesFrom: ['e'] }), source('c', { derivesFrom: ['e'] })),
			2,
		],
		[
			'newest',
			[from('a', 1), from('b', 2)],
			sources(source('a', { date: '2026-02-07' }), source('b', { date: '2026-01' })),
			1,
		],
		[
			'tie',
			[from('a', 1), from('b', 2)],
			sources(source('a', { date: '2026-02-07' }), source('b', { date: '2026-02' })),
			1,
		],
		['tie', [from('a', 1), from('b', 2)], sources(source('b', { date: '2020' })), 1],
		['tie', [from('b', 2), from('a', 1)], sources(), 1],
	] as const)('%s', (precedence, claims, changes, headline) => {
		const finding = reconcile(claims, changes);
		expect(finding.precedence).toBe(precedence);
		expect(finding.headline?.value).toEqual({ kind: 'number', number: headline });
		expect(finding.unresolved).toBe(precedence === 'tie');
	});
});

test.each([
	['subject', 'first-party'],
	['predecessor', 'first-party'],
	['variant', 'first-party'],
	['competitor', 'independent-sources'],
	['human', 'independent-sources'],
] as const)('the vendor has the first word on its own models, not on others: %s', (role, precedence) => {
	const [subject, about] = [model('subject', 'subject'), model('about', role)];
	const topic = result('gsm8k', about.id, [from('a', 1), from('b', 2), from('c', 2)]);
	const findings = reconcileEvidence(
		evidence({ models: [subject, about], topics: [topic], ...sources(source('a', { party: 'first' })) }),
	);
	expect(findings.get(topic.key)?.precedence).toBe(precedence);
});

test('a tie between contradicting numbers is printed as a range', () => {
	const finding = reconcile([from('a', 75), from('b', 77)]);
	expect(finding).toMatchObject({ unresolved: true, value: { kind: 'range', from: 75, to: 77 } });
});

test('a tie without a contradiction is no open question', () => {
	const finding = reconcile([from('a', 77), from('b', 77.3)]);
	expect(finding).toMatchObject({ precedence: 'tie', contested: false, unresolved: false });
});

test('a tie between for and against keeps what the topic says, so that its sources are those for it', () => {
	const finding = reconcile([claim(says(false), { source: 'a' }), claim(says(true), { source: 'b' })], {
		unit: 'text',
	});
	expect(finding).toMatchObject({ unresolved: true, headline: { source: 'b' } });
});

test('words never head a finding that somebody measured', () => {
	const large = (id: string) => claim(words('large'), { source: id });
	const finding = reconcile([large('a'), large('b'), from('c', 26.5)]);
	expect(finding.headline?.source).toBe('c');
	expect(finding.dissent.map(({ cause }) => cause)).toEqual(['rounding', 'rounding']);
});

describe('a ruling', () => {
	const claims = [from('a', 75), from('b', 77), from('c', 77)];

	test('puts its source above every rule', () => {
		const finding = reconcile(claims, {
			rulings: [prefer('a')],
			...sources(source('b', { party: 'first' })),
		});
		expect(finding).toMatchObject({
			precedence: 'ruling',
			headline: { source: 'a' },
			contested: true,
			unresolved: false,
		});
		expect(finding.dissent).toHaveLength(2);
	});

	test('for a source that gives two values takes the better supported one', () => {
		const finding = reconcile([...claims, from('a', 77)], { rulings: [prefer('a')] });
		expect(finding.value).toEqual({ kind: 'number', number: 77 });
	});

	test('may prefer a source that has only words', () => {
		const finding = reconcile([...claims, claim(words('unclear'), { source: 'd' })], {
			rulings: [prefer('d')],
		});
		expect(finding).toMatchObject({ precedence: 'ruling', headline: { source: 'd' } });
	});

	test('for a source that reports nothing settles nothing', () => {
		const finding = reconcile([from('a', 75), from('b', 77), claim(notReported, { source: 'c' })], {
			rulings: [prefer('c')],
		});
		expect(finding).toMatchObject({ precedence: 'tie', unresolved: true });
	});

	test('can keep the range, and then nothing is open', () => {
		const finding = reconcile([from('a', 75), from('b', 77)], { rulings: [keepRange] });
		expect(finding).toMatchObject({
			precedence: 'ruling',
			unresolved: false,
			value: { kind: 'range', from: 75, to: 77 },
		});
	});

	test('that keeps the range of one number prints the number', () => {
		expect(reconcile([from('a', 75)], { rulings: [keepRange] }).value).toEqual({
			kind: 'number',
			number: 75,
		});
	});
});

describe('the spread', () => {
	test('goes from the lowest to the highest number, range ends included', () => {
		const finding = reconcile([from('a', 66), claim(range(65.4, 69.9), { source: 'b' }), from('c', 70.1)]);
		expect(finding.spread).toEqual({ low: 65.4, high: 70.1 });
	});

	test.each([
		['another unit', claim(900, { unit: 'percent-change', source: 'c' })],
		['another scale', claim(0.77, { source: 'c' })],
		['another name', claim(5, { as: 'GDPval-AA', source: 'c' })],
		['another setup', claim(60, { setup: { attempts: 5 }, source: 'c' })],
	])('leaves out %s, which cannot be compared', (_, odd) => {
		const one = claim(77, { setup: { attempts: 1 }, source: 'a' });
		const finding = reconcile([one, { ...one, source: 'b' }, odd]);
		expect(finding.spread).toEqual({ low: 77, high: 77 });
		expect(finding.dissent).toHaveLength(1);
	});
});

test('when every source says “not reported”, that is the finding', () => {
	const finding = reconcile([claim(notReported), claim(notReported, { source: 'b' })]);
	expect(finding).toMatchObject({
		value: { kind: 'not-reported' },
		contested: false,
		dissent: [],
		support: { sources: 2 },
	});
	expect(finding.headline).toBeUndefined();
});

test('the headline is the claim that says most about itself', () => {
	const finding = reconcile(
		[from('a', 77), claim(77, { source: 'b', credits: ['vendor'], setup: { attempts: 1 } })],
		{
			sources: [...sources().sources, VENDOR],
		},
	);
	expect(finding.headline?.source).toBe('b');
});

test('the headline has the decimals of the claim that has most', () => {
	const told = claim(91, { source: 'b', credits: ['a'] });
	const finding = reconcile([told, claim(written('91.0'), { source: 'a' })], sources());
	expect(finding.headline?.source).toBe('a');
	expect(finding.value).toEqual({ kind: 'number', number: 91, decimals: 1 });
});
