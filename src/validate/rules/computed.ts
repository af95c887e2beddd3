// A computed figure needs two topics with numbers; a difference needs them in one unit.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from './rule.js';

export const computed: Rule = ({ topics, places }) => {
	const byKey = new Map(topics.map((topic) => [topic.key, topic]));
	return topics.flatMap(({ kind, entry }): readonly Diagnostic[] => {
		if (kind !== 'figure' || entry.computed === undefined) return [];
		const formula = entry.computed as Record<string, readonly string[]>;
		return Object.entries(formula).flatMap(([operation, keys]) => {
			const units = keys.map((key) => byKey.get(key)?.unit);
			return keys.flatMap((key, n): readonly Diagnostic[] => {
				const topic = byKey.get(key);
				const unit = units[n];
				const first = units[0];
				if (!topic) return [];
				const location = places.item(formula, operation, n);
				if (topic.isInWords || unit === 'text' || unit === 'date') {
					return [{ code: 'MB247', location, args: { found: key, reason: 'it has no number' } }];
				}
				if (operation !== 'difference' || unit === undefined || first === undefined || unit === first)
					return [];
				const reason = `its unit is \`${unit}\`, that of the other \`${first}\``;
				return [{ code: 'MB247', location, args: { found: key, reason } }];
			});
		});
	});
};
