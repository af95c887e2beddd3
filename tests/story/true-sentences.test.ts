// What templates say rests on these fields: that something improved, is ahead, is denied or is reported by nobody is
// said only where the evidence leaves no other possibility.

import { describe, expect, test } from 'vitest';
import type { Evidence, Qualifier, StatementKind, Topic } from '../../src/model/evidence.js';
import type { Story } from '../../src/model/story.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { buildStory } from '../../src/story/build-story.js';
import {
	about,
	benchmark,
	claim,
	date,
	evidence,
	figure,
	model,
	notReported,
	range,
	result,
	says,
	source,
} from '../reconcile/make-evidence.js';

const where = { file: 'data/atlas/results.yaml', line: 1, column: 1 };
const MODELS = [
	model('atlas-2', 'subject', 'Atlas 2'),
	model('atlas-1', 'predecessor', 'Atlas 1'),
	model('rival', 'competitor', 'Rival'),
	model('people', 'human', 'People'),
	model('experts', 'human', 'Experts'),
];

const storyOf = (changes: Partial<Evidence>): Story => {
	const all = evidence({ models: MODELS, ...changes });
	return buildStory(all, reconcileEvidence(all));
};

type Said = ReturnType<typeof claim>;
const bound = (word: Qualifier, value: number) => about(value, word);

/** One benchmark a pair: what is said of the subject, and of its predecessor. */
const gainsOf = (better: 'higher' | 'lower', ...pairs: readonly (readonly [Said, Said])[]) =>
	storyOf({
		benchmarks: pairs.map((_, index) => benchmark(`b${index + 1}`, { better })),
		topics: pairs.flatMap(([now, before], index) => [
			result(`b${index + 1}`, 'atlas-2', [now]),
			result(`b${index + 1}`, 'atlas-1', [before]),
		]),
	}).gains;

describe('the difference of two values', () => {
	test.each<[string, Said, Said, string | undefined, string | undefined]>([
		['of numbers', claim(77.3), claim(64), '+13.3', '13.3 points'],
		['of ranges on one side of zero', claim(range(2, 3)), claim(range(4, 6)), '−4 to −1', '1–4 points'],
		['of ranges across zero', claim(range(70, 75)), claim(range(74, 76)), '−6 to +1', '−6 to +1 points'],
		['of nothing', claim(64), claim(64), '0', '0 points'],
		['of one point', claim(65), claim(64), '+1', '1 point'],
		['of bounds that lie apart', bound('under', 8), bound('at least', 11), 'below −3', 'over 3 points'],
		['of closed bounds', bound('at least', 80), bound('up to', 70), '+10 or higher', 'at least 10 points'],
		['of a bound and a number', bound('over', 80), claim(70), 'above +10', 'over 10 points'],
		['of bounds that say nothing', bound('at least', 40), bound('over', 30), undefined, undefined],
		['of a rounded value', about(72, 'nearly'), claim(70), 'about +2', 'about 2 points'],
		['of a rounded and a finer value', about(72, 'about'), claim(64.7), 'about +7', 'about 7 points'],
		['of a fine and a coarse value', claim(38.25), claim(47), '−8.75', '8.75 points'],
		['under another name', claim(70, { as: 'SUMS-AA' }), claim(64), undefined, undefined],
	])('%s', (_, now, before, gain, points) => {
		const gains = gainsOf('higher', [now, before]);
		expect([gains?.top.gain.text, gains?.top.points.text]).toEqual([gain, points]);
	});
});

describe('which benchmark improved', () => {
	const flagsOf = (gains: Story['gains']) =>
		gains && {
			top: gains.top.name,
			isTopClear: gains.isTopClear,
			isLeastClear: gains.isLeastClear,
			isSomeBetter: gains.isSomeBetter,
			isNoneBetter: gains.isNoneBetter,
			better: `${gains.better.text} of ${gains.compared.text}`,
		};
	const OPEN = { isTopClear: false, isLeastClear: false, isSomeBetter: false, isNoneBetter: false };

	test.each<[string, 'higher' | 'lower', readonly (readonly [Said, Said])[], object]>([
		[
			'a clear order',
			'higher',
			[
				[claim(80), claim(60)],
				[claim(61), claim(60)],
			],
			{ isTopClear: true, isLeastClear: true, isSomeBetter: true, better: '2 of 2' },
		],
		[
			'ranges that overlap leave open which improved most',
			'higher',
			[
				[claim(range(70, 80)), claim(60)],
				[claim(75), claim(60)],
			],
			{ isTopClear: false, isSomeBetter: true, better: '2 of 2' },
		],
		[
			'a range across zero leaves open whether it improved',
			'higher',
			[[claim(range(58, 61)), claim(60)]],
			OPEN,
		],
		['no change is no improvement', 'higher', [[claim(60), claim(60)]], { ...OPEN, isNoneBetter: true }],
		['a fall is a loss', 'higher', [[claim(50), claim(60)]], { ...OPEN, isNoneBetter: true }],
		['a fall of errors is a gain', 'lower', [[claim(5), claim(6)]], { isTopClear: true, better: '1 of 1' }],
		['a rise of errors is none', 'lower', [[claim(7), claim(6)]], { ...OPEN, isNoneBetter: true }],
		['below a bound', 'lower', [[bound('under', 8), bound('at least', 11)]], { isTopClear: true }],
	])('%s', (_, better, pairs, expected) => {
		expect(flagsOf(gainsOf(better, ...pairs))).toMatchObject(expected);
	});

	test('what cannot be compared in points is named', () => {
		const { gains } = storyOf({
			benchmarks: [benchmark('sums'), benchmark('delay', { unit: 'seconds' }), benchmark('lone')],
			topics: [
				result('sums', 'atlas-2', [claim(77, { setup: { effort: 'high' } })]),
				result('sums', 'atlas-1', [claim(64, { setup: { effort: 'low' } })]),
				result('delay', 'atlas-2', [claim(2)]),
				result('delay', 'atlas-1', [claim(3)]),
				result('lone', 'atlas-2', [claim(5)]),
			],
		});
		expect(gains).toMatchObject({ notCompared: ['DELAY'], inOtherSetups: ['SUMS'], withoutBefore: ['LONE'] });
	});
});

describe('on which side of people the model is', () => {
	const NOWHERE = { isBehind: false, isAhead: false, isLevel: false };

	test.each<[Said, Said, 'higher' | 'lower', object]>([
		[claim(70), claim(80), 'higher', { ...NOWHERE, isBehind: true }],
		[claim(90), claim(80), 'higher', { ...NOWHERE, isAhead: true }],
		[claim(70), claim(80), 'lower', { ...NOWHERE, isAhead: true }],
		[claim(80), claim(80), 'higher', { ...NOWHERE, isLevel: true }],
		[claim(range(84, 91)), claim(range(87, 93)), 'higher', NOWHERE],
		[claim(90), bound('over', 80), 'higher', NOWHERE],
	])('%#', (now, people, better, expected) => {
		const { human } = storyOf({
			benchmarks: [benchmark('sums', { better })],
			topics: [result('sums', 'atlas-2', [now]), result('sums', 'people', [people])],
		});
		expect(human?.first).toMatchObject(expected);
	});

	test('every group of people counts', () => {
		const { human } = storyOf({
			benchmarks: [benchmark('sums'), benchmark('words'), benchmark('lone')],
			topics: [
				...['sums', 'words', 'lone'].map((id) => result(id, 'atlas-2', [claim(70)])),
				result('sums', 'people', [claim(80)]),
				result('words', 'experts', [claim(95)]),
			],
		});
		expect(human?.rows.map(({ name, who }) => `${name} ${who}`)).toEqual(['WORDS Experts', 'SUMS People']);
		expect(human?.without).toEqual(['LONE']);
	});
});

describe('a range that no side prevails in', () => {
	const story = storyOf({
		benchmarks: [benchmark('sums')],
		topics: [
			result('sums', 'atlas-2', [claim(70), claim(75, { source: 'b' }), claim(75, { source: 'c' })]),
			result('sums', 'rival', [claim(60, { source: 'd' }), claim(64, { source: 'b' })]),
		].map((topic) => ({ ...topic })),
		rulings: ['sums/atlas-2', 'sums/rival'].map((on) => ({
			on,
			decision: { kind: 'keep-range' },
			reason: 'Nobody shows the test.',
			where,
		})),
	});
	const [section] = story.benchmarks;

	test('rests on every side', () => {
		expect(section?.subject).toMatchObject({ text: '70–75%' });
		expect(section?.subject.claims.length).toBe(3);
		expect(section?.support.text).toBe('3 documents give different values');
	});

	test('has each side beside it, in the chart and in the ledger', () => {
		expect(story.ledger[0]?.others.map(({ value, who }) => `${value.text} ${who}`).sort()).toEqual([
			'70% A',
			'75% B, C',
		]);
		const ticks = section?.chart.request.rows.filter(({ role }) => role === 'dissent');
		expect(ticks?.map(({ label, detail }) => `${label} ${detail}`).sort()).toEqual([
			'60 D',
			'64 B',
			'70 A',
			'75 B, C',
		]);
	});

	test('is no source’s own value', () => {
		const [printed] = story.credibility.chart?.request.rows ?? [];
		expect(printed).toMatchObject({ label: '70–75' });
		expect(printed?.detail ?? '').toBe('');
	});

	test('and a document on any of its sides may give both values', () => {
		expect(story.rival?.apart).toEqual([]);
	});

	test.each([
		[[bound('over', 12), claim(8, { source: 'b' })], '8 to over 12'],
		[[bound('under', 5), claim(9, { source: 'b' })], 'under 5 to 9'],
		[[claim(-30), claim(-10, { source: 'b' })], '−30 to −10'],
	])('ends where its claims end: %#', (claims, text) => {
		const { latency } = storyOf({ topics: [figure(claims, 'count')] });
		expect(latency?.figures[0]?.value.text).toBe(text);
	});
});

test('a document of the vendor is no second origin beside another one', () => {
	const { benchmarks, counts } = storyOf({
		sources: [source('a', { party: 'first' }), source('b', { party: 'first' }), source('c')],
		benchmarks: [benchmark('sums')],
		topics: [
			result('sums', 'atlas-2', [claim(70), claim(70, { source: 'b' })]),
			result('sums', 'rival', [claim(60), claim(60, { source: 'c' })]),
		],
	});
	expect(benchmarks[0]?.support.text).toBe('2 documents, 1 independent origin');
	expect(counts.origins.text).toBe('2');
});

describe('what more sources deny is not “reported by nobody”', () => {
	const claims = (key: string) =>
		[true, false, false].map((holds, index) =>
			claim(says(holds), { id: `${key}#${index + 1}`, source: 'abc'[index] ?? 'a' }),
		);
	const statement = (topic: StatementKind, key: string, changes: object = {}): Topic => ({
		kind: 'statement',
		key,
		topic,
		label: key,
		text: `Sentence of ${key}.`,
		model: 'atlas-2',
		claims: claims(key),
		where,
		...changes,
	});
	const story = storyOf({
		benchmarks: [benchmark('sums')],
		topics: [
			result('sums', 'rival', [claim(60)]),
			statement('self-development-did', 'did'),
			statement('limitation', 'slow'),
			statement('competitor-strength', 'cheap', { model: 'rival' }),
			statement('demo', 'step', { demo: 'game', claims: [claim(says(true), { id: 'step#1' })] }),
			statement('demo-criticism', 'staged', { demo: 'game' }),
			{
				kind: 'safeguard',
				key: 'review',
				layer: 'model',
				label: 'Review',
				text: 'A person signs.',
				claims: claims('review'),
				where,
			},
			{
				kind: 'classification',
				key: 'rating',
				framework: 'Law',
				domain: 'Diagnosis',
				level: 'High',
				model: 'atlas-2',
				claims: claims('rating'),
				where,
			},
		],
	});
	const textsOf = (rows: readonly { readonly text: { readonly text: string } }[] | undefined) =>
		rows?.map(({ text }) => text.text);

	test.each([
		['safeguards', () => story.denied.safeguards, 'A person signs.'],
		['classifications', () => story.denied.classifications, 'Diagnosis: High'],
		['limitations', () => story.denied.limitations, 'Sentence of slow.'],
		['activities', () => story.denied.did, 'Sentence of did.'],
		['strengths of the rival', () => story.rival?.deniedStrengths, 'Sentence of cheap.'],
		['strengths of a competitor', () => story.competitors?.[0]?.deniedStrengths, 'Sentence of cheap.'],
		['criticism of a demo', () => story.demos[0]?.deniedCriticism, 'Sentence of staged.'],
	])('%s', (_, rows, text) => {
		expect(textsOf(rows())).toEqual([text]);
	});

	test('and its claims are those that deny it', () => {
		expect(story.denied.safeguards[0]?.text.claims).toEqual(['review#2', 'review#3']);
	});
});

test('a price that is not reported is no price', () => {
	const price = { ...figure([claim(notReported)], 'usd', 'price-in'), group: 'price' } as Topic;
	expect(storyOf({ topics: [price] }).price).toBeNull();
});

test('a date keeps its words, and one to come is announced', () => {
	const event = (
		key: string,
		value: ReturnType<typeof date>,
		qualifiers: readonly Qualifier[] = [],
	): Topic => ({
		kind: 'event',
		key,
		label: key,
		category: 'release',
		claims: [claim(value, { id: `${key}#1`, qualifiers })],
		where,
	});
	const past = storyOf({ topics: [event('now', date('2026-02'))] }).timeline;
	const planned = storyOf({
		topics: [event('now', date('2026-02')), event('next', date('2026-06'), ['about'])],
	});
	expect([past?.hasPlanned, planned.timeline?.hasPlanned]).toEqual([false, true]);
	expect(planned.timeline?.events.map((one) => one.date.text)).toEqual(['Feb 2026', 'about Jun 2026']);
	const promised = event('promised', date('2026-02'));
	const announced = promised.claims.map((one) => ({ ...one, announced: true as const }));
	const { timeline } = storyOf({ topics: [{ ...promised, claims: announced }] });
	expect([timeline?.hasPlanned, timeline?.events[0]?.label]).toEqual([true, 'promised (announced)']);
});

test('a value in another unit is on no axis with others, and never loses its unit', () => {
	const { benchmarks } = storyOf({
		benchmarks: [benchmark('sums')],
		topics: [
			result('sums', 'atlas-2', [claim(26.5, { unit: 'points' })]),
			result('sums', 'atlas-1', [claim(64)]),
		],
	});
	expect(benchmarks[0]?.chart.request.rows[0]).toMatchObject({ label: '26.5 points', role: 'missing' });
});

test('a bound is not shaded as the best of its row', () => {
	const { scoreboard } = storyOf({
		benchmarks: [benchmark('sums')],
		topics: [
			result('sums', 'atlas-2', [bound('over', 80)]),
			result('sums', 'atlas-1', [claim(64)]),
			result('sums', 'rival', [claim(70)]),
		],
	});
	expect(scoreboard?.rows[0]?.cells.map(({ isBest }) => isBest)).toEqual([false, false, true]);
});
