// `brand.yaml`: an organisation's colours, fonts, logo and footer, laid over whichever theme a deck has. Colours that
// cannot be read are reported and replaced with the nearest that can.

import { dirname, join } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeMap, TreeNode } from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Location } from '../model/location.js';
import {
	type ColorRole,
	type FontFile,
	THEME_MODES,
	type ThemeMode,
	type ThemeTokens,
} from '../model/theme.js';
import { contrast, luminance, mix, nearestReadable } from './color-science.js';
import { readFontFiles } from './font-files.js';
import { COLOR_ROLES, FONT_ROLES, type TokenType } from './token-roles.js';
import type { Token, TokenLayer } from './token-tree.js';
import { readTokenValue } from './token-value.js';

type Colors = ReadonlyMap<ColorRole, { readonly color: string; readonly where: Location }>;

export interface LogoFile {
	/** From the working directory. */
	readonly path: string;
	readonly where: Location;
}

export interface Brand {
	readonly colors: Colors;
	readonly modes: Readonly<Partial<Record<ThemeMode, Colors>>>;
	readonly families: TokenLayer;
	readonly fonts: readonly FontFile[];
	readonly logo: { readonly light?: LogoFile; readonly dark?: LogoFile };
	readonly footer: string;
}

const FIELDS = ['colors', 'modes', 'font', 'fonts', 'logo', 'footer'];
/** Two lines beside the source line. */
const LONGEST_FOOTER = 48;

export function readBrand(root: TreeNode): Checked<Brand> {
	const diagnostics: Diagnostic[] = [];
	const invalid = (reason: string, location: Location) => {
		diagnostics.push({ code: 'MB345', location, args: { reason } });
	};
	const expectKnown = (map: TreeMap, known: readonly string[], of: string) => {
		for (const { key, keyWhere } of map.entries) {
			if (known.includes(key)) continue;
			const near = nearest(key, known);
			const hint = near === undefined ? `known here: ${known.join(', ')}` : `did you mean \`${near}\`?`;
			invalid(`${of} has no \`${key}\` (${hint})`, keyWhere);
		}
	};
	const mapAt = (map: TreeMap, key: string): TreeMap | undefined => {
		const value = map.entries.find((entry) => entry.key === key)?.value;
		if (value !== undefined && value.kind !== 'map') invalid(`\`${key}\` must have named parts`, value.where);
		return value?.kind === 'map' ? value : undefined;
	};
	const valuesAt = (map: TreeMap | undefined, known: readonly string[], type: TokenType, of: string) => {
		if (map !== undefined) expectKnown(map, known, of);
		return (map?.entries ?? []).flatMap(({ key, value }) => {
			if (!known.includes(key)) return [];
			const read = readTokenValue(value, type);
			if ('value' in read) return [{ key, value: String(read.value), where: value.where }];
			invalid(`\`${key}\` must be ${read.wrong}`, value.where);
			return [];
		});
	};
	const colorsAt = (map: TreeMap | undefined, of: string): Colors =>
		new Map(
			valuesAt(map, COLOR_ROLES, 'color', of).map(({ key, value, where }) => [
				key as ColorRole,
				{ color: value, where },
			]),
		);
	if (root.kind !== 'map') {
		invalid('it is not a list of named parts', root.where);
		return { diagnostics };
	}
	expectKnown(root, FIELDS, 'a brand');
	const modesMap = mapAt(root, 'modes');
	if (modesMap !== undefined) expectKnown(modesMap, THEME_MODES, '`modes`');
	const modes = Object.fromEntries(
		THEME_MODES.flatMap((mode) => {
			const map = modesMap && mapAt(modesMap, mode);
			if (map === undefined) return [];
			expectKnown(map, ['colors'], `the mode ${mode}`);
			return [[mode, colorsAt(mapAt(map, 'colors'), '`colors`')]];
		}),
	);
	const families = valuesAt(mapAt(root, 'font'), FONT_ROLES, 'fontFamily', '`font`');
	const footer = root.entries.find(({ key }) => key === 'footer')?.value;
	const footerText = footer?.kind === 'scalar' && typeof footer.value === 'string' ? footer.value : '';
	if (footer !== undefined && (footerText === '' || footerText.length > LONGEST_FOOTER))
		invalid(`\`footer\` must be a text of at most ${LONGEST_FOOTER} characters`, footer.where);
	const brand: Brand = {
		colors: colorsAt(mapAt(root, 'colors'), '`colors`'),
		modes,
		families: new Map(families.map(({ key, value, where }) => tokenEntry(`font.${key}`, value, where))),
		fonts: readFontFiles(root.entries.find(({ key }) => key === 'fonts')?.value, diagnostics, 'MB345'),
		logo: readLogo(root.entries.find(({ key }) => key === 'logo')?.value, invalid, expectKnown),
		footer: footerText,
	};
	return diagnostics.length > 0 ? { diagnostics } : { value: brand, diagnostics };
}

function readLogo(
	node: TreeNode | undefined,
	invalid: (reason: string, location: Location) => void,
	expectKnown: (map: TreeMap, known: readonly string[], of: string) => void,
): Brand['logo'] {
	const fileOf = (value: TreeNode | undefined): LogoFile | undefined => {
		if (value === undefined) return undefined;
		if (value.kind === 'scalar' && typeof value.value === 'string' && /\.(?:svg|png)$/i.test(value.value))
			return { path: join(dirname(value.where.file), value.value), where: value.where };
		invalid('a logo is the path of an .svg or .png file', value.where);
		return undefined;
	};
	if (node?.kind !== 'map') {
		const light = fileOf(node);
		return light === undefined ? {} : { light };
	}
	expectKnown(node, ['light', 'dark'], '`logo`');
	const [light, dark] = ['light', 'dark'].map((name) =>
		fileOf(node.entries.find(({ key }) => key === name)?.value),
	);
	return { ...(light && { light }), ...(dark && { dark }) };
}

function tokenEntry(path: string, value: string, where: Location): [string, Token] {
	return [path, { path, value: { kind: 'scalar', value, raw: value, where }, where }];
}

/** What must be read as text, and what must only be seen; everything else is background or decoration. */
const TEXT_ROLES: readonly ColorRole[] = ['text', 'muted', 'accent', 'risk'];
const MARK_ROLES: readonly ColorRole[] = COLOR_ROLES.filter(
	(role) => role === 'faint' || role.startsWith('series-'),
);

/** On what a role must be seen, and how well. */
function demandOn(role: ColorRole, { background, surface }: Record<ColorRole, string>, mode: ThemeMode) {
	const isText = TEXT_ROLES.includes(role);
	return {
		backgrounds: isText ? [background, surface] : [background],
		needed: isText ? (mode === 'contrast' ? 7 : 4.5) : 3,
	};
}

const worstContrast = (color: string, backgrounds: readonly string[]): number =>
	Math.min(...backgrounds.map((background) => contrast(color, background)));

/** The brand as a layer over a theme that has been resolved without it. */
export function brandLayer(
	brand: Brand,
	theme: ThemeTokens,
): { layer: TokenLayer; diagnostics: Diagnostic[] } {
	const { mode } = theme;
	const given = new Map([...brand.colors, ...(brand.modes[mode] ?? [])]);
	const diagnostics: Diagnostic[] = [];
	const layer = new Map<string, Token>(brand.families);
	const colors: Record<ColorRole, string> = { ...theme.color };
	const anyWhere = [...given.values()][0]?.where;
	const set = (role: ColorRole, color: string, where: Location) => {
		colors[role] = color;
		layer.set(...tokenEntry(`color.${role}`, color, where));
	};
	for (const [role, { color, where }] of given)
		if (!TEXT_ROLES.includes(role) && !MARK_ROLES.includes(role)) set(role, color, where);
	// A new background takes its tints along.
	if (anyWhere !== undefined && given.has('background')) {
		if (!given.has('surface')) set('surface', mix(colors.text, colors.background, 0.05), anyWhere);
		if (!given.has('rule')) set('rule', mix(colors.text, colors.background, 0.16), anyWhere);
	}
	for (const [role, { color, where }] of given) {
		if (!TEXT_ROLES.includes(role) && !MARK_ROLES.includes(role)) continue;
		const { backgrounds, needed } = demandOn(role, colors, mode);
		const ratio = worstContrast(color, backgrounds);
		if (ratio >= needed) {
			set(role, color, where);
			continue;
		}
		const readable = nearestReadable(color, backgrounds, needed);
		const background = backgrounds.find((each) => contrast(color, each) === ratio) ?? colors.background;
		diagnostics.push({
			code: 'MB344',
			location: where,
			args: {
				role,
				color,
				ratio: (Math.floor(ratio * 100) / 100).toFixed(2),
				background,
				mode,
				needed,
				nearest: readable,
			},
		});
		set(role, readable, where);
	}
	// What the theme says itself was chosen for another background.
	if (anyWhere !== undefined && (given.has('background') || given.has('surface')))
		for (const role of [...TEXT_ROLES, ...MARK_ROLES]) {
			if (given.has(role)) continue;
			const { backgrounds, needed } = demandOn(role, colors, mode);
			if (worstContrast(colors[role], backgrounds) < needed)
				set(role, nearestReadable(colors[role], backgrounds, needed), anyWhere);
		}
	const share = mode === 'dark' ? 0.3 : 0.16;
	for (const [role, soft] of [
		['accent', 'accent-soft'],
		['risk', 'risk-soft'],
	] as const) {
		const where = given.get(role)?.where ?? (given.has('background') ? anyWhere : undefined);
		if (where !== undefined && !given.has(soft))
			set(soft, mix(colors[role], colors.background, share), where);
	}
	return { layer, diagnostics };
}

/** Where the brand's colours stand, if it has any. */
export const brandedAt = (brand: Brand | undefined): Location | undefined =>
	[...(brand?.colors.values() ?? [])][0]?.where;

/** The logo for the theme's background; the light one stands in where there is no other. */
export function logoFor(brand: Brand, theme: ThemeTokens): LogoFile | undefined {
	return isDarker(theme) ? (brand.logo.dark ?? brand.logo.light) : (brand.logo.light ?? brand.logo.dark);
}

function isDarker({ color }: ThemeTokens): boolean {
	return luminance(color.background) < luminance(color.text);
}
