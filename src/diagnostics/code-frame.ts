// One source line with a caret under the place that is meant. Long lines are cut around the caret.

import type { Location } from '../model/location.js';
import { displayWidth, printable } from './printable.js';

const MAX_COLUMNS = 96;

/** Two lines without indentation, or nothing when the text does not reach that far. */
export function codeFrame(text: string, location: Location, label: string): readonly string[] {
	const line = lineOf(text, location.line);
	if (line === undefined || line.trim() === '') return [];
	const start = Math.min(Math.max(location.column - 1, 0), line.length);
	const end = Math.min(start + Math.max(location.length ?? 1, 1), Math.max(line.length, start + 1));
	const from = start > MAX_COLUMNS - 20 ? start - 40 : 0;
	const to = Math.min(line.length, from + MAX_COLUMNS);
	const lead = from > 0 ? '…' : '';
	const shown = lead + printable(line.slice(from, to)) + (to < line.length ? '…' : '');
	const before = displayWidth(lead + printable(line.slice(from, start)));
	const carets = Math.max(1, displayWidth(printable(line.slice(start, Math.min(end, to)))));
	const gutter = String(location.line);
	const underline = `${' '.repeat(before)}${'^'.repeat(carets)}${label === '' ? '' : ` ${label}`}`;
	return [`${gutter} | ${shown}`, `${' '.repeat(gutter.length)} | ${underline}`];
}

function lineOf(text: string, line: number): string | undefined {
	let start = 0;
	for (let n = 1; n < line; n++) {
		const end = text.indexOf('\n', start);
		if (end === -1) return undefined;
		start = end + 1;
	}
	const end = text.indexOf('\n', start);
	return text.slice(start, end === -1 ? undefined : end);
}
