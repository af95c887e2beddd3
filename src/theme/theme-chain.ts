// A theme's name to its files, read: the theme itself, and what it extends.

import type { Checked } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Assets } from '../model/deck.js';
import type { Location } from '../model/location.js';
import { readTheme, type ThemeFile } from './read-theme.js';

/** YAML to a tree with positions; there is no value with an error. */
export type ParseTokens = (file: string, bytes: Uint8Array) => Checked<TreeNode>;

export type TokenFiles = Pick<Assets, 'themes'>;

/** What every theme starts from, and no deck has. */
const BASE = 'base';

/** Names of the themes that a deck can have. */
export const themeNames = ({ themes }: TokenFiles): readonly string[] =>
	[...themes.keys()].filter((name) => name !== BASE);

interface Wanted {
	readonly name: string;
	/** Where a theme asks for it; the deck does, where absent. */
	readonly where?: Location;
}

/** The farthest first. */
export function themeChain(
	name: string,
	assets: TokenFiles,
	parse: ParseTokens,
): Checked<readonly ThemeFile[]> {
	const chain: ThemeFile[] = [];
	const seen = new Set<string>();
	let wanted: Wanted | undefined = { name };
	while (wanted !== undefined) {
		const source = assets.themes.get(wanted.name);
		const isBase = wanted.where === undefined && wanted.name === BASE;
		if (source === undefined || isBase || seen.has(wanted.name))
			return { diagnostics: [unknownTheme(wanted, assets)] };
		seen.add(wanted.name);
		const parsed = parse(source.file, new TextEncoder().encode(source.text));
		const read: Checked<ThemeFile> =
			parsed.value === undefined ? { diagnostics: parsed.diagnostics } : readTheme(parsed.value);
		if (read.value === undefined) return { diagnostics: read.diagnostics };
		chain.unshift(read.value);
		wanted = read.value.extends;
	}
	return { value: chain, diagnostics: [] };
}

function unknownTheme({ name, where }: Wanted, assets: TokenFiles) {
	const known = themeNames(assets);
	const args = { theme: name, nearest: nearest(name, known) ?? '', known: known.join(', ') };
	if (where === undefined) return { code: 'MB309', args } as const;
	const reason = assets.themes.has(name) ? 'which extends it in turn' : 'which does not exist';
	return { code: 'MB330', location: where, args: { ...args, reason } } as const;
}
