// Renders a deck slide by slide where earlier slides are remembered, so that one changed sentence costs one slide. Gives
// what rendering the whole deck gives, or leaves it to that: slides that know of one another are not taken apart.

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
	readonly slides: Map<string, { readonly html: string; readonly comments: string[] }>;
	css?: string;
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
	const slides = markdown.slice(head.length).trim().split(SEPARATOR);
	const keys = slides.map((slide) =>
		[head, slide, ...[...slide.matchAll(IMAGE)].map(([, path = '']) => chartOf(path) ?? '')].join('\0'),
	);
	const missing = [...new Set(keys)].filter((key) => !kept.slides.has(key));
	if (kept.slides.size + missing.length > MOST_KEPT) kept.slides.clear();
	const isWhole = kept.css === undefined || missing.length > slides.length / 2 || kept.slides.size === 0;
	const isLinked = LASTING.test(markdown.slice(head.length));
	if (isWhole || isLinked) {
		const all = marp.render(markdown, { htmlAsArray: true });
		if (!isLinked && problems.length === 0 && all.html.length === slides.length) keep(kept, keys, all);
		return all;
	}
	if (missing.length > 0) {
		const texts = missing.map((key) => slides[keys.indexOf(key)] ?? '');
		const some = marp.render(`${head}\n${texts.join(SEPARATOR)}\n`, { htmlAsArray: true });
		if (problems.length > 0 || some.html.length !== missing.length) {
			problems.length = 0;
			return marp.render(markdown, { htmlAsArray: true });
		}
		keep(kept, missing, some);
	}
	const found = keys.map((key) => kept.slides.get(key) ?? { html: '', comments: [] });
	return {
		html: found.map(({ html }, index) => atPosition(html, index + 1, slides.length)),
		css: kept.css ?? '',
		comments: found.map(({ comments }) => comments),
	};
}

function keep(kept: KeptSlides, keys: readonly string[], { html, css, comments }: RenderedSlides): void {
	kept.css = css;
	for (const [index, key] of keys.entries())
		kept.slides.set(key, { html: html[index] ?? '', comments: comments[index] ?? [] });
}

/** The only places where Marp writes a slide's number. */
function atPosition(html: string, number: number, total: number): string {
	return html
		.replace(/(<section\b[^>]* id=|<section id=)"\d+"/, `$1"${number}"`)
		.replace(/( data-marpit-pagination=)"\d+"/, `$1"${number}"`)
		.replace(/( data-marpit-pagination-total=)"\d+"/, `$1"${total}"`);
}
