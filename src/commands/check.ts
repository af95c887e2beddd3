// `modelbrief check`: everything that `build` does short of writing, and every slide looked at in one browser. Takes
// briefs, and any Marp Markdown (check-marp.ts). Writes nothing.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Browser } from '../effects/open-browser.js';
import { expectShortRun } from '../effects/short-run.js';
import { startBrowser } from '../effects/start-browser.js';
import { judgeSlides } from '../inspect/judge-slides.js';
import type { BuiltDeck, Theme } from '../model/deck.js';
import { compareDecks, findUnresolved, findUnshown, type UnshownGroup } from '../pipeline.js';
import { checkMarpFile, isMarpFile } from './check-marp.js';
import { type CommandContext, report } from './context.js';
import { countUnshown, unshownText } from './count-unshown.js';
import { type PreparedBrief, prepare, type Selection, type Workshop } from './prepare.js';
import { renderCheckedDeck } from './render-checked-deck.js';

export interface CheckOptions extends Selection {
	readonly strict: boolean;
	readonly json: boolean;
	/** Annotations for GitHub's workflow log, on stdout. */
	readonly github: boolean;
}

export async function check(options: CheckOptions, context: CommandContext): Promise<number> {
	expectShortRun();
	// Starts while the evidence is read: a browser needs longer than that.
	const opening = startBrowser(context.machine, { signal: context.signal });
	try {
		return await checkAll(options, context, opening);
	} finally {
		await (await opening).value?.close();
	}
}

async function checkAll(
	options: CheckOptions,
	context: CommandContext,
	opening: Promise<Checked<Browser>>,
): Promise<number> {
	const texts = new Map<string, string>();
	const diagnostics: Diagnostic[] = [];
	const lines: string[] = [];
	const marpFiles = options.briefs.filter(isMarpFile);
	const briefs = options.briefs.filter((name) => !isMarpFile(name));
	for (const path of marpFiles) {
		const checked = await checkMarpFile(path, options.theme, opening, context, texts);
		diagnostics.push(...checked.diagnostics);
		if (checked.value !== undefined) lines.push(checked.value);
	}
	if (briefs.length > 0 || marpFiles.length === 0) {
		const prepared = await prepare({ ...options, briefs }, context, texts);
		diagnostics.push(...prepared.diagnostics);
		for (const brief of prepared.value?.briefs ?? []) {
			if (prepared.value === undefined) continue;
			const checked = await checkBrief(brief, prepared.value.workshop, opening);
			diagnostics.push(...checked.diagnostics);
			lines.push(...(checked.value ?? []));
		}
	}
	if (lines.length > 0) diagnostics.push(...(await opening).diagnostics.map(unmeasured));
	const { json, strict, github } = options;
	const code = report(diagnostics, context, {
		texts,
		json,
		github,
		strict,
		outcome: 'Nothing was written.',
	});
	if (!json) for (const line of lines) context.terminal.line(line);
	if (!json && diagnostics.length === 0) context.terminal.line('No problems found.');
	return code;
}

/** The value is what was looked at, line by line. */
async function checkBrief(
	{ folder, reconciled, decks }: PreparedBrief,
	workshop: Workshop,
	opening: Promise<Checked<Browser>>,
): Promise<Checked<readonly string[]>> {
	const claims = reconciled.evidence.topics.flatMap((topic) => topic.claims).length;
	const contested = [...reconciled.findings.values()].filter((finding) => finding.contested).length;
	const lines = [
		`${folder.name}: ${claims} claims, ${reconciled.findings.size} findings, ${contested} of them contested`,
	];
	const diagnostics: Diagnostic[] = [...findUnresolved(reconciled)];
	const built: BuiltDeck[] = [];
	const measuring: Promise<readonly Diagnostic[]>[] = [];
	for (const { deck, theme, fit } of decks) {
		const open = () => opening;
		const rendered = await renderCheckedDeck(reconciled, deck, theme, workshop, { fit, open });
		diagnostics.push(...rendered.diagnostics);
		if (rendered.value === undefined) continue;
		built.push(rendered.value);
		lines.push(`  ${deck}: ${rendered.value.slides.length} slides, ${rendered.value.charts.size} charts`);
		// Looked at while the next one is rendered.
		measuring.push(measure(rendered.value, theme, opening));
	}
	if (built.length === decks.length) lines.push(...unshownLines(findUnshown(reconciled, built)));
	diagnostics.push(...compareDecks(built), ...(await Promise.all(measuring)).flat());
	return { value: lines, diagnostics };
}

/** Not a problem, since a deck need not show everything; but an author should know. */
function unshownLines(groups: readonly UnshownGroup[]): readonly string[] {
	if (groups.length === 0) return [];
	return [
		`  ${unshownText(countUnshown(groups))}:`,
		...groups.map(({ name, keys }) => `    ${name} (${keys.length}): ${keys.join(', ')}`),
	];
}

async function measure(
	deck: BuiltDeck,
	{ tokens }: Theme,
	opening: Promise<Checked<Browser>>,
): Promise<readonly Diagnostic[]> {
	const browser = (await opening).value;
	if (browser === undefined) return [];
	const { width, height } = tokens.page;
	const measured = await browser.withPage(
		{ task: `measure ${deck.name}`, html: deck.printHtml, size: { width, height } },
		(page) => judgeSlides(page, deck, 'all'),
	);
	return [...measured.diagnostics, ...(measured.value ?? [])];
}

/** The evidence can be checked without a browser; one that the user named must be there. */
function unmeasured(diagnostic: Diagnostic): Diagnostic {
	return diagnostic.code === 'MB402' ? { code: 'MB372', args: {} } : diagnostic;
}
