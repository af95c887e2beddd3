// A theme written in CSS, as Marp's users have them, to what a theme is here: the executive theme's layout, in the
// colours, fonts and background of the CSS.

import type { Checked } from '../../diagnostics/diagnostic.js';
import type { TextFile } from '../../model/deck.js';
import type { Location } from '../../model/location.js';
import type { FontFile, ThemeMode } from '../../model/theme.js';
import type { Token, TokenLayer } from '../token-tree.js';
import { readTokenValue } from '../token-value.js';
import { type Cascade, cascadeOf } from './cascade.js';
import { readCssFiles, withData } from './css-files.js';
import { cssFonts } from './css-fonts.js';
import { deriveColors, type Unsaid } from './derive-tokens.js';
import { type MarpThemeCss, readCss } from './read-css.js';

export interface CssTheme {
	readonly name: string;
	/** Over the tokens of the theme that gives the layout. */
	readonly layer: TokenLayer;
	readonly fonts: readonly FontFile[];
	/** Rules after the base styles. */
	readonly look: string;
	readonly where: Location;
}

/** The theme whose layout is used. */
export const CSS_LAYOUT = 'executive';

export async function loadCssTheme(
	source: TextFile,
	mode: ThemeMode,
	unsaid: Unsaid,
	marpTheme: MarpThemeCss,
	readFile: (path: string) => Promise<Checked<Uint8Array>>,
): Promise<Checked<CssTheme>> {
	const where = { file: source.file, line: 1, column: 1 };
	const name = nameOf(source);
	const read = readCss(source, marpTheme);
	if (read.value === undefined || read.diagnostics.length > 0) return { diagnostics: read.diagnostics };
	const cascade = cascadeOf(read.value.rules, mode === 'dark');
	if (mode !== 'light' && !(mode === 'dark' && cascade.hasInverted))
		return { diagnostics: [{ code: 'MB337', location: where, args: { theme: name, mode } }] };
	const images = await readCssFiles(read.value, readFile, { withFonts: false });
	if (images.diagnostics.length > 0) return { diagnostics: images.diagnostics };
	const { colors, heading, diagnostics } = deriveColors(cascade, mode, name, where, unsaid);
	const fonts = cssFonts(cascade, read.value.faces, name);
	const tokens = [
		...Object.entries(colors).map(([role, color]) => [`color.${role}`, color] as const),
		...Object.entries(fonts.families).map(([role, family]) => [`font.${role}`, family] as const),
	];
	return {
		value: {
			name,
			layer: new Map(tokens.map(([path, value]) => [path, tokenOf(path, value, where)])),
			fonts: fonts.files,
			look: lookOf(cascade, heading, images.data),
			where,
		},
		diagnostics: [...diagnostics, ...fonts.diagnostics],
	};
}

/** The primitives that the theme which gives the layout keeps for this. */
export function unsaidIn(tokens: TokenLayer): Unsaid {
	const colorsAt = (prefix: string) =>
		[...tokens.values()].flatMap(({ path, value }) => {
			const read = path.startsWith(prefix) ? readTokenValue(value, 'color') : undefined;
			return read !== undefined && 'value' in read ? [String(read.value)] : [];
		});
	const [accent] = colorsAt('palette.css.accent');
	return { ...(accent !== undefined && { accent }), risks: colorsAt('palette.css.risk.') };
}

/** As the theme calls itself, in words that a class may have; else its file's name. */
function nameOf({ file, text }: TextFile): string {
	const said = /\/\*[\s\S]*?@theme\s+(\S+)[\s\S]*?\*\//.exec(text)?.[1] ?? '';
	const words = (said === '' ? file.replace(/.*[\\/]/, '').replace(/\.css$/i, '') : said)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '');
	return words === '' ? 'css-theme' : words;
}

const tokenOf = (path: string, value: string, where: Location): Token => ({
	path,
	value: { kind: 'scalar', value, raw: value, where },
	where,
});

/** What the base styles have no token for. */
const HEADING_LOOK = ['font-weight', 'font-style', 'letter-spacing', 'text-transform'];
const BACKGROUND_LOOK = ['background-size', 'background-position', 'background-repeat'];

function lookOf(cascade: Cascade, heading: string | undefined, images: ReadonlyMap<string, string>): string {
	const headings = HEADING_LOOK.flatMap((property) => {
		const value = (cascade.get('h2', property) ?? cascade.get('h1', property))?.value;
		return value === undefined ? [] : [`${property}: ${value};`];
	});
	if (heading !== undefined) headings.unshift(`color: ${heading};`);
	const shown = cascade.get('section', 'background', 'background-image')?.value ?? '';
	const picture = /gradient\(|url\(/i.test(shown) ? [`background: ${withData(shown, images)};`] : [];
	if (picture.length > 0)
		picture.push(
			'background-color: var(--color-background);',
			...BACKGROUND_LOOK.flatMap((property) => {
				const value = cascade.get('section', property)?.value;
				return value === undefined ? [] : [`${property}: ${value};`];
			}),
		);
	return [rule('section', picture), rule('h2, section.title h1', headings)]
		.filter((text) => text !== '')
		.join('\n\n');
}

const rule = (selector: string, lines: readonly string[]) =>
	lines.length === 0 ? '' : `${selector} {\n${lines.map((line) => `\t${line}`).join('\n')}\n}`;
