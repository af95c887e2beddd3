// A ruling can only prefer a source that says something about the topic.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { idsOf } from '../draft.js';
import type { Rule } from './rule.js';

export const rulingWithoutClaim: Rule = (draft) => {
	const sourceIds = idsOf(draft, 'source');
	const topics = new Map(draft.topics.map((topic) => [topic.key, topic]));
	return draft.rulings.flatMap(({ on, prefer }, n): readonly Diagnostic[] => {
		const topic = topics.get(on);
		const ruling = draft.rulings[n];
		if (!topic || !ruling || prefer === undefined || !sourceIds.has(prefer)) return [];
		const sources = [...new Set(topic.claims.map((claim) => claim.source))];
		if (sources.includes(prefer)) return [];
		const names = sources.map((source) => `\`${source}\``).join(', ');
		return [
			{
				code: 'MB239',
				location: draft.places.field(ruling, 'prefer'),
				args: { source: prefer, on, sources: names },
			},
		];
	});
};
