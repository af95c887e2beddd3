// Words to lines that fit a width. Never cuts anything off: a word that is too long for a line is broken after a hyphen,
// and between characters where it has none.

/** As few lines as fit; two lines part after a comma or colon where they can; else they are as even as they can be. */
export function wrapText(text: string, maxWidth: number, widthOf: (text: string) => number): string[] {
	const pieces = text
		.split(/\s+/u)
		.filter((word) => word !== '')
		.flatMap((word) => breakWord(word, maxWidth, widthOf));
	const lines = fill(pieces, maxWidth, widthOf);
	if (lines.length < 2) return lines.length === 0 ? [''] : lines;
	const phrases = lines.length === 2 ? splitAfterMark(text, maxWidth, widthOf) : undefined;
	if (phrases) return phrases;
	let narrow = 0;
	let wide = maxWidth;
	for (let step = 0; step < 12; step++) {
		const middle = (narrow + wide) / 2;
		const tried = fill(pieces, middle, widthOf);
		const fits = tried.length <= lines.length && tried.every((line) => widthOf(line) <= maxWidth);
		if (fits) wide = middle;
		else narrow = middle;
	}
	return fill(pieces, wide, widthOf);
}

/** Two lines that part after a punctuation mark, the more even pair where there are several. */
function splitAfterMark(
	text: string,
	maxWidth: number,
	widthOf: (text: string) => number,
): string[] | undefined {
	const pairs = [...text.matchAll(/[,:;]\s+/gu)]
		.map(({ index, 0: mark }) => [text.slice(0, index + 1), text.slice(index + mark.length)] as const)
		.map((pair) => ({ pair, widest: Math.max(...pair.map(widthOf)) }))
		.filter(({ widest }) => widest <= maxWidth)
		.sort((a, b) => a.widest - b.widest);
	return pairs[0] && [...pairs[0].pair];
}

function fill(words: readonly string[], maxWidth: number, widthOf: (text: string) => number): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && widthOf(longer) <= maxWidth) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

function breakWord(word: string, maxWidth: number, widthOf: (text: string) => number): string[] {
	if (widthOf(word) <= maxWidth) return [word];
	const parts = word.split(/(?<=-)(?=.)/u);
	if (parts.length > 1)
		return join(parts, maxWidth, widthOf).flatMap((part) => breakAnywhere(part, maxWidth, widthOf));
	return breakAnywhere(word, maxWidth, widthOf);
}

/** Hyphenated parts to the longest pieces that fit, first pieces full. */
function join(parts: readonly string[], maxWidth: number, widthOf: (text: string) => number): string[] {
	const pieces: string[] = [];
	for (const part of parts) {
		const longer = `${pieces.at(-1) ?? ''}${part}`;
		if (pieces.length > 0 && widthOf(longer) <= maxWidth) pieces[pieces.length - 1] = longer;
		else pieces.push(part);
	}
	return pieces;
}

function breakAnywhere(word: string, maxWidth: number, widthOf: (text: string) => number): string[] {
	if (widthOf(word) <= maxWidth) return [word];
	const pieces: string[] = [];
	let piece = '';
	for (const character of word) {
		if (piece !== '' && widthOf(piece + character) > maxWidth) {
			pieces.push(piece);
			piece = '';
		}
		piece += character;
	}
	return [...pieces, piece];
}
