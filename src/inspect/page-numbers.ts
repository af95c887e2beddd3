// The finished pages against the deck's Markdown: slide by slide the same numerals in the same order, in texts, footers,
// notes and titles; each chart as it was made; page numbers that count on from one.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import { blankMarkdown, decode, numeralTexts, textOfHtml } from './numerals.js';
import { changed, slidesOf } from './slide-numbers.js';

/** For `check`, in the page to print. */
const LINE_NUMBER = / data-line="\d+"/g;
const SLIDES_START = '<div id=":$p"';
const SLIDE_START = '<svg data-marpit-svg';
const SLIDE_END = '</foreignObject></svg>';
const NOTES_START = '<div class="bespoke-marp-note"';

/** What a slide should show, from the Markdown. */
interface Expected {
	readonly text: readonly string[];
	readonly notes: readonly string[];
	readonly charts: readonly string[];
}

export function changedInHtml(deck: BuiltDeck): readonly Diagnostic[] {
	const { head, slides } = slidesOf(deck.markdown);
	const expected = slides.map(({ markdown }) => expectedOf(markdown));
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

function expectedOf(markdown: string): Expected {
	const charts = [...markdown.matchAll(IMAGE)].map(([, path = '']) => path);
	const withoutImages = markdown.replace(IMAGE, '\ufffc');
	const blanked = blankMarkdown(withoutImages);
	const notes = [...blanked.matchAll(COMMENT)].flatMap(([, note = '']) => numeralTexts(note));
	return { text: numeralTexts(blanked.replace(COMMENT, '\ufffc')), notes, charts };
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
		return [changed('The deck', `${slides.length} slides`, `${expected.length} slides`, undefined)];
	return slides.flatMap((html, index) => {
		const { text, charts } = expected[index] ?? { text: [], charts: [] };
		return changedSlide(html, index, { text, charts, footer, total: slides.length }, deck);
	});
}

interface ExpectedSlide {
	readonly text: readonly string[];
	readonly charts: readonly string[];
	readonly footer: readonly string[];
	readonly total: number;
}

function changedSlide(
	html: string,
	index: number,
	{ text, charts, footer, total }: ExpectedSlide,
	{ charts: svgs }: BuiltDeck,
): readonly Diagnostic[] {
	const place = `Slide ${index + 1}`;
	let rest = html;
	const missing: Diagnostic[] = [];
	for (const path of charts) {
		const svg = svgs.get(path) ?? '';
		if (svg === '' || !rest.includes(svg)) missing.push(changed(place, 'another chart', path, undefined));
		else rest = rest.replace(svg, () => '');
	}
	const foot = /<footer>([\s\S]*?)<\/footer>/.exec(rest);
	rest = rest.replace(foot?.[0] ?? '', '');
	const pages = [...rest.matchAll(/ data-marpit-pagination(-total)?="([^"]*)"/g)].map(([, isTotal, page]) =>
		isTotal === undefined ? page === String(index + 1) : page === String(total),
	);
	return [
		...missing,
		...different(place, numeralTexts(textOfHtml(`<${rest}`)), text),
		...(foot === null ? [] : different(`${place}, footer,`, numeralTexts(textOfHtml(foot[1] ?? '')), footer)),
		...different(`${place}, in an attribute,`, spokenIn(rest), []),
		...(pages.every(Boolean)
			? []
			: [changed(`${place}, page number,`, 'another number', `${index + 1}`, undefined)]),
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
		different(`Slide ${index + 1}, notes,`, notes.get(index) ?? [], slide.notes),
	);
}

const titleOf = (page: string) => decode(/<title>([\s\S]*?)<\/title>/.exec(page.slice(0, 10_000))?.[1] ?? '');

/** Text that a style sheet adds. */
function numbersInStyles(page: string): readonly Diagnostic[] {
	const styles = page.slice(0, page.indexOf('<body>'));
	return [...styles.matchAll(/\bcontent:\s*(?:"([^"]*)"|'([^']*)')/g)]
		.map(([, double, single]) => (double ?? single ?? '').replace(/\\[0-9a-f]{1,6} ?/gi, ''))
		.flatMap(numeralTexts)
		.map((found) => changed('The style sheet', found, 'no number', undefined));
}

function different(
	place: string,
	found: readonly string[],
	expected: readonly string[],
): readonly Diagnostic[] {
	const at = found.findIndex((text, index) => text !== expected[index]);
	if (at === -1 && found.length === expected.length) return [];
	const index = at === -1 ? found.length : at;
	return [changed(place, found[index] ?? 'no number', expected[index] ?? 'no number', undefined)];
}
