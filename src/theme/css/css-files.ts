// The files that a style sheet names, as data inside it.

import { dirname, extname, join } from 'node:path';
import type { Checked, Diagnostic } from '../../diagnostics/diagnostic.js';
import type { TextFile } from '../../model/deck.js';
import { IMAGE_TYPES } from '../../model/image-types.js';
import { addressesIn, type CssSheet, type MarpThemeCss, readCss } from './read-css.js';

const FONT_TYPES: Readonly<Record<string, string>> = {
	'.woff2': 'font/woff2',
	'.woff': 'font/woff',
	'.ttf': 'font/ttf',
	'.otf': 'font/otf',
};

/** A style sheet of somebody else's, with its files inside. What is missing, or lies on another machine, stays as it is and is reported. */
export async function embedCssFiles(
	source: TextFile,
	marpTheme: MarpThemeCss,
	readFile: (path: string) => Promise<Checked<Uint8Array>>,
): Promise<Checked<string>> {
	const { value: sheet, diagnostics } = readCss(source, marpTheme);
	if (sheet === undefined) return { diagnostics };
	const files = await readCssFiles(sheet, readFile, { withFonts: true });
	return { value: withData(source.text, files.data), diagnostics: [...diagnostics, ...files.diagnostics] };
}

/** Every one must be there, even one that only a class of its own would show. By address. */
export async function readCssFiles(
	{ files }: CssSheet,
	readFile: (path: string) => Promise<Checked<Uint8Array>>,
	{ withFonts }: { readonly withFonts: boolean },
): Promise<{
	readonly data: ReadonlyMap<string, string>;
	readonly diagnostics: readonly Diagnostic[];
}> {
	const data = new Map<string, string>();
	const diagnostics: Diagnostic[] = [];
	for (const { address, where } of files) {
		const bare = address.replace(/[?#].*$/, '');
		const ending = extname(bare).toLowerCase();
		const isFont = ending in FONT_TYPES || ending === '.eot';
		if (data.has(address) || (isFont && !withFonts)) continue;
		const type = IMAGE_TYPES[ending] ?? FONT_TYPES[ending];
		const path = join(dirname(where.file), bare);
		const read = type === undefined ? undefined : await readFile(path);
		if (read?.value !== undefined)
			data.set(address, `data:${type};base64,${Buffer.from(read.value).toString('base64')}`);
		else {
			const reason = String(
				read?.diagnostics[0]?.args.reason ?? 'its ending is not that of an image or a font',
			);
			const kind = isFont ? 'font' : 'image';
			diagnostics.push({ code: 'MB342', location: where, args: { path, kind, reason } });
		}
	}
	return { data, diagnostics };
}

/** `url()` of a file becomes its data; what is not known stays. */
export function withData(css: string, files: ReadonlyMap<string, string>): string {
	return css.replace(/url\([^)]*\)/gi, (all) => {
		const data = files.get(addressesIn(all)[0] ?? '');
		return data === undefined ? all : `url("${data}")`;
	});
}
