// The themes of one run: each is read once, in the mode, size and brand that were asked for, and complained about once.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Files } from '../effects/files.js';
import type { Assets, TextFile, Theme } from '../model/deck.js';
import { afresh } from '../model/remember.js';
import type { Density, FontFile, SlideSize, ThemeMode } from '../model/theme.js';
import { type Brand, densityOf, type InputFile, loadTheme, readBrandFile } from '../pipeline.js';
import type { CommandContext } from './context.js';
import { resolveModule } from './resolve-module.js';

export type { SlideSize, ThemeMode } from '../model/theme.js';

export interface LookSelection {
	/** For every deck, instead of its own: a name, or the path of a token file. */
	readonly theme?: string;
	readonly mode?: ThemeMode;
	readonly size?: SlideSize;
	/** Path of a brand file, instead of the `brand.yaml` of each brief. */
	readonly brand?: string;
}

const MAX_FONT_BYTES = 5_000_000;
const MAX_IMAGE_BYTES = 2_000_000;
const MAX_TOKEN_BYTES = 1_000_000;

/** A brief's own brand file, when it is not evidence. */
export const BRAND_FILE = 'brand.yaml';

/** A colour that cannot be read, or that is taken for another. */
const ABOUT_COLOURS = ['MB328', 'MB329', 'MB335', 'MB344'];

export interface ThemeShelf {
	/** `ownBrand` is the brand file of the brief that the deck belongs to. */
	take(name: string, deck: string, ownBrand?: InputFile): Promise<Checked<Theme>>;
}

/** `texts` is filled with the brand files that were read, for code frames. */
export function themeShelf(
	assets: Assets,
	look: LookSelection,
	{ files, packageRoot, remember = afresh }: Pick<CommandContext, 'files' | 'packageRoot' | 'remember'>,
	texts: Map<string, string>,
): ThemeShelf {
	const shelf = new Map<string, Promise<Checked<Theme>>>();
	const require = createRequire(join(packageRoot, 'package.json'));
	const readFont = ({ module, isFile = false }: FontFile) =>
		files.readFile(isFile ? module : resolveModule(require, module), MAX_FONT_BYTES);
	const readImage = (path: string) => files.readFile(path, MAX_IMAGE_BYTES);
	const brands = new Map<string, Promise<Checked<Brand>>>();
	const brandOf = (path: string, own: InputFile | undefined) => {
		const known = brands.get(path);
		const reading = known ?? readBrand(path, own, files, texts);
		brands.set(path, reading);
		return reading;
	};
	const load = async (
		name: string,
		density: Density,
		path?: string,
		ownBrand?: InputFile,
	): Promise<Checked<Theme>> => {
		const brand = path === undefined ? undefined : await brandOf(path, ownBrand);
		if (brand !== undefined && brand.value === undefined) return { diagnostics: brand.diagnostics };
		const { mode, size } = look;
		const whole = assets.themes.has(name)
			? { value: assets, diagnostics: [] }
			: await withThemeFile(assets, name, files);
		if (whole.value === undefined) return { diagnostics: whole.diagnostics };
		const own = whole.value.themes.get(name);
		if (own !== undefined) texts.set(own.file, own.text);
		return loadTheme(name, whole.value, readFont, {
			density,
			...(mode && { mode }),
			...(size && { size }),
			...(brand?.value && { brand: brand.value }),
			readImage,
		});
	};
	// Two densities of a theme, or two themes under one brand, have the same to say about a colour.
	const told = new Set<string>();
	const isNews = ({ code, location, args }: Diagnostic): boolean => {
		const { theme, background, ratio, ...rest } = args;
		const key = JSON.stringify([code, location, rest]);
		const isNew = !ABOUT_COLOURS.includes(code) || !told.has(key);
		told.add(key);
		return isNew;
	};
	return {
		take(name, deck, ownBrand) {
			const density = densityOf(deck, assets);
			const path = look.brand ?? ownBrand?.path;
			const key = JSON.stringify([name, density, path]);
			const known = shelf.get(key);
			if (known !== undefined)
				return known.then(({ value }) => ({ ...(value && { value }), diagnostics: [] }));
			const tokenFiles = [...assets.themes.values()].map((theme) => theme.text);
			// What a brand names may change by itself, and so may a file beside a brief.
			const steady = path === undefined && !name.endsWith('.css') ? remember : afresh;
			const loading = steady(`theme ${key}`, [assets.baseCss, ...tokenFiles], () =>
				load(name, density, path, ownBrand),
			);
			const first = loading.then((loaded) => ({ ...loaded, diagnostics: loaded.diagnostics.filter(isNews) }));
			shelf.set(key, first);
			return first;
		},
	};
}

async function readBrand(
	path: string,
	own: InputFile | undefined,
	files: Files,
	texts: Map<string, string>,
): Promise<Checked<Brand>> {
	const read =
		own?.path === path ? { value: own.bytes, diagnostics: [] } : await files.readFile(path, MAX_TOKEN_BYTES);
	if (read.value === undefined) return { diagnostics: read.diagnostics };
	texts.set(path, new TextDecoder().decode(read.value));
	return readBrandFile(path, read.value);
}

/** A theme of the user's own, beside the ones that have names. */
export async function withThemeFile(
	assets: Assets,
	theme: string | undefined,
	files: Files,
): Promise<Checked<Assets>> {
	if (theme === undefined || !/[\\/]|\.(?:ya?ml|css)$/.test(theme)) return { value: assets, diagnostics: [] };
	const read = await files.readFile(theme, MAX_TOKEN_BYTES);
	if (read.value === undefined) return { diagnostics: read.diagnostics };
	const file: TextFile = { file: theme, text: new TextDecoder().decode(read.value).replace(/\r\n?/g, '\n') };
	return { value: { ...assets, themes: new Map([...assets.themes, [theme, file]]) }, diagnostics: [] };
}
