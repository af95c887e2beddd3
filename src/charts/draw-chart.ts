// A chart from a request, the file of its spec and a theme. What is wrong with the spec is reported at its line and column.

import type { Checked } from '../diagnostics/diagnostic.js';
import type { Chart, ChartRequest } from '../model/chart.js';
import type { TextFile, Theme } from '../model/deck.js';
import type { Location } from '../model/location.js';
import { placeInSpec, readSpec } from './read-spec.js';
import { renderChart } from './render-chart.js';
import { createTextMetrics, type TextMetrics } from './text-metrics.js';

/** `spec` is the file of the request's form, where there is one. */
export async function drawChart(
	request: ChartRequest,
	spec: TextFile | undefined,
	theme: Theme,
): Promise<Checked<Chart>> {
	const invalid = (reason: string, location?: Location): Checked<Chart> => {
		const args = { chart: request.name, form: request.form, reason };
		return { diagnostics: [{ code: 'MB312', ...(location === undefined ? {} : { location }), args }] };
	};
	if (spec === undefined) return invalid('there is no such spec in templates/charts');
	const read = readSpec(spec);
	if ('reason' in read) return invalid(read.reason, read.location);
	const drawn = await renderChart(request, read.value, theme.tokens, metricsOf(theme));
	const located = drawn.diagnostics.map((one) =>
		one.code === 'MB312' ? { ...one, location: placeInSpec(spec, String(one.args.reason)) } : one,
	);
	return { ...drawn, diagnostics: located };
}

/** Fonts are taken apart once for all decks of a theme. */
const metricsByTheme = new WeakMap<Theme, TextMetrics>();

export function metricsOf(theme: Theme): TextMetrics {
	const metrics = metricsByTheme.get(theme) ?? createTextMetrics(theme.fonts);
	metricsByTheme.set(theme, metrics);
	return metrics;
}
