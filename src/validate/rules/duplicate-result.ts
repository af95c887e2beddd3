// A benchmark and a model have one result, so that claims which disagree stand side by side.

import { repeatsIn } from './repeats.js';
import type { Rule } from './rule.js';

export const duplicateResult: Rule = ({ topics, places }) => {
	const results = topics.filter(({ kind }) => kind === 'result');
	return repeatsIn(results, ({ key }) => key).map(({ thing, earlier }) => ({
		code: 'MB219',
		location: places.field(thing.entry, 'benchmark'),
		args: { benchmark: String(thing.entry.benchmark), model: String(thing.entry.model) },
		also: [{ location: places.field(earlier.entry, 'benchmark'), text: 'The first one stands here.' }],
	}));
};
