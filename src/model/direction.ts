// Which way text is read. What comes from evidence is isolated where its direction could move what stands beside it: in
// `against نسر 5 −1.0`, a browser would take the −1.0 for a part of the name, and show it on the wrong side.

const RIGHT_TO_LEFT_LANGUAGE =
	/^(?:ar|arc|ckb|dv|fa|he|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)|-(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm)(?:-|$)/i;

export const isRightToLeftLanguage = (language: string): boolean =>
	RIGHT_TO_LEFT_LANGUAGE.test(language) && !/-Latn(?:-|$)/i.test(language);

/** Hebrew to Arabic, their presentation forms, and the scripts of the later planes. */
const RIGHT_TO_LEFT =
	'\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const HAS_RIGHT_TO_LEFT = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const LETTER = /\p{L}/u;

export const hasRightToLeft = (text: string): boolean => HAS_RIGHT_TO_LEFT.test(text);

const START_BY_FIRST_LETTER = '\u2068';
const END = '\u2069';

/** Read in the direction of its own first letter, whatever stands around it. */
export const isolated = (text: string): string =>
	text.startsWith(START_BY_FIRST_LETTER) ? text : `${START_BY_FIRST_LETTER}${text}${END}`;

/** With tags instead of the characters that isolate. */
export const asElements = (text: string, open: string, close: string): string =>
	text.replaceAll(START_BY_FIRST_LETTER, open).replaceAll(END, close);

/** Where the characters would be in the way, or a line break parts them. */
export const withoutIsolates = (text: string): string => asElements(text, '', '');

/** Of a block in a deck that is read from right to left: by its own first letter, else by the first of what is isolated in it. Figures alone are read from left to right. */
export function isReadLeftToRight(text: string): boolean {
	let depth = 0;
	let inner: string | undefined;
	for (const character of text) {
		if (character === START_BY_FIRST_LETTER) depth += 1;
		else if (character === END) depth = Math.max(0, depth - 1);
		else if (LETTER.test(character)) {
			if (depth === 0) return !hasRightToLeft(character);
			inner ??= character;
		}
	}
	return inner === undefined || !hasRightToLeft(inner);
}
