// Which templates include which: all that one is made of, and those that include themselves in the end.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type PartialNode, partialName } from './layout-slots.js';
import { locationOf } from './node-location.js';

/** Template to the partials that it names. */
export type Uses = ReadonlyMap<string, readonly PartialNode[]>;

/** The template itself, and all that it includes. */
export function withIncluded(name: string, uses: Uses, found = new Set<string>()): ReadonlySet<string> {
	if (found.has(name)) return found;
	found.add(name);
	for (const node of uses.get(name) ?? []) withIncluded(partialName(node), uses, found);
	return found;
}

export function findCycles(
	uses: Uses,
	templates: ReadonlyMap<string, { readonly file: string }>,
): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	const done = new Set<string>();
	const walk = (name: string, trail: readonly string[]) => {
		for (const node of uses.get(name) ?? []) {
			const next = partialName(node);
			const start = trail.indexOf(next);
			const file = templates.get(name)?.file ?? name;
			if (start >= 0)
				found.push({
					code: 'MB310',
					location: locationOf(file, node),
					args: { cycle: [...trail.slice(start), next].join(' → ') },
				});
			else if (!done.has(next)) walk(next, [...trail, next]);
		}
		done.add(name);
	};
	for (const name of uses.keys()) if (!done.has(name)) walk(name, [name]);
	return found;
}
