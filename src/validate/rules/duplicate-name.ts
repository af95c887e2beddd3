// Two models, two benchmarks or two sources with one name could not be told apart on a slide.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import { repeatsIn } from './repeats.js';
import type { Rule } from './rule.js';

export const duplicateName: Rule = ({ brief, sources, models, benchmarks, places }) => [
	...duplicates(
		'models',
		[...(brief ? [brief.subject] : []), ...models].map((model) => ({
			name: model.name,
			where: places.field(model, 'name'),
		})),
	),
	...duplicates(
		'benchmarks',
		benchmarks.map((benchmark) => ({ name: benchmark.name, where: places.field(benchmark, 'name') })),
	),
	...duplicates(
		'sources',
		sources.map((source) => ({ name: source.short, where: places.field(source, 'short') })),
	),
];

interface Named {
	readonly name: string;
	readonly where: Location;
}

function duplicates(kinds: string, things: readonly Named[]): readonly Diagnostic[] {
	return repeatsIn(things, ({ name }) => name.normalize('NFKC').toLowerCase()).map(({ thing, earlier }) => ({
		code: 'MB218',
		location: thing.where,
		args: { kinds, name: thing.name },
		also: [{ location: earlier.where, text: `"${earlier.name}" stands here first.` }],
	}));
}
