// A date after the brief's own day is suspicious, unless its source announces it. The machine's clock is never asked.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import { claimValue } from '../claim-value.js';
import type { ClaimEntry } from '../schema/claims.js';
import type { Rule } from './rule.js';

/** Farther ahead, the year is more likely to be mistyped than announced. */
const MOST_YEARS_AHEAD = 10;

export const futureDate: Rule = ({ brief, sources, topics, places }) => {
	if (!brief) return [];
	const { asOf } = brief;
	const check = (date: string, location: Location): readonly Diagnostic[] =>
		date.slice(0, asOf.length) > asOf.slice(0, date.length)
			? [{ code: 'MB230', location, args: { date, asOf } }]
			: [];
	const isAnnounced = ({ announced }: ClaimEntry, date: string) =>
		announced === true && Number(date.slice(0, 4)) - Number(asOf.slice(0, 4)) <= MOST_YEARS_AHEAD;
	return [
		...sources.flatMap((source) => (source.date ? check(source.date, places.field(source, 'date')) : [])),
		...topics.flatMap((topic) =>
			topic.claims.flatMap((claim) => {
				const value = claimValue(claim, claim.unit ?? topic.unit);
				if (value.kind === 'date')
					return isAnnounced(claim, value.to) ? [] : check(value.to, places.field(claim, 'value'));
				const location = places.key(claim, 'announced');
				return claim.announced ? [{ code: 'MB251', location, args: { thing: topic.title } } as const] : [];
			}),
		),
	];
};
