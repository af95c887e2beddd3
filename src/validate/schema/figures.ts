import { z } from 'zod';
import { unit } from './benchmarks.js';
import { claims } from './claims.js';
import { id, name, reference, sentence, topicKey } from './fields.js';

const pair = () => z.tuple([topicKey(), topicKey()]);

const figureSchema = z
	.strictObject({
		id: id().describe('Id of the figure'),
		label: name().describe('Two to five words'),
		text: sentence().exactOptional().describe('One sentence on what it is'),
		group: z
			.enum([
				'efficiency',
				'latency',
				'context',
				'hardware',
				'price',
				'comparison',
				'demo',
				'programme',
				'business',
				'method',
			])
			.describe('Where in a deck it belongs'),
		model: reference().exactOptional().describe('Id of the model that it is about, default the subject'),
		against: reference().exactOptional().describe('Id of the model that it is measured against'),
		unit: unit().describe('What its numbers are'),
		better: z.enum(['higher', 'lower']).exactOptional().describe('Which way is better'),
		computed: z
			.union([
				z.strictObject({ difference: pair().describe('Two topics: the first less the second') }).meta({
					title: 'The mapping `computed`',
					examples: [{ difference: ['sums/curlew-2', 'sums/curlew-1'] }],
				}),
				z.strictObject({ ratio: pair().describe('Two topics: the first divided by the second') }).meta({
					title: 'The mapping `computed`',
					examples: [{ ratio: ['sums/curlew-2', 'sums/curlew-1'] }],
				}),
			])
			.exactOptional()
			.describe('What the number should come to, from other topics'),
		demo: id().exactOptional().describe('Joins statements and figures about one demo'),
		claims: claims(),
	})
	.meta({
		title: 'A figure',
		examples: [
			{
				id: 'delay',
				label: 'Delay',
				group: 'latency',
				unit: 'seconds',
				claims: [{ value: 0.4, source: 'release-notes', at: 'Speed' }],
			},
		],
	});

export const figuresSchema = z.array(figureSchema).meta({
	title: 'figures.yaml',
	description: 'figures.yaml: measured quantities that are not benchmark scores',
});

export type FigureEntry = z.infer<typeof figureSchema>;
