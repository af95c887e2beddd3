// A theme's groups to a flat layer of tokens by path (`color.accent`), each with the place where it stands. Reads the
// groups, `$type`, `$value` and descriptions of the Design Tokens format 2025.10, and plain values instead of `$value`.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeMap, TreeNode } from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Location } from '../model/location.js';
import { PRIMITIVES, ROLES } from './token-roles.js';

export interface Token {
	readonly path: string;
	readonly value: TreeNode;
	readonly where: Location;
	/** As the file says it, on the token or on a group around it. */
	readonly type?: string;
}

export type TokenLayer = ReadonlyMap<string, Token>;

export const TOKEN_GROUPS = [
	PRIMITIVES,
	...new Set([...ROLES.keys()].map((path) => path.split('.')[0] ?? '')),
];

const TOKEN_FIELDS = ['$value', '$type', '$description', '$extensions', '$deprecated'];
const GROUP_FIELDS = ['$type', '$description', '$extensions', '$deprecated'];

/** Paths that no theme has are reported with the nearest spelling, and left out. */
export function readTokens(map: TreeMap, diagnostics: Diagnostic[]): TokenLayer {
	const layer = new Map<string, Token>();
	visit(map, '', undefined, layer, diagnostics);
	return layer;
}

function visit(
	group: TreeMap,
	prefix: string,
	type: string | undefined,
	layer: Map<string, Token>,
	diagnostics: Diagnostic[],
): void {
	for (const { key, keyWhere, value } of group.entries) {
		if (key.startsWith('$')) {
			if (!GROUP_FIELDS.includes(key)) diagnostics.push(unknown(key, GROUP_FIELDS, keyWhere));
			continue;
		}
		const path = `${prefix}${key}`;
		const own = value.kind === 'map' ? textOf(value, '$type') : undefined;
		const inner = own ?? type;
		if (value.kind === 'map' && !value.entries.some((entry) => entry.key === '$value')) {
			visit(value, `${path}.`, inner, layer, diagnostics);
			continue;
		}
		if (!ROLES.has(path) && !path.startsWith(`${PRIMITIVES}.`)) {
			diagnostics.push(unknown(path, [...ROLES.keys()], keyWhere));
			continue;
		}
		layer.set(path, {
			path,
			value: value.kind === 'map' ? valueNode(value, diagnostics) : value,
			where: value.where,
			...(inner === undefined ? {} : { type: inner }),
		});
	}
}

function valueNode(token: TreeMap, diagnostics: Diagnostic[]): TreeNode {
	for (const { key, keyWhere } of token.entries)
		if (!TOKEN_FIELDS.includes(key)) diagnostics.push(unknown(key, TOKEN_FIELDS, keyWhere));
	return token.entries.find(({ key }) => key === '$value')?.value ?? token;
}

export function unknown(token: string, known: readonly string[], location: Location): Diagnostic {
	const group = token.split('.')[0];
	const near = known.filter((name) => name.split('.')[0] === group);
	return {
		code: 'MB322',
		location,
		args: {
			token,
			nearest: nearest(token, near) ?? nearest(token, known) ?? '',
			known: (near.length > 0 ? near : known).join(', '),
		},
	};
}

/** A scalar of a map as text. */
export function textOf(map: TreeMap, key: string): string | undefined {
	const value = map.entries.find((entry) => entry.key === key)?.value;
	return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
