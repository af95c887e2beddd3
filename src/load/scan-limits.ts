// A cheap look at the text before it is parsed: what would make parsing slow, deep or misleading is refused here.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Lines } from './lines.js';

/** Open brackets, or columns of indentation divided by two. */
export const MAX_DEPTH = 64;
/** Characters that can start a value or a field. A thousand results need some 15,000. */
const MAX_MARKS = 250_000;

export function scanLimits(text: string, lines: Lines): readonly Diagnostic[] {
	return [...directive(text, lines), ...tabs(text, lines), ...depth(text, lines), ...size(text, lines)];
}

function directive(text: string, lines: Lines): readonly Diagnostic[] {
	const match = /^(?:\ufeff)?(?:(?:[ \t]*(?:#.*)?)\n)*%/.exec(text);
	if (!match) return [];
	const at = match[0].length - 1;
	return [{ code: 'MB139', location: lines.locate(at, endOfLine(text, at)), args: {} }];
}

function tabs(text: string, lines: Lines): readonly Diagnostic[] {
	const found = [...text.matchAll(/^ *\t+(?=[^\s])/gm)];
	const first = found[0];
	if (first === undefined) return [];
	const at = first.index + first[0].indexOf('\t');
	return [
		{
			code: 'MB120',
			location: lines.locate(at, first.index + first[0].length),
			args: { lines: found.length, others: found.length - 1 },
		},
	];
}

/** Counts brackets without looking at quotes: only a hopeless text has that many open. */
function depth(text: string, lines: Lines): readonly Diagnostic[] {
	let open = 0;
	let at = firstDeepIndent(text);
	for (let n = 0; n < text.length && at === undefined; n++) {
		const character = text.charCodeAt(n);
		if (character === OPEN_LIST || character === OPEN_MAP) open++;
		else if ((character === CLOSE_LIST || character === CLOSE_MAP) && open > 0) open--;
		if (open > MAX_DEPTH) at = n;
	}
	return at === undefined ? [] : [{ code: 'MB121', location: lines.locate(at), args: { limit: MAX_DEPTH } }];
}

const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A line whose blanks and `- ` alone go on for more columns than the levels could need. */
function firstDeepIndent(text: string): number | undefined {
	const match = /^(?:[-?:] | ){129}(?= *[^ \n])/m.exec(text);
	return match?.index;
}

function size(text: string, lines: Lines): readonly Diagnostic[] {
	let marks = 0;
	for (let n = 0; n < text.length; n++) {
		if (!IS_MARK[text.charCodeAt(n)]) continue;
		marks++;
		if (marks <= MAX_MARKS) continue;
		const args = { where: 'The file holds', limit: MAX_MARKS };
		return [{ code: 'MB122', location: lines.locate(n), args }];
	}
	return [];
}

const IS_MARK: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
	'[]{}:,\n"\'&*!?#-'.includes(String.fromCharCode(code)),
);

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end === -1 ? text.length : end;
}
