// Every stage in order: start reading here. Pure but for the fonts, which the caller reads; `check` stops after
// `renderBrief`, `build` goes on to PDF and to disk (commands/).

import { chartInWords, setupInWords } from './charts/alt-text.js';
import { dataTable } from './charts/data-table.js';
import { drawChart, metricsOf } from './charts/draw-chart.js';
import type { Checked, Diagnostic } from './diagnostics/diagnostic.js';
import type { TreeNode } from './diagnostics/evidence-tree.js';
import { ownFont } from './fonts/own-font.js';
import { startPageFonts } from './fonts/page-fonts.js';
import { byScript } from './fonts/scripts.js';
import type { SubsetFont } from './fonts/subset-font.js';
import { type InputFile, parseEvidence } from './load/parse-evidence.js';
import { parseYaml } from './load/parse-yaml.js';
import type { Chart, ChartRequest } from './model/chart.js';
import type { Assets, BuiltDeck, Cuts, Fit, TextFile, Theme } from './model/deck.js';
import type { Evidence } from './model/evidence.js';
import type { Finding } from './model/finding.js';
import { lazily, withFields } from './model/lazily.js';
import { packSources } from './model/packed-sources.js';
import { afresh, type Remember } from './model/remember.js';
import { roomOf } from './model/room.js';
import type { Story } from './model/story.js';
import type { Density, FontFile } from './model/theme.js';
import type { ChartTrace } from './model/trace.js';
import { reconcileEvidence } from './reconcile/reconcile-evidence.js';
import { reviewRulings } from './reconcile/review-rulings.js';
import { unresolvedContradictions } from './reconcile/unresolved.js';
import { deckNames, slideNames } from './render/deck-names.js';
import { type Player, playerTexts } from './render/html-player.js';
import { type RenderedDeck, renderDeck } from './render/render-deck.js';
import { marpThemes, renderHtml } from './render/render-html.js';
import { checkRequiredCaveats } from './render/required-caveats.js';
import { buildStory, buildWords } from './story/build-story.js';
import { type ConflictReport, reportConflicts } from './story/conflict-report.js';
import { isolateNames } from './story/isolate-names.js';
import { checkSameValues } from './story/same-values.js';
import { slideSources } from './story/slide-sources.js';
import { type UnshownGroup, unshownFindings } from './story/unshown.js';
import { type Brand, readBrand } from './theme/brand.js';
import { embedCssFiles } from './theme/css/css-files.js';
import { fontFaceCss } from './theme/font-face-css.js';
import { loadTheme as loadThemeFiles, type ThemeOptions } from './theme/load-theme.js';
import { themeChain, themeNames } from './theme/theme-chain.js';
import { validateEvidence } from './validate/validate-evidence.js';

export { drawChart } from './charts/draw-chart.js';
export { fontSubsetter, type SubsetFont } from './fonts/subset-font.js';
export type { InputFile } from './load/parse-evidence.js';
export { type Player, parsePlayer } from './render/html-player.js';
export { askedTheme, type MarpDeck, renderMarpDeck, withImages } from './render/render-marp-deck.js';

export interface ReconciledBrief {
	readonly evidence: Evidence;
	readonly findings: ReadonlyMap<string, Finding>;
}

/** load → validate → reconcile. `texts` are the decoded files, for code frames. */
export function readBrief(
	files: readonly InputFile[],
	folder: string,
	assets: Assets,
	remember: Remember = afresh,
): Checked<ReconciledBrief> & { readonly texts: ReadonlyMap<string, string> } {
	const decks = deckNames(assets.templates);
	const slides = decks.map((deck) => [deck, slideNames(assets.templates, deck)] as const);
	const names = JSON.stringify([slides, themeNames(assets)]);
	const inputs = [...files.map(({ path }) => path), ...files.map(({ bytes }) => bytes), names];
	return remember(`brief ${folder}`, inputs, () => readBriefAfresh(files, folder, assets, remember));
}

function readBriefAfresh(
	files: readonly InputFile[],
	folder: string,
	assets: Assets,
	remember: Remember,
): ReturnType<typeof readBrief> {
	const tree = parseEvidence(files, folder, (path, bytes, isRequired) =>
		remember(`yaml ${path}`, [bytes], () => parseYaml(path, bytes, isRequired)),
	);
	const decks = deckNames(assets.templates);
	const validated = validateEvidence(
		tree.value,
		{
			deckNames: decks,
			slideNames: Object.fromEntries(decks.map((deck) => [deck, slideNames(assets.templates, deck)])),
			themeNames: themeNames(assets),
		},
		(slot, inputs, make) => remember(`${folder} ${slot}`, inputs, make),
	);
	const diagnostics = [...tree.diagnostics, ...validated.diagnostics];
	const texts = tree.value.texts;
	if (validated.value === undefined) return { diagnostics, texts };
	// Words are the only thing that findings and the rest of the evidence do not depend on.
	const grounds = tree.value.files.filter(({ name }) => name !== 'storyline.yaml');
	const names = tree.value.files.map(({ name }) => name).join();
	const { value } = validated;
	const { storyline, proposals } = value;
	const kept = remember(`grounds ${folder}`, [names, ...grounds.map(({ root }) => root)], () => ({
		evidence: value,
		findings: reconcileEvidence(value, (slot, inputs, make) => remember(`${folder} ${slot}`, inputs, make)),
	}));
	const evidence = kept.evidence === value ? value : { ...kept.evidence, storyline, proposals };
	const { findings } = kept;
	diagnostics.push(...reviewRulings(evidence, findings));
	return { value: { evidence, findings }, diagnostics, texts };
}

/** What a strict build stops at and `check` reports: contradictions that no rule and no ruling decides. */
export const findUnresolved = ({ findings }: ReconciledBrief): readonly Diagnostic[] =>
	unresolvedContradictions(findings);

export type { Conflict, ConflictReport, ReportedGap, Side, SideClaim } from './story/conflict-report.js';

/** The ledger of differences and gaps, for `modelbrief conflicts`. */
export const ledgerOf = ({ evidence, findings }: ReconciledBrief): ConflictReport =>
	reportConflicts(evidence, findings);

/** That all decks of a brief print the same values. */
export const compareDecks = (decks: readonly BuiltDeck[]): readonly Diagnostic[] => checkSameValues(decks);

export type { UnshownGroup } from './story/unshown.js';

/** What is in the evidence and on no slide of these decks. */
export const findUnshown = (
	{ findings }: ReconciledBrief,
	decks: readonly BuiltDeck[],
): readonly UnshownGroup[] => unshownFindings(findings, decks);

export type { Brand } from './theme/brand.js';
export { themeNames } from './theme/theme-chain.js';

/** A theme of Marp's as it was written, with the files that it names inside. */
export const embedMarpTheme = async (
	source: TextFile,
	readFile: (path: string) => Promise<Checked<Uint8Array>>,
): Promise<Checked<string>> => embedCssFiles(source, await marpThemes(), readFile);

/** Token files to a theme in one mode and slide size. */
export const loadTheme = (
	name: string,
	assets: Pick<Assets, 'themes' | 'baseCss'>,
	readFont: (font: FontFile) => Promise<Checked<Uint8Array>>,
	options: ThemeOptions = {},
): Promise<Checked<Theme>> =>
	loadThemeFiles(name, assets, { readFont, ownFont, parse: parseTokens, marpThemes }, options);

/** One sentence for a list. */
export const themeDescription = (name: string, assets: Pick<Assets, 'themes'>): string =>
	themeChain(name, assets, parseTokens).value?.at(-1)?.description ?? '';

/** What `brand.yaml` says; its paths start where the file lies. */
export function readBrandFile(path: string, bytes: Uint8Array): Checked<Brand> {
	const parsed = parseTokens(path, bytes);
	return parsed.value === undefined ? { diagnostics: parsed.diagnostics } : readBrand(parsed.value);
}

function parseTokens(path: string, bytes: Uint8Array): Checked<TreeNode> {
	const { root, diagnostics } = parseYaml(path, bytes);
	return root === undefined || diagnostics.length > 0 ? { diagnostics } : { value: root, diagnostics };
}

/** A deck says that it is dense in a comment: `{{!-- density: dense --}}`. */
export function densityOf(deck: string, { templates }: Pick<Assets, 'templates'>): Density {
	return /\{\{!(?:--)?\s*density:\s*dense\b/.test(templates.get(`${deck}/deck`)?.text ?? '')
		? 'dense'
		: 'airy';
}

/** Made once for all decks of a brief. */
const stories = new WeakMap<
	ReconciledBrief['findings'],
	{ readonly evidence: Evidence; readonly story: Story }
>();

function storyFor({ evidence, findings }: ReconciledBrief): Story {
	const kept = stories.get(findings);
	if (kept !== undefined && haveSameGrounds(kept.evidence, evidence)) return kept.story;
	const story = buildStory(evidence, findings);
	stories.set(findings, { evidence, story });
	return story;
}

/** Everything but the author's own words. */
function haveSameGrounds(a: Evidence, b: Evidence): boolean {
	return (Object.keys(a) as (keyof Evidence)[]).every(
		(field) => field === 'storyline' || field === 'proposals' || a[field] === b[field],
	);
}

export interface DeckOptions {
	/** Whether presenter notes go into the page; they do unless this is false. */
	readonly notes?: boolean;
	/** For the present server: the page keeps itself up to date. */
	readonly isLive?: boolean;
	/** For the presenter view's plan. */
	readonly minutes?: number;
	/** Without it the page has whole fonts, as one whose text changes while it is shown must. */
	readonly subsetFont?: SubsetFont;
	/** What becomes of slides that hold too much, unless they say so themselves; an error unless given. */
	readonly fit?: Fit;
	/** Where slides that hold too much are continued; inspect/ finds out. */
	readonly cuts?: Cuts;
	readonly remember?: Remember;
}

/** story → charts and templates → Markdown → HTML, for one deck. */
export async function renderBriefDeck(
	brief: ReconciledBrief,
	deck: string,
	theme: Theme,
	assets: Assets,
	player: Player,
	{
		notes = true,
		isLive = false,
		minutes,
		subsetFont,
		fit = 'error',
		cuts = new Map(),
		remember = afresh,
	}: DeckOptions = {},
): Promise<Checked<BuiltDeck>> {
	const { evidence, findings } = brief;
	const outline = { name: deck, slides: slideNames(assets.templates, deck) };
	const story = storyFor(brief);
	const title = deckTitle(deck);
	const rendered = renderDeck({
		deck,
		title,
		theme: theme.tokens.name,
		language: evidence.brief.language,
		story,
		words: buildWords(evidence, findings, story.counts, outline),
		templates: assets.templates,
		sources: remember('sources', [evidence.sources, evidence.topics], () =>
			sourceIndex(isolateNames(evidence)),
		),
		describeChart: chartInWords,
		remember,
		room: remember('room', [theme], () => roomOf(theme.tokens, metricsOf(theme).widthPx)),
		fit,
		cuts,
	});
	if (rendered.value === undefined) return { diagnostics: rendered.diagnostics };
	const { markdown, slides, charts: requests } = rendered.value;
	const caveats = checkRequiredCaveats(deck, slides, evidence, assets.templates);
	const sources = slideSources(evidence, findings, deck, slides, remember);
	const tableOf = new Map(requests.map((request) => [request.name, dataTable(request)]));
	const tables = slides.map((slide) => slide.charts.flatMap((name) => tableOf.get(name) ?? []));
	const data = JSON.stringify(
		packSources({ ...sources, tables, ...(minutes === undefined ? {} : { minutes }) }),
	);
	const early = [markdown, data, JSON.stringify(requests), theme.css, ...playerTexts(player)];
	const pageFonts = subsetFont && startPageFonts(theme.fonts, early, evidence.brief.language, subsetFont);
	const charts = await drawCharts(rendered.value, theme, assets, remember);
	// A page without its charts would only say once more, in other words, that they are missing.
	if (charts.value === undefined)
		return { diagnostics: [...rendered.diagnostics, ...caveats, ...charts.diagnostics] };
	const drawn = charts.value;
	const svgs = new Map(drawn.map((chart) => [`charts/${chart.name}.svg`, chart.svg as string]));
	const html = await renderHtml({
		markdown,
		themeCss: theme.css,
		fontCss: theme.fontCss,
		charts: svgs,
		title: `${evidence.brief.title}: ${title}`,
		language: evidence.brief.language,
		notes,
		data,
		player,
		remember,
		...(isLive ? { scripts: [player.live] } : {}),
		...(pageFonts && { fontsFor: async (texts) => fontFaceCss(await pageFonts(texts)) }),
	});
	const glyphs = missingGlyphs(deck, markdown, drawn, theme);
	const diagnostics = [
		...rendered.diagnostics,
		...caveats,
		...charts.diagnostics,
		...glyphs,
		...html.diagnostics,
	];
	if (html.value === undefined) return { diagnostics };
	const pages = html.value;
	const parts = { slides: pages.slides, css: pages.css, fontCss: theme.fontCss, data };
	const trace = { ...rendered.value.trace, charts: traceCharts(requests, charts.value, assets) };
	const built = { name: deck, title, markdown, parts, charts: svgs, trace, slides };
	const made = lazily({ html: () => pages.html, printHtml: () => pages.printHtml });
	return { value: withFields(built, made), diagnostics };
}

/** Requests and charts come in the same order. */
function traceCharts(
	requests: readonly ChartRequest[],
	charts: readonly Chart[],
	assets: Assets,
): readonly ChartTrace[] {
	return requests.map(({ name, form, title, unit, better, columnTitle, roleNames, rows }, index) => ({
		path: `charts/${name}.svg`,
		file: assets.charts.get(form)?.file ?? form,
		title,
		texts: [
			title,
			unit,
			// In words a unit begins a sentence: `Percent, pass@1.`
			setupInWords({ unit, ...(better === undefined ? {} : { better }) }),
			columnTitle ?? '',
			...Object.values(roleNames ?? {}),
			...rows.flatMap(({ item, label, detail }) => [item, label, detail ?? '']),
		],
		drawn: charts[index]?.drawn ?? [],
	}));
}

/** Characters of the slides, notes left out, that the theme's text font lacks; whoever shows the deck sees another font. */
function missingGlyphs(
	deck: string,
	markdown: string,
	charts: readonly Chart[],
	theme: Theme,
): readonly Diagnostic[] {
	const slides = markdown.replace(/<!--[\s\S]*?-->/g, '');
	const text = [slides, ...charts.flatMap(({ drawn }) => drawn.map((words) => words.text))].join('');
	const missing = metricsOf(theme).missingGlyphs(text, theme.tokens.font.text);
	if (missing.length === 0) return [];
	const characters = byScript(missing);
	return [{ code: 'MB332', args: { deck, theme: theme.tokens.name, characters } }];
}

async function drawCharts(
	deck: RenderedDeck,
	theme: Theme,
	assets: Assets,
	remember: Remember,
): Promise<Checked<readonly Chart[]>> {
	const charts: Chart[] = [];
	const diagnostics: Diagnostic[] = [];
	for (const request of deck.charts) {
		const spec = assets.charts.get(request.form);
		const inputs = [JSON.stringify(request), spec?.text, theme];
		const drawn = await remember(`chart ${request.name}`, inputs, async () => {
			// Lets a browser that prints the deck before this one be answered.
			await new Promise((resolve) => setImmediate(resolve));
			return drawChart(request, spec, theme);
		});
		diagnostics.push(
			...drawn.diagnostics.map((one) => (one.location ? one : atTemplate(one, request, deck))),
		);
		if (drawn.value !== undefined) charts.push(drawn.value);
	}
	return charts.length === deck.charts.length ? { value: charts, diagnostics } : { diagnostics };
}

/** Where the template prints the chart, which says how large it is. */
function atTemplate(diagnostic: Diagnostic, { name }: ChartRequest, { trace }: RenderedDeck): Diagnostic {
	const printed = trace.printed.find(
		({ origin }) => origin.kind === 'chart' && origin.path === `charts/${name}.svg`,
	);
	const location = printed?.made.template;
	return location === undefined ? diagnostic : { ...diagnostic, location };
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
