// Makes untrusted text safe to print in a terminal: what a reader cannot see is written as its code point.

/** C0 and C1 controls, line separators, bidirectional controls, zero-width and byte-order marks, lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A tab becomes a blank; everything else that is invisible becomes `\u{1b}` and the like. */
export function printable(text: string): string {
	return text.replace(UNPRINTABLE, (character) =>
		character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
	);
}

/** Columns that a terminal gives to printable text: two for East Asian wide characters and emoji, none for marks. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (/^[\p{Mn}\p{Me}]$/u.test(character)) continue;
		width += WIDE.test(character) ? 2 : 1;
	}
	return width;
}

const WIDE =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
