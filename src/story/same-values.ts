// All audiences agree: what every deck printed, in texts and beside the marks of charts, in, an error out for each value that two places print differently.
// A value may stand with or without its unit and its sign; its digits, its qualifier and its rounding must be the same.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ChartLabel, Print } from '../model/deck.js';
import { withoutUnit } from './format.js';

export interface PrintedDeck {
	readonly name: string;
	readonly slides: readonly {
		readonly name: string;
		readonly prints: readonly Print[];
		readonly labels: readonly ChartLabel[];
	}[];
}

/** In the order in which the values are first printed. */
export function checkSameValues(decks: readonly PrintedDeck[]): readonly Diagnostic[] {
	const values = new Map<
		string,
		{ readonly about: string; readonly texts: Map<string, readonly string[]> }
	>();
	for (const { name, slides } of decks)
		for (const [index, slide] of slides.entries())
			for (const { key, text, about, isLabel } of valuesOn(slide)) {
				if (key === undefined) continue;
				const value = values.get(key) ?? { about, texts: new Map() };
				const places = value.texts.get(withoutUnit(text)) ?? [];
				const place = `“${text}” ${isLabel ? 'in a chart ' : ''}on slide ${index + 1} (${slide.name}) of ${name}`;
				value.texts.set(withoutUnit(text), [...places, place]);
				values.set(key, value);
			}
	return [...values.values()]
		.filter(({ texts }) => texts.size > 1)
		.map(({ about, texts }) => ({
			code: 'MB341',
			args: { about, values: [...texts.values()].map(([first = '']) => first).join('; ') },
		}));
}

function valuesOn({ prints, labels }: PrintedDeck['slides'][number]) {
	return [
		...prints.map((print) => ({ ...print, isLabel: false })),
		...labels.map((label) => ({ ...label, isLabel: true })),
	];
}
