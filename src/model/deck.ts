// A deck as it leaves the pipeline, and what the pipeline needs beside the evidence.

import type { LoadedFont, ThemeTokens } from './theme.js';

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

export interface BuiltDeck {
	readonly name: string;
	readonly title: string;
	readonly markdown: string;
	readonly html: string;
	/** The same slides without any script, one a page, for the PDF. */
	readonly printHtml: string;
	/** File name under charts/ to SVG. */
	readonly charts: ReadonlyMap<string, string>;
	readonly slides: readonly {
		readonly name: string;
		readonly claims: readonly string[];
		readonly charts: readonly string[];
	}[];
}
