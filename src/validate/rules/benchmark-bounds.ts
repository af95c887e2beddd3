// A benchmark's own bounds must leave room for a value.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from './rule.js';

export const benchmarkBounds: Rule = ({ benchmarks, places }) =>
	benchmarks.flatMap((benchmark): readonly Diagnostic[] => {
		const { min, max, unit } = benchmark;
		if (unit === 'date' || unit === 'text') {
			const what = `The benchmark \`${benchmark.id}\` cannot have the unit \`${unit}\`.`;
			const advice = 'Give it the unit of its scores, such as `percent` or `elo`.';
			return [{ code: 'MB229', location: places.field(benchmark, 'unit'), args: { what, advice } }];
		}
		if (min === undefined || max === undefined || min < max) return [];
		return [{ code: 'MB249', location: places.field(benchmark, 'min'), args: { min, max } }];
	});
