// The same source saying the same thing at the same place counts once.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ClaimEntry } from '../schema/claims.js';
import type { Rule } from './rule.js';

export const duplicateClaim: Rule = ({ topics, places }) =>
	topics.flatMap(({ claims }) => {
		const seen = new Map<string, ClaimEntry>();
		return claims.flatMap((claim): readonly Diagnostic[] => {
			const { value, source, at, unit, as, setup, qualifier, stance, note } = claim;
			const same = JSON.stringify([value, source, at, unit, as, setup, qualifier, stance, note]);
			const earlier = seen.get(same);
			if (!earlier) {
				seen.set(same, claim);
				return [];
			}
			const also = [
				{ location: places.field(earlier, 'value', 'source'), text: 'The same claim stands here.' },
			];
			return [
				{
					code: 'MB245',
					location: places.field(claim, 'value', 'source'),
					args: { source: `\`${source}\`` },
					also,
				},
			];
		});
	});
