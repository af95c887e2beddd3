import { describe, expect, test } from 'vitest';
import { altText } from '../../src/charts/alt-text.js';
import type { ChartForm, ChartRow } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import { SAMPLES } from './sample-requests.js';

const cases: [string, ChartForm, ChartRow[], string][] = [
	['a plain value', 'bars', [chartRow('A', 0, 'competitor', 5, '5 s')], 'A: 5 s.'],
	[
		'before and now',
		'gains',
		[chartRow('A', 0, 'predecessor', 5, '5'), chartRow('A', 0, 'subject', 7, '7', { detail: '+2' })],
		'A: before 5, now 7 (+2).',
	],
	[
		'an estimate',
		'bars',
		[chartRow('A', 0, 'competitor', 5, 'about 5', { estimated: true })],
		'A: about 5, estimated.',
	],
	[
		'an estimate that the label names',
		'bars',
		[chartRow('A', 0, 'competitor', 5, '5 (estimate)', { estimated: true })],
		'A: 5 (estimate).',
	],
	[
		'a contested value',
		'comparison',
		[chartRow('A', 0, 'subject', 5, '5', { contested: true })],
		'A: 5, sources disagree.',
	],
	[
		'a dissenting source',
		'comparison',
		[chartRow('A', 0, 'dissent', 4, '4', { contested: true, detail: 'Magazine' })],
		'A: Magazine says 4.',
	],
	[
		'a dissent without a name',
		'comparison',
		[chartRow('A', 0, 'dissent', 4, '4')],
		'A: another source says 4.',
	],
	['people', 'gains', [chartRow('A', 0, 'human', 72, 'about 72')], 'A: people about 72.'],
	[
		'people whom the label names',
		'gains',
		[chartRow('A', 0, 'human', 72, 'people about 72')],
		'A: people about 72.',
	],
	['a missing value', 'bars', [chartRow('A', 0, 'missing', null, 'not reported')], 'A: not reported.'],
	[
		'an event',
		'timeline',
		[chartRow('Release', 0, 'event', '2026-02-05', '5 Feb 2026')],
		'Release: 5 Feb 2026.',
	],
	[
		'rows in their order',
		'bars',
		[chartRow('B', 1, 'competitor', 1, '1'), chartRow('A', 0, 'competitor', 2, '2')],
		'A: 2; B: 1.',
	],
];

describe('altText', () => {
	test.each(cases)('says %s', (_, form, rows, words) => {
		const request = { name: 'x', form, title: 'T', unit: '', unitSuffix: '', rows, width: 1, height: 1 };
		expect(altText(request)).toBe(`T. ${words}`);
	});

	test('calls roles by the names that the request gives', () => {
		expect(altText(SAMPLES.gains)).toContain('SWE-Bench Pro: GPT-5.2-Codex 56.4, GPT-5.3-Codex 56.8 (+0.4).');
	});

	test('gives title, unit and direction before the rows', () => {
		expect(altText(SAMPLES.bars)).toMatch(
			/^The model needs a quarter less time for a task\. Seconds per task; lower is better\. GPT-5\.3-Codex: 41\.5 s;/,
		);
	});
});
