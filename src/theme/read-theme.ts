// A theme's file, already parsed, to its layers of tokens: its own, and those of its modes and slide sizes. Resolves
// nothing: references and what is missing are the next step's (resolve-theme.ts).

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeEntry, TreeMap, TreeNode } from '../diagnostics/evidence-tree.js';
import type { Location } from '../model/location.js';
import { type FontFile, SLIDE_SIZES, type SlideSize, THEME_MODES, type ThemeMode } from '../model/theme.js';
import { readFontFiles } from './font-files.js';
import { readTokens, TOKEN_GROUPS, type TokenLayer, textOf, unknown } from './token-tree.js';

export interface ThemeFile {
	readonly name: string;
	/** One sentence for the list of themes. */
	readonly description: string;
	readonly extends?: { readonly name: string; readonly where: Location };
	readonly tokens: TokenLayer;
	readonly modes: Readonly<Partial<Record<ThemeMode, TokenLayer>>>;
	readonly sizes: Readonly<Partial<Record<SlideSize, TokenLayer>>>;
	/** For decks that put more on a slide. */
	readonly dense: { readonly tokens: TokenLayer; readonly sizes: ThemeFile['sizes'] };
	readonly fonts: readonly FontFile[];
	/** The start of the file. */
	readonly where: Location;
}

const FIELDS = [
	'name',
	'description',
	'extends',
	'fonts',
	'modes',
	'sizes',
	'dense',
	'$schema',
	'$description',
];

/** Reports every mistake of the file. */
export function readTheme(root: TreeNode): Checked<ThemeFile> {
	const diagnostics: Diagnostic[] = [];
	const invalid = (reason: string, location: Location) =>
		diagnostics.push({ code: 'MB321', location, args: { reason } });
	if (root.kind !== 'map') {
		invalid('it is not a list of named groups', root.where);
		return { diagnostics };
	}
	const field = (key: string) => root.entries.find((entry) => entry.key === key);
	const groups: TreeEntry[] = [];
	for (const entry of root.entries) {
		if (TOKEN_GROUPS.includes(entry.key)) groups.push(entry);
		else if (!FIELDS.includes(entry.key))
			diagnostics.push(
				unknown(
					entry.key,
					[...TOKEN_GROUPS, ...FIELDS.filter((name) => !name.startsWith('$'))],
					entry.keyWhere,
				),
			);
	}
	const name = textOf(root, 'name');
	if (name === undefined || !/^[a-z][a-z0-9-]{0,40}$/.test(name))
		invalid('`name` must be lower-case words with hyphens', field('name')?.value.where ?? root.where);
	const parent = textOf(root, 'extends');
	if (parent === undefined && field('extends') !== undefined)
		invalid('`extends` must be the name of a theme', field('extends')?.value.where ?? root.where);

	const layersOf = <Name extends string>(node: TreeNode | undefined, known: readonly Name[]) => {
		const layers: Partial<Record<Name, TokenLayer>> = {};
		for (const entry of mapOf(node)?.entries ?? []) {
			const inner = mapOf(entry.value);
			if (!known.includes(entry.key as Name) || inner === undefined)
				diagnostics.push(unknown(entry.key, known, entry.keyWhere));
			else layers[entry.key as Name] = readTokens(inner, diagnostics);
		}
		return layers;
	};
	const dense = mapOf(field('dense')?.value);
	const file: ThemeFile = {
		name: name ?? '',
		description: textOf(root, 'description') ?? textOf(root, '$description') ?? '',
		...(parent === undefined
			? {}
			: { extends: { name: parent, where: field('extends')?.value.where ?? root.where } }),
		tokens: readTokens({ kind: 'map', entries: groups, where: root.where }, diagnostics),
		modes: layersOf(field('modes')?.value, THEME_MODES),
		sizes: layersOf(field('sizes')?.value, SLIDE_SIZES),
		dense: {
			tokens: readTokens(without('sizes', dense), diagnostics),
			sizes: layersOf(dense?.entries.find(({ key }) => key === 'sizes')?.value, SLIDE_SIZES),
		},
		fonts: readFontFiles(field('fonts')?.value, diagnostics, 'MB321'),
		where: field('name')?.keyWhere ?? root.where,
	};
	return diagnostics.length > 0 ? { diagnostics } : { value: file, diagnostics };
}

const mapOf = (node: TreeNode | undefined): TreeMap | undefined => (node?.kind === 'map' ? node : undefined);

const without = (name: string, map: TreeMap | undefined): TreeMap => ({
	kind: 'map',
	entries: (map?.entries ?? []).filter(({ key }) => key !== name),
	where: map?.where ?? NOWHERE,
});

const NOWHERE: Location = { file: '', line: 1, column: 1 };
