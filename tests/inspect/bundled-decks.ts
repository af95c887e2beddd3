// The briefs in data/ with the templates and themes as they are now, rendered once for a test file.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Assets, BuiltDeck } from '../../src/model/deck.js';
import { loadTheme, type ReconciledBrief, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import type { Player } from '../../src/render/html-player.js';
import { readAssets } from '../project-assets.js';

const PROJECT = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

export interface BundledDeck {
	readonly brief: string;
	readonly deck: BuiltDeck;
	readonly reconciled: ReconciledBrief;
	readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
	/** For the places of diagnostics. */
	readonly texts: ReadonlyMap<string, string>;
}

/** No numeral of a slide stands in the player, so that these tests need no build. */
const player = new Proxy({}, { get: () => '' }) as Player;

const BRIEFS = readdirSync(join(PROJECT, 'data')).sort();
export const assets = readAssets();

export const filesOf = (brief: string) =>
	readdirSync(join(PROJECT, 'data', brief)).map((name) => ({
		path: `data/${brief}/${name}`,
		bytes: new Uint8Array(readFileSync(join(PROJECT, 'data', brief, name))),
	}));

export async function renderBundled(
	reconciled: ReconciledBrief,
	deck: string,
	themeName: string,
	changed: Assets = assets,
): Promise<BuiltDeck | undefined> {
	const theme = await loadTheme(themeName, changed, async (font) => ({
		value: new Uint8Array(readFileSync(require.resolve(font.module))),
		diagnostics: [],
	}));
	if (theme.value === undefined) throw new Error(JSON.stringify(theme.diagnostics));
	const rendered = await renderBriefDeck(reconciled, deck, theme.value, changed, player);
	return rendered.value;
}

export async function bundledDecks(): Promise<readonly BundledDeck[]> {
	const decks: BundledDeck[] = [];
	for (const brief of BRIEFS) {
		const files = filesOf(brief);
		const read = readBrief(files, `data/${brief}`, assets);
		if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics));
		const texts = new Map(read.texts);
		for (const { file, text } of [...assets.templates.values(), ...assets.charts.values()])
			texts.set(file, text);
		for (const { deck: name, theme } of read.value.evidence.brief.decks) {
			const deck = await renderBundled(read.value, name, theme);
			if (deck === undefined) throw new Error(`${brief}/${name} cannot be rendered`);
			decks.push({ brief, deck, reconciled: read.value, files, texts });
		}
	}
	return decks;
}
