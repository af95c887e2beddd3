import { describe, expect, test } from 'vitest';
import type { Evidence, Figure } from '../../src/model/evidence.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { openDesk } from '../../src/story/cite.js';
import { type GapKind, gapRows, gapsOf } from '../../src/story/gaps.js';
import {
	benchmark,
	claim,
	evidence,
	figure,
	model,
	notReported,
	range,
	result,
	source,
} from '../reconcile/make-evidence.js';

const where = { file: 'data/atlas/benchmarks.yaml', line: 1, column: 1 };
const SUMS = benchmark('sums', { name: 'Sums', short: 'Sums' });
const MODELS = [model('atlas-2', 'subject'), model('atlas-1', 'predecessor'), model('rival', 'competitor')];

function deskOf(changes: Partial<Evidence>) {
	const all = evidence({ models: MODELS, benchmarks: [SUMS], ...changes });
	return openDesk(all, reconcileEvidence(all));
}

const textOf = (changes: Partial<Evidence>, kind: GapKind) =>
	gapsOf(deskOf(changes))
		.filter((gap) => gap.kind === kind)
		.map(({ question }) =>
			question.parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
		);

const score = (...claims: Parameters<typeof result>[2]) => ({ topics: [result('sums', 'atlas-2', claims)] });
const VENDOR = [source('vendor', { party: 'first' }), source('a', { derivesFrom: ['vendor'] }), source('b')];

describe('a gap is named when the evidence has it, and not when it does not', () => {
	test.each<[GapKind, Partial<Evidence>, string, Partial<Evidence>]>([
		[
			'unresolved',
			score(claim(75), claim(77, { source: 'b' })),
			'1 contradiction is undecided',
			score(claim(75)),
		],
		[
			'vendor-only',
			{ sources: VENDOR, ...score(claim(77), claim(77, { source: 'vendor' })) },
			'The only score goes back to the vendor alone',
			{ sources: VENDOR, ...score(claim(77), claim(75, { source: 'b' })) },
		],
		['no-first-party', {}, 'No first-party document was read', { sources: VENDOR }],
		[
			'single-source',
			score(claim(77)),
			'The only finding is known from one document alone',
			score(claim(77), claim(77, { source: 'b' })),
		],
		['no-uncertainty', score(claim(77)), 'No score has an uncertainty', score(claim(range(76, 78)))],
		[
			'no-competitor-value',
			score(claim(77)),
			'No benchmark has a competitor’s value',
			{ topics: [...score(claim(77)).topics, result('sums', 'rival', [claim(70)])] },
		],
		[
			'no-earlier-value',
			score(claim(77)),
			'No benchmark has a value of atlas-1',
			{ topics: [...score(claim(77)).topics, result('sums', 'atlas-1', [claim(70)])] },
		],
		[
			'no-baseline',
			{ topics: [figure([claim(25)], 'percent-change')] },
			'1 relative figure names no baseline',
			{ topics: [{ ...(figure([claim(25)], 'percent-change') as Figure), against: 'atlas-1' }] },
		],
		[
			'no-price',
			{},
			'No price is in the evidence',
			{ topics: [{ ...(figure([claim(2)], 'usd') as Figure), group: 'price' }] },
		],
		[
			'no-setup',
			score(claim(77)),
			'No score says how it was run',
			score(claim(77, { setup: { attempts: 3 } })),
		],
		['undated-source', {}, 'All 5 documents are undated', { sources: [source('a', { date: '2026' })] }],
		[
			'not-reported',
			{ topics: [figure([claim(notReported)])] },
			'1 value is asked for and not reported',
			score(claim(77)),
		],
		[
			'missing-file',
			{ missingFiles: ['timeline.yaml'] },
			'No timeline evidence was collected',
			{ missingFiles: [] },
		],
	])('%s', (kind, withGap, text, without) => {
		expect(textOf(withGap, kind)).toEqual([text]);
		expect(textOf(without, kind)).toEqual([]);
	});

	test('hazard-without-result', () => {
		const rating = {
			kind: 'classification',
			key: 'cyber',
			framework: 'Framework',
			domain: 'Cybersecurity',
			level: 'High',
			model: 'atlas-2',
			claims: [claim({ kind: 'assertion', holds: true }, { id: 'cyber#1' })],
			where,
		} as const;
		const kind = 'hazard-without-result';
		expect(textOf({ topics: [rating] }, kind)).toEqual(['1 hazard rating comes without a test result']);
		const tested = {
			benchmarks: [{ ...SUMS, area: 'security' as const }],
			topics: [rating, ...score(claim(77)).topics],
		};
		expect(textOf(tested, kind)).toEqual([]);
	});
});

test('what stands on a slide is short', () => {
	const rows = gapRows(
		deskOf({ ...score(claim(75), claim(77, { source: 'b' })), missingFiles: ['safety.yaml'] }),
	);
	for (const { question, why } of rows) {
		const text =
			typeof question === 'string'
				? question
				: question.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
		expect(text.split(' ').length, text).toBeLessThanOrEqual(9);
		expect(why.split(' ').length, why).toBeLessThanOrEqual(14);
	}
});

test('each thing with a gap has its place', () => {
	const [gap] = gapsOf(deskOf(score(claim(77)))).filter(({ kind }) => kind === 'single-source');
	expect(gap?.items).toEqual([
		{ name: 'Sums', where: { file: 'data/atlas/figures.yaml', line: 1, column: 1 } },
	]);
});
