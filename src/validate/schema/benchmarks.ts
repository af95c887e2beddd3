import { z } from 'zod';
import { UNITS } from '../../model/evidence.js';
import { id, name, reference, sentence } from './fields.js';

export const unit = () => z.enum(UNITS as [(typeof UNITS)[number], ...(typeof UNITS)[number][]]);

const benchmarkSchema = z
	.strictObject({
		id: id().describe('Id of the benchmark, with its version'),
		name: name().describe('Its name as its authors write it'),
		short: name().exactOptional().describe('A shorter name for tight places'),
		tests: sentence().describe('One sentence on what it tests'),
		area: z
			.enum(['coding', 'computer-use', 'knowledge-work', 'security', 'reasoning', 'other'])
			.describe('The kind of work that it stands for'),
		unit: unit().describe('What its numbers are'),
		better: z.enum(['higher', 'lower']).describe('Which way is better'),
		min: z.number().exactOptional().describe('The lowest value that can be'),
		max: z.number().exactOptional().describe('The highest value that can be'),
		metric: name().exactOptional().describe('How the number is counted, such as pass@3'),
		notSameAs: z
			.array(
				z
					.strictObject({
						benchmark: reference().describe('Id of the other benchmark'),
						why: sentence().describe('One sentence on why the numbers do not compare'),
					})
					.meta({
						title: 'An entry of notSameAs',
						examples: [{ benchmark: 'round-table', why: 'It has clean speech.' }],
					}),
			)
			.exactOptional()
			.describe('Benchmarks that readers confuse with this one'),
	})
	.meta({
		title: 'A benchmark',
		examples: [
			{
				id: 'harbour-radio',
				name: 'Harbour Radio',
				tests: 'Speech over engine noise.',
				area: 'other',
				unit: 'percent',
				better: 'lower',
			},
		],
	});

export const benchmarksSchema = z
	.array(benchmarkSchema)
	.meta({ title: 'benchmarks.yaml', description: 'benchmarks.yaml: what was measured with' });

export type BenchmarkEntry = z.infer<typeof benchmarkSchema>;
