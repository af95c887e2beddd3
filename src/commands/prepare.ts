// What `build` and `check` share: find the briefs, read assets and evidence, and settle which deck gets which theme.
// Reports every problem of every brief in one run.

import { basename, join } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Assets, Fit, Theme } from '../model/deck.js';
import { type InputFile, type Player, parsePlayer, type ReconciledBrief, readBrief } from '../pipeline.js';
import type { CommandContext } from './context.js';
import { type BriefFolder, findBriefs } from './find-briefs.js';
import { loadAssets } from './load-assets.js';
import { BRAND_FILE, type LookSelection, type ThemeShelf, themeShelf, withThemeFile } from './theme-shelf.js';

export type { Fit } from '../model/deck.js';

export interface Workshop {
	readonly assets: Assets;
	readonly player: Player;
	/** Files that diagnostics may point into, by path. */
	readonly texts: ReadonlyMap<string, string>;
}

export interface PreparedBrief {
	readonly folder: BriefFolder;
	readonly files: readonly InputFile[];
	readonly reconciled: ReconciledBrief;
	readonly decks: readonly { readonly deck: string; readonly theme: Theme; readonly fit: Fit }[];
	/** Decks of the brief that the user left out with `--deck`. */
	readonly otherDecks: readonly string[];
}

export interface Prepared {
	readonly workshop: Workshop;
	readonly briefs: readonly PreparedBrief[];
}

export interface Selection extends LookSelection {
	readonly briefs: readonly string[];
	/** Only these decks; all of the brief's when empty. */
	readonly decks: readonly string[];
	/** For every deck, instead of what the brief says. */
	readonly fit?: Fit;
}

const MAX_EVIDENCE_BYTES = 2_000_000;
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
	const whole = await withThemeFile(assets.value, selection.theme, files);
	if (whole.value === undefined) return { diagnostics: [...early, ...whole.diagnostics] };
	const { templates, charts, themes: tokenFiles } = whole.value;
	for (const { file, text } of [...templates.values(), ...charts.values(), ...tokenFiles.values()])
		texts.set(file, text);

	const themes = themeShelf(whole.value, selection, context, texts);
	const diagnostics: Diagnostic[] = [...early];
	const briefs: PreparedBrief[] = [];
	for (const folder of folders.value) {
		const prepared = await prepareBrief(folder, selection, whole.value, themes, context, texts);
		diagnostics.push(...prepared.diagnostics);
		if (prepared.value !== undefined) briefs.push(prepared.value);
	}
	const workshop = {
		assets: whole.value,
		player: parsePlayer(new TextDecoder().decode(player.value)),
		texts,
	};
	return { value: { workshop, briefs }, diagnostics };
}

async function prepareBrief(
	folder: BriefFolder,
	selection: Selection,
	assets: Assets,
	themes: ThemeShelf,
	context: CommandContext,
	texts: Map<string, string>,
): Promise<Checked<PreparedBrief>> {
	const read = await readBriefFolder(folder, assets, context, texts);
	if (read.value === undefined) return { diagnostics: read.diagnostics };
	const { files: inputs, reconciled } = read.value;

	const listed = reconciled.evidence.brief.decks;
	const wrong = selection.decks.filter((name) => !listed.some(({ deck }) => deck === name));
	const diagnostics: Diagnostic[] = [
		...read.diagnostics,
		...wrong.map((deck): Diagnostic => {
			const known = listed.map((entry) => entry.deck);
			return { code: 'MB308', args: { deck, nearest: nearest(deck, known) ?? '', known: known.join(', ') } };
		}),
	];
	const isChosen = (deck: string) => selection.decks.length === 0 || selection.decks.includes(deck);
	const brand = inputs.find(({ path }) => basename(path) === BRAND_FILE);
	const decks: { deck: string; theme: Theme; fit: Fit }[] = [];
	for (const { deck, theme, fit = 'error' } of listed.filter((entry) => isChosen(entry.deck))) {
		const isBeside = theme.endsWith('.css') && !assets.themes.has(theme);
		const own = isBeside ? join(folder.path, theme) : theme;
		const loaded = await themes.take(selection.theme ?? own, deck, brand);
		diagnostics.push(...loaded.diagnostics);
		if (loaded.value !== undefined) decks.push({ deck, theme: loaded.value, fit: selection.fit ?? fit });
	}
	const otherDecks = listed.map(({ deck }) => deck).filter((deck) => !isChosen(deck));
	return { value: { folder, files: inputs, reconciled, decks, otherDecks }, diagnostics };
}

/** Evidence from disk, reconciled; `texts` is filled with its files. */
export async function readBriefFolder(
	folder: BriefFolder,
	assets: Assets,
	{ files, remember }: CommandContext,
	texts: Map<string, string>,
): Promise<Checked<Pick<PreparedBrief, 'files' | 'reconciled'>>> {
	const contents = await files.readFolder(folder.path, {
		endings: ['.yaml', '.yml'],
		maxBytes: MAX_EVIDENCE_BYTES,
	});
	if (contents.value === undefined || contents.diagnostics.length > 0)
		return { diagnostics: contents.diagnostics };
	const inputs = [...contents.value].map(([name, bytes]) => ({ path: join(folder.path, name), bytes }));
	const evidence = inputs.filter(({ path }) => basename(path) !== BRAND_FILE);
	const read = readBrief(evidence, folder.path, assets, remember);
	for (const [file, text] of read.texts) texts.set(file, text);
	const reconciled = read.value;
	if (reconciled === undefined) return { diagnostics: read.diagnostics };
	return { value: { files: inputs, reconciled }, diagnostics: read.diagnostics };
}
