// Sources that derive from each other in a circle would each count as the other's origin.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from './rule.js';

export const circularDerivation: Rule = ({ sources, places }) => {
	const byId = new Map(sources.map((source) => [source.id, source]));
	const done = new Set<string>();
	const diagnostics: Diagnostic[] = [];
	for (const start of sources) {
		// Depth first without recursion: a chain may be as long as the file.
		const path: string[] = [];
		const waiting: { readonly id: string; readonly depth: number }[] = [{ id: start.id, depth: 0 }];
		for (let next = waiting.pop(); next; next = waiting.pop()) {
			const { id, depth } = next;
			for (const left of path.splice(depth)) done.add(left);
			const back = path.indexOf(id);
			if (back !== -1) {
				diagnostics.push(cycleAt([...path.slice(back), id]));
				continue;
			}
			if (done.has(id)) continue;
			path.push(id);
			for (const origin of byId.get(id)?.derivesFrom ?? []) waiting.push({ id: origin, depth: depth + 1 });
		}
		for (const id of path) done.add(id);
	}
	return diagnostics;

	function cycleAt(cycle: readonly string[]): Diagnostic {
		const last = byId.get(cycle.at(-2) ?? '');
		const index = last?.derivesFrom?.indexOf(cycle.at(-1) ?? '') ?? -1;
		const location = last ? places.item(last, 'derivesFrom', index) : undefined;
		const args = { cycle: cycle.map((id) => `\`${id}\``).join(' → ') };
		return { code: 'MB221', ...(location && { location }), args };
	}
};
