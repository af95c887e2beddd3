// The same source saying the same thing at the same place counts once.

import type { ClaimEntry } from '../schema/claims.js';
import { repeatsIn } from './repeats.js';
import type { Rule } from './rule.js';

export const duplicateClaim: Rule = ({ topics, places }) =>
	topics.flatMap(({ claims }) =>
		repeatsIn(claims, said).map(({ thing, earlier }) => ({
			code: 'MB245' as const,
			location: places.field(thing, 'value', 'source'),
			args: { source: `\`${thing.source}\`` },
			also: [{ location: places.field(earlier, 'value', 'source'), text: 'The same claim stands here.' }],
		})),
	);

const said = ({ value, source, at, unit, as, setup, qualifier, stance, note }: ClaimEntry) =>
	JSON.stringify([value, source, at, unit, as, setup, qualifier, stance, note]);
