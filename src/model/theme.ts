// A theme after its token files have been read: what the slide CSS and the chart config are both made from.

import type { Location } from './location.js';

export const THEME_MODES = ['light', 'dark', 'contrast', 'print'] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

export const SLIDE_SIZES = ['16:9', '4:3'] as const;
export type SlideSize = (typeof SLIDE_SIZES)[number];

/** How much a deck puts on a slide. */
export type Density = 'airy' | 'dense';

export type ColorRole =
	| 'background'
	| 'surface'
	| 'edge'
	| 'text'
	| 'muted'
	| 'faint'
	| 'rule'
	| 'accent'
	| 'accent-soft'
	| 'risk'
	| 'risk-soft'
	| `series-${1 | 2 | 3 | 4 | 5 | 6}`;
export type FontRole = 'heading' | 'text' | 'figures';
export type SizeRole =
	| 'headline'
	| 'subtitle'
	| 'grand'
	| 'large'
	| 'text'
	| 'medium'
	| 'small'
	| 'kicker'
	| 'table-head'
	| 'source'
	| 'fact'
	| 'chart-label'
	| 'chart-axis';
export type SpaceRole = 'row' | 'gap' | 'column' | 'top';
export type PageRole = 'width' | 'height' | 'margin' | 'header' | 'end' | 'foot' | 'source' | 'footer';

export interface ThemeTokens {
	/** With the mode and the size where they are not light and 16:9: `executive-dark-narrow`. */
	readonly name: string;
	readonly mode: ThemeMode;
	/** Six hex digits each. */
	readonly color: Readonly<Record<ColorRole, string>>;
	/** CSS family names. */
	readonly font: Readonly<Record<FontRole, string>>;
	/** Pixels, as are all that follow. */
	readonly size: Readonly<Record<SizeRole, number>>;
	/** Around a table row, between blocks, between columns, and from the top edge to the content zone. */
	readonly space: Readonly<Record<SpaceRole, number>>;
	/** The slide; its side margin; where the header, the source line and the footer start; where the content zone ends; how wide the source line is. */
	readonly page: Readonly<Record<PageRole, number>>;
	readonly fontFiles: readonly FontFile[];
}

/** One face: a file of a font package, e.g. `@fontsource/inter/files/inter-latin-600-normal.woff2`, or one beside the theme. */
export interface FontFile {
	readonly family: string;
	readonly weight: number;
	readonly style: 'normal' | 'italic';
	readonly module: string;
	/** True where `module` is a path from the working directory. */
	readonly isFile?: boolean;
	readonly where?: Location;
}

/** A font file together with its bytes (woff2). */
export interface LoadedFont extends FontFile {
	readonly bytes: Uint8Array;
}
