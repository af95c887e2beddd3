// What `build` and `check` share: find the briefs, read assets and evidence, and settle which deck gets which theme.
// Reports every problem of every brief in one run.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { InputFile } from '../load/parse-evidence.js';
import type { Assets, Theme } from '../model/deck.js';
import type { FontFile } from '../model/theme.js';
import { loadTheme, type ReconciledBrief, readBrief } from '../pipeline.js';
import { type Player, parsePlayer } from '../render/html-player.js';
import type { CommandContext } from './context.js';
import { type BriefFolder, findBriefs } from './find-briefs.js';
import { loadAssets } from './load-assets.js';

export interface Workshop {
	readonly assets: Assets;
	readonly player: Player;
}

export interface PreparedBrief {
	readonly folder: BriefFolder;
	readonly files: readonly InputFile[];
	readonly reconciled: ReconciledBrief;
	readonly decks: readonly { readonly deck: string; readonly theme: Theme }[];
	/** Decks of the brief that the user left out with `--deck`. */
	readonly otherDecks: readonly string[];
}

export interface Prepared {
	readonly workshop: Workshop;
	readonly briefs: readonly PreparedBrief[];
}

export interface Selection {
	readonly briefs: readonly string[];
	/** Only these decks; all of the brief's when empty. */
	readonly decks: readonly string[];
	/** For every deck, instead of its own. */
	readonly theme?: string;
}

const MAX_EVIDENCE_BYTES = 2_000_000;
const MAX_FONT_BYTES = 5_000_000;
const MAX_PLAYER_BYTES = 1_000_000;

/** `texts` is filled with the files that were read, for code frames. */
export async function prepare(
	selection: Selection,
	context: CommandContext,
	texts: Map<string, string>,
): Promise<Checked<Prepared>> {
	const { files, machine, packageRoot } = context;
	const [assets, folders, player] = await Promise.all([
		loadAssets(packageRoot, files, machine),
		findBriefs(selection.briefs, packageRoot, files, machine),
		files.readFile(join(packageRoot, 'dist', 'player.json'), MAX_PLAYER_BYTES),
	]);
	const early = [...assets.diagnostics, ...folders.diagnostics, ...player.diagnostics];
	if (assets.value === undefined || folders.value === undefined || player.value === undefined)
		return { diagnostics: early };
	for (const { file, text } of [...assets.value.templates.values(), ...assets.value.themes.values()])
		texts.set(file, text);

	const themes = themeShelf(assets.value, context);
	const diagnostics: Diagnostic[] = [...early];
	const briefs: PreparedBrief[] = [];
	for (const folder of folders.value) {
		const prepared = await prepareBrief(folder, selection, assets.value, themes, context, texts);
		diagnostics.push(...prepared.diagnostics);
		if (prepared.value !== undefined) briefs.push(prepared.value);
	}
	const workshop = { assets: assets.value, player: parsePlayer(new TextDecoder().decode(player.value)) };
	return { value: { workshop, briefs }, diagnostics };
}

async function prepareBrief(
	folder: BriefFolder,
	selection: Selection,
	assets: Assets,
	themes: (name: string) => Promise<Checked<Theme>>,
	{ files }: CommandContext,
	texts: Map<string, string>,
): Promise<Checked<PreparedBrief>> {
	const contents = await files.readFolder(folder.path, {
		endings: ['.yaml', '.yml'],
		maxBytes: MAX_EVIDENCE_BYTES,
	});
	if (contents.value === undefined || contents.diagnostics.length > 0)
		return { diagnostics: contents.diagnostics };
	const inputs = [...contents.value].map(([name, bytes]) => ({ path: join(folder.path, name), bytes }));
	const read = readBrief(inputs, folder.path, assets);
	for (const [file, text] of read.texts) texts.set(file, text);
	const reconciled = read.value;
	if (reconciled === undefined) return { diagnostics: read.diagnostics };

	const own = reconciled.evidence.brief.decks;
	const wrong = selection.decks.filter((name) => !own.some(({ deck }) => deck === name));
	const diagnostics: Diagnostic[] = [
		...read.diagnostics,
		...wrong.map((deck): Diagnostic => {
			const known = own.map((entry) => entry.deck);
			return { code: 'MB308', args: { deck, nearest: nearest(deck, known) ?? '', known: known.join(', ') } };
		}),
	];
	const isChosen = (deck: string) => selection.decks.length === 0 || selection.decks.includes(deck);
	const decks: { deck: string; theme: Theme }[] = [];
	for (const { deck, theme } of own.filter((entry) => isChosen(entry.deck))) {
		const loaded = await themes(selection.theme ?? theme);
		diagnostics.push(...loaded.diagnostics);
		if (loaded.value !== undefined) decks.push({ deck, theme: loaded.value });
	}
	const otherDecks = own.map(({ deck }) => deck).filter((deck) => !isChosen(deck));
	return { value: { folder, files: inputs, reconciled, decks, otherDecks }, diagnostics };
}

/** Each theme is read once, and complained about once. */
function themeShelf(
	assets: Assets,
	{ files, packageRoot }: CommandContext,
): (name: string) => Promise<Checked<Theme>> {
	const shelf = new Map<string, Promise<Checked<Theme>>>();
	const require = createRequire(join(packageRoot, 'package.json'));
	const readFont = (font: FontFile) => files.readFile(resolveModule(require, font.module), MAX_FONT_BYTES);
	return (name) => {
		const known = shelf.get(name);
		if (known !== undefined)
			return known.then(({ value }) =>
				value === undefined ? { diagnostics: [] } : { value, diagnostics: [] },
			);
		const loading = loadTheme(name, assets, readFont);
		shelf.set(name, loading);
		return loading;
	};
}

/** The path itself where no package holds it: reading it then says that it is missing. */
function resolveModule(require: NodeJS.Require, module: string): string {
	try {
		return require.resolve(module);
	} catch (error) {
		if (
			(error as NodeJS.ErrnoException).code?.startsWith('MODULE_NOT_FOUND') ||
			(error as NodeJS.ErrnoException).code?.startsWith('ERR_')
		)
			return module;
		throw error;
	}
}
