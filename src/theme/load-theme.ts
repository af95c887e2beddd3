// A theme's name to all that a deck needs of it: tokens in one mode, slide size and density, under a brand; the CSS that
// they make; the fonts that they name. Bytes come from whoever calls.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Assets, TextFile, Theme } from '../model/deck.js';
import type { Location } from '../model/location.js';
import type { Density, FontFile, LoadedFont, SlideSize, ThemeMode, ThemeTokens } from '../model/theme.js';
import { type Brand, brandedAt, brandLayer, logoFor } from './brand.js';
import { checkTheme } from './check-theme.js';
import { CSS_LAYOUT, type CssTheme, loadCssTheme, unsaidIn } from './css/load-css-theme.js';
import type { MarpThemeCss } from './css/read-css.js';
import { fontFaceCss } from './font-face-css.js';
import { logoDataUri } from './logo.js';
import type { ThemeFile } from './read-theme.js';
import { resolveTheme } from './resolve-theme.js';
import { type ParseTokens, themeChain } from './theme-chain.js';
import { themeCss } from './theme-css.js';

export interface ThemeOptions {
	readonly mode?: ThemeMode;
	readonly size?: SlideSize;
	readonly density?: Density;
	readonly brand?: Brand;
	/** A logo beside the brand file, or an image that a theme in CSS names. */
	readonly readImage?: (path: string) => Promise<Checked<Uint8Array>>;
}

export interface ThemeDoors {
	readonly readFont: (font: FontFile) => Promise<Checked<Uint8Array>>;
	/** A file of the user's own, made ready for a page. */
	readonly ownFont: (
		bytes: Uint8Array,
	) => Promise<{ readonly woff2: Uint8Array } | { readonly refused: string }>;
	readonly parse: ParseTokens;
	/** Only asked for where a theme is written in CSS. */
	readonly marpThemes: () => Promise<MarpThemeCss>;
}

/** Theme tokens in one mode and slide size, with the CSS that they make and the fonts that they name. */
export async function loadTheme(
	name: string,
	assets: Pick<Assets, 'themes' | 'baseCss'>,
	doors: ThemeDoors,
	options: ThemeOptions,
): Promise<Checked<Theme>> {
	const { mode = 'light', size = '16:9', density = 'airy', brand } = options;
	const source = assets.themes.get(name);
	const inCss = source !== undefined && /\.css$/i.test(source.file) ? source : undefined;
	const chain = themeChain(inCss === undefined ? name : CSS_LAYOUT, assets, doors.parse);
	const theme = chain.value?.at(-1);
	if (chain.value === undefined || theme === undefined) return { diagnostics: chain.diagnostics };
	const css = inCss && (await readCssTheme(inCss, chain.value, doors, mode, options));
	if (css !== undefined && css.value === undefined) return { diagnostics: css.diagnostics };
	const files = css?.value === undefined ? chain.value : [...chain.value, fileOf(css.value, theme)];
	const variant = { mode, size, density };
	const plain = resolveTheme(files, variant);
	if (plain.value === undefined) return { diagnostics: plain.diagnostics };
	const laid = brand === undefined ? undefined : brandLayer(brand, plain.value);
	const resolved = laid === undefined ? plain : resolveTheme(files, variant, laid.layer, brand?.fonts);
	if (resolved.value === undefined) return { diagnostics: resolved.diagnostics };
	const tokens = resolved.value;
	const where = brandedAt(brand) ?? files.at(-1)?.where ?? theme.where;
	const warnings = [...(css?.diagnostics ?? []), ...(laid?.diagnostics ?? []), ...checkTheme(tokens, where)];
	const logo = brand === undefined ? undefined : await readLogo(brand, tokens, options);
	const fonts = await readFonts(tokens.fontFiles, doors);
	const errors = [...fonts.diagnostics, ...(logo?.diagnostics ?? [])];
	if (fonts.value === undefined || errors.length > 0) return { diagnostics: [...warnings, ...errors] };
	const styles = themeCss(tokens, [assets.baseCss, css?.value?.look ?? ''].join('\n').trim(), {
		...(logo?.value === undefined ? {} : { logo: logo.value }),
		...(brand === undefined ? {} : { footer: brand.footer }),
	});
	return {
		value: { tokens, css: styles, fonts: fonts.value, fontCss: fontFaceCss(fonts.value) },
		diagnostics: warnings,
	};
}

async function readCssTheme(
	source: TextFile,
	layout: readonly ThemeFile[],
	{ marpThemes }: ThemeDoors,
	mode: ThemeMode,
	{ readImage = async () => ({ diagnostics: [] }) }: ThemeOptions,
): Promise<Checked<CssTheme>> {
	const unsaid = unsaidIn(new Map(layout.flatMap(({ tokens }) => [...tokens])));
	return loadCssTheme(source, mode, unsaid, await marpThemes(), readImage);
}

/** Its colours are those of the mode already, so they stand over the layout's own modes. */
function fileOf({ name, layer, fonts, where }: CssTheme, layout: ThemeFile): ThemeFile {
	const modes = Object.fromEntries(Object.keys(layout.modes).map((mode) => [mode, layer]));
	return {
		name,
		description: '',
		tokens: layer,
		modes,
		sizes: {},
		dense: { tokens: new Map(), sizes: {} },
		fonts,
		where,
	};
}

async function readLogo(
	brand: Brand,
	tokens: ThemeTokens,
	{ readImage }: ThemeOptions,
): Promise<Checked<string>> {
	const file = logoFor(brand, tokens);
	if (file === undefined || readImage === undefined) return { diagnostics: [] };
	const { path, where } = file;
	const { value: bytes, diagnostics } = await readImage(path);
	if (bytes === undefined) return { diagnostics: unreadable(diagnostics, path, 'logo', where) };
	const logo = logoDataUri(path, bytes);
	return 'uri' in logo
		? { value: logo.uri, diagnostics: [] }
		: { diagnostics: [{ code: 'MB343', location: where, args: { path, reason: logo.refused } }] };
}

async function readFonts(
	files: readonly FontFile[],
	{ readFont, ownFont }: Pick<ThemeDoors, 'readFont' | 'ownFont'>,
): Promise<Checked<readonly LoadedFont[]>> {
	const bytesOf = async (font: FontFile): Promise<Checked<Uint8Array>> => {
		const data = dataOf(font);
		const found = data ?? (await readFont(font));
		if (found.value === undefined || (data === undefined && font.isFile !== true)) return found;
		const own = await ownFont(found.value);
		return 'woff2' in own
			? { value: own.woff2, diagnostics: [] }
			: { diagnostics: [{ code: 'MB342', args: { reason: own.refused } }] };
	};
	const read = await Promise.all(files.map(async (font) => ({ font, bytes: await bytesOf(font) })));
	const diagnostics = read.flatMap(({ font, bytes }) =>
		bytes.value === undefined ? unreadable(bytes.diagnostics, nameOf(font), 'font', font.where) : [],
	);
	if (diagnostics.length > 0) return { diagnostics };
	const fonts = read.flatMap(({ font, bytes }) =>
		bytes.value === undefined ? [] : [{ ...font, bytes: bytes.value }],
	);
	return { value: fonts, diagnostics: [] };
}

const nameOf = ({ module, family }: FontFile) =>
	module.startsWith('data:') ? `of ${family}, which stands in the theme,` : module;

/** Of a font that its theme has inside. */
function dataOf({ module }: FontFile): Checked<Uint8Array> | undefined {
	const data = /^data:[^,]*;base64,(.*)$/s.exec(module)?.[1];
	return data === undefined ? undefined : { value: Buffer.from(data, 'base64'), diagnostics: [] };
}

/** Why a file cannot be read, said at the line that names it. */
function unreadable(
	diagnostics: readonly Diagnostic[],
	path: string,
	kind: string,
	where: Location | undefined,
): readonly Diagnostic[] {
	const reason = String(diagnostics[0]?.args.reason ?? 'it is not a regular file');
	return [{ code: 'MB342', ...(where && { location: where }), args: { path, kind, reason } }];
}
