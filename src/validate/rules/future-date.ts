// A date after the brief's own day is suspicious: it was not known then. The machine's clock is never asked.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import { claimValue } from '../claim-value.js';
import type { Rule } from './rule.js';

export const futureDate: Rule = ({ brief, sources, topics, places }) => {
	if (!brief) return [];
	const { asOf } = brief;
	const check = (date: string, location: Location): readonly Diagnostic[] =>
		date.slice(0, asOf.length) > asOf.slice(0, date.length)
			? [{ code: 'MB230', location, args: { date, asOf } }]
			: [];
	return [
		...sources.flatMap((source) => (source.date ? check(source.date, places.field(source, 'date')) : [])),
		...topics.flatMap((topic) =>
			topic.claims.flatMap((claim) => {
				const value = claimValue(claim, claim.unit ?? topic.unit);
				return value.kind === 'date' ? check(value.to, places.field(claim, 'value')) : [];
			}),
		),
	];
};
