// Diagnostics as commands of GitHub's workflow log, which shows each at its line of the file.

import { CATALOG } from './catalog.js';
import type { CatalogEntry } from './catalog-entry.js';
import type { Diagnostic } from './diagnostic.js';
import { inReadingOrder } from './order.js';
import { printable } from './printable.js';

/** One line each, in the order of the text report; empty for none. */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
	return inReadingOrder(diagnostics)
		.map(({ code, location, args }) => {
			const entry: CatalogEntry = CATALOG[code];
			const place = location
				? `file=${property(location.file)},line=${location.line},col=${location.column},`
				: '';
			const message = `${entry.what(args)} ${entry.fix(args)}`;
			return `::${entry.severity} ${place}title=${property(`${code} ${entry.name}`)}::${data(message)}\n`;
		})
		.join('');
}

/** Percent signs and line ends have a meaning of their own there. */
function data(text: string): string {
	return printable(text.replaceAll(/\s*[\r\n]+\s*/g, ' ')).replaceAll('%', '%25');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
