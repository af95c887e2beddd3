import { z } from 'zod';
import { claims } from './claims.js';
import { reference } from './fields.js';

const resultSchema = z
	.strictObject({
		benchmark: reference().describe('Id in benchmarks.yaml'),
		model: reference().describe('Id in models.yaml, or the subject'),
		claims: claims(),
	})
	.meta({
		title: 'A result',
		examples: [
			{
				benchmark: 'harbour-radio',
				model: 'curlew-2',
				claims: [{ value: 6.4, source: 'release-notes', at: 'Results' }],
			},
		],
	});

export const resultsSchema = z
	.array(resultSchema)
	.meta({ title: 'results.yaml', description: 'results.yaml: benchmark scores' });
