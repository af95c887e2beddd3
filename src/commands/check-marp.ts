// `modelbrief check talk.md`: any Marp Markdown, rendered as Marp renders it and looked at in the browser.

import { dirname, extname, join, resolve } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Browser } from '../effects/open-browser.js';
import { examineSlides } from '../inspect/examine-slides.js';
import { SCALE_AS_MARP } from '../inspect/marp-scaling.js';
import { IMAGE_TYPES } from '../model/image-types.js';
import { askedTheme, embedMarpTheme, type MarpDeck, renderMarpDeck, withImages } from '../pipeline.js';
import type { CommandContext } from './context.js';

const MAX_DECK_BYTES = 5_000_000;
const MAX_THEME_BYTES = 10_000_000;
const MAX_IMAGE_BYTES = 20_000_000;
const MARP_THEMES = ['default', 'gaia', 'uncover'];

export const isMarpFile = (name: string) => /\.(?:md|markdown)$/i.test(name);

interface MarpTheme {
	readonly themeCss?: string;
	readonly themeName?: string;
}

/** The value is the line that says what was looked at. `theme` is a CSS file or the name of a theme. */
export async function checkMarpFile(
	path: string,
	theme: string | undefined,
	opening: Promise<Checked<Browser>>,
	context: CommandContext,
	texts: Map<string, string>,
): Promise<Checked<string>> {
	const { files, machine } = context;
	const file = resolve(machine.workingDirectory, path);
	const read = await files.readFile(file, MAX_DECK_BYTES);
	if (read.value === undefined) return { diagnostics: read.diagnostics };
	const markdown = new TextDecoder().decode(read.value).replace(/\r\n?/g, '\n');
	texts.set(path, markdown);
	const look = await themeFor(path, markdown, theme, context, texts);
	if (look.value === undefined) return { diagnostics: look.diagnostics };
	const rendered = await renderMarpDeck({ markdown, file: path, ...look.value });
	if (rendered.value === undefined) return { diagnostics: [...look.diagnostics, ...rendered.diagnostics] };
	const { slides, size } = rendered.value;
	const images = await loadImages(rendered.value, path, context);
	const browser = (await opening).value;
	const measured = await browser?.withPage(
		{
			task: `measure ${path}`,
			html: withImages(rendered.value.html, images.value ?? new Map()),
			size,
			mayLackFonts: true,
		},
		async (page) => {
			await page.evaluate(SCALE_AS_MARP);
			return examineSlides(page, {
				name: path,
				placeOf: (_, line) => ({ location: { file: path, line: Math.max(1, line), column: 1 } }),
			});
		},
	);
	const diagnostics = [
		...look.diagnostics,
		...images.diagnostics,
		...(measured?.diagnostics ?? []),
		...(measured?.value ?? []),
	];
	return { value: `${path}: ${slides} ${slides === 1 ? 'slide' : 'slides'}`, diagnostics };
}

/** A theme that modelbrief's own decks ask for comes with the package. */
async function themeFor(
	path: string,
	markdown: string,
	theme: string | undefined,
	{ files, machine, packageRoot }: CommandContext,
	texts: Map<string, string>,
): Promise<Checked<MarpTheme>> {
	if (theme !== undefined && /\.css$|[\\/]/.test(theme)) {
		const read = await files.readFile(resolve(machine.workingDirectory, theme), MAX_THEME_BYTES);
		if (read.value === undefined) return { diagnostics: read.diagnostics };
		const text = new TextDecoder().decode(read.value).replace(/\r\n?/g, '\n');
		texts.set(theme, text);
		const embedded = await embedMarpTheme({ file: theme, text }, (name) =>
			files.readFile(resolve(machine.workingDirectory, name), MAX_IMAGE_BYTES),
		);
		if (embedded.value === undefined) return { diagnostics: embedded.diagnostics };
		return { value: { themeCss: embedded.value }, diagnostics: embedded.diagnostics };
	}
	const name = theme ?? askedTheme(markdown);
	if (name === '') return { value: {}, diagnostics: [] };
	if (MARP_THEMES.includes(name)) return { value: { themeName: name }, diagnostics: [] };
	const bundled = join(packageRoot, 'dist', 'themes', `${name}.css`);
	const read = /^[\w-]+$/.test(name) ? await files.readFile(bundled, MAX_THEME_BYTES) : { value: undefined };
	if (read.value !== undefined)
		return { value: { themeCss: new TextDecoder().decode(read.value) }, diagnostics: [] };
	if (theme !== undefined)
		return {
			diagnostics: [
				{ code: 'MB309', args: { theme, nearest: '', known: `${MARP_THEMES.join(', ')}, or a CSS file` } },
			],
		};
	const unknown: Diagnostic = {
		code: 'MB374',
		location: { file: path, line: lineOfTheme(markdown), column: 1 },
		args: { path, theme: name },
	};
	return { value: {}, diagnostics: [unknown] };
}

const lineOfTheme = (markdown: string) => markdown.slice(0, markdown.search(/theme:/)).split('\n').length;

/** Images beside the deck as data, by the address that the deck uses; what cannot be shown is reported. */
async function loadImages(
	deck: MarpDeck,
	path: string,
	{ files, machine }: CommandContext,
): Promise<Checked<ReadonlyMap<string, string>>> {
	const loaded = new Map<string, string>();
	const diagnostics: Diagnostic[] = [];
	for (const { address, slide, headline, line } of deck.images) {
		const refuse = (reason: string) =>
			diagnostics.push({
				code: 'MB367',
				location: { file: path, line, column: 1 },
				args: { deck: path, slide: slide + 1, headline, element: `the image ${address}`, reason },
			});
		if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address)) {
			refuse('it lies on another machine, and nothing is loaded from the network');
			continue;
		}
		const name = fileName(address);
		const type = IMAGE_TYPES[extname(name).toLowerCase()];
		if (type === undefined || /^[a-z][a-z0-9+.-]+:/i.test(address)) {
			refuse('its ending is not that of an image file');
			continue;
		}
		const place = resolve(machine.workingDirectory, dirname(path), name);
		const read = await files.readFile(place, MAX_IMAGE_BYTES);
		if (read.value === undefined) refuse(`${read.diagnostics[0]?.args.reason ?? 'it cannot be read'}`);
		else loaded.set(address, `data:${type};base64,${Buffer.from(read.value).toString('base64')}`);
	}
	return { value: loaded, diagnostics };
}

/** Without what only a browser would read, and with `%20` as a blank. */
function fileName(address: string): string {
	const bare = address.replace(/[?#].*$/, '');
	try {
		return decodeURIComponent(bare);
	} catch {
		return bare; // a stray % is part of the name
	}
}
