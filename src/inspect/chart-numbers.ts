// Charts against what they were asked to show: every text in the SVG is one that was drawn, and every text that was
// drawn belongs to a row, to the headings, or is a number of an evenly spaced axis.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import type { Location } from '../model/location.js';
import { afresh, type Remember } from '../model/remember.js';
import type { ChartTrace } from '../model/trace.js';
import { blankAll } from './lexicon.js';
import { decode, hasNumeral, numeralsIn, numeralTexts, textOfHtml } from './numerals.js';
import { changed } from './slide-numbers.js';
import { locationAt } from './typed-numbers.js';

export function chartOrphans(
	deck: BuiltDeck,
	texts: ReadonlyMap<string, string>,
	remember: Remember = afresh,
): readonly Diagnostic[] {
	return deck.trace.charts.flatMap((chart) => {
		const [svg, alt] = [deck.charts.get(chart.path) ?? '', altOf(chart, deck)];
		const inputs = [svg, alt, chart.drawn, texts.get(chart.file), ...chart.texts];
		return remember(`numbers of ${chart.path}`, inputs, () => [
			...drawnOrphans(chart, texts),
			...changedInSvg(chart, svg, alt),
		]);
	});
}

function altOf({ path }: ChartTrace, { trace }: BuiltDeck): string | undefined {
	return trace.printed.find(({ origin }) => origin.kind === 'chart' && origin.path === path)?.text;
}

function drawnOrphans(chart: ChartTrace, texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
	const known = [...new Set(chart.texts)].filter(hasNumeral).sort((a, b) => b.length - a.length);
	const ticks = chart.drawn.filter(({ isTick }) => isTick).map(({ text }) => text);
	const strangers = chart.drawn
		.filter(({ text, isTick }) => !isTick && hasNumeral(text) && !isPartOf(text, known))
		.flatMap(({ text }) => numeralsIn(blankAll(text, known)).map((found) => ({ text, found: found.text })));
	const uneven = isEven(ticks) ? [] : [{ text: ticks.join(', '), found: 'an uneven axis' }];
	return [...strangers, ...uneven].map(
		({ text, found }): Diagnostic => ({
			code: 'MB352',
			location: inSpec(chart, text, texts),
			args: {
				place: `The chart ${chart.path}`,
				found,
				text,
				fix: 'Let the spec print fields of its tables, and no text of its own.',
			},
		}),
	);
}

/** A line of a text that was wrapped. */
const isPartOf = (text: string, known: readonly string[]) =>
	known.some((whole) => ` ${whole} `.includes(` ${text} `));

const DATE_TICK = /^(?:\d{1,2} )?[A-Z][a-z]{2}(?: \d{4})?$|^\d{4}$/;

/** Dates are not evenly spaced where months are; numbers must be. */
function isEven(ticks: readonly string[]): boolean {
	if (ticks.filter(hasNumeral).every((tick) => DATE_TICK.test(tick))) return true;
	const values = ticks
		.filter(hasNumeral)
		.map((tick) => Number.parseFloat(tick.replace('−', '-').replaceAll(',', '')));
	const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
	return steps.every((step) => Math.abs(step - (steps[0] ?? 0)) < 1e-6 * Math.max(1, Math.abs(step)));
}

/** In the chart's spec, where the text stands there. */
function inSpec({ file }: ChartTrace, text: string, texts: ReadonlyMap<string, string>): Location {
	const source = texts.get(file) ?? '';
	const at = source.indexOf(JSON.stringify(text));
	return at === -1 ? { file, line: 1, column: 1 } : locationAt(file, source, at + 1, text.length);
}

function changedInSvg(chart: ChartTrace, svg: string, alt: string | undefined): readonly Diagnostic[] {
	const place = `The chart ${chart.path}`;
	const texts = [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, inner = '']) =>
		decode(inner.replace(/<[^>]*>/g, '')),
	);
	const title = decode(/<title\b[^>]*>([\s\S]*?)<\/title>/.exec(svg)?.[1] ?? '');
	const description = decode(/<desc\b[^>]*>([\s\S]*?)<\/desc>/.exec(svg)?.[1] ?? '');
	return [
		...different(
			place,
			texts.flatMap(numeralTexts),
			chart.drawn.flatMap(({ text }) => numeralTexts(text)),
			chart,
		),
		...different(`${place}, title,`, numeralTexts(title), numeralTexts(chart.title), chart),
		...different(
			`${place}, description,`,
			numeralTexts(`${chart.title} ${description}`),
			numeralTexts(alt ?? ''),
			chart,
		),
		...different(
			`${place}, elsewhere,`,
			numeralTexts(textOfHtml(svg.replace(/<(text|title|desc)\b[^>]*>[\s\S]*?<\/\1>/g, ''))),
			[],
			chart,
		),
	];
}

function different(
	place: string,
	found: readonly string[],
	expected: readonly string[],
	{ file }: ChartTrace,
): readonly Diagnostic[] {
	const at = found.findIndex((text, index) => text !== expected[index]);
	if (at === -1 && found.length === expected.length) return [];
	const index = at === -1 ? found.length : at;
	const atFile = { location: { file, line: 1, column: 1 } };
	return [changed(place, found[index] ?? 'no number', expected[index] ?? 'no number', atFile)];
}
