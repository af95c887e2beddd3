// Renders a deck slide by slide where earlier slides are remembered, so that one changed sentence costs one slide. Gives
// what rendering the whole deck gives, or leaves it to that: slides that know of one another are not taken apart.

import { movedLines } from './line-numbers.js';

/** What of Marp is needed. */
export interface SlideRenderer {
	render(markdown: string, env: { htmlAsArray: true }): RenderedSlides;
}

export interface RenderedSlides {
	readonly html: string[];
	readonly css: string;
	readonly comments: string[][];
}

export interface KeptSlides {
	/** By Markdown and charts. */
	readonly slides: Map<string, KeptSlide>;
	css?: string;
}

interface KeptSlide {
	readonly html: string;
	readonly comments: string[];
	/** Line of the Markdown on which it started when it was rendered. */
	readonly line: number;
}

const SEPARATOR = '\n\n---\n\n';
const HEAD = /^---\n[\s\S]*?\n---\n/;
/** A directive that holds for the slides after it, too. */
const LASTING =
	/<!--\s*(?:\$?[a-z]+\s*\n)*\$?(?:background\w*|class|color|footer|header|headingDivider|lang|math|paginate|size|style|theme|transition)\s*:/i;
const IMAGE = /\]\(([^()\s]*)\)/g;
/** More than a deck has, over many saves. */
const MOST_KEPT = 400;

export function renderKeptSlides(
	marp: SlideRenderer,
	markdown: string,
	chartOf: (path: string) => string | undefined,
	kept: KeptSlides,
	/** What rendering complains about goes in here, with the number of the slide. */
	problems: unknown[],
): RenderedSlides {
	const head = HEAD.exec(markdown)?.[0] ?? '';
	const body = markdown.slice(head.length);
	const slides = body.trim().split(SEPARATOR);
	const before = head + (/^\s*/.exec(body)?.[0] ?? '');
	const lines = startLines(before, slides);
	const keys = slides.map((slide) =>
		[head, slide, ...[...slide.matchAll(IMAGE)].map(([, path = '']) => chartOf(path) ?? '')].join('\0'),
	);
	const missing = [...new Set(keys)].filter((key) => !kept.slides.has(key));
	if (kept.slides.size + missing.length > MOST_KEPT) kept.slides.clear();
	const isWhole = kept.css === undefined || missing.length > slides.length / 2 || kept.slides.size === 0;
	const isLinked = LASTING.test(body);
	if (isWhole || isLinked) {
		const all = marp.render(markdown, { htmlAsArray: true });
		if (!isLinked && problems.length === 0 && all.html.length === slides.length) keep(kept, keys, lines, all);
		return all;
	}
	if (missing.length > 0) {
		const texts = missing.map((key) => slides[keys.indexOf(key)] ?? '');
		const some = marp.render(`${head}\n${texts.join(SEPARATOR)}\n`, { htmlAsArray: true });
		if (problems.length > 0 || some.html.length !== missing.length) {
			problems.length = 0;
			return marp.render(markdown, { htmlAsArray: true });
		}
		keep(kept, missing, startLines(`${head}\n`, texts), some);
	}
	const found = keys.map((key) => kept.slides.get(key) ?? { html: '', comments: [], line: 0 });
	return {
		html: found.map(({ html, line }, index) =>
			movedLines(atPosition(html, index + 1, slides.length), (lines[index] ?? 0) - line),
		),
		css: kept.css ?? '',
		comments: found.map(({ comments }) => comments),
	};
}

/** Line on which each slide starts, behind what comes before them all. */
function startLines(before: string, slides: readonly string[]): readonly number[] {
	const linesIn = (text: string) => text.split('\n').length - 1;
	let line = linesIn(before) + 1;
	return slides.map((slide) => {
		const start = line;
		line += linesIn(slide) + linesIn(SEPARATOR);
		return start;
	});
}

function keep(
	kept: KeptSlides,
	keys: readonly string[],
	lines: readonly number[],
	{ html, css, comments }: RenderedSlides,
): void {
	kept.css = css;
	for (const [index, key] of keys.entries())
		kept.slides.set(key, {
			html: html[index] ?? '',
			comments: comments[index] ?? [],
			line: lines[index] ?? 0,
		});
}

/** The only places where Marp writes a slide's number. */
function atPosition(html: string, number: number, total: number): string {
	return html
		.replace(/(<section\b[^>]* id=|<section id=)"\d+"/, `$1"${number}"`)
		.replace(/( data-marpit-pagination=)"\d+"/, `$1"${number}"`)
		.replace(/( data-marpit-pagination-total=)"\d+"/, `$1"${total}"`);
}
