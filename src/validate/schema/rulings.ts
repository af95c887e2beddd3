import { z } from 'zod';
import { reference, sentence, topicKey } from './fields.js';

const rulingSchema = z
	.strictObject({
		on: topicKey().describe('The topic: an id, or <benchmark>/<model> for a result'),
		prefer: reference().exactOptional().describe('Id of the source whose value stands'),
		keep: z.literal('range').exactOptional().describe('Print the whole range instead of one value'),
		reason: sentence().describe('One sentence on why'),
	})
	.meta({ title: 'A ruling', oneOf: [{ required: ['prefer'] }, { required: ['keep'] }] });

export const rulingsSchema = z.array(rulingSchema).meta({
	title: 'rulings.yaml',
	description: "rulings.yaml: the editor's decisions where sources disagree",
});

export type RulingEntry = z.infer<typeof rulingSchema>;
