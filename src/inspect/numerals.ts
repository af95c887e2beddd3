// Numerals in texts, Markdown and HTML. What is structure and not text is blanked first, character by character, so
// that a place in the result is a place in the original.

export interface Numeral {
	readonly text: string;
	readonly at: number;
}

const NUMERAL = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** Digits of any script, fractions and superscripts; points and commas between digits belong to them. */
export function numeralsIn(text: string): readonly Numeral[] {
	return [...text.matchAll(NUMERAL)].map((match) => ({ text: match[0], at: match.index }));
}

export const numeralTexts = (text: string): readonly string[] => numeralsIn(text).map((found) => found.text);

export const hasNumeral = (text: string): boolean => /\p{N}/u.test(text);

/** Marp's directives about looks; those that print something, such as a footer, are text. */
const DIRECTIVE =
	/<!--\s*_?(?:class|paginate|theme|lang|size|color|transition|background(?:Color|Position|Repeat|Size)):[^\n]*?-->/g;
const TAG = /<\/?[a-z][^<>]*>/gi;
const DESTINATION = /(?<=\])\([^()\s]*\)/g;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z]+);/gi;
const LIST_MARKER = /^([ \t]*(?:[-*+][ \t]+)*)(\d{1,9})(?=[.)][ \t])/gm;

const blank = (text: string) => text.replace(/[^\n]/g, '\ufffc');

/** A comment, which is a presenter note, or what stands between two. */
const PART = /<!--[\s\S]*?-->|(?:(?!<!--)[\s\S])+/g;

/** Markdown with directives, tags, link targets and list numbers that count on from one blanked; notes are plain text. */
export function blankMarkdown(markdown: string): string {
	let last = 0;
	const blankMarker = (all: string, before: string, digits: string) => {
		if (Number(digits) !== 1 && Number(digits) !== last + 1) return all;
		last = Number(digits);
		return before + blank(digits);
	};
	return markdown
		.replace(DIRECTIVE, blank)
		.replace(PART, (part) =>
			part.startsWith('<!--')
				? part
				: part.replace(TAG, blank).replace(DESTINATION, blank).replace(LIST_MARKER, blankMarker),
		)
		.replace(REFERENCE, blankReference);
}

/** A reference to a digit is a digit. */
function blankReference(all: string, decimal: string | undefined, hex: string | undefined): string {
	const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
	const isDigit = code <= 0x10ffff && hasNumeral(String.fromCodePoint(code));
	return isDigit ? blank(all).replace(/^./, '0') : blank(all);
}

/** The text of HTML: every tag ends a numeral. */
export function textOfHtml(html: string): string {
	return decode(html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '\ufffc'));
}

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
};

export function decode(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
		(all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
			const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
		},
	);
}
