import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutChart } from '../../src/charts/forms/lay-out-chart.js';
import type { ChartRequest, ChartRow } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import { drawChart, executive, marksOf, metricsOf, placeOf } from './chart-world.js';
import { SAMPLES } from './sample-requests.js';

const value = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);

/** Where the spec's scale puts a value, from the params that the layout computed. */
function scaleOf(request: ChartRequest): (at: number) => number {
	const { params } = layOutChart({ request, theme: executive, metrics: metricsOf(executive) });
	const { plotLeft = 0, plotRight = 0, domainMin = 0, domainMax = 1 } = params;
	return (at) => plotLeft + ((at - domainMin) / (domainMax - domainMin)) * (plotRight - plotLeft);
}

describe('geometry of charts', { timeout: 30_000 }, () => {
	test('puts both marks of a gain at their values, however near they are', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }), async (pairs) => {
				const rows = pairs.flatMap(([before, now], index): ChartRow[] => [
					chartRow(`Benchmark ${index}`, index, 'predecessor', before, `${before}`),
					chartRow(`Benchmark ${index}`, index, 'subject', now, `${now}`, { detail: `${now - before}` }),
				]);
				const request = { ...SAMPLES.gains, rows };
				const { chart } = await drawChart(request);
				const before = marksOf(chart.svg, 'predecessor').map(placeOf);
				const now = marksOf(chart.svg, 'subject').map(placeOf);
				pairs.forEach((pair, index) => {
					const [from, to] = [before[index], now[index]];
					expect(Math.abs((from?.x ?? -9) - scaleOf(request)(pair[0]))).toBeLessThan(0.5);
					expect(Math.abs((to?.x ?? -9) - scaleOf(request)(pair[1]))).toBeLessThan(0.5);
					const apart = Math.hypot((from?.x ?? 0) - (to?.x ?? 0), (from?.y ?? 0) - (to?.y ?? 0));
					expect(apart).toBeGreaterThan(16);
				});
			}),
			{ numRuns: 20 },
		);
	});

	test('keeps every mark of every form inside its box', async () => {
		for (const request of Object.values(SAMPLES)) {
			const { chart } = await drawChart({ ...request, width: 900, height: 380 });
			for (const tag of chart.svg.match(/<(?:path|text) [^>]*translate[^>]*>/g) ?? []) {
				const { x, y } = placeOf(tag);
				expect(x >= 0 && x <= 900 && y >= 0 && y <= 380).toBe(true);
			}
		}
	});
});
