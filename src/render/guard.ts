// A proxy around the story that rejects unknown fields. Handlebars' strict mode misses `#if`, `#each`, `#with` and
// helper arguments; this sees every read.

import { nearest } from '../diagnostics/nearest.js';
import { TemplateError } from './template/template-error.js';

/** What Handlebars and the language itself ask of any object. */
const ALWAYS_ALLOWED = new Set([
	'toHTML',
	'toString',
	'toJSON',
	'then',
	'call',
	'constructor',
	'length',
	'hasOwnProperty',
]);

export function guard<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	return new Proxy(value, {
		get(target, property, receiver) {
			const found: unknown = Reflect.get(target, property, receiver);
			const isKnown = typeof property === 'symbol' || property in target || ALWAYS_ALLOWED.has(property);
			if (isKnown) return guardChild(target, property, found);
			const names = Object.keys(target);
			throw new TemplateError(
				'MB302',
				{ field: property, nearest: nearest(property, names) ?? '', known: names.join(', ') },
				property,
			);
		},
	}) as T;
}

/** A proxy may not change what a frozen property returns, nor wrap methods. */
function guardChild(target: object, property: string | symbol, found: unknown): unknown {
	const descriptor = Object.getOwnPropertyDescriptor(target, property);
	const isFixed =
		descriptor !== undefined && descriptor.configurable === false && descriptor.writable === false;
	return isFixed || typeof found === 'function' ? found : guard(found);
}
