// The text of a chart spec to JSON, and the place in it that is meant when something is wrong with it.

import type { TextFile } from '../model/deck.js';
import type { Location } from '../model/location.js';

/** The value, or why it is no JSON and where. */
export function readSpec(
	spec: TextFile,
): { readonly value: unknown } | { readonly reason: string; readonly location: Location } {
	const error = jsonError(spec.text);
	if (error === undefined) return { value: JSON.parse(spec.text) };
	const isShort = !breaks(spec.text, spec.text.length);
	const at = isShort ? spec.text.trimEnd().length - 1 : firstBreak(spec.text);
	const found = isShort ? 'it ends too early' : `“${spec.text[at]}” cannot stand here`;
	return { reason: `it is not JSON: ${found}`, location: locationAt(spec, at) };
}

/** Where the spec has the word that a reason quotes; its beginning where it quotes none. */
export function placeInSpec(spec: TextFile, reason: string): Location {
	const word = /“([^”]+)”/.exec(reason)?.[1] ?? '';
	const at = spec.text.indexOf(JSON.stringify(word));
	return at === -1 ? locationAt(spec, 0) : { ...locationAt(spec, at), length: word.length + 2 };
}

function locationAt({ file, text }: TextFile, at: number): Location {
	const before = text.slice(0, Math.max(0, at)).split('\n');
	return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The shortest beginning that no text could mend ends at the mistake; the parser itself does not always say where. */
function firstBreak(text: string): number {
	let [sound, broken] = [0, text.length];
	while (broken - sound > 1) {
		const middle = Math.floor((sound + broken) / 2);
		if (breaks(text, middle)) broken = middle;
		else sound = middle;
	}
	return broken - 1;
}

/** Whether a beginning of the text is wrong as it stands, and not only too short. */
function breaks(text: string, length: number): boolean {
	const message = jsonError(text.slice(0, length));
	if (message === undefined || /end of JSON|^Unterminated string/.test(message)) return false;
	const position = /at position (\d+)/.exec(message)?.[1];
	return position === undefined || Number(position) < length;
}

function jsonError(text: string): string | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		return (error as SyntaxError).message;
	}
}
