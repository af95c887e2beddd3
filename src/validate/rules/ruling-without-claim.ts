// A ruling can only prefer what is there: a source that says something about the topic, at the place that the ruling
// names, or the computed value of a figure that has one.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { idsOf } from '../draft.js';
import type { Rule } from './rule.js';

/** `prefer: computed` chooses what the figure comes to. No source can have this id. */
export const PREFER_COMPUTED = 'computed';

export const rulingWithoutClaim: Rule = (draft) => {
	const sourceIds = idsOf(draft, 'source');
	const topics = new Map(draft.topics.map((topic) => [topic.key, topic]));
	return draft.rulings.flatMap((ruling): readonly Diagnostic[] => {
		const { on, prefer, at } = ruling;
		const topic = topics.get(on);
		if (!topic || prefer === undefined) return [];
		const location = draft.places.field(ruling, 'prefer');
		if (prefer === PREFER_COMPUTED) {
			const isComputed = topic.kind === 'figure' && topic.entry.computed !== undefined;
			return isComputed ? [] : [{ code: 'MB265', location, args: { on } }];
		}
		if (!sourceIds.has(prefer)) return [];
		const sources = [...new Set(topic.claims.map((claim) => claim.source))];
		if (!sources.includes(prefer)) {
			const names = sources.map((source) => `\`${source}\``).join(', ');
			return [{ code: 'MB239', location, args: { source: prefer, on, sources: names } }];
		}
		const places = topic.claims.filter(({ source }) => source === prefer).map((claim) => claim.at);
		if (at === undefined || places.includes(at)) return [];
		const known = [...new Set(places)].map((place) => `"${place}"`).join(', ');
		return [
			{ code: 'MB264', location: draft.places.field(ruling, 'at'), args: { source: prefer, at, known } },
		];
	});
};
