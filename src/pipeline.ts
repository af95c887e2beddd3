// Every stage in order: start reading here. Pure but for the fonts, which the caller reads; `check` stops after
// `renderBrief`, `build` goes on to PDF and to disk (commands/).

import { altText } from './charts/alt-text.js';
import { renderChart } from './charts/render-chart.js';
import { createTextMetrics, type TextMetrics } from './charts/text-metrics.js';
import type { Checked, Diagnostic } from './diagnostics/diagnostic.js';
import { nearest } from './diagnostics/nearest.js';
import { type InputFile, parseEvidence } from './load/parse-evidence.js';
import { parseYaml } from './load/parse-yaml.js';
import type { Chart, ChartRequest } from './model/chart.js';
import type { Assets, BuiltDeck, Theme } from './model/deck.js';
import type { Evidence } from './model/evidence.js';
import type { Finding } from './model/finding.js';
import type { FontFile, ThemeTokens } from './model/theme.js';
import { reconcileEvidence } from './reconcile/reconcile-evidence.js';
import type { Player } from './render/html-player.js';
import { deckNames, type RenderedDeck, renderDeck, slideNames } from './render/render-deck.js';
import { renderHtml } from './render/render-html.js';
import { buildStory } from './story/build-story.js';
import { fontFaceCss } from './theme/font-face-css.js';
import { readTheme } from './theme/read-theme.js';
import { themeCss } from './theme/theme-css.js';
import { validateEvidence } from './validate/validate-evidence.js';

export interface ReconciledBrief {
	readonly evidence: Evidence;
	readonly findings: ReadonlyMap<string, Finding>;
}

/** load → validate → reconcile. `texts` are the decoded files, for code frames. */
export function readBrief(
	files: readonly InputFile[],
	folder: string,
	assets: Assets,
): Checked<ReconciledBrief> & { readonly texts: ReadonlyMap<string, string> } {
	const tree = parseEvidence(files, folder);
	const decks = deckNames(assets.templates);
	const validated = validateEvidence(tree.value, {
		deckNames: decks,
		slideNames: Object.fromEntries(decks.map((deck) => [deck, slideNames(assets.templates, deck)])),
		themeNames: [...assets.themes.keys()],
	});
	const diagnostics = [...tree.diagnostics, ...validated.diagnostics];
	const texts = tree.value.texts;
	if (validated.value === undefined) return { diagnostics, texts };
	return {
		value: { evidence: validated.value, findings: reconcileEvidence(validated.value) },
		diagnostics,
		texts,
	};
}

/** Theme tokens, with the CSS that they make and the fonts that they name. */
export async function loadTheme(
	name: string,
	assets: Assets,
	readFont: (font: FontFile) => Promise<Checked<Uint8Array>>,
): Promise<Checked<Theme>> {
	const source = assets.themes.get(name);
	if (source === undefined) {
		const known = [...assets.themes.keys()];
		return {
			diagnostics: [
				{
					code: 'MB309',
					args: { theme: name, nearest: nearest(name, known) ?? '', known: known.join(', ') },
				},
			],
		};
	}
	const parsed = parseYaml(source.file, new TextEncoder().encode(source.text));
	if (parsed.root === undefined || parsed.diagnostics.length > 0) return { diagnostics: parsed.diagnostics };
	const read = readTheme(parsed.root);
	if (read.value === undefined) return { diagnostics: read.diagnostics };
	return withFonts(read.value, assets.baseCss, readFont);
}

async function withFonts(
	tokens: ThemeTokens,
	baseCss: string,
	readFont: (font: FontFile) => Promise<Checked<Uint8Array>>,
): Promise<Checked<Theme>> {
	const read = await Promise.all(
		tokens.fontFiles.map(async (font) => ({ font, bytes: await readFont(font) })),
	);
	const diagnostics = read.flatMap(({ bytes }) => bytes.diagnostics);
	if (diagnostics.length > 0) return { diagnostics };
	const fonts = read.flatMap(({ font, bytes }) =>
		bytes.value === undefined ? [] : [{ ...font, bytes: bytes.value }],
	);
	const css = themeCss(tokens, baseCss);
	return { value: { tokens, css, fonts, fontCss: fontFaceCss(fonts) }, diagnostics: [] };
}

/** story → charts and templates → Markdown → HTML, for one deck. */
export async function renderBriefDeck(
	{ evidence, findings }: ReconciledBrief,
	deck: string,
	theme: Theme,
	assets: Assets,
	player: Player,
): Promise<Checked<BuiltDeck>> {
	const story = buildStory(evidence, findings, { name: deck, slides: slideNames(assets.templates, deck) });
	const title = deckTitle(deck);
	const rendered = renderDeck({
		deck,
		title,
		theme: theme.tokens.name,
		language: evidence.brief.language,
		story,
		templates: assets.templates,
		sources: sourceIndex(evidence),
		describeChart: altText,
	});
	if (rendered.value === undefined) return { diagnostics: rendered.diagnostics };
	const charts = await drawCharts(rendered.value, theme, assets);
	const drawn = charts.value ?? [];
	const svgs = new Map(drawn.map((chart) => [`charts/${chart.name}.svg`, chart.svg as string]));
	const html = await renderHtml({
		markdown: rendered.value.markdown,
		themeCss: theme.css,
		fontCss: theme.fontCss,
		charts: svgs,
		title: `${evidence.brief.title}: ${title}`,
		language: evidence.brief.language,
		player,
	});
	const diagnostics = [...rendered.diagnostics, ...charts.diagnostics, ...html.diagnostics];
	if (html.value === undefined || charts.value === undefined) return { diagnostics };
	const { markdown, slides } = rendered.value;
	const { html: page, printHtml } = html.value;
	return { value: { name: deck, title, markdown, html: page, printHtml, charts: svgs, slides }, diagnostics };
}

async function drawCharts(
	deck: RenderedDeck,
	theme: Theme,
	assets: Assets,
): Promise<Checked<readonly Chart[]>> {
	const metrics = createTextMetrics(theme.fonts);
	const charts: Chart[] = [];
	const diagnostics: Diagnostic[] = [];
	for (const request of deck.charts) {
		const drawn = await drawChart(request, theme, assets, metrics);
		diagnostics.push(...drawn.diagnostics);
		if (drawn.value !== undefined) charts.push(drawn.value);
	}
	return charts.length === deck.charts.length ? { value: charts, diagnostics } : { diagnostics };
}

async function drawChart(
	request: ChartRequest,
	theme: Theme,
	assets: Assets,
	metrics: TextMetrics,
): Promise<Checked<Chart>> {
	const spec = assets.charts.get(request.form);
	const invalid = (reason: string): Checked<Chart> => ({
		diagnostics: [{ code: 'MB312', args: { chart: request.name, form: request.form, reason } }],
	});
	if (spec === undefined) return invalid('there is no such spec in templates/charts');
	try {
		return await renderChart(request, JSON.parse(spec.text), theme.tokens, metrics);
	} catch (error) {
		if (error instanceof SyntaxError) return invalid(`${spec.file} is not JSON: ${error.message}`);
		throw error;
	}
}

/** `engineering-deep-dive` → `Engineering deep dive`. */
function deckTitle(deck: string): string {
	const words = deck.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function sourceIndex(evidence: Evidence) {
	const sources = new Map(evidence.sources.map((source) => [source.id, source]));
	const numbers = new Map(
		evidence.sources.filter(({ read }) => read).map(({ id }, index) => [id, index + 1]),
	);
	const claims = new Map(
		evidence.topics.flatMap((topic) => topic.claims.map((claim) => [claim.id, claim] as const)),
	);
	return {
		sourceOf: (id: string) => {
			const source = claims.get(id)?.source ?? '';
			return { number: numbers.get(source) ?? 0, short: sources.get(source)?.short ?? source };
		},
	};
}
