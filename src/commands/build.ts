// `modelbrief build`: evidence folders to decks on disk. One pass of the pipeline a brief; each deck is printed to PDF
// while the next one is rendered. A brief with an error is not written; a missing browser costs only the PDF.

import { basename, join } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeOf } from '../diagnostics/report.js';
import type { BrowserPage } from '../effects/browser.js';
import { buildDate } from '../effects/clock.js';
import type { Browser } from '../effects/open-browser.js';
import { expectShortRun } from '../effects/short-run.js';
import { type BrowserOnDemand, browserOnDemand } from '../effects/start-browser.js';
import { printPdf } from '../export/print-pdf.js';
import { isLoss, judgeSlides } from '../inspect/judge-slides.js';
import type { Assets, BuiltDeck, Theme } from '../model/deck.js';
import { compareDecks, findUnresolved, findUnshown, type SubsetFont } from '../pipeline.js';
import { type CommandContext, report } from './context.js';
import { countUnshown, unshownText } from './count-unshown.js';
import type { BriefFolder } from './find-briefs.js';
import { loadSubsetter } from './load-subsetter.js';
import { manifestJson, outputsOf } from './manifest.js';
import { type PreparedBrief, prepare, type Workshop } from './prepare.js';
import { renderCheckedDeck } from './render-checked-deck.js';
import type { LookSelection } from './theme-shelf.js';

export type Format = 'md' | 'html' | 'pdf';

export interface BuildOptions extends LookSelection {
	readonly briefs: readonly string[];
	readonly decks: readonly string[];
	readonly formats: readonly Format[];
	readonly output: string;
	/** Whether the HTML has the presenter notes. */
	readonly notes: boolean;
	readonly strict: boolean;
	readonly json: boolean;
}

export async function build(options: BuildOptions, context: CommandContext): Promise<number> {
	expectShortRun();
	const { files, machine, terminal } = context;
	const texts = new Map<string, string>();
	const finish = (diagnostics: readonly Diagnostic[], outcome: string) =>
		report(diagnostics, context, { texts, json: options.json, strict: options.strict, outcome });

	const refused = await files.checkOutput(options.output, join(machine.workingDirectory, 'data'));
	if (refused.length > 0) return finish(refused, 'Nothing was written.');
	const browser = browserOnDemand(machine, { signal: context.signal });
	const isPrinting = options.formats.includes('pdf');
	// Starts while the evidence is read: a browser needs longer than that.
	if (isPrinting) browser.open();
	try {
		const [prepared, subsetter] = await Promise.all([
			prepare(options, context, texts),
			loadSubsetter(context),
		]);
		const open = (prepared.value?.briefs ?? []).flatMap(({ reconciled }) => findUnresolved(reconciled));
		// An ordinary build shows them in the decks and names their number; a strict one stops at them.
		const found = [...prepared.diagnostics, ...subsetter.diagnostics];
		const early = options.strict ? [...found, ...open] : found;
		const isBroken = exitCodeOf(early, { strict: options.strict }) !== 0;
		if (prepared.value === undefined || subsetter.value === undefined || isBroken)
			return finish(early, 'Nothing was written.');
		const unwritable = await files.checkWritable(options.output);
		if (unwritable.length > 0) return finish(unwritable, 'Nothing was written.');

		const diagnostics: Diagnostic[] = [...found];
		const made: string[] = [];
		for (const brief of prepared.value.briefs) {
			const tools = { subsetFont: subsetter.value, open: browser.open };
			const built = await buildBrief(brief, prepared.value.workshop, options, context, tools);
			diagnostics.push(...built.diagnostics);
			if (built.value !== undefined) made.push(built.value);
		}
		if (isPrinting) diagnostics.push(...(await browser.diagnostics()));
		terminal.clear();
		for (const line of made) terminal.line(line);
		if (open.length > 0 && made.length > 0) terminal.line(unresolvedLine(open.length));
		return finish(diagnostics, made.length === 0 ? 'Nothing was written.' : 'Everything else was written.');
	} finally {
		await browser.close();
	}
}

interface BuildTools {
	readonly subsetFont: SubsetFont;
	readonly open: BrowserOnDemand['open'];
}

/** The value is the line that says what was written. */
async function buildBrief(
	brief: PreparedBrief,
	workshop: Workshop,
	options: BuildOptions,
	context: CommandContext,
	{ subsetFont, open }: BuildTools,
): Promise<Checked<string>> {
	const { terminal, files, machine, version } = context;
	const { evidence } = brief.reconciled;
	const date = buildDate(machine, evidence.brief.asOf);
	if (date.value === undefined) return { diagnostics: date.diagnostics };
	const isPrinting = options.formats.includes('pdf');
	const built: BuiltDeck[] = [];
	const printing: Promise<{ readonly name: string; readonly pdf: Checked<Uint8Array> }>[] = [];
	const diagnostics: Diagnostic[] = [];
	const steps = brief.decks.length * 2;
	for (const [index, { deck, theme, fit }] of longestFirst(brief.decks, workshop.assets).entries()) {
		terminal.progress(index, steps, `${brief.folder.name}: ${deck}`);
		const rendered = await renderCheckedDeck(brief.reconciled, deck, theme, workshop, {
			notes: options.notes,
			subsetFont,
			fit,
			open,
		});
		diagnostics.push(...rendered.diagnostics);
		if (rendered.value === undefined) continue;
		built.push(rendered.value);
		if (isPrinting) printing.push(print(open(), rendered.value, theme, date.value));
	}
	const place = ({ name }: BuiltDeck) => brief.decks.findIndex(({ deck }) => deck === name);
	built.sort((a, b) => place(a) - place(b));
	diagnostics.push(...compareDecks(built));
	if (exitCodeOf(diagnostics, { strict: options.strict }) !== 0) return { diagnostics };

	const outputs = new Map<string, Uint8Array | string>();
	for (const { name, markdown, html, charts } of built) {
		outputs.set(`${name}.md`, markdown);
		if (options.formats.includes('html')) outputs.set(`${name}.html`, html);
		for (const [path, svg] of charts) outputs.set(path, svg);
	}
	for (const [index, print] of printing.entries()) {
		terminal.progress(brief.decks.length + index, steps, `${brief.folder.name}: PDF`);
		const { name, pdf } = await print;
		diagnostics.push(...pdf.diagnostics);
		if (pdf.value !== undefined) outputs.set(`${name}.pdf`, pdf.value);
	}
	// A missing browser costs the PDF; what does not fit, and under --strict a warning, costs everything.
	if (diagnostics.some(isLoss) || exitCodeOf(diagnostics, { strict: options.strict }) === EXIT_WARNINGS)
		return { diagnostics };
	const browser = isPrinting ? (await open()).value?.version : undefined;
	const kept = await keptOutputs(brief, options, files);
	outputs.set(
		'manifest.json',
		manifestJson({
			version,
			brief: brief.folder.name,
			asOf: evidence.brief.asOf,
			inputs: new Map(brief.files.map(({ path, bytes }) => [basename(path), bytes])),
			outputs,
			kept,
			decks: built,
			...(browser === undefined ? {} : { browser }),
		}),
	);
	const written = await files.writeBuild({
		outputRoot: options.output,
		brief: brief.folder.name,
		files: outputs,
		keep: [...kept.keys()],
	});
	diagnostics.push(...written.diagnostics);
	if (written.value === undefined) return { diagnostics };
	const unshown = options.decks.length === 0 ? countUnshown(findUnshown(brief.reconciled, built)) : 0;
	const lines = [
		summary(brief.folder, built, outputs, written.value),
		...(unshown === 0
			? []
			: [`  ${unshownText(unshown)}; \`modelbrief check\` lists ${unshown === 1 ? 'it' : 'them'}.`]),
	];
	return { value: lines.join('\n'), diagnostics };
}

/** The deck that takes longest to print goes first, so that it is printed while the others are rendered. */
function longestFirst<T extends { readonly deck: string }>(
	decks: readonly T[],
	{ templates }: Assets,
): readonly T[] {
	const slides = (deck: string) =>
		[...templates.keys()].filter((name) => name.startsWith(`${deck}/slides/`)).length;
	return [...decks].sort((a, b) => slides(b.deck) - slides(a.deck));
}

async function print(
	opening: Promise<Checked<Browser>>,
	deck: BuiltDeck,
	{ tokens }: Theme,
	date: Date,
): Promise<{ readonly name: string; readonly pdf: Checked<Uint8Array> }> {
	const { name, title, printHtml } = deck;
	const browser = (await opening).value;
	// Why there is no browser is said once, for the whole build.
	if (browser === undefined) return { name, pdf: { diagnostics: [] } };
	const { width, height } = tokens.page;
	const inspect = (page: BrowserPage) => judgeSlides(page, deck, 'fit');
	return {
		name,
		pdf: await printPdf(browser, printHtml, { title, date, size: { width, height }, inspect }),
	};
}

/** Outputs of decks that this build was told to leave alone, with their hashes, from the earlier build. */
async function keptOutputs(
	brief: PreparedBrief,
	{ output }: BuildOptions,
	files: CommandContext['files'],
): Promise<ReadonlyMap<string, string>> {
	const others = brief.otherDecks;
	if (others.length === 0) return new Map();
	const read = await files.readFile(join(output, brief.folder.name, 'manifest.json'), MAX_MANIFEST_BYTES);
	const isTheirs = (path: string) =>
		others.some((deck) => path.startsWith(`${deck}.`) || path.startsWith(`charts/${deck}-`));
	return new Map([...outputsOf(read.value)].filter(([path]) => isTheirs(path)));
}

const EXIT_WARNINGS = 4;
const MAX_MANIFEST_BYTES = 10_000_000;

const unresolvedLine = (count: number) =>
	`${count} unresolved ${count === 1 ? 'contradiction' : 'contradictions'}; \`modelbrief conflicts\` lists ${count === 1 ? 'it' : 'them'}.`;

function summary(
	folder: BriefFolder,
	decks: readonly BuiltDeck[],
	outputs: ReadonlyMap<string, unknown>,
	target: string,
): string {
	const list = decks.map(({ name, slides }) => {
		const formats = ['md', 'html', 'pdf'].filter((format) => outputs.has(`${name}.${format}`));
		return `  ${name}  ${slides.length} slides  ${formats.join(', ')}`;
	});
	const charts = [...outputs.keys()].filter((path) => path.startsWith('charts/')).length;
	return [`${folder.name} → ${target}`, ...list, `  charts  ${charts} SVG files`].join('\n');
}
