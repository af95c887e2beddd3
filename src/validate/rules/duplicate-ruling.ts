// One topic, one decision, and a decision that is one: prefer a source or keep the range.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { repeatsIn } from './repeats.js';
import type { Rule } from './rule.js';

export const duplicateRuling: Rule = ({ rulings, places }) => [
	...rulings.flatMap((ruling): readonly Diagnostic[] => {
		// A decision that was refused is complained about elsewhere.
		const decisions = ['prefer', 'keep'].filter((field) => places.has(ruling, field)).length;
		if (decisions === 1) return [];
		const found = decisions === 0 ? 'no decision' : 'two decisions';
		return [{ code: 'MB240', location: places.field(ruling, 'on'), args: { on: ruling.on, found } }];
	}),
	...repeatsIn(rulings, ({ on }) => on).map(
		({ thing, earlier }): Diagnostic => ({
			code: 'MB241',
			location: places.field(thing, 'on'),
			args: { on: thing.on },
			also: [{ location: places.field(earlier, 'on'), text: 'The first ruling stands here.' }],
		}),
	),
];
