import { describe, expect, test } from 'vitest';
import { renderChart } from '../../src/charts/render-chart.js';
import type { ChartRequest } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import { drawChart, engineering, executive, loadSpec, marksOf, metricsOf, textsOf } from './chart-world.js';
import { FORMS, SAMPLES } from './sample-requests.js';

describe('renderChart', { timeout: 30_000 }, () => {
	test.each(FORMS)('draws %s as it was approved, without a warning', async (form) => {
		const { chart, diagnostics } = await drawChart(SAMPLES[form]);
		expect(diagnostics).toEqual([]);
		await expect(chart.svg).toMatchFileSnapshot(`../fixtures/charts/${form}/expected/chart.svg`);
	});

	test.each(FORMS)('draws %s in the engineering theme, in a smaller box, without a warning', async (form) => {
		const { chart, diagnostics } = await drawChart({ ...SAMPLES[form], width: 760 }, engineering);
		expect(diagnostics).toEqual([]);
		expect(chart.svg).toContain('IBM Plex Sans');
		expect(chart.svg).not.toContain('Inter,');
	});

	test('gives the same bytes whatever was drawn before', async () => {
		const first = await drawChart(SAMPLES.gains);
		await Promise.all(FORMS.map((form) => drawChart(SAMPLES[form], engineering)));
		const [again, beside] = await Promise.all([drawChart(SAMPLES.gains), drawChart(SAMPLES.comparison)]);
		expect(again.chart.svg).toBe(first.chart.svg);
		expect(beside.chart.name).toBe('comparison');
	});

	test('is one image with one name and the size that was asked for', async () => {
		const { chart } = await drawChart({ ...SAMPLES.bars, name: 'speed', width: 800, height: 330 });
		expect(chart.svg).toMatch(
			/^<svg [^>]*role="img" aria-labelledby="speed-title speed-desc" width="800" height="330" viewBox="0 0 800 330"><title id="speed-title">/,
		);
		expect(chart.svg.match(/ role="/g)).toHaveLength(1);
		expect(chart.svg).not.toContain('aria-roledescription');
		expect(chart.svg).not.toContain('var(');
	});

	test('starts every id with the name of the chart', async () => {
		for (const form of FORMS) {
			const { chart } = await drawChart({ ...SAMPLES[form], name: 'slide-7' });
			const ids = [...chart.svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
			expect(ids.every((id) => id?.startsWith('slide-7-'))).toBe(true);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	test.each(FORMS)('keeps hostile words in %s as text', async (form) => {
		const hostile = '</text></svg><script>alert(1)</script>" onload="x" \'&amp; 🎉';
		const sample = SAMPLES[form];
		const request: ChartRequest = {
			...sample,
			title: hostile,
			unit: hostile,
			rows: sample.rows.map((row, index) =>
				index === 0 ? { ...row, item: hostile, label: hostile, detail: hostile } : row,
			),
		};
		const { chart } = await drawChart(request);
		expect(chart.svg).not.toContain('<script');
		expect(chart.svg.match(/<\/svg>/g)).toHaveLength(1);
		expect(chart.svg.match(/<[^>]* onload=/g)).toBeNull();
		// Nothing was lost either: the words are there, though perhaps on several lines.
		expect(textsOf(chart.svg).join('').replace(/\s/g, '')).toContain('&lt;script&gt;alert(1)');
	});

	test('wraps a very long name and cuts nothing off', async () => {
		const name = `A benchmark with a name that nobody would want to print on a slide ${'x'.repeat(60)}`;
		const { chart, diagnostics } = await drawChart({
			...SAMPLES.bars,
			rows: [chartRow(name, 0, 'subject', 5, '5 s')],
		});
		expect(textsOf(chart.svg).join('').replace(/\s/g, '')).toContain(name.replace(/\s/g, ''));
		expect(diagnostics).toEqual([]);
	});

	test.each(['gains', 'comparison', 'human-baseline', 'disagreement', 'timeline', 'bars'] as const)(
		'writes a missing value of %s out in words and draws no value for it',
		async (form) => {
			const rows = [...SAMPLES[form].rows, chartRow('GPT-5.1', 99, 'missing', null, 'not published')];
			const { chart } = await drawChart({ ...SAMPLES[form], rows });
			expect(textsOf(chart.svg)).toContain('not published');
			expect(chart.alt).toContain('GPT-5.1: not published');
		},
	);

	test('reports a row that the spec has no layer for, and makes no chart', async () => {
		const request = {
			...SAMPLES.bars,
			rows: [...SAMPLES.bars.rows, chartRow('Launch', 9, 'event', 3, '3 s')],
		};
		const { value, diagnostics } = await renderChart(
			request,
			loadSpec('bars'),
			executive,
			metricsOf(executive),
		);
		expect(value).toBeUndefined();
		expect(diagnostics).toMatchObject([
			{ code: 'MB313', args: { chart: 'bars', item: 'Launch', role: 'event' } },
		]);
	});

	test('says so when the rows do not fit the box', async () => {
		const rows = Array.from({ length: 30 }, (_, index) =>
			chartRow(`Model ${index}`, index, 'competitor', index, `${index} s`),
		);
		const { diagnostics } = await drawChart({ ...SAMPLES.bars, rows });
		expect(diagnostics.map(({ code }) => code)).toContain('MB314');
	});

	test.each([
		['is not an object', 'bar chart', /not a JSON object/],
		['loads a file', { data: { url: 'https://example.org/rows.csv' }, mark: 'bar' }, /“url”/],
		[
			'links to a page',
			{ data: { name: 'rows' }, mark: 'bar', encoding: { href: { field: 'item' } } },
			/“href”/,
		],
		['shows a picture', { data: { name: 'rows' }, mark: 'image' }, /“image”/],
		[
			'has a mark that does not exist',
			{ data: { name: 'rows' }, layer: [{ mark: { type: 'sparkle' } }] },
			/“sparkle”/,
		],
		['draws nothing', { data: { name: 'rows' } }, /^Invalid specification$/],
		[
			'has a broken expression',
			{ data: { name: 'rows' }, transform: [{ filter: 'datum.(' }], mark: 'bar' },
			/./,
		],
	])('refuses a spec that %s', async (_, spec, reason) => {
		const { value, diagnostics } = await renderChart(SAMPLES.bars, spec, executive, metricsOf(executive));
		expect(value).toBeUndefined();
		expect(diagnostics).toMatchObject([{ code: 'MB312', args: { reason: expect.stringMatching(reason) } }]);
	});

	test('turns warnings of the engine into diagnostics', async () => {
		const spec = {
			data: { name: 'rows' },
			mark: 'bar',
			encoding: { x: { field: 'at', type: 'quantitative' }, y: { field: 'item' }, banana: { field: 'role' } },
		};
		const { diagnostics } = await renderChart(SAMPLES.bars, spec, executive, metricsOf(executive));
		expect(diagnostics.filter(({ code }) => code === 'MB311').length).toBeGreaterThan(0);
	});

	test.each(FORMS)('has a spec for %s that opens by itself with its sample data', async (form) => {
		const spec = loadSpec(form) as Record<string, unknown>;
		const { compile } = await import('vega-lite');
		const warnings: unknown[] = [];
		const logger = { level: () => logger, error: warn, warn, info: () => logger, debug: () => logger };
		function warn(message: unknown) {
			warnings.push(message);
			return logger;
		}
		compile(spec as never, { logger: logger as never });
		expect(warnings).toEqual([]);
		expect(Object.keys(spec.datasets as object)).toContain('rows');
	});

	test('sets figures in the face for figures, and values that contain words in the face for text', async () => {
		const { chart } = await drawChart(SAMPLES.bars, engineering);
		expect(chart.svg).toMatch(/font-family="'IBM Plex Mono', monospace"[^>]*>41\.5 s</);
		expect(chart.svg).toMatch(/font-family="'IBM Plex Sans', sans-serif"[^>]*>about 62 s</);
	});

	test('gives an estimate and a contested value a form of their own', async () => {
		const rows = [
			chartRow('A', 0, 'competitor', 10, 'about 10', { estimated: true }),
			chartRow('B', 1, 'competitor', 20, '20', { contested: true }),
		];
		const { chart } = await drawChart({ ...SAMPLES.comparison, rows });
		const [estimated, contested] = marksOf(chart.svg, 'competitor');
		expect(estimated).toContain('stroke-dasharray="3,2.5"');
		expect(contested).not.toContain('stroke-dasharray="3,2.5"');
		expect(marksOf(chart.svg, 'contested')).toHaveLength(1);
	});
});
