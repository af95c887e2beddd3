// The finished pages against the deck's Markdown: slide by slide the same numerals in the same order, in texts, footers,
// notes and titles; each chart as it was made; page numbers that count on from one.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import { blankMarkdown, decode, type Numeral, numeralsIn, numeralTexts, textOfHtml } from './numerals.js';
import { changed, slidesOf } from './slide-numbers.js';
import { type Place, placesIn } from './slide-places.js';

/** For `check`, in the page to print. */
const LINE_NUMBER = / data-line="\d+"/g;
const SLIDES_START = '<div id=":$p"';
const SLIDE_START = '<svg data-marpit-svg';
const SLIDE_END = '</foreignObject></svg>';
const NOTES_START = '<div class="bespoke-marp-note"';

/** What a slide should show, from the Markdown. */
interface Expected {
	readonly text: readonly Numeral[];
	readonly notes: readonly Numeral[];
	readonly charts: readonly string[];
	/** Place in its Markdown to the template or storyline. */
	readonly placeAt: (at: number) => Place;
}

export function changedInHtml(deck: BuiltDeck): readonly Diagnostic[] {
	const { head, slides } = slidesOf(deck.markdown);
	const placeOf = placesIn(deck);
	const expected = slides.map((slide, index) =>
		expectedOf(slide.markdown, (at) =>
			placeOf(index, deck.markdown.slice(0, slide.start + at).split('\n').length),
		),
	);
	const footer = numeralTexts(JSON.parse(/^footer: (".*")$/m.exec(head)?.[1] ?? '""'));
	const title = numeralTexts(JSON.parse(/^title: (".*")$/m.exec(head)?.[1] ?? '""'));
	const printed = slidesMarkup(deck.printHtml);
	const shown = slidesMarkup(deck.html);
	return [
		...changedSlides(printed, expected, footer, deck),
		...(shown === printed ? [] : changedSlides(shown, expected, footer, deck)),
		// A copy without notes has none to compare.
		...(deck.parts.slides.every(({ notes }) => notes.length === 0) ? [] : changedNotes(deck.html, expected)),
		...[deck.html, deck.printHtml].flatMap((page) =>
			different('The document title', numeralTexts(titleOf(page)), title),
		),
		...[deck.html, deck.printHtml].flatMap(numbersInStyles),
	];
}

const COMMENT = /<!--([\s\S]*?)-->/g;
const IMAGE = /!\[[^\]]*\]\(([^()\s]*)\)/g;

const COMMENT_START = '<!--'.length;
/** Of the same length, so that places stay. */
const blank = (text: string) => text.replace(/[^\n]/g, '\ufffc');

function expectedOf(markdown: string, placeAt: Expected['placeAt']): Expected {
	const charts = [...markdown.matchAll(IMAGE)].map(([, path = '']) => path);
	const blanked = blankMarkdown(markdown.replace(IMAGE, blank));
	const notes = [...blanked.matchAll(COMMENT)].flatMap(({ 1: note = '', index }) =>
		numeralsIn(note).map(({ text, at }) => ({ text, at: index + COMMENT_START + at })),
	);
	return { text: numeralsIn(blanked.replace(COMMENT, blank)), notes, charts, placeAt };
}

/** From the first slide to what follows the last. */
function slidesMarkup(page: string): string {
	const start = page.indexOf(SLIDES_START);
	const ends = [NOTES_START, '<!--\nPlayer', '<script>', '</body>'].map((mark) => page.indexOf(mark, start));
	const slides = page.slice(start, Math.min(...ends.filter((end) => end > start)));
	return slides.slice(0, slides.lastIndexOf(SLIDE_END) + SLIDE_END.length).replace(LINE_NUMBER, '');
}

function changedSlides(
	markup: string,
	expected: readonly Expected[],
	footer: readonly string[],
	deck: BuiltDeck,
): readonly Diagnostic[] {
	const slides = markup.split(SLIDE_START).slice(1);
	if (slides.length !== expected.length)
		return [changed('The deck', `${slides.length} slides`, `${expected.length} slides`)];
	return slides.flatMap((html, index) => {
		const { text = [], charts = [], placeAt } = expected[index] ?? {};
		return changedSlide(html, index, { text, charts, placeAt, footer, total: slides.length }, deck);
	});
}

interface ExpectedSlide {
	readonly text: readonly Numeral[];
	readonly charts: readonly string[];
	readonly placeAt: Expected['placeAt'] | undefined;
	readonly footer: readonly string[];
	readonly total: number;
}

function changedSlide(
	html: string,
	index: number,
	{ text, charts, placeAt, footer, total }: ExpectedSlide,
	{ charts: svgs }: BuiltDeck,
): readonly Diagnostic[] {
	const place = `Slide ${index + 1}`;
	let rest = html;
	const missing: Diagnostic[] = [];
	for (const path of charts) {
		const svg = svgs.get(path) ?? '';
		if (svg === '' || !rest.includes(svg)) missing.push(changed(place, 'another chart', path));
		else rest = rest.replace(svg, () => '');
	}
	const foot = /<footer>([\s\S]*?)<\/footer>/.exec(rest);
	rest = rest.replace(foot?.[0] ?? '', '');
	const pages = [...rest.matchAll(/ data-marpit-pagination(-total)?="([^"]*)"/g)].map(([, isTotal, page]) =>
		isTotal === undefined ? page === String(index + 1) : page === String(total),
	);
	return [
		...missing,
		...differentAt(place, numeralTexts(textOfHtml(`<${rest}`)), text, placeAt),
		...(foot === null ? [] : different(`${place}, footer,`, numeralTexts(textOfHtml(foot[1] ?? '')), footer)),
		...different(`${place}, in an attribute,`, spokenIn(rest), []),
		...(pages.every(Boolean) ? [] : [changed(`${place}, page number,`, 'another number', `${index + 1}`)]),
	];
}

/** Attributes that are read out, and a list that does not start at one. */
function spokenIn(html: string): readonly string[] {
	return [
		...html.matchAll(
			/ (?:alt|title|start|value|placeholder|aria-(?:label|description|valuetext))="([^"]*)"/g,
		),
	].flatMap(([, value = '']) => numeralTexts(decode(value)));
}

function changedNotes(html: string, expected: readonly Expected[]): readonly Diagnostic[] {
	const notes = new Map(
		[...html.matchAll(/<div class="bespoke-marp-note" data-index="(\d+)"[^>]*>([\s\S]*?)<\/div>/g)].map(
			([, index, inner = '']) => [Number(index), numeralTexts(textOfHtml(inner))],
		),
	);
	return expected.flatMap((slide, index) =>
		differentAt(`Slide ${index + 1}, notes,`, notes.get(index) ?? [], slide.notes, slide.placeAt),
	);
}

const titleOf = (page: string) => decode(/<title>([\s\S]*?)<\/title>/.exec(page.slice(0, 10_000))?.[1] ?? '');

/** Text that a style sheet adds. */
function numbersInStyles(page: string): readonly Diagnostic[] {
	const styles = page.slice(0, page.indexOf('<body>'));
	return [...styles.matchAll(/\bcontent:\s*(?:"([^"]*)"|'([^']*)')/g)]
		.map(([, double, single]) => (double ?? single ?? '').replace(/\\[0-9a-f]{1,6} ?/gi, ''))
		.flatMap(numeralTexts)
		.map((found) => changed('The style sheet', found, 'no number'));
}

const different = (place: string, found: readonly string[], expected: readonly string[]) =>
	differentAt(
		place,
		found,
		expected.map((text) => ({ text, at: 0 })),
		undefined,
	);

/** The first that differs, at the place of the numeral that was expected there, or of the last before it. */
function differentAt(
	place: string,
	found: readonly string[],
	expected: readonly Numeral[],
	placeAt: Expected['placeAt'] | undefined,
): readonly Diagnostic[] {
	const at = found.findIndex((text, index) => text !== expected[index]?.text);
	if (at === -1 && found.length === expected.length) return [];
	const index = at === -1 ? found.length : at;
	const numeral = expected[index] ?? expected.at(-1);
	return [
		changed(
			place,
			found[index] ?? 'no number',
			expected[index]?.text ?? 'no number',
			placeAt?.(numeral?.at ?? 0),
		),
	];
}
