// One topic, one decision, and a decision that is one: prefer a source or keep the range.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { RulingEntry } from '../schema/rulings.js';
import type { Rule } from './rule.js';

export const duplicateRuling: Rule = ({ rulings, places }) => {
	const seen = new Map<string, RulingEntry>();
	return rulings.flatMap((ruling): readonly Diagnostic[] => {
		const found: Diagnostic[] = [];
		// A decision that was refused is complained about elsewhere.
		const decisions = ['prefer', 'keep'].filter((field) => places.has(ruling, field)).length;
		if (decisions !== 1) {
			const text = decisions === 0 ? 'no decision' : 'two decisions';
			found.push({
				code: 'MB240',
				location: places.field(ruling, 'on'),
				args: { on: ruling.on, found: text },
			});
		}
		const earlier = seen.get(ruling.on);
		if (earlier) {
			const also = [{ location: places.field(earlier, 'on'), text: 'The first ruling stands here.' }];
			found.push({ code: 'MB241', location: places.field(ruling, 'on'), args: { on: ruling.on }, also });
		} else seen.set(ruling.on, ruling);
		return found;
	});
};
