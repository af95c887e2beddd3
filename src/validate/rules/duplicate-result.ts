// A benchmark and a model have one result, so that claims which disagree stand side by side.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { DraftTopic } from '../draft.js';
import type { Rule } from './rule.js';

export const duplicateResult: Rule = ({ topics, places }) => {
	const seen = new Map<string, DraftTopic>();
	return topics.flatMap((topic): readonly Diagnostic[] => {
		if (topic.kind !== 'result') return [];
		const earlier = seen.get(topic.key);
		if (!earlier) {
			seen.set(topic.key, topic);
			return [];
		}
		return [
			{
				code: 'MB219',
				location: places.field(topic.entry, 'benchmark'),
				args: { benchmark: String(topic.entry.benchmark), model: String(topic.entry.model) },
				also: [{ location: places.field(earlier.entry, 'benchmark'), text: 'The first one stands here.' }],
			},
		];
	});
};
