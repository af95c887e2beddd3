// Evidence with every text that is written from right to left isolated, so that sentences can be made of it whose
// figures stay where they belong. Briefs without such text, which are most, come back as they are.

import { hasRightToLeft, isolated } from '../model/direction.js';

/** Addresses and places are not shown, and an author's own sentences have figures inside them. */
const LEFT_ALONE = new Set(['url', 'where', 'storyline', 'proposals']);

const made = new WeakMap<object, unknown>();

/** The same object gives the same object. */
export function isolateNames<Value>(value: Value): Value {
	return isolate(value) as Value;
}

function isolate(value: unknown): unknown {
	if (typeof value === 'string') return hasRightToLeft(value) ? isolated(value) : value;
	if (typeof value !== 'object' || value === null) return value;
	const known = made.get(value);
	if (known !== undefined) return known;
	const copy = isolateParts(value);
	made.set(value, copy);
	return copy;
}

function isolateParts(value: object): object {
	if (Array.isArray(value)) {
		const items = value.map(isolate);
		return items.some((item, index) => item !== value[index]) ? items : value;
	}
	if (value instanceof Map) {
		const entries = [...value].map(([key, item]) => [key, isolate(item)] as const);
		return entries.some(([key, item]) => item !== value.get(key)) ? new Map(entries) : value;
	}
	const fields = Object.entries(value);
	const changed = fields
		.map(([key, item]) => [key, LEFT_ALONE.has(key) ? item : isolate(item)] as const)
		.filter(([, item], index) => item !== fields[index]?.[1]);
	return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
