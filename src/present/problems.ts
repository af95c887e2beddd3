// Diagnostics to what the overlay shows: plain text, which the page also sets as text.

import { CATALOG } from '../diagnostics/catalog.js';
import type { CatalogEntry } from '../diagnostics/catalog-entry.js';
import { codeFrame } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { inReadingOrder } from '../diagnostics/order.js';
import { printable } from '../diagnostics/printable.js';
import type { Problem } from './messages.js';

/** More than these do not help. */
const MOST_SHOWN = 12;

export function isError({ code }: Diagnostic): boolean {
	return CATALOG[code].severity === 'error';
}

export function problemsOf(
	diagnostics: readonly Diagnostic[],
	texts: ReadonlyMap<string, string>,
): readonly Problem[] {
	const problems = inReadingOrder(diagnostics).map((diagnostic) => problemOf(diagnostic, texts));
	// Two decks may find the same.
	const unlike = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
	return [...unlike.values()].slice(0, MOST_SHOWN);
}

function problemOf(
	{ code, location, args, also = [] }: Diagnostic,
	texts: ReadonlyMap<string, string>,
): Problem {
	const entry: CatalogEntry = CATALOG[code];
	const text = location === undefined ? undefined : texts.get(location.file);
	const frame =
		location === undefined || text === undefined
			? []
			: codeFrame(text, location, entry.caret === undefined ? '' : printable(entry.caret(args)));
	return {
		code,
		name: entry.name,
		severity: entry.severity,
		...(location === undefined
			? {}
			: { place: printable(`${location.file}:${location.line}:${location.column}`) }),
		...(frame.length === 0 ? {} : { frame: frame.join('\n') }),
		what: printable(entry.what(args)),
		...(entry.why === undefined ? {} : { why: printable(entry.why(args)) }),
		also: also.map((other) => printable(`${other.location.file}:${other.location.line}  ${other.text}`)),
		fix: printable(entry.fix(args)),
	};
}
