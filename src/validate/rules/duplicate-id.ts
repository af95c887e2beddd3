// No two things in a brief share an id, whichever file they stand in, and no id means something else in a storyline or ruling.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { NamedThing } from '../draft.js';
import { OPERATIONS } from '../storyline-reference.js';
import { repeatsIn } from './repeats.js';
import type { Rule } from './rule.js';
import { PREFER_COMPUTED } from './ruling-without-claim.js';

const RESERVED: readonly string[] = [...OPERATIONS, PREFER_COMPUTED];

export const duplicateId: Rule = ({ things }) => [
	...things
		.filter(({ id }) => RESERVED.includes(id))
		.map(({ id, where }): Diagnostic => ({ code: 'MB244', location: where, args: { found: id } })),
	...repeatsIn(things, ({ id }) => id.normalize('NFKC').toLowerCase()).map(({ thing, earlier }) =>
		duplicate(thing, earlier),
	),
];

function duplicate(thing: NamedThing, earlier: NamedThing): Diagnostic {
	if (earlier.noun === 'subject' && thing.kind === 'model') {
		const also = [{ location: earlier.where, text: 'The subject stands here.' }];
		return { code: 'MB248', location: thing.where, args: { id: thing.id }, also };
	}
	const suggestion = `${thing.id.toLowerCase()}-${thing.noun === earlier.noun ? '2' : thing.noun.replace(' ', '-')}`;
	return {
		code: 'MB217',
		location: thing.where,
		args: { found: thing.id, other: earlier.id, suggestion, kind: `this ${thing.noun}` },
		also: [{ location: earlier.where, text: `The ${earlier.noun} \`${earlier.id}\` has it first.` }],
	};
}
