// The values of claims as they may be pasted into `over:` of a ruling.

import type { Claim } from '../model/evidence.js';
import { spellValue } from '../model/spell-value.js';

/** Each different value once, in the order of the claims; "not reported" is no value. */
export function spelledValues(claims: readonly Claim[]): readonly string[] {
	const stated = claims.filter(({ value }) => value.kind !== 'not-reported');
	return [...new Set(stated.map(({ value }) => spellValue(value)))];
}

/** In quotes where YAML would read it as something else. */
export function inYaml(text: string): string {
	const isPair = /^\[[^\][]*, [^\][]*\]$/.test(text);
	const isPlain = /^[\p{L}\p{N}−-][^,[\]{}#:"'&*!|>%@`\\]*$/u.test(text);
	return isPair || isPlain ? text : JSON.stringify(text);
}
