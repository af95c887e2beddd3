// Diagnostics to text for people and to JSON for programs, and the exit code that they lead to.
// The only place that lays a diagnostic out; control characters in data never reach the terminal.

import type { Location } from '../model/location.js';
import { CATALOG } from './catalog.js';
import type { CatalogEntry } from './catalog-entry.js';
import { codeFrame } from './code-frame.js';
import type { Diagnostic } from './diagnostic.js';
import { inReadingOrder } from './order.js';
import { printable } from './printable.js';

export interface ReportOptions {
	/** Decoded text by file, as `EvidenceTree.texts`; a file that is not in it gets no code frame. */
	readonly sources: ReadonlyMap<string, string>;
	readonly color: boolean;
	/** Columns to wrap at, default 100. */
	readonly width?: number;
	/** How many diagnostics are printed in full, default 50; errors are printed before warnings are left out. */
	readonly limit?: number;
	/** Ends the closing line when there are errors, default `Nothing was written.` */
	readonly outcome?: string;
}

/** Ends with a newline; empty for no diagnostics. Order: file, line, column. */
export function reportText(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
	if (diagnostics.length === 0) return '';
	const limit = options.limit ?? 50;
	const shown = mostImportant(inReadingOrder(diagnostics), limit);
	const blocks = shown.map((diagnostic) => block(diagnostic, options));
	const hidden = diagnostics.length - shown.length;
	if (hidden > 0) blocks.push(`${count(hidden, 'more problem')} not shown.\n`);
	return `${blocks.join('\n')}\n${closingLine(diagnostics, options.outcome)}\n`;
}

/** One JSON object with every diagnostic in full wording. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
	const list = inReadingOrder(diagnostics).map((diagnostic) => {
		const entry = entryOf(diagnostic);
		return {
			code: diagnostic.code,
			name: entry.name,
			severity: entry.severity,
			...(diagnostic.location && { location: diagnostic.location }),
			what: entry.what(diagnostic.args),
			...(entry.why && { why: entry.why(diagnostic.args) }),
			also: diagnostic.also ?? [],
			fix: entry.fix(diagnostic.args),
			args: diagnostic.args,
		};
	});
	const { errors, warnings } = tally(diagnostics);
	return `${JSON.stringify({ errors, warnings, diagnostics: list }, undefined, 2)}\n`;
}

/** Errors: usage before evidence before build before environment. Warnings count only when strict. */
export function exitCodeOf(
	diagnostics: readonly Diagnostic[],
	options: { readonly strict: boolean },
): 0 | 1 | 2 | 3 | 4 | 5 {
	const exits = new Set<number>();
	for (const diagnostic of diagnostics) {
		const entry = entryOf(diagnostic);
		if (entry.severity === 'error') exits.add(entry.exit);
	}
	for (const exit of [2, 3, 1, 5] as const) if (exits.has(exit)) return exit;
	return options.strict && diagnostics.length > 0 ? 4 : 0;
}

function entryOf(diagnostic: Diagnostic): CatalogEntry {
	return CATALOG[diagnostic.code];
}

function tally(diagnostics: readonly Diagnostic[]): { readonly errors: number; readonly warnings: number } {
	const errors = diagnostics.filter((diagnostic) => entryOf(diagnostic).severity === 'error').length;
	return { errors, warnings: diagnostics.length - errors };
}

function mostImportant(sorted: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
	const { errors } = tally(sorted);
	let errorsLeft = Math.min(errors, limit);
	let warningsLeft = limit - errorsLeft;
	return sorted.filter((diagnostic) =>
		entryOf(diagnostic).severity === 'error' ? errorsLeft-- > 0 : warningsLeft-- > 0,
	);
}

function block(diagnostic: Diagnostic, options: ReportOptions): string {
	const entry = entryOf(diagnostic);
	const paint = options.color ? ansi : plain;
	const { location, args } = diagnostic;
	const severity = entry.severity === 'error' ? paint('31;1', 'error') : paint('33;1', 'warning');
	const place = location === undefined ? '' : `   ${printable(placeOf(location))}`;
	const lines = [`${severity} ${diagnostic.code}  ${entry.name}${place}`, ''];
	const text = location && options.sources.get(location.file);
	const frame = location && text !== undefined ? codeFrame(text, location, caret(entry, args)) : [];
	const [source, underline] = frame;
	if (source !== undefined && underline !== undefined) {
		lines.push(`  ${source}`, `  ${paint(entry.severity === 'error' ? '31' : '33', underline)}`, '');
	}
	const width = options.width ?? 100;
	const row = (name: string, sentence: string) =>
		lines.push(
			...wrap(printable(sentence), width - 8).map((part, n) => `  ${(n === 0 ? name : '').padEnd(6)}${part}`),
		);
	row('what', entry.what(args));
	if (entry.why) row('why', entry.why(args));
	for (const other of diagnostic.also ?? []) row('also', `${placeOf(other.location)}  ${other.text}`);
	row('fix', entry.fix(args));
	return `${lines.join('\n')}\n`;
}

function caret(entry: CatalogEntry, args: Diagnostic['args']): string {
	return entry.caret ? printable(entry.caret(args)) : '';
}

function placeOf(location: Location): string {
	return `${location.file}:${location.line}:${location.column}`;
}

function closingLine(diagnostics: readonly Diagnostic[], outcome = 'Nothing was written.'): string {
	const { errors, warnings } = tally(diagnostics);
	const parts = [
		...(errors > 0 ? [count(errors, 'error')] : []),
		...(warnings > 0 ? [count(warnings, 'warning')] : []),
	];
	return `${parts.join(', ')}.${errors > 0 && outcome !== '' ? ` ${outcome}` : ''}`;
}

function count(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Breaks at blanks only, so that a path or a quoted line stays whole; two blanks in a row are kept. */
function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/(?<=\S) (?=\S)/)) {
		if (line !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line];
}

function ansi(code: string, text: string): string {
	return `\u001b[${code}m${text}\u001b[0m`;
}

function plain(_code: string, text: string): string {
	return text;
}
