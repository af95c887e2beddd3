// What a chart needs from the disk, and a small reader of the SVG that comes out.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderChart } from '../../src/charts/render-chart.js';
import { createTextMetrics } from '../../src/charts/text-metrics.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import type { Chart, ChartForm, ChartRequest } from '../../src/model/chart.js';
import type { LoadedFont, ThemeTokens } from '../../src/model/theme.js';
import { readTheme } from '../../src/theme/read-theme.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';

const require = createRequire(import.meta.url);

function loadTokens(name: 'executive' | 'engineering'): ThemeTokens {
	const chain = ['base', name].map((file) => {
		const path = `themes/${file}.yaml`;
		const { root } = parseYaml(path, readFileSync(path));
		const theme = root && readTheme(root).value;
		if (!theme) throw new Error(`${path} cannot be read.`);
		return theme;
	});
	const { value, diagnostics } = resolveTheme(chain, { mode: 'light', size: '16:9' });
	if (!value) throw new Error(JSON.stringify(diagnostics));
	return value;
}

export function loadFonts(theme: ThemeTokens): LoadedFont[] {
	return theme.fontFiles.map((font) => ({ ...font, bytes: readFileSync(require.resolve(font.module)) }));
}

export const executive = loadTokens('executive');
export const engineering = loadTokens('engineering');
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

/** Left end and width of a bar, or of a line that lies. */
export function extentOf(tag: string): { left: number; width: number } {
	const [, left, width] = /d="M([-\d.e]+),[-\d.e]+h([-\d.e]+)/.exec(tag) ?? [];
	if (left !== undefined) return { left: Number(left), width: Number(width) };
	return { left: placeOf(tag).x, width: Number(/ x2="([-\d.e]+)"/.exec(tag)?.[1]) };
}

/** From a value to its pixel, by the chart's own ticks; undefined where it prints fewer than two. */
export function printedScale(svg: string): ((at: number) => number) | undefined {
	const lines = marksOf(svg, 'grid').map((tag) => placeOf(tag).x);
	const group = /axis_labels_marks">(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
	const ticks = textsOf(group).map((text) =>
		Number.parseFloat(text.replace('−', '-').replace('+', '').replaceAll(',', '')),
	);
	if (lines.length !== ticks.length) throw new Error(`${lines.length} lines for ${ticks.length} ticks.`);
	const [first, last] = [0, ticks.length - 1];
	const [from = 0, to = 0] = [ticks[first], ticks[last]];
	const [left = 0, right = 0] = [lines[first], lines[last]];
	if (ticks.length < 2) return undefined;
	return (at) => left + ((at - from) / (to - from)) * (right - left);
}
