// The look of a CSS theme to the colours of our tokens. What cannot be read is moved to the nearest colour that can, and
// reported; what a CSS theme has no word for (risk, series, tints) is chosen to go with the rest.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import type { ColorRole, ThemeMode } from '../../model/theme.js';
import { LEAST_DIFFERENCE, LEAST_MARK_CONTRAST, LEAST_TEXT_CONTRAST } from '../check-theme.js';
import { contrast, difference, luminance, mix, nearestReadable } from '../color-science.js';
import type { Cascade, Computed, Element } from './cascade.js';
import { colorsIn } from './css-color.js';
import { apart, chooseApart, firstApart } from './series.js';

/** For what a theme in CSS does not say. */
export interface Unsaid {
	readonly accent?: string;
	/** The first that the theme leaves free is taken. */
	readonly risks: readonly string[];
}

export interface CssColors {
	readonly colors: Readonly<Record<ColorRole, string>>;
	/** Of headings, where it is not the text's. */
	readonly heading?: string;
	readonly diagnostics: readonly Diagnostic[];
}

const WHITE = `#${'f'.repeat(6)}`;
const BLACK = `#${'0'.repeat(6)}`;
const GREY_BELOW = 12;
/** A little more than is asked for, so that rounding to whole colours takes nothing away. */
const MARGIN = 1.02;

export function deriveColors(
	cascade: Cascade,
	mode: ThemeMode,
	theme: string,
	file: Location,
	unsaid: Unsaid,
): CssColors {
	const diagnostics: Diagnostic[] = [];
	const isDarkScheme =
		mode === 'dark' || /^\s*dark\b/.test(cascade.get('section', 'color-scheme')?.value ?? '');
	const read = (found: Computed | undefined, ground: string) =>
		found === undefined ? [] : colorsIn(found.value, isDarkScheme, ground);
	const grounds = [
		...read(cascade.get('section', 'background', 'background-color'), WHITE),
		...read(cascade.get('section', 'background-image'), WHITE),
	];
	// Of a gradient, its middle: labels in charts have a halo of this colour.
	const background = grounds.reduce(
		(middle, ground, index) => mix(ground, middle, 1 / (index + 1)),
		grounds[0] ?? (isDarkScheme ? BLACK : WHITE),
	);
	const backgrounds = [...new Set([background, ...grounds])];
	const needed = LEAST_TEXT_CONTRAST * MARGIN;
	const worst = (color: string, on: readonly string[]) =>
		Math.min(...on.map((ground) => contrast(color, ground)));
	const readable = (color: string, on: readonly string[], least = needed) =>
		worst(color, on) >= least ? color : nearestReadable(color, on, least);

	/** What the author wrote; moving it is worth a word. */
	const said = (role: string, found: Computed | undefined, on: readonly string[]): string | undefined => {
		const [color] = read(found, background);
		if (color === undefined) return undefined;
		const nearest = readable(color, on);
		if (worst(color, on) < LEAST_TEXT_CONTRAST)
			diagnostics.push({
				code: 'MB335',
				location: found?.where ?? file,
				args: {
					theme,
					role,
					color,
					ratio: (Math.floor(worst(color, on) * 100) / 100).toFixed(2),
					background: on.find((ground) => contrast(color, ground) === worst(color, on)) ?? background,
					needed: LEAST_TEXT_CONTRAST,
					nearest,
				},
			});
		return nearest;
	};
	const ownText =
		said('text', cascade.get('section', 'color'), backgrounds) ??
		readable(luminance(background) > 0.3 ? BLACK : WHITE, backgrounds);
	// A text that is pale itself leaves no room for a paler one.
	const extreme = luminance(background) > luminance(ownText) ? BLACK : WHITE;
	const palest = nearestReadable(mix(ownText, background, 0.5), backgrounds, needed);
	const text =
		[0, 0.2, 0.4, 0.6, 0.8]
			.map((share) => mix(extreme, ownText, share))
			.find((color) => apart(color, palest) >= LEAST_DIFFERENCE * 1.6) ?? extreme;
	const [panel] = read(cascade.get('code', 'background', 'background-color'), background);
	const isTint = panel !== undefined && contrast(panel, background) < 1.4 && contrast(panel, text) >= 7;
	const surface = isTint ? panel : mix(text, background, 0.05);
	const all = [...backgrounds, surface];

	const accents = (['a', 'h1', 'h2', 'strong', 'blockquote', 'th'] as const satisfies Element[]).flatMap(
		(element) =>
			(element === 'blockquote'
				? [cascade.get(element, 'border-left-color', 'border-left', 'border-color', 'border')]
				: element === 'th'
					? [cascade.get(element, 'background', 'background-color')]
					: [cascade.get(element, 'color')]
			).filter((found) => {
				const [color] = read(found, background);
				return (
					color !== undefined && isColored(color) && apart(readable(color, all), text) >= LEAST_DIFFERENCE
				);
			}),
	);
	// What can be read as it is goes before what would have to be moved.
	const sound = accents.find(
		(found) => worst(read(found, background)[0] ?? background, all) >= LEAST_TEXT_CONTRAST,
	);
	const accent =
		said('accent', sound ?? accents[0], all) ?? readable(mix(unsaid.accent ?? text, text, 0.85), all);
	const muted = quiet([0.68, 0.62, 0.74, 0.56, 0.8], text, background, (color) => readable(color, all), [
		text,
		accent,
	]);
	const risk = firstApart(
		[...unsaid.risks, text].map((color) => readable(color, all)),
		[text, accent, muted],
		LEAST_DIFFERENCE * 1.2,
	);
	const faint = readable(mix(text, background, 0.45), backgrounds, LEAST_MARK_CONTRAST * MARGIN);
	const [second, third, fourth, fifth, sixth] = chooseApart(5, [accent], backgrounds);
	const tint = luminance(background) < luminance(text) ? 0.3 : 0.16;
	const heading = said('headings', cascade.get('h2', 'color') ?? cascade.get('h1', 'color'), backgrounds);
	return {
		colors: {
			background,
			surface,
			edge: surface,
			text,
			muted,
			faint,
			rule: mix(text, background, 0.16),
			accent,
			'accent-soft': mix(accent, background, tint),
			risk,
			'risk-soft': mix(risk, background, tint),
			'series-1': accent,
			'series-2': second ?? text,
			'series-3': third ?? text,
			'series-4': fourth ?? text,
			'series-5': fifth ?? text,
			'series-6': sixth ?? text,
		},
		...(heading === undefined || heading === text ? {} : { heading }),
		// The text may have been moved twice.
		diagnostics: diagnostics.map((one) =>
			one.args.role === 'text' ? { ...one, args: { ...one.args, nearest: text } } : one,
		),
	};
}

/** Far enough from grey to be taken for a colour. */
const isColored = (color: string) => difference(color, mix(BLACK, WHITE, greyShare(color))) > GREY_BELOW;

/** The share of black in a grey as light as the colour. */
function greyShare(color: string): number {
	const shares = Array.from({ length: 21 }, (_, step) => step / 20);
	const off = (share: number) => Math.abs(luminance(mix(BLACK, WHITE, share)) - luminance(color));
	return shares.reduce((best, share) => (off(share) < off(best) ? share : best), 0);
}

/** The text, with the background mixed in until it recedes, and still to be told from the others. */
function quiet(
	shares: readonly number[],
	text: string,
	background: string,
	readable: (color: string) => string,
	others: readonly string[],
): string {
	return firstApart(
		shares.map((share) => readable(mix(text, background, share))),
		others,
		LEAST_DIFFERENCE * 1.1,
	);
}
