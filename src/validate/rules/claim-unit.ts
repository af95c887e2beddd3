// A claim's own unit: only where the source uses another one, and never a date for a quantity.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from './rule.js';

export const claimUnit: Rule = ({ topics, places }) =>
	topics.flatMap((topic) =>
		topic.claims.flatMap((claim): readonly Diagnostic[] => {
			if (claim.unit === undefined || topic.unit === undefined || topic.isInWords) return [];
			const location = places.field(claim, 'unit');
			if (claim.unit === topic.unit) {
				return [{ code: 'MB228', location, args: { thing: topic.title, unit: claim.unit } }];
			}
			if (claim.unit !== 'date' && topic.unit !== 'date') return [];
			const what = `A claim in the unit \`${claim.unit}\` cannot be about ${topic.title}, whose unit is \`${topic.unit}\`.`;
			const advice =
				topic.unit === 'date'
					? 'Remove `unit`, and write the date, or { text: … } for words such as "a week later".'
					: 'Move the date to an event in timeline.yaml.';
			return [{ code: 'MB229', location, args: { what, advice } }];
		}),
	);
