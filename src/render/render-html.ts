// Marp Markdown, a theme and charts in; one page to present and one page to print out. The only door to marp-core.
// It adds nothing from outside: no default theme, emoji image, formula, font or script but the player's.

import type { Marp as MarpClass, MarpOptions } from '@marp-team/marp-core';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { asElements, isReadLeftToRight, isRightToLeftLanguage } from '../model/direction.js';
import { lazily } from '../model/lazily.js';
import { afresh, type Remember } from '../model/remember.js';
import { decodeReferences, forbiddenInCss, forbiddenInHtml } from './html-gate.js';
import { type Player, playerTexts } from './html-player.js';
import { presentationPage, printPage, type Slides } from './html-shell.js';
import { type KeptSlides, renderKeptSlides } from './kept-slides.js';
import { type LinedMarkdown, numberLines, withoutLines } from './line-numbers.js';

export interface HtmlInput {
	readonly markdown: string;
	/** Starts with a comment that names the theme: `@theme executive`. */
	readonly themeCss: string;
	/** `@font-face` rules with the fonts inside; kept out of Marp, which would parse megabytes. */
	readonly fontCss: string;
	/** Makes smaller `fontCss` for pages that show these texts and no others: HTML, CSS, JSON and scripts. */
	readonly fontsFor?: (texts: readonly string[]) => Promise<string>;
	/** SVG by the path that the Markdown uses, e.g. `charts/gains.svg`. */
	readonly charts: ReadonlyMap<string, string>;
	readonly title: string;
	readonly language: string;
	/** Whether presenter notes go into `html`; they do unless this is false. */
	readonly notes?: boolean;
	/** JSON for the source drawer of `html`. */
	readonly data?: string;
	readonly player: Player;
	readonly remember?: Remember;
	/** Scripts that the present server adds to `html`; with them the page may talk to the server that it came from. */
	readonly scripts?: readonly string[];
}

/** Pages are put together when they are first read: a live page needs only the slides that changed. */
export interface RenderedDeck {
	readonly html: string;
	readonly printHtml: string;
	readonly slides: readonly RenderedSlide[];
	/** The theme's CSS as Marp scopes it. */
	readonly css: string;
}

interface RenderedSlide {
	/** The slide as Marp rendered it: one `<svg data-marpit-svg>`. */
	readonly html: string;
	/** Paragraphs. */
	readonly notes: readonly string[];
}

/** What stock Marp tools get from marp.config.mjs too, so that they render the same slides. */
export const MARP_OPTIONS: MarpOptions = {
	emoji: { unicode: false, shortcode: false },
	html: { br: [], div: ['class'], span: ['class'], sub: ['class'], sup: ['class'] },
	inlineSVG: true,
	markdown: { linkify: false },
	math: false,
	script: false,
};

// marp-core's own types leave markdown-it untyped; these are the parts in use.
interface MarkdownIt {
	normalizeLink(url: string): string;
	readonly core: {
		readonly ruler: {
			after(before: string, name: string, rule: (state: { tokens: Token[] }) => void): void;
		};
	};
	readonly renderer: { readonly rules: Record<string, (tokens: readonly Token[], index: number) => string> };
}

interface Token {
	type: string;
	content: string;
	hidden: boolean;
	children: Token[] | null;
	readonly level: number;
	attrGet(name: string): string | null;
	attrSet(name: string, value: string): void;
}

/** Marp as its users have it, for decks that modelbrief did not make; emoji stay characters, and scripts stay out. */
export async function stockMarp(): Promise<MarpClass> {
	const { Marp } = await import('@marp-team/marp-core');
	return new Marp({
		container: { tag: 'div', id: ':$p' },
		emoji: { unicode: false, shortcode: true },
		inlineSVG: true,
		math: false,
		script: false,
	});
}

/** The text of the themes that come with Marp, by name. */
export async function marpThemes(): Promise<(name: string) => string | undefined> {
	const { themeSet } = await stockMarp();
	return (name) => themeSet.get(name)?.css;
}

/** Reports every refused image and every forbidden piece of markup; with one of them there is no value. */
export async function renderHtml(input: HtmlInput): Promise<Checked<RenderedDeck>> {
	const { Marp } = await import('@marp-team/marp-core');
	const { remember = afresh } = input;
	const { marp, table } = remember('marp', [input.themeCss], () => newMarp(Marp, input.themeCss));
	const problems: Diagnostic[] = [];
	table.charts = new Map([...input.charts].map(([path, svg]) => [marp.markdown.normalizeLink(path), svg]));
	table.problems = problems;
	table.isRightToLeft = isRightToLeftLanguage(input.language);

	// Half a character has no address, and Marp makes one of every heading.
	const markdown = input.markdown.replace(/\p{Surrogate}/gu, '\ufffd');
	const kept = remember('slides', [marp], (): KeptSlides => ({ slides: new Map() }));
	const rendered =
		remember === afresh
			? marp.render(markdown, { htmlAsArray: true })
			: renderKeptSlides(marp, markdown, (path) => input.charts.get(path), kept, problems);
	const notes = rendered.comments.map((comments) => comments.flatMap(paragraphs));
	const sheets = [rendered.css, input.fontCss];
	problems.push(
		...gateSlides(rendered.html, remember),
		...remember('gate of sheets', sheets, () => gateSheets(sheets)),
	);
	if (problems.length === 0 && rendered.html.every(isEmpty)) problems.push({ code: 'MB393', args: {} });
	if (problems.length > 0) return { diagnostics: problems };

	const shown = rendered.html.map(withoutLines);
	const container = (html: readonly string[]) =>
		`<div id=":$p"${direction(input.language)}>${html.join('')}</div>`;
	const { title, data = '', player } = input;
	const texts = [...shown, ...notes.flat(), rendered.css, title, data];
	const fontCss = (await input.fontsFor?.([...texts, ...playerTexts(player)])) ?? input.fontCss;
	const slides: Slides = {
		html: container(shown),
		css: rendered.css,
		fontCss,
		title,
		language: input.language,
		notes: input.notes === false ? [] : notes,
		printCss: PRINT_CSS,
		...(input.data === undefined ? {} : { data: input.data }),
	};
	return {
		value: lazily<RenderedDeck>({
			html: () => presentationPage(slides, input.player, input.scripts ?? []),
			printHtml: () => printPage({ ...slides, html: container(rendered.html.map(withFilledCells)) }),
			slides: () => shown.map((html, index) => ({ html, notes: slides.notes[index] ?? [] })),
			css: () => rendered.css,
		}),
		diagnostics: [],
	};
}

/**
 * Chromium leaves an empty cell out of a PDF's structure, and the cells after it would be read under wrong headers. The
 * style sheet still knows them by their attribute.
 */
const withFilledCells = (html: string) =>
	html.replace(/<(t[dh])\b([^>]*)>\s*(?=<\/\1>)/g, '<$1 data-empty$2>&nbsp;');

// Where a heading wraps, Chromium's outline of the PDF would join the two words around a blank that is collapsed.
const PRINT_CSS = 'h1,h2,h3,h4,h5,h6{white-space-collapse:preserve}';

/** What the rules of one rendering look up and report; set before each. */
interface ChartTable {
	charts: ReadonlyMap<string, string>;
	problems: Diagnostic[];
	isRightToLeft: boolean;
}

function newMarp(
	Marp: typeof MarpClass,
	themeCss: string,
): { readonly marp: MarpClass; readonly table: ChartTable } {
	const marp = new Marp({ ...MARP_OPTIONS, container: { tag: 'div', id: ':$p' } });
	marp.themeSet.default = marp.themeSet.add(themeCss);
	const { themeSet } = marp;
	const pack = themeSet.pack.bind(themeSet);
	const packed = new Map<string, string>();
	// Takes longer than the slides, and comes to the same each time unless a slide brings styles.
	themeSet.pack = (name, options) => {
		const key = JSON.stringify([name, options]);
		const css = packed.get(key) ?? pack(name, options);
		if (packed.size > 4) packed.clear();
		packed.set(key, css);
		return css;
	};
	const table: ChartTable = { charts: new Map(), problems: [], isRightToLeft: false };
	placeCharts(marp.markdown, table);
	keepDirections(marp.markdown, table);
	numberLines(marp.markdown as LinedMarkdown);
	return { marp, table };
}

// Runs before Marp hides images whose alternative text holds words like `bg` and makes backgrounds of them.
function placeCharts(md: MarkdownIt, table: ChartTable): void {
	// The SVG has a role and a name of its own; a figure around it would be a second, nameless one for readers.
	md.renderer.rules.modelbrief_chart = (tokens, index) =>
		`<figure class="chart" role="none" data-line="${tokens[index]?.attrGet('data-line')}">${tokens[index]?.content ?? ''}</figure>\n`;
	md.core.ruler.after('inline', 'modelbrief_charts', ({ tokens }) => {
		const { charts, problems } = table;
		let slide = 1;
		for (const [index, token] of tokens.entries()) {
			if (token.type === 'hr' && token.level === 0) slide += 1;
			if (token.type === 'marpit_style') {
				problems.push({ code: 'MB392', args: { place: `slide ${slide}`, what: 'a style sheet of its own' } });
			}
			for (const image of imagesIn(token)) {
				const src = image.attrGet('src') ?? '';
				const svg = charts.get(src);
				if (svg === undefined) {
					problems.push({ code: 'MB391', args: { slide, src, reason: 'which is not a chart of this deck' } });
				} else if (!showFigure(tokens, index, svg)) {
					problems.push({
						code: 'MB391',
						args: { slide, src, reason: 'which shares its paragraph with text' },
					});
				}
			}
		}
	});
}

// In a deck that is read from right to left, what is written the other way stays in order: figures where they belong, the
// full stop at its end. The block itself keeps its side; base.css does the rest.
function keepDirections(md: MarkdownIt, table: ChartTable): void {
	md.core.ruler.after('inline', 'modelbrief_directions', ({ tokens }) => {
		if (!table.isRightToLeft) return;
		for (const [index, { children }] of tokens.entries()) {
			const words = (children ?? []).filter(({ type }) => type === 'text').map(({ content }) => content);
			if (words.length === 0 || !isReadLeftToRight(words.join(''))) continue;
			const block = tokens.slice(0, index).findLast(({ hidden }) => !hidden);
			block?.attrSet('data-read', 'left-to-right');
		}
	});
	// The characters would stand in the text of a PDF, between the figures.
	const plain = md.renderer.rules.text;
	md.renderer.rules.text = (tokens, index) => asElements(plain?.(tokens, index) ?? '', '<bdi>', '</bdi>');
}

function imagesIn(token: Token): Token[] {
	return token.type === 'inline' ? (token.children ?? []).filter((child) => child.type === 'image') : [];
}

// A figure may not stand inside a paragraph: the paragraph's own tags are dropped, so it must hold nothing else.
function showFigure(tokens: readonly Token[], index: number, svg: string): boolean {
	const [open, inline, close] = tokens.slice(index - 1, index + 2);
	const isAlone = inline?.children?.length === 1 && open?.type === 'paragraph_open';
	if (!isAlone || close === undefined) return false;
	open.hidden = true;
	close.hidden = true;
	inline.type = 'modelbrief_chart';
	inline.content = svg;
	inline.children = [];
	return true;
}

// Marp makes one empty slide of nothing.
function isEmpty(slide: string): boolean {
	return slide.replace(/<[^>]*>/g, '').trim() === '';
}

// Templates escape notes like all text, so references stand for the characters that a reader should see.
function paragraphs(note: string): string[] {
	return decodeReferences(note)
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '');
}

const unsafe = (place: string) => (what: string) => ({ code: 'MB392', args: { place, what } }) as const;

function gateSlides(slides: readonly string[], remember: Remember): readonly Diagnostic[] {
	return slides.flatMap((html, index) =>
		remember(`gate ${index}`, [html], () => forbiddenInHtml(html).map(unsafe(`slide ${index + 1}`))),
	);
}

function gateSheets(sheets: readonly string[]): readonly Diagnostic[] {
	return sheets.flatMap((css) => forbiddenInCss(css).map(unsafe('style sheet')));
}

/** Slides alone: the controls of the player stay where people know them. */
const direction = (language: string) => (isRightToLeftLanguage(language) ? ' dir="rtl"' : '');
