import { z } from 'zod';
import { SOURCE_EXAMPLE } from '../../diagnostics/yaml-example.js';
import { id, isoDate, name, reference, sentence, url } from './fields.js';

const sourceSchema = z
	.strictObject({
		id: id().describe('Id of the document'),
		title: name().describe('The full title of the document'),
		short: name().describe('A few words for the source line'),
		publisher: name().describe('Who published it'),
		url: url().exactOptional().describe('Where it can be read, http or https'),
		date: isoDate().exactOptional().describe('When it was published: a day, a month or a year'),
		kind: z
			.enum([
				'announcement',
				'system-card',
				'documentation',
				'article',
				'analysis',
				'research-note',
				'forum',
				'video',
				'paper',
			])
			.describe('What kind of document it is'),
		party: z.enum(['first', 'third']).describe('first: the vendor itself; third: anybody else'),
		derivesFrom: z.array(reference()).exactOptional().describe('The sources that it retells'),
		read: z
			.boolean()
			.exactOptional()
			.describe('False for a document that is known only because others credit it'),
		note: sentence().exactOptional().describe('Anything that a reader should know'),
	})
	.meta({ title: 'A source', examples: [SOURCE_EXAMPLE] });

export const sourcesSchema = z
	.array(sourceSchema)
	.min(1)
	.meta({ title: 'sources.yaml', description: 'sources.yaml: the documents that make the claims' });

export type SourceEntry = z.infer<typeof sourceSchema>;
