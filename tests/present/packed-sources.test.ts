import { describe, expect, test } from 'vitest';
import { packSources, unpackSources } from '../../src/model/packed-sources.js';
import type { DeckSources } from '../../src/model/slide-sources.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { type PrintedSlide, slideSources } from '../../src/story/slide-sources.js';
import { claim, evidence, figure, source } from '../reconcile/make-evidence.js';

const SOURCES: DeckSources = {
	deck: 'brief',
	brief: 'Atlas',
	minutes: 20,
	documents: [
		{ number: 1, short: 'Card', title: 'The card', about: 'Vendor · undated', url: 'https://a.example/' },
	],
	topics: [
		{
			name: 'GSM8K',
			value: '91%',
			support: '1 document',
			claims: [{ value: '91%', document: 0, at: 'Results' }],
		},
		{
			name: 'MMLU',
			text: 'It is good at MMLU.',
			range: '80–82%',
			contested: true,
			support: '1 document',
			why: 'The newest document says so.',
			ruling: 'Card is preferred. It is the card.',
			claims: [{ document: 0, at: 'Results', detail: 'pass@1' }],
			dissent: [{ value: '80%', document: 0, at: 'Results', cause: 'contradiction', detail: 'pass@1' }],
		},
	],
	slides: [
		{
			name: 'title',
			topics: [0, 1],
			prints: [
				['91%', [0]],
				[1, [1]],
			],
		},
	],
	tables: [
		[
			{
				title: 'Half',
				about: 'Percent.',
				columns: ['Model', 'Value', 'Remarks'],
				rows: [['Atlas', '91%', '']],
			},
		],
	],
};

test('what is packed comes out the same', () => {
	expect(unpackSources(JSON.parse(JSON.stringify(packSources(SOURCES))))).toEqual(SOURCES);
});

test('a text that repeats is carried once', () => {
	const packed = JSON.stringify(packSources(SOURCES));
	for (const text of ['Results', 'pass@1', '1 document']) expect(packed.split(`"${text}"`)).toHaveLength(2);
});

describe('the sources of a slide', () => {
	const first = claim(91, { source: 'a', at: 'Results' });
	const second = claim(83, { source: 'b', at: 'Table 2', credits: ['a'] });
	const given = evidence({
		sources: [source('a', { party: 'first', date: '2026-02-05', url: 'https://a.example/' }), source('b')],
		topics: [
			figure([first, second], 'percent', 'speed'),
			figure([claim(80, { source: 'b' })], 'percent', 'cost'),
		],
	});
	const slide: PrintedSlide = {
		name: 'scores',
		claims: ['speed#1', 'speed#2', 'cost#1'],
		prints: [
			{ text: '11 points', claims: ['speed#1', 'cost#1'], isNote: false },
			{ text: '80%', claims: ['cost#1'], isNote: false },
			{ text: '91%', claims: ['speed#1'], isNote: true },
			{ text: '', claims: ['speed#1'], isNote: false },
		],
	};
	const sources = slideSources(given, reconcileEvidence(given), 'brief', [slide]);

	test('are its findings in the order in which it shows them, each with value, places and dissent', () => {
		expect(sources.topics.map(({ name, value, contested }) => [name, value, contested])).toEqual([
			['Label of speed', '91%', true],
			['Label of cost', '80%', undefined],
		]);
		expect(sources.topics[0]).toMatchObject({
			claims: [{ value: '91%', document: 0, at: 'Results' }],
			dissent: [{ value: '83%', document: 1, at: 'Table 2', cause: 'contradiction', detail: 'credits A' }],
			range: '83–91%',
			why: 'A first-party document says so.',
		});
		expect(sources.topics[1]?.support).toBe('1 document');
	});

	test('come with what the documents are', () => {
		expect(sources.documents).toEqual([
			{
				number: 1,
				short: 'A',
				title: 'Document a',
				about: 'Somebody · first-party article · 5 Feb 2026',
				url: 'https://a.example/',
			},
			{ number: 2, short: 'B', title: 'Document b', about: 'Somebody · third-party article · undated' },
		]);
	});

	test('name what is printed, by its code where the text is there already, and leave out the notes', () => {
		expect(sources.slides[0]).toEqual({
			name: 'scores',
			topics: [0, 1],
			prints: [
				['11 points', [0, 1]],
				[0, [1]],
				[2, [0]],
			],
		});
	});
});

describe('where a value comes from in the end', () => {
	const sources = [
		source('card', { party: 'first' }),
		source('lab'),
		source('forum'),
		source('retold', { derivesFrom: ['card'] }),
		source('retold-lab', { derivesFrom: ['lab'] }),
	];
	test.each([
		[['card'], '1 document, by Meridian'],
		[['retold'], '1 document, going back to Meridian'],
		[['card', 'retold'], '2 documents, all going back to Meridian'],
		[['lab'], '1 document'],
		[['lab', 'retold-lab'], '2 documents, 1 independent origin'],
		[['lab', 'forum', 'retold-lab'], '3 documents, 2 independent origins'],
		[['card', 'lab'], '2 documents, 2 independent origins'],
	])('%j: %s', (ids, support) => {
		const given = evidence({
			sources,
			topics: [
				figure(
					ids.map((id) => claim(91, { source: id })),
					'percent',
					'speed',
				),
			],
		});
		const slide = { name: 'scores', claims: ['speed#1'], prints: [] };
		expect(slideSources(given, reconcileEvidence(given), 'brief', [slide]).topics[0]?.support).toBe(support);
	});
});
