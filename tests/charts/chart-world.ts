// What a chart needs from the disk, and a small reader of the SVG that comes out.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { renderChart } from '../../src/charts/render-chart.js';
import { createTextMetrics } from '../../src/charts/text-metrics.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Chart, ChartForm, ChartRequest } from '../../src/model/chart.js';
import type { FontFile, LoadedFont, ThemeTokens } from '../../src/model/theme.js';

const require = createRequire(import.meta.url);

function loadTheme(name: 'executive' | 'engineering'): ThemeTokens {
	const { fonts, ...tokens } = parse(readFileSync(`themes/${name}.yaml`, 'utf8'));
	return {
		...tokens,
		fontFiles: fonts.map((font: FontFile) => ({ ...font, style: font.style ?? 'normal' })),
	};
}

export function loadFonts(theme: ThemeTokens): LoadedFont[] {
	return theme.fontFiles.map((font) => ({ ...font, bytes: readFileSync(require.resolve(font.module)) }));
}

export const executive = loadTheme('executive');
export const engineering = loadTheme('engineering');
const metrics = new Map(
	[executive, engineering].map((theme) => [theme, createTextMetrics(loadFonts(theme))]),
);

export function metricsOf(theme: ThemeTokens) {
	const found = metrics.get(theme);
	if (!found) throw new Error(`No metrics for ${theme.name}.`);
	return found;
}

export function loadSpec(form: ChartForm): unknown {
	return JSON.parse(readFileSync(`templates/charts/${form}.vl.json`, 'utf8'));
}

export async function drawChart(
	request: ChartRequest,
	theme = executive,
): Promise<{ chart: Chart; diagnostics: readonly Diagnostic[] }> {
	const { value, diagnostics } = await renderChart(request, loadSpec(request.form), theme, metricsOf(theme));
	if (!value) throw new Error(`No chart: ${JSON.stringify(diagnostics)}`);
	return { chart: value, diagnostics };
}

/** What a layer of the spec drew: the tags of its group in the order in which they were drawn. */
export function marksOf(svg: string, layer: string): string[] {
	const group = svg.split(`role-mark ${layer.replaceAll('-', '_')}_marks">`)[1]?.split('</g>')[0] ?? '';
	return group.match(/<(?:path|line|text)[^>]*>/g) ?? [];
}

/** The place that a tag is moved to. */
export function placeOf(tag: string): { x: number; y: number } {
	const [, x, y] = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(tag) ?? [];
	return { x: Number(x), y: Number(y) };
}

/** All printed words, without tags. */
export function textsOf(svg: string): string[] {
	return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
}
