// A theme's colours against what eyes need: every pair of text and background that base.css and the charts use, marks on
// the slide, and marks that must be told apart, under four kinds of vision. Says what falls short; changes nothing.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../model/location.js';
import type { ColorRole, ThemeTokens } from '../model/theme.js';
import { contrast, difference, nearestReadable, VISIONS, type Vision } from './color-science.js';

export const LEAST_TEXT_CONTRAST = 4.5;
export const LEAST_MARK_CONTRAST = 3;
export const LEAST_DIFFERENCE = 10;

/** Text that is printed on a background. Words on a filled bar have the slide's background for their colour. */
export const TEXT_PAIRS: readonly (readonly [ColorRole, ColorRole])[] = [
	['text', 'background'],
	['muted', 'background'],
	['accent', 'background'],
	['risk', 'background'],
	['text', 'surface'],
	['muted', 'surface'],
	['accent', 'surface'],
	['risk', 'surface'],
	['background', 'accent'],
	['background', 'text'],
];

const SERIES: readonly ColorRole[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'];

/** Marks that are drawn on the slide. */
export const MARKS: readonly ColorRole[] = ['text', 'muted', 'faint', 'accent', 'risk', ...SERIES];

/** Colours that stand for different things in one chart. */
const MEANINGS: readonly ColorRole[] = ['text', 'muted', 'accent', 'risk'];

export const APART: readonly (readonly [ColorRole, ColorRole])[] = [...pairsOf(MEANINGS), ...pairsOf(SERIES)];

export function checkTheme(theme: ThemeTokens, location: Location): readonly Diagnostic[] {
	const { color, name } = theme;
	const low = (front: ColorRole, back: ColorRole, needed: number, use: string): Diagnostic[] => {
		const ratio = contrast(color[front], color[back]);
		if (ratio >= needed) return [];
		const args = {
			theme: name,
			front,
			frontColor: color[front],
			back,
			backColor: color[back],
			// Rounded down, so that 4.46 is not said to be 4.5.
			ratio: (Math.floor(ratio * 100) / 100).toFixed(2),
			use,
			needed,
			nearest: nearestReadable(color[front], [color[back]], needed),
		};
		return [{ code: 'MB328', location, args }];
	};
	return [
		...TEXT_PAIRS.flatMap(([front, back]) => low(front, back, LEAST_TEXT_CONTRAST, 'words')),
		...MARKS.flatMap((mark) => low(mark, 'background', LEAST_MARK_CONTRAST, 'marks')),
		...alike(color).map(
			(pairs): Diagnostic => ({
				code: 'MB329',
				location,
				args: { theme: name, pairs, needed: LEAST_DIFFERENCE },
			}),
		),
	];
}

/** All pairs that can hardly be told apart, in words; nothing where there is none. */
function alike(color: ThemeTokens['color']): readonly string[] {
	const pairs = APART.flatMap(([first, second]) => {
		const { vision, value } = leastDifference(color[first], color[second]);
		if (value >= LEAST_DIFFERENCE) return [];
		return [`\`${first}\` and \`${second}\` (${value.toFixed(1)} ${SEEN[vision]})`];
	});
	return pairs.length === 0 ? [] : [pairs.join(', ')];
}

const SEEN: Readonly<Record<Vision, string>> = {
	normal: 'for everybody',
	protan: 'for people who see no red (protanopia)',
	deutan: 'for people who see no green (deuteranopia)',
	tritan: 'for people who see no blue (tritanopia)',
};

function leastDifference(a: string, b: string): { vision: Vision; value: number } {
	const [worst] = VISIONS.map((vision) => ({ vision, value: difference(a, b, vision) })).sort(
		(x, y) => x.value - y.value,
	);
	return worst ?? { vision: 'normal', value: 0 };
}

function pairsOf<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
	return items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const));
}
