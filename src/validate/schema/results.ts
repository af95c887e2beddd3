import { z } from 'zod';
import { claims } from './claims.js';
import { reference } from './fields.js';

const resultSchema = z
	.strictObject({
		benchmark: reference().describe('Id in benchmarks.yaml'),
		model: reference().describe('Id in models.yaml, or the subject'),
		claims: claims(),
	})
	.meta({ title: 'A result' });

export const resultsSchema = z
	.array(resultSchema)
	.meta({ title: 'results.yaml', description: 'results.yaml: benchmark scores' });
