import { describe, expect, test } from 'vitest';
import type { Evidence, Figure, StatementKind, StorylineText, Topic } from '../../src/model/evidence.js';
import type { Phrase, Story } from '../../src/model/story.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { buildStory, buildWords } from '../../src/story/build-story.js';
import {
	about,
	benchmark,
	claim,
	date,
	evidence,
	figure,
	model,
	notReported,
	prefer,
	range,
	result,
	says,
	source,
	written,
} from '../reconcile/make-evidence.js';

const where = { file: 'data/atlas/storyline.yaml', line: 1, column: 1 };
const SLIDES = ['gains', 'summary'];

const storyOf = (changes: Partial<Evidence>): Story => {
	const all = evidence(changes);
	return buildStory(all, reconcileEvidence(all));
};

const wordsOf = (changes: Partial<Evidence>) => {
	const all = evidence(changes);
	const findings = reconcileEvidence(all);
	const { counts } = buildStory(all, findings);
	return buildWords(all, findings, counts, { name: 'executive-brief', slides: SLIDES });
};

const statement = (topic: StatementKind, id: string, ...stances: boolean[]): Topic => ({
	kind: 'statement',
	key: id,
	topic,
	label: id,
	text: `It is said that ${id}.`,
	model: 'atlas-2',
	claims: stances.map((holds, index) =>
		claim(says(holds), { id: `${id}#${index + 1}`, source: 'abcde'[index] ?? 'a' }),
	),
	where,
});

const MODELS = [
	model('atlas-2', 'subject', 'Atlas 2'),
	model('atlas-1', 'predecessor', 'Atlas 1'),
	model('people', 'human', 'People'),
];
const SCORES = {
	models: MODELS,
	benchmarks: [benchmark('sums'), benchmark('errors', { better: 'lower' })],
	topics: [
		result('sums', 'atlas-2', [claim(77.3)]),
		result('sums', 'atlas-1', [claim(64)]),
		result('sums', 'people', [about(72, 'about')]),
		result('errors', 'atlas-2', [claim(6.4), claim(8.1, { source: 'b' })]),
		result('errors', 'atlas-1', [claim(11.2)]),
	],
};

describe('what the evidence does not have is null, never an empty section', () => {
	const { counts, sources, gaps, credibility, brief, ...sections } = storyOf({
		missingFiles: ['safety.yaml'],
	});

	const { detailed, denied, ...others } = sections;
	const parts = [others, detailed, denied].flatMap((part) => Object.entries(part));

	test.each(parts)('%s', (_, section) => {
		expect(Object.keys(section ?? {})).toEqual([]);
	});

	test('and the deck says which files are missing', () => {
		expect(brief.missing).toEqual(['safety.yaml']);
		expect(JSON.stringify(gaps)).toContain('No safety evidence was collected');
		expect(credibility.chart).toBeNull();
	});
});

describe('a value has the decimals that its own source wrote', () => {
	test('whatever other models have on the benchmark', () => {
		const { scoreboard } = storyOf(SCORES);
		expect(scoreboard?.rows[0]?.cells.map((cell) => cell.value?.text)).toEqual(['77.3', '64', 'about 72']);
	});

	test('whatever other sources say', () => {
		const { latency } = storyOf({
			topics: [figure([claim(2), claim(2, { source: 'b' }), claim(written('2.50'), { source: 'c' })])],
		});
		const [speed] = latency?.figures ?? [];
		expect([speed?.value.text, speed?.value.range, speed?.dissent[0]?.value.text]).toEqual([
			'2%',
			'2–2.50%',
			'2.50%',
		]);
	});
});

describe('gains', () => {
	const { gains } = storyOf(SCORES);

	test('come largest first, with their sign, and without it for a sentence', () => {
		expect(
			gains?.rows.map((row) => [row.name, row.before.text, row.now.text, row.gain.text, row.points.text]),
		).toEqual([
			['SUMS', '64', '77.3', '+13.3', '13.3 points'],
			['ERRORS', '11.2', '6.4–8.1', '−4.8 to −3.1', '3.1–4.8 points'],
		]);
	});

	test('are null without a predecessor', () => {
		expect(
			storyOf({ ...SCORES, models: [MODELS[0], MODELS[2]].flatMap((one) => one ?? []) }).gains,
		).toBeNull();
	});

	test('rest on the claims of both values', () => {
		expect(gains?.rows[0]?.gain.claims).toEqual(['sums/atlas-2#1', 'sums/atlas-1#1']);
	});
});

test('a loss against the predecessor is a loss, whichever way is better, and one benchmark alone has no least', () => {
	const lossesOf = (now: number, before: number, better: 'higher' | 'lower') => {
		const { gains } = storyOf({
			models: MODELS,
			benchmarks: [benchmark('sums', { better })],
			topics: [result('sums', 'atlas-2', [claim(now)]), result('sums', 'atlas-1', [claim(before)])],
		});
		return { isWorse: gains?.top.isWorse, least: gains?.least };
	};
	expect(lossesOf(60, 64, 'higher')).toEqual({ isWorse: true, least: null });
	expect(lossesOf(60, 64, 'lower')).toEqual({ isWorse: false, least: null });
});

test('that nobody tested people is said only where no result is theirs, be it a range', () => {
	const withPeople = (...values: readonly ReturnType<typeof claim>[]) =>
		storyOf({
			...SCORES,
			topics: [
				result('sums', 'atlas-2', [claim(77.3)]),
				...(values.length === 0 ? [] : [result('sums', 'people', values)]),
			],
		});
	expect(withPeople().noHumanBaseline).toBe(true);
	expect(withPeople(claim(range(70, 75))).noHumanBaseline).toBeNull();
	expect(withPeople(claim(range(70, 75))).human?.first.gap.text).toBe('2.3–7.3 points');
	expect(storyOf({ models: MODELS }).noHumanBaseline).toBeNull();
});

test('speed and cost are told where only a price is known', () => {
	const price = { ...(figure([claim(2)], 'usd', 'price-in') as Figure), group: 'price' as const };
	expect(storyOf({ topics: [price] }).speedAndCost?.map(({ value }) => value.text)).toEqual(['$2']);
	expect(storyOf({}).speedAndCost).toBeNull();
});

describe('which way is better, in the chart of gains', () => {
	const itemsOf = (betters: readonly ('higher' | 'lower')[]) => {
		const benchmarks = ['sums', 'errors'].map((id, index) =>
			benchmark(id, { better: betters[index] ?? 'higher' }),
		);
		const chart = storyOf({ ...SCORES, benchmarks, rulings: [prefer('a', 'errors/atlas-2')] }).gains?.chart
			.request;
		return [chart?.better ?? 'unsaid', ...new Set(chart?.rows.map(({ item }) => item))];
	};

	test.each([
		['is said once where it is lower for all', ['lower', 'lower'], ['lower', 'ERRORS', 'SUMS']],
		[
			'is said in its row where it is lower for some',
			['higher', 'lower'],
			['unsaid', 'SUMS', 'ERRORS (lower is better)'],
		],
		['goes without saying where it is higher', ['higher', 'higher'], ['unsaid', 'SUMS', 'ERRORS']],
	] as const)('%s', (_, betters, expected) => {
		expect(itemsOf(betters)).toEqual(expected);
	});
});

describe('routes of access', () => {
	const route = (id: string, status: 'available' | 'beta' | 'delayed', audience: string): Topic => ({
		kind: 'access',
		key: id,
		label: id,
		text: `One can reach it by ${id}.`,
		model: 'atlas-2',
		status,
		audience,
		claims: [claim(says(true), { id: `${id}#1` })],
		where,
	});

	test('stand by whom they serve where they are open, and by their status where not', () => {
		const { accessSides } = storyOf({
			topics: [
				route('API', 'delayed', 'Developers'),
				route('App', 'available', 'Subscribers'),
				route('Web', 'available', 'Subscribers'),
				route('Shop', 'available', 'Everybody'),
				route('Lab', 'beta', 'Testers'),
			],
		});
		const read = (side: 'open' | 'gated') => [
			accessSides?.[side].count.text,
			...(accessSides?.[side].groups ?? []).map(({ name, routes }) => `${name}: ${routes.text}`),
		];
		expect(read('open')).toEqual(['3', 'Subscribers: App, Web', 'Everybody: Shop']);
		expect(read('gated')).toEqual(['2', 'Beta: Lab', 'Not yet: API']);
	});

	test('come open ones first, those for the same people together, and say where a group starts', () => {
		const { access } = storyOf({
			topics: [
				route('API', 'delayed', 'Subscribers'),
				route('App', 'available', 'Subscribers'),
				route('Shop', 'available', 'Everybody'),
				route('Web', 'available', 'Subscribers'),
			],
		});
		const read = access?.map((row) => [
			row.label,
			row.startsStatus ? row.status : '',
			row.startsAudience ? row.audience : '',
		]);
		expect(read).toEqual([
			['App', 'Available', 'Subscribers'],
			['Web', '', ''],
			['Shop', '', 'Everybody'],
			['API', 'Not yet', 'Subscribers'],
		]);
	});
});

describe('variants', () => {
	const of = (model: string, id: string, changes: Partial<Figure> = {}): Topic => ({
		...(figure([claim(9)], 'seconds', id) as Figure),
		label: id,
		model,
		...changes,
	});
	const comparedOf = (...topics: readonly Topic[]) =>
		storyOf({
			models: [...MODELS, model('spark', 'variant', 'Spark')],
			topics,
		}).variants?.map(({ compared }) => compared.map(({ label }) => label));
	const mine = of('atlas-2', 'Delay');

	test.each<[string, readonly Topic[], readonly (readonly string[])[]]>([
		['each has one', [mine, of('spark', 'Its delay')], [['Delay'], ['Its delay']]],
		['one has none', [mine], [[], []]],
		['one has two', [mine, of('spark', 'First'), of('spark', 'Second')], [[], []]],
		['their units differ', [mine, of('spark', 'Share', { unit: 'percent' })], [[], []]],
		['their demonstrations differ', [mine, of('spark', 'Game', { demo: 'game' })], [[], []]],
		['the other is the predecessor', [mine, of('atlas-1', 'Before')], [[], []]],
	])('show figures beside one another where they can be compared: %s', (_, topics, expected) => {
		expect(comparedOf(...topics)).toEqual(expected);
	});
});

describe('bars of latency', () => {
	const share = (id: string, amount: number, changes: Partial<Figure> = {}): Topic => ({
		...(figure([claim(amount)], 'percent', id) as Figure),
		better: 'higher',
		...changes,
	});
	const barsOf = (topics: readonly Topic[]) => {
		const { latency } = storyOf({ models: MODELS, topics });
		return {
			bars: latency?.chart?.request.rows.map(({ item, label }) => `${item} ${label}`) ?? [],
			beside: latency?.unplotted.map(({ label }) => label),
		};
	};
	const shares = [share('wait', 30), share('trip', 80), share('start', 50)];

	test('compare three shares of one model, the largest first, with their unit', () => {
		const speed = figure([claim(1000)], 'tokens-per-second', 'speed');
		expect(barsOf([...shares, speed])).toEqual({
			bars: ['Label of trip 80%', 'Label of start 50%', 'Label of wait 30%'],
			beside: ['Label of speed'],
		});
	});

	test.each([
		['of which there are only two', shares.slice(1)],
		['of which one means the opposite', [...shares.slice(1), share('wait', 30, { better: 'lower' })]],
		['of which one has another baseline', [...shares.slice(1), share('wait', 30, { against: 'atlas-1' })]],
	])('do not compare shares %s', (_, topics) => {
		expect(barsOf(topics)).toMatchObject({ bars: [], beside: { length: topics.length } });
	});
});

test('a contested value carries its range, and its difference carries the mark', () => {
	const ruled = { ...SCORES, rulings: [prefer('a', 'errors/atlas-2')] };
	const story = storyOf(ruled);
	const lower = story.gains?.rows.find(({ name }) => name === 'ERRORS');
	expect(lower).toMatchObject({
		gain: { text: '−4.8', contested: true },
		now: { text: '6.4', contested: true, range: '6.4–8.1%' },
	});
});

test('the distance to people says on which side of them the model is', () => {
	const { human } = storyOf(SCORES);
	expect(human?.first).toMatchObject({
		gap: { text: 'about 5 points' },
		who: 'People',
		isBehind: false,
		people: { text: 'about 72%' },
	});
	expect(human?.without).toEqual(['ERRORS']);
});

test('an unresolved tie is printed as its range, and so is its difference', () => {
	const { scoreboard, gains } = storyOf(SCORES);
	expect(scoreboard?.rows[1]?.cells[0]?.value?.text).toBe('6.4–8.1');
	expect(gains?.rows.map(({ name, gain }) => `${name} ${gain.text}`)).toEqual([
		'SUMS +13.3',
		'ERRORS −4.8 to −3.1',
	]);
	expect(gains?.rows.map(({ points }) => points.text)).toEqual(['13.3 points', '3.1–4.8 points']);
	expect(gains?.withoutBefore).toEqual([]);
});

test('“not reported” is a blank of the scoreboard', () => {
	const topics = [...SCORES.topics, result('errors', 'people', [claim(notReported)])];
	const { scoreboard } = storyOf({ ...SCORES, topics });
	expect(scoreboard).toMatchObject({ blanks: { text: '1' }, cells: { text: '6' } });
	expect(scoreboard?.rows[1]?.cells[2]).toMatchObject({ isReported: false, value: { text: 'not reported' } });
});

test('what the better supported sources deny is no bullet on a slide, but stands in the ledger', () => {
	const topics = [
		statement('capability', 'held', true, true, false),
		statement('capability', 'denied', true, false, false),
	];
	const story = storyOf({ topics });
	expect(story.capabilities.map(({ label, disputed }) => [label, disputed])).toEqual([['held', true]]);
	expect(story.ledger.map(({ name, value }) => [name, value.text])).toEqual([
		['held', expect.anything()],
		['denied', expect.stringContaining('denied')],
	]);
});

test('statements come best supported first', () => {
	const topics = [statement('limitation', 'one', true), statement('limitation', 'three', true, true, true)];
	expect(storyOf({ topics }).limitations.map(({ label, sources }) => [label, sources.text])).toEqual([
		['three', '3'],
		['one', '1'],
	]);
});

test('counts origins apart from documents', () => {
	const sources = [
		source('vendor', { read: false }),
		...['a', 'b'].map((id) => source(id, { derivesFrom: ['vendor'] })),
	];
	const { counts } = storyOf({ sources, topics: [figure([claim(1), claim(2, { source: 'b' })])] });
	expect(Object.fromEntries(Object.entries(counts).map(([name, cited]) => [name, cited.text]))).toMatchObject(
		{
			sources: '2',
			origins: '1',
			claims: '2',
			findings: '1',
			contested: '1',
			differing: '1',
			'single-source': '0',
		},
	);
});

test('a difference to the rival says so where no document gives both values', () => {
	const rivalOf = (rival: string, ...subject: string[]) =>
		storyOf({
			models: [...MODELS, model('rival', 'competitor', 'Rival')],
			benchmarks: [benchmark('sums')],
			topics: [
				result(
					'sums',
					'atlas-2',
					subject.map((id) => claim(77.3, { source: id })),
				),
				result('sums', 'rival', [claim(64, { source: rival })]),
			],
		}).rival;
	expect(rivalOf('c', 'a', 'b')?.apart).toEqual([{ name: 'SUMS', subject: 'A, B', rival: 'C' }]);
	expect(rivalOf('b', 'a', 'b')?.apart).toEqual([]);
});

test('a difference between two models names the benchmark once', () => {
	const { gains } = storyOf(SCORES);
	expect(gains?.rows.map(({ points }) => points.about)).toEqual([
		'SUMS against Atlas 1',
		'ERRORS against Atlas 1',
	]);
});

test.each([
	['percent', 70.9, 70.9, [50, 90]],
	['percent', 97, 99, [70, 100]],
	['percent', 1.8, 3.9, [0, 4.5]],
	['elo', 1287, 1291, [1100, 1400]],
	['seconds', 41, 44, [35, 50]],
	['count', 5, 400, [0, 500]],
] as const)(
	'an axis in %s starts at zero or shows enough that a small difference looks small: %d and %d',
	(unit, now, before, domain) => {
		const { benchmarks } = storyOf({
			models: MODELS,
			benchmarks: [benchmark('sums', { unit })],
			topics: [result('sums', 'atlas-2', [claim(now)]), result('sums', 'atlas-1', [claim(before)])],
		});
		expect(benchmarks[0]?.chart.request.domain).toEqual(domain);
	},
);

test.each([
	['one small gain', [[47, 43.75]], [30, 70]],
	['a loss', [[41.2, 44]], [20, 60]],
	[
		'small gains far apart',
		[
			[47, 43.75],
			[96.3, 95.1],
		],
		[30, 100],
	],
	['a large gain', [[91, 38]], [30, 100]],
	['errors near zero', [[2.1, 3.4]], [0, 4]],
] as const)('the axis of gains shows enough that a small gain looks small: %s', (_, scores, domain) => {
	const { gains } = storyOf({
		models: MODELS,
		benchmarks: scores.map((_, n) => benchmark(`sums-${n}`)),
		topics: scores.flatMap(([now, before], n) => [
			result(`sums-${n}`, 'atlas-2', [claim(now)]),
			result(`sums-${n}`, 'atlas-1', [claim(before)]),
		]),
	});
	expect(gains?.chart.request.domain).toEqual(domain);
});

test.each([
	['higher', 64.7, 72, [0, 100]],
	['lower', 1.8, 1.5, [0, 2.5]],
] as const)(
	'beside people, scores are out of a hundred and errors are not: %s is better',
	(better, now, people, domain) => {
		const { human } = storyOf({
			models: MODELS,
			benchmarks: [benchmark('sums', { better })],
			topics: [result('sums', 'atlas-2', [claim(now)]), result('sums', 'people', [claim(people)])],
		});
		expect(human?.chart?.request.domain).toEqual(domain);
	},
);

test('a price is on a slide, though it has none of its own', () => {
	const price = { ...(figure([claim(2)], 'usd', 'price-in') as Figure), group: 'price' as const };
	expect(storyOf({ topics: [price] }).remaining?.figures.map(({ value }) => value.text)).toEqual(['$2']);
});

test('the timeline draws what has a day or a month within the last quarter and lists the rest', () => {
	const event = (key: string, value: ReturnType<typeof date>): Topic => ({
		kind: 'event',
		key,
		label: key,
		category: 'release',
		claims: [claim(value, { id: `${key}#1` })],
		where,
	});
	const topics = [
		event('new', date('2026-02-12', '2026-02-13')),
		event('first', date('2026-02-05')),
		event('old', date('2023')),
		event('year', date('2026')),
		event('month', date('2026-01')),
	];
	const { timeline } = storyOf({ topics });
	expect(timeline?.events.map((one) => `${one.date.text} ${one.label}`)).toEqual([
		'Jan 2026 month',
		'5 Feb 2026 first',
		'12–13 Feb 2026 new',
	]);
	expect(timeline?.earlier.map((one) => one.date.text)).toEqual(['2023']);
	// 2026 is not over on that day.
	expect(timeline?.undrawn.map((one) => one.date.text)).toEqual(['2026']);
});

describe('references in the storyline', () => {
	const written = (text: string): StorylineText => ({ text, where });
	const phrase = (text: string, changes: Partial<Evidence> = {}): string => {
		const storyline = { 'executive-brief': { gains: { headline: written(text), points: [], where } } };
		return shown(wordsOf({ ...SCORES, ...changes, storyline }).gains?.headline);
	};
	const shown = (printed: Phrase | null | undefined) =>
		printed?.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('') ?? '';

	test.each([
		['{sums}', '77.3%'],
		['{sums/atlas-1}', '64%'],
		['{sums/people}', 'about 72%'],
		['{gain sums}', '13.3 points'],
		['{gap sums}', 'about 5 points'],
		['{lead sums atlas-1}', '13.3 points'],
		['{rank sums}', '1st of 2 reported'],
		['{rank sums atlas-1}', '2nd of 2 reported'],
		['{range errors}', '6.4–8.1%'],
		['{range sums}', 'not reported'],
		['{gap errors}', 'not reported'],
		['{gain errors}', '3.1–4.8 points'],
		['{lead sums nobody}', 'not reported'],
		['{unknown}', 'not reported'],
		['{count sources}', '5'],
		['{count claims}', '6'],
		['{count contested}', '1'],
		['{ gain   sums }', '13.3 points'],
		['rose by {gain sums} to {sums}.', 'rose by 13.3 points to 77.3%.'],
		['no reference', 'no reference'],
	])('%s prints %s', (text, printed) => {
		expect(phrase(text)).toBe(printed);
	});

	test('a figure and an event stand by their id', () => {
		const topics = [...SCORES.topics, figure([claim(range(0.4, 0.7))], 'seconds', 'delay')];
		expect(phrase('{delay}', { topics })).toBe('0.4–0.7 s');
	});

	test('a slide without words may be asked for every one of them', () => {
		expect(wordsOf(SCORES).summary).toEqual({
			kicker: null,
			headline: null,
			takeaway: null,
			points: [],
			notes: { say: null, caveat: null, question: null, answer: null },
		});
	});
});
