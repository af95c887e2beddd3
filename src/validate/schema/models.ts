import { z } from 'zod';
import { id, name, sentence } from './fields.js';

const modelSchema = z
	.strictObject({
		id: id().describe('Id of the model'),
		name: name().describe('Its name as its vendor writes it'),
		vendor: name().describe('Who offers it, `none` for people'),
		role: z
			.enum(['predecessor', 'variant', 'competitor', 'human', 'other'])
			.describe('What it is to the subject; `human` is a human baseline'),
		text: sentence().exactOptional().describe('For a variant: one sentence on what it is'),
	})
	.meta({
		title: 'A model',
		examples: [{ id: 'curlew-1', name: 'Curlew 1', vendor: 'Tidewater AI', role: 'predecessor' }],
	});

export const modelsSchema = z
	.array(modelSchema)
	.meta({ title: 'models.yaml', description: 'models.yaml: the models beside the subject' });

export type ModelEntry = z.infer<typeof modelSchema>;
