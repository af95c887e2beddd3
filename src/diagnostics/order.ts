// One order for every list of diagnostics: file, line, column, code; those without a file come first.

import type { Diagnostic } from './diagnostic.js';

/** Sorts a copy; equal places keep the order in which they were found. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
	return [...diagnostics].sort((a, b) => {
		const x = a.location;
		const y = b.location;
		if (x === undefined || y === undefined) return Number(x !== undefined) - Number(y !== undefined);
		if (x.file !== y.file) return x.file < y.file ? -1 : 1;
		return x.line - y.line || x.column - y.column || compareText(a.code, b.code);
	});
}

function compareText(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
