// Any Marp Markdown in, the page that Marp makes of it out, each element with the line that it comes from.
// The page is only looked at: it runs no script and loads nothing but images that are put in as data.

import type { Checked } from '../diagnostics/diagnostic.js';
import { decodeReferences } from './html-gate.js';
import { printPage } from './html-shell.js';
import { type LinedMarkdown, numberLines } from './line-numbers.js';
import { stockMarp } from './render-html.js';

export interface MarpDeckInput {
	readonly markdown: string;
	/** As shown to the user. */
	readonly file: string;
	/** Every slide is set in it, whatever the Markdown says. */
	readonly themeCss?: string;
	/** A theme of Marp's own, likewise. */
	readonly themeName?: string;
}

export interface MarpDeck {
	readonly html: string;
	readonly slides: number;
	readonly size: { readonly width: number; readonly height: number };
	/** Addresses of images as they stand in `html`, and where they are shown. */
	readonly images: readonly MarpImage[];
}

interface MarpImage {
	readonly address: string;
	/** From 0; the first that shows it. */
	readonly slide: number;
	/** Of that slide. */
	readonly headline: string;
	/** Of the Markdown. */
	readonly line: number;
}

/** A theme that Marp cannot use is reported; then there is no value. */
export async function renderMarpDeck(input: MarpDeckInput): Promise<Checked<MarpDeck>> {
	const { markdown, file, themeCss } = input;
	const marp = await stockMarp();
	numberLines(marp.markdown as LinedMarkdown, { slides: true });
	let theme = input.themeName;
	try {
		if (themeCss !== undefined) theme = marp.themeSet.add(named(themeCss)).name;
		// The last directive of its kind counts, and lines stay where they are.
		const source =
			theme === undefined ? markdown : `${markdown}\n\n<!-- theme: ${JSON.stringify(theme)} -->\n`;
		const { html, css } = marp.render(source.replace(/\p{Surrogate}/gu, '\ufffd'), { htmlAsArray: true });
		const [, width, height] = /viewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"/.exec(html[0] ?? '') ?? [];
		const page = { css, fontCss: '', title: file, language: 'en', notes: [] };
		return {
			value: {
				html: printPage({ ...page, html: `<div id=":$p">${html.join('')}</div>` }),
				slides: html.length,
				size: { width: Math.round(Number(width ?? 1280)), height: Math.round(Number(height ?? 720)) },
				images: imagesIn(html, markdown),
			},
			diagnostics: [],
		};
	} catch (error) {
		const reason = `Marp cannot use its theme (${(error as Error).message.split('\n')[0]})`;
		const fix = 'Correct the CSS that `--theme` names, or the styles in the Markdown.';
		return { diagnostics: [{ code: 'MB373', args: { path: file, reason, fix } }] };
	}
}

/** The theme that the Markdown names, or an empty text. */
export function askedTheme(markdown: string): string {
	const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(markdown)?.[1] ?? '';
	const directives = [...markdown.matchAll(/<!--([\s\S]*?)-->/g)].map(([, inner = '']) => inner);
	const named = [front, ...directives].flatMap((text) => /^\s*theme:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? []);
	return named.at(-1) ?? '';
}

/** Puts data in the place of addresses; what is not in `images` stays, and is not loaded. */
export function withImages(html: string, images: ReadonlyMap<string, string>): string {
	return html
		.replace(IMAGE, (all, before: string, address: string) => {
			const data = images.get(decodeReferences(address));
			return data === undefined ? all : `${before}${data}"`;
		})
		.replace(BACKGROUND, (all, before: string, _quote: string, address: string) => {
			const data = images.get(decodeReferences(address));
			// The data does not say which file it was.
			return data === undefined ? all : `${before}url(&quot;${data}&quot;);--file:&quot;${address}&quot;`;
		});
}

const IMAGE = /(<img\b[^>]*?\ssrc=")([^"]*)"/g;
const BACKGROUND = /([";]background-image:)url\((&quot;|'|)(.*?)\2\)(?=[;"])/g;
const HEADING = /<(h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/;

function imagesIn(slides: readonly string[], markdown: string): readonly MarpImage[] {
	const images = new Map<string, MarpImage>();
	for (const [slide, html] of slides.entries()) {
		const headline = decodeReferences(HEADING.exec(html)?.[2]?.replace(/<[^>]*>/g, '') ?? '').trim();
		const addresses = [
			...[...html.matchAll(BACKGROUND)].map(([, , , address = '']) => address),
			...[...html.matchAll(IMAGE)].map(([, , address = '']) => address),
		].map(decodeReferences);
		for (const address of addresses)
			if (!address.startsWith('data:') && !images.has(address))
				images.set(address, { address, slide, headline, line: lineOf(address, markdown) });
	}
	return [...images.values()];
}

function lineOf(address: string, markdown: string): number {
	const at = [address, plain(address)].map((text) => markdown.indexOf(text)).find((index) => index !== -1);
	return markdown.slice(0, at ?? 0).split('\n').length;
}

function plain(address: string): string {
	try {
		return decodeURI(address);
	} catch {
		return address; // a stray % is part of the name
	}
}

/** Marp takes no theme without a name. */
function named(css: string): string {
	return /\/\*[\s\S]*?@theme\s+\S+[\s\S]*?\*\//.test(css) ? css : `/* @theme given */\n${css}`;
}
