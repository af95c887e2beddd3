import { z } from 'zod';
import { isoDate, name, reference, sentence, topicKey } from './fields.js';

const decidedOver = z
	.union([z.number(), z.tuple([z.number(), z.number()]), z.tuple([isoDate(), isoDate()]), sentence()])
	.describe('A value as the claims give it; `for` or `against` for words');

const rulingSchema = z
	.strictObject({
		on: topicKey().describe('The topic: an id, or <benchmark>/<model> for a result'),
		prefer: reference()
			.exactOptional()
			.describe('Id of the source whose value stands, or `computed` for what the figure comes to'),
		at: name()
			.exactOptional()
			.describe('The section heading of the claim meant, where the preferred source gives several values'),
		keep: z
			.enum(['range', 'both'])
			.exactOptional()
			.describe('`range`: print from lowest to highest; `both`: leave both sides of words standing'),
		over: z
			.array(decidedOver)
			.min(1)
			.exactOptional()
			.describe('The values that you decided over; a warning says when the sources give others'),
		reason: sentence().describe('One sentence on why'),
	})
	.meta({
		title: 'A ruling',
		oneOf: [{ required: ['prefer'] }, { required: ['keep'] }],
		examples: [{ on: 'delay', prefer: 'release-notes', reason: 'It says how it measured.' }],
	});

export const rulingsSchema = z.array(rulingSchema).meta({
	title: 'rulings.yaml',
	description: "rulings.yaml: the editor's decisions where sources disagree",
});

export type RulingEntry = z.infer<typeof rulingSchema>;
