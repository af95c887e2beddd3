// Bytes to text with LF line ends. Accepts a UTF-8 byte-order mark; refuses every other encoding, invalid bytes,
// control characters and files over the size limit, each with its place.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { Lines } from './lines.js';

/** A real brief has files of some 50 kB; this leaves room for 10,000 results. */
const MAX_BYTES = 2_000_000;

/** Tabs and line ends are text; U+0085 is an old line end. */
const CONTROL = /(?![\t\n\u0085])\p{Cc}|[\ufffe\uffff]/gu;

export function decodeText(path: string, bytes: Uint8Array): Checked<string> {
	const top = { file: path, line: 1, column: 1 };
	if (bytes.length > MAX_BYTES) {
		return fail({ code: 'MB111', location: top, args: { path, bytes: bytes.length, limit: MAX_BYTES } });
	}
	const encoding = otherEncoding(bytes);
	if (encoding) return fail({ code: 'MB106', location: top, args: { encoding } });
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return fail(invalidByte(path, bytes));
	}
	text = text.replace(/\r\n?/g, '\n');
	const lines = new Lines(path, text);
	const diagnostics: Diagnostic[] = [];
	for (const match of text.matchAll(CONTROL)) {
		if (diagnostics.length === 10) break;
		diagnostics.push({
			code: 'MB108',
			location: lines.locate(match.index),
			args: { character: codePoint(match[0]) },
		});
	}
	return { value: text, diagnostics };
}

/** `U+001B`, as character tables write it. */
export function codePoint(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function fail(diagnostic: Diagnostic): Checked<string> {
	return { diagnostics: [diagnostic] };
}

function otherEncoding(bytes: Uint8Array): string | undefined {
	const [a, b, c, d] = bytes;
	if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
	if (a === 0xfe && b === 0xff) return 'UTF-16';
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
	// Without a mark: plain text in UTF-16 has a zero in every other byte.
	const sample = bytes.subarray(0, 200);
	if (sample.length < 4) return undefined;
	const zeros = [0, 0];
	sample.forEach((byte, n) => {
		if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1;
	});
	const half = Math.floor(sample.length / 2);
	return zeros.some((count, n) => count > half * 0.6 && (zeros[1 - n] ?? 0) < half * 0.2)
		? 'UTF-16'
		: undefined;
}

/** Finds the first byte that no UTF-8 text can have at its place. */
function invalidByte(path: string, bytes: Uint8Array): Diagnostic {
	const offset = firstInvalid(bytes);
	const before = new TextDecoder().decode(bytes.subarray(0, offset)).replace(/\r\n?/g, '\n');
	const lines = new Lines(path, before);
	return {
		code: 'MB107',
		location: lines.locate(before.length),
		args: { byte: `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`, offset },
	};
}

function firstInvalid(bytes: Uint8Array): number {
	let low = 0;
	let high = bytes.length;
	const decodes = (end: number, stream = true) => {
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream });
			return true;
		} catch {
			return false;
		}
	};
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (decodes(middle)) low = middle;
		else high = middle - 1;
	}
	// A stream may still wait for the rest of a character: go back to where that character starts.
	while (low > 0 && !decodes(low, false)) low--;
	return low;
}
