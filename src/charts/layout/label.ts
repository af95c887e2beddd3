// Labels as the specs draw them: words with a colour, weight and size, measured, with the box that they cover.

import { fontStack } from '../vega-config.js';
import type { Box, LayoutContext, TableRow } from './chart-layout.js';
import { round } from './chart-layout.js';

/** A colour of the theme; `background` is for words on a filled bar. */
export type Tone = 'text' | 'muted' | 'accent' | 'risk' | 'background';
export type Align = 'left' | 'center' | 'right';

export interface Words {
	readonly text: string;
	readonly tone: Tone;
	readonly weight: 400 | 500 | 600 | 700;
	readonly sizePx: number;
	/** Figures are set in the theme's face for figures. */
	readonly face: 'text' | 'figures';
}

function wordsWidth({ theme, metrics }: LayoutContext, words: Words): number {
	return metrics.widthPx(words.text, {
		family: theme.font[words.face],
		weight: words.weight,
		sizePx: words.sizePx,
	});
}

/** Widths of the words in a row with a space of a quarter of an em between them. */
export function lineWidth(context: LayoutContext, line: readonly Words[]): number {
	const gaps = line.slice(1).reduce((sum, words) => sum + words.sizePx * 0.3, 0);
	return line.reduce((sum, words) => sum + wordsWidth(context, words), gaps);
}

/** The box of a line whose vertical middle is at `y`. */
export function lineBox(
	context: LayoutContext,
	line: readonly Words[],
	x: number,
	y: number,
	align: Align,
): Box {
	const width = lineWidth(context, line);
	const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
	const height = Math.max(0, ...line.map((words) => words.sizePx));
	return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

export type LabelPart = 'item' | 'value' | 'axis' | 'key' | 'column' | 'note';

/** One table row per run of words: SVG text has one style. `plate` asks for a background that hides gridlines behind it. */
export function labelRows(
	context: LayoutContext,
	line: readonly Words[],
	at: { readonly box: Box; readonly part: LabelPart; readonly row?: number; readonly plate?: boolean },
): TableRow[] {
	const { theme, metrics } = context;
	const y = (at.box.top + at.box.bottom) / 2;
	let x = at.box.left;
	return line.map((words, index) => {
		const width = wordsWidth(context, words);
		const family = theme.font[words.face];
		// The baseline that centres capitals and figures on y.
		const drop = metrics.capHeightPx({ family, weight: words.weight, sizePx: words.sizePx }) / 2;
		const label = {
			...(at.row === undefined ? {} : { row: at.row }),
			part: at.part,
			text: words.text,
			x: round(x),
			y: round(y + drop),
			color: theme.color[words.tone],
			font: fontStack(family, words.face === 'figures' && theme.font.figures !== theme.font.text),
			weight: words.weight,
			size: words.sizePx,
			plate: at.plate === true && words.text !== '',
			left: round(x - (index === 0 ? 3 : words.sizePx * 0.3)),
			right: round(Math.min(x + width + 3, context.request.width)),
			top: round(at.box.top),
			bottom: round(at.box.bottom),
		};
		x += width + words.sizePx * 0.3;
		return label;
	});
}
