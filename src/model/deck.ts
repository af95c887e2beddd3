// A deck as it leaves the pipeline, and what the pipeline needs beside the evidence.

import type { Location } from './location.js';
import type { LoadedFont, ThemeTokens } from './theme.js';
import type { DeckTrace } from './trace.js';

export interface TextFile {
	/** As shown to the user. */
	readonly file: string;
	readonly text: string;
}

/** Templates, chart specs and themes: the user's own code, by name. */
export interface Assets {
	/** Path under templates/ without `.md.hbs`. */
	readonly templates: ReadonlyMap<string, TextFile>;
	/** Chart form to the text of its Vega-Lite spec. */
	readonly charts: ReadonlyMap<string, TextFile>;
	/** Theme name to its token file. */
	readonly themes: ReadonlyMap<string, TextFile>;
	readonly baseCss: string;
}

export interface Theme {
	readonly tokens: ThemeTokens;
	readonly css: string;
	readonly fonts: readonly LoadedFont[];
	/** `@font-face` rules with the fonts inside. */
	readonly fontCss: string;
}

/** Something with claims that a slide shows: a value, a sentence, a chart. */
export interface Print {
	/** What it is the value of, as in `Cited`; absent for words and charts. */
	readonly key?: string;
	readonly about: string;
	readonly text: string;
	readonly claims: readonly string[];
	/** Only the presenter sees it. */
	readonly isNote: boolean;
	/** In a template, or in the storyline where the author refers to it. */
	readonly where?: Location;
}

/** A value that a chart writes beside a mark. */
export interface ChartLabel {
	/** What it is the value of, as in `Cited`. */
	readonly key: string;
	readonly about: string;
	readonly text: string;
}

/** What becomes of a slide whose lists and tables do not fit: it is continued on a next one, or is an error. */
export type Fit = 'split' | 'error';

/** By slide, and by the line of a row in the slide's text: on which part the row stands, from 0; on the first otherwise. */
export type Cuts = ReadonlyMap<string, ReadonlyMap<number, number>>;

export interface PageParts {
	readonly slides: readonly { readonly html: string; readonly notes: readonly string[] }[];
	readonly css: string;
	readonly fontCss: string;
	/** `DeckSources` as JSON. */
	readonly data: string;
}

export interface BuiltDeck {
	readonly name: string;
	readonly title: string;
	readonly markdown: string;
	readonly html: string;
	/** The same slides without any script, one a page, for the PDF. */
	readonly printHtml: string;
	/** What `html` is put together from, so that the present server can send what changed. */
	readonly parts: PageParts;
	/** File name under charts/ to SVG. */
	readonly charts: ReadonlyMap<string, string>;
	/** Where every printed numeral comes from. */
	readonly trace: DeckTrace;
	readonly slides: readonly RenderedSlide[];
}

/** What a slide tells of itself. */
export interface RenderedSlide {
	/** Of its template. */
	readonly name: string;
	/** The same for all slides that continue one another. */
	readonly id: string;
	readonly fit: Fit;
	readonly claims: readonly string[];
	readonly prints: readonly Print[];
	readonly labels: readonly ChartLabel[];
	readonly charts: readonly string[];
}
