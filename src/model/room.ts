// How much type a slide gets, by how much it has to say: a step names the sizes of its text, an air the space between
// its rows. The theme's CSS and the estimate that chooses between them are both made from these lists.

import type { SizeRole, ThemeTokens } from './theme.js';

export interface Step {
	/** Class of the slide's body. */
	readonly name: 'grand' | 'roomy' | 'regular' | 'even' | 'close' | 'tight';
	readonly text: SizeRole;
	readonly small: SizeRole;
	/** Large figures, as a multiple of the headline. */
	readonly figure: number;
	/** Space above and below a row, as a multiple of the theme's. */
	readonly row: number;
}

/** The largest first. */
export const STEPS: readonly Step[] = [
	{ name: 'grand', text: 'grand', small: 'large', figure: 1.6, row: 1.5 },
	{ name: 'roomy', text: 'large', small: 'text', figure: 1.3, row: 1.25 },
	{ name: 'regular', text: 'text', small: 'small', figure: 0.9, row: 1 },
	{ name: 'even', text: 'medium', small: 'small', figure: 0.8, row: 0.85 },
	{ name: 'close', text: 'small', small: 'small', figure: 0.75, row: 0.75 },
	{ name: 'tight', text: 'table-head', small: 'table-head', figure: 0.75, row: 0.6 },
];

export interface Air {
	readonly name: 'sparse' | 'loose' | 'open' | 'plain' | 'snug';
	/** On top of the step's. */
	readonly row: number;
}

/** The most first. */
export const AIRS: readonly Air[] = [
	{ name: 'sparse', row: 2 },
	{ name: 'loose', row: 2 },
	{ name: 'open', row: 1.4 },
	{ name: 'plain', row: 1 },
	{ name: 'snug', row: 0.7 },
];

/** The slide's content zone and what its text is set in. */
export interface Room {
	readonly width: number;
	readonly height: number;
	readonly size: Readonly<Record<SizeRole, number>>;
	readonly row: number;
	readonly gap: number;
	readonly column: number;
	/** Between the cells of a table. */
	readonly cell: number;
	/** Width of a text at a size of one pixel. */
	readonly widthEm: (text: string, face: 'text' | 'strong' | 'figures' | 'heading') => number;
}

type WidthPx = (
	text: string,
	style: { readonly family: string; readonly weight: number; readonly sizePx: number },
) => number;

export function roomOf({ size, space, page, font }: ThemeTokens, widthPx: WidthPx): Room {
	const faces = {
		text: { family: font.text, weight: 400, sizePx: 1 },
		strong: { family: font.text, weight: 600, sizePx: 1 },
		figures: { family: font.figures, weight: 600, sizePx: 1 },
		heading: { family: font.heading, weight: 600, sizePx: 1 },
	};
	return {
		width: page.width - 2 * page.margin,
		height: page.end - space.top,
		size,
		row: space.row,
		gap: space.gap,
		column: space.column,
		cell: page.width / page.height > 1.5 ? 24 : 16,
		widthEm: (text, face) => widthPx(text, faces[face]),
	};
}
