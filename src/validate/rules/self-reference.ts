// A thing is not measured against, mistaken for, computed from or required by itself.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import type { Rule } from './rule.js';

export const selfReference: Rule = ({ brief, benchmarks, topics, places }) => {
	const diagnostics: Diagnostic[] = [];
	const report = (location: Location, place: string, advice: string) =>
		diagnostics.push({ code: 'MB243', location, args: { place, advice } });
	for (const benchmark of benchmarks) {
		for (const other of benchmark.notSameAs ?? []) {
			if (other.benchmark !== benchmark.id) continue;
			report(
				places.field(other, 'benchmark'),
				`\`notSameAs\` of \`${benchmark.id}\``,
				'Name the other benchmark.',
			);
		}
	}
	for (const { kind, key, entry, claims } of topics) {
		if (kind === 'figure') {
			const model = entry.model ?? brief?.subject.id;
			if (entry.against !== undefined && entry.against === model) {
				report(places.field(entry, 'against'), '`against`', 'Name the model that it is measured against.');
			}
			for (const [operation, keys] of Object.entries(
				(entry.computed ?? {}) as Record<string, readonly string[]>,
			)) {
				keys.forEach((of, n) => {
					if (of !== key) return;
					report(
						places.item(entry.computed ?? {}, operation, n),
						'`computed`',
						'Name the topics that it comes from.',
					);
				});
			}
		}
		for (const claim of claims) {
			claim.requires?.forEach((required, n) => {
				if (required !== key) return;
				report(
					places.item(claim, 'requires', n),
					'`requires`',
					'Remove it: a claim is always shown with its topic.',
				);
			});
		}
	}
	return diagnostics;
};
