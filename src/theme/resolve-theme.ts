// Layers of tokens to the tokens of one deck: a theme over the ones that it extends, in one mode and slide size, under
// a brand. Pure. References are followed after all layers are laid, so that a theme which renames a primitive changes
// every role that uses it.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type {
	ColorRole,
	Density,
	FontFile,
	FontRole,
	PageRole,
	SizeRole,
	SlideSize,
	SpaceRole,
	ThemeMode,
	ThemeTokens,
} from '../model/theme.js';
import type { ThemeFile } from './read-theme.js';
import {
	COLOR_ROLES,
	FONT_ROLES,
	PAGE_ROLES,
	ROLES,
	SIZE_ROLES,
	SPACE_ROLES,
	type TokenType,
} from './token-roles.js';
import type { Token, TokenLayer } from './token-tree.js';
import { readTokenValue, type TokenValue } from './token-value.js';

export interface Variant {
	readonly mode: ThemeMode;
	readonly size: SlideSize;
	readonly density?: Density;
}

/** `chain` starts with what is extended by the rest. `brand` is laid over everything. */
export function resolveTheme(
	chain: readonly ThemeFile[],
	{ mode, size, density = 'airy' }: Variant,
	brand: TokenLayer = new Map(),
	brandFonts: readonly FontFile[] = [],
): Checked<ThemeTokens> {
	const theme = chain.at(-1);
	if (theme === undefined) throw new Error('A chain of themes has at least one.');
	const diagnostics: Diagnostic[] = [];
	for (const [kind, name, exists] of [
		['mode', mode, mode === 'light' || chain.some((file) => file.modes[mode])],
		['size', size, size === '16:9' || chain.some((file) => file.sizes[size])],
	] as const)
		if (!exists)
			diagnostics.push({ code: 'MB327', location: theme.where, args: { theme: theme.name, kind, name } });

	const tokens: TokenLayer = new Map(
		[
			...chain.map((file) => file.tokens),
			...chain.map((file) => file.modes[mode]),
			...chain.map((file) => file.sizes[size]),
			...(density === 'dense'
				? [...chain.map((file) => file.dense.tokens), ...chain.map((file) => file.dense.sizes[size])]
				: []),
			brand,
		].flatMap((layer) => [...(layer ?? [])]),
	);
	const values = new Map<string, TokenValue>();
	for (const path of new Set([...ROLES.keys(), ...tokens.keys()])) {
		const type = ROLES.get(path);
		const token = tokens.get(path);
		if (token === undefined)
			diagnostics.push({ code: 'MB323', location: theme.where, args: { theme: theme.name, token: path } });
		else readToken(token, type, tokens, values, diagnostics);
	}
	if (diagnostics.length > 0) return { diagnostics };

	const group = <Role extends string, Value>(name: string, roles: readonly Role[]) =>
		Object.fromEntries(roles.map((role) => [role, values.get(`${name}.${role}`)])) as Readonly<
			Record<Role, Value>
		>;
	const font = group<FontRole, string>('font', FONT_ROLES);
	const families = new Set(Object.values(font));
	return {
		value: {
			name: variantName(theme.name, { mode, size, density: isDense(chain) ? density : 'airy' }),
			mode,
			color: group<ColorRole, string>('color', COLOR_ROLES),
			font,
			size: group<SizeRole, number>('size', SIZE_ROLES),
			space: group<SpaceRole, number>('space', SPACE_ROLES),
			page: group<PageRole, number>('page', PAGE_ROLES),
			// A theme that extends another with other fonts does not embed the ones that it no longer uses.
			fontFiles: [...chain.flatMap(({ fonts }) => fonts), ...brandFonts].filter(({ family }) =>
				families.has(family),
			),
		},
		diagnostics: [],
	};
}

/** A theme without a dense layer is the same for every deck. */
function isDense(chain: readonly ThemeFile[]): boolean {
	return chain.some(({ dense }) => dense.tokens.size > 0);
}

function variantName(theme: string, { mode, size, density = 'airy' }: Variant): string {
	const parts = [
		theme,
		density === 'airy' ? '' : density,
		mode === 'light' ? '' : mode,
		size === '16:9' ? '' : 'narrow',
	];
	return parts.filter((part) => part !== '').join('-');
}

const REFERENCE = /^\{([^{}]+)\}$/;

function readToken(
	token: Token,
	roleType: TokenType | undefined,
	tokens: TokenLayer,
	values: Map<string, TokenValue>,
	diagnostics: Diagnostic[],
): void {
	const steps = [token.path];
	let end = token;
	for (let target = referenceOf(end); target !== undefined; target = referenceOf(end)) {
		const next = tokens.get(target);
		if (next === undefined) {
			// A token in between speaks for itself.
			if (end !== token) return;
			diagnostics.push({
				code: 'MB324',
				location: end.where,
				args: { token: end.path, target, nearest: nearest(target, tokens.keys()) ?? '' },
			});
			return;
		}
		if (steps.includes(target)) {
			// Said once, at the token that comes first in the circle.
			const circle = steps.slice(steps.indexOf(target));
			if (circle[0] === token.path && [...circle].sort()[0] === token.path)
				diagnostics.push({
					code: 'MB325',
					location: token.where,
					args: { circle: [...circle, target].join(' → ') },
				});
			return;
		}
		steps.push(target);
		end = next;
	}
	const type = roleType ?? typeNamed(end.type) ?? guessType(end);
	const said = end.type;
	const read: ReturnType<typeof readTokenValue> =
		said !== undefined && said !== type && typeNamed(said) !== undefined
			? { wrong: `${NOUNS[type]}, but the file says that it is of type ${said}` }
			: readTokenValue(end.value, type);
	if ('value' in read) {
		values.set(token.path, read.value);
		return;
	}
	// A wrong value is reported where it stands, and not again by every role that refers to it.
	if (end !== token && !('value' in readTokenValue(end.value, ROLES.get(end.path) ?? guessType(end)))) return;
	diagnostics.push({
		code: 'MB326',
		location: token.where,
		args: {
			token: token.path,
			expected: read.wrong,
			found: end.value.kind === 'scalar' ? String(end.value.value) : `a ${end.value.kind}`,
			through: end === token ? '' : end.path,
		},
	});
}

const NOUNS: Readonly<Record<TokenType, string>> = {
	color: 'a colour',
	dimension: 'a length',
	fontFamily: 'a font family',
};

function referenceOf({ value }: Token): string | undefined {
	return value.kind === 'scalar' && typeof value.value === 'string'
		? REFERENCE.exec(value.value)?.[1]
		: undefined;
}

const typeNamed = (name: string | undefined): TokenType | undefined =>
	name === 'color' || name === 'dimension' || name === 'fontFamily' ? name : undefined;

/** Of a primitive that does not say it. */
function guessType({ value, type }: Token): TokenType {
	const named = typeNamed(type);
	if (named !== undefined) return named;
	if (value.kind === 'map') return value.entries.some(({ key }) => key === 'unit') ? 'dimension' : 'color';
	if (value.kind !== 'scalar') return 'fontFamily';
	if (typeof value.value === 'number' || /^\d/.test(String(value.value))) return 'dimension';
	return String(value.value).startsWith('#') ? 'color' : 'fontFamily';
}
