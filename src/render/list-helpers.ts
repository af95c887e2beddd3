// What templates may ask of lists: the first few of them, and how many there are beyond those.

import type { Cited } from '../model/story.js';
import { TemplateError } from './template/template-error.js';

export const LIST_HELPERS = {
	shown: (rows: unknown, most: unknown) => shownOf(listOf(rows, 'shown').length, Number(most)),
	top: (rows: unknown, most: unknown) => listOf(rows, 'top').slice(0, Number(most)),
	plural: (count: unknown, one: unknown, many: unknown) => (isOne(count) ? String(one) : String(many)),
	rest: (rows: unknown, most: unknown) => restOf(listOf(rows, 'rest').length - Number(most)),
};

/** `5 of 9` where a list is cut, so that a reader knows; nothing where it is whole. */
function shownOf(all: number, most: number): Cited | null {
	if (all <= most) return null;
	return countOf(`${most} of ${all}`);
}

/** Of a count or of a list. */
function isOne(count: unknown): boolean {
	if (Array.isArray(count)) return count.length === 1;
	return typeof count === 'object' && count !== null && 'text' in count && count.text === '1';
}

const restOf = (count: number): Cited | null => (count > 0 ? countOf(count) : null);

/** A count that the deck itself makes. */
function countOf(count: number | string): Cited {
	const text = String(count);
	return { kind: 'cited', text, claims: [], contested: false, independent: null, range: null, about: '' };
}

/** `culprit` is what the template calls it. */
export function listOf(value: unknown, culprit: string): readonly unknown[] {
	if (Array.isArray(value)) return value;
	throw new TemplateError('MB306', { kind: 'no list' }, culprit);
}
