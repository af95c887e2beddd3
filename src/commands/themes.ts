// `modelbrief themes`: lists the themes, and writes a page on which every layout and chart is seen in each of them. What
// it shows is the example brief, or a brief that the user names.

import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeOf } from '../diagnostics/report.js';
import type { Theme } from '../model/deck.js';
import { SLIDE_SIZES, THEME_MODES, type ThemeTokens } from '../model/theme.js';
import { drawChart, renderBriefDeck, themeDescription, themeNames } from '../pipeline.js';
import { type CommandContext, report } from './context.js';
import { SAMPLE_CHARTS } from './gallery-charts.js';
import { type GalleryDeck, type GalleryLook, galleryPage } from './gallery-page.js';
import { prepare } from './prepare.js';
import { themeShelf } from './theme-shelf.js';

export interface ThemesOptions {
	/** A token file of the user's own, shown beside the others. */
	readonly theme?: string;
	readonly brand?: string;
	readonly brief: string;
	readonly output: string;
	/** Only the list. */
	readonly listOnly: boolean;
	readonly strict: boolean;
	readonly json: boolean;
}

/** Its folder in the output folder. */
const GALLERY = 'themes';

export async function themes(options: ThemesOptions, context: CommandContext): Promise<number> {
	const { files, machine, terminal } = context;
	const texts = new Map<string, string>();
	const finish = (diagnostics: readonly Diagnostic[]) =>
		report(diagnostics, context, {
			texts,
			json: options.json,
			strict: options.strict,
			outcome: 'No gallery was written.',
		});
	const refused = options.listOnly
		? []
		: await files.checkOutput(options.output, join(machine.workingDirectory, 'data'));
	if (refused.length > 0) return finish(refused);
	const selection = { briefs: [options.brief], decks: [], ...(options.theme && { theme: options.theme }) };
	const prepared = await prepare(selection, context, texts);
	const [brief] = prepared.value?.briefs ?? [];
	if (prepared.value === undefined || brief === undefined || exitCodeOf(prepared.diagnostics, options) !== 0)
		return finish(prepared.diagnostics);
	const { assets, player } = prepared.value.workshop;

	const diagnostics: Diagnostic[] = [];
	const looks: GalleryLook[] = [];
	const names = themeNames(assets);
	const lines: string[] = [];
	const decks = brief.reconciled.evidence.brief.decks.map(({ deck }) => deck);
	const variants = THEME_MODES.flatMap((mode) => SLIDE_SIZES.map((size) => ({ mode, size })));
	for (const [index, name] of names.entries()) {
		terminal.progress(index, names.length, name);
		let first: ThemeTokens | undefined;
		for (const variant of options.listOnly ? variants.slice(0, 1) : variants) {
			const look = { ...variant, ...(options.brand && { brand: options.brand }) };
			const shelf = themeShelf(assets, look, context, texts);
			const shown: GalleryDeck[] = [];
			const charts = new Map<string, string>();
			const used = new Set<string>();
			let shownIn: Theme | undefined;
			let tokens: ThemeTokens | undefined;
			for (const deck of decks) {
				const theme = await shelf.take(name, deck, undefined);
				diagnostics.push(...theme.diagnostics);
				if (theme.value === undefined) continue;
				tokens ??= theme.value.tokens;
				if (options.listOnly) continue;
				const built = await renderBriefDeck(brief.reconciled, deck, theme.value, assets, player);
				diagnostics.push(...built.diagnostics);
				if (built.value === undefined) continue;
				shown.push(built.value);
				shownIn ??= theme.value;
				for (const { file } of built.value.trace.charts) used.add(file);
			}
			for (const [form, request] of Object.entries(SAMPLE_CHARTS)) {
				if (shownIn === undefined || used.has(assets.charts.get(form)?.file ?? form)) continue;
				const drawn = await drawChart(request, assets.charts.get(form), shownIn);
				diagnostics.push(...drawn.diagnostics);
				if (drawn.value !== undefined) charts.set(form, drawn.value.svg);
			}
			first ??= tokens;
			if (tokens !== undefined) looks.push({ theme: name, ...variant, tokens, decks: shown, charts });
		}
		if (first !== undefined) lines.push(listed(name, themeDescription(name, assets), first));
	}
	// A mode that a theme of the user's own lacks is no mistake here: the gallery leaves it out.
	const told = diagnostics.filter(({ code }) => code !== 'MB327');
	if (exitCodeOf(told, options) !== 0) return finish(told);
	const code = finish(told);
	for (const line of lines) terminal.line(line);
	if (options.listOnly) return code;
	const unwritable = await files.checkWritable(options.output);
	if (unwritable.length > 0) return finish(unwritable);
	const descriptions = new Map(names.map((name) => [name, themeDescription(name, assets)]));
	const written = await files.writeBuild({
		outputRoot: options.output,
		brief: GALLERY,
		files: new Map([['index.html', galleryPage(looks, descriptions)]]),
	});
	if (written.value === undefined) return finish(written.diagnostics);
	terminal.line(`\nGallery → ${join(written.value, 'index.html')}`);
	return code;
}

function listed(name: string, description: string, { font }: ThemeTokens): string {
	const fonts = [...new Set([font.heading, font.text, font.figures])].join(', ');
	return `${name.padEnd(14)}${description}\n${' '.repeat(14)}${fonts}`;
}
