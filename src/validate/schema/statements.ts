import { z } from 'zod';
import { claims } from './claims.js';
import { id, name, reference, sentence } from './fields.js';

const statementSchema = z
	.strictObject({
		id: id().describe('Id of the statement'),
		topic: z
			.enum([
				'positioning',
				'capability',
				'limitation',
				'self-development-did',
				'self-development-did-not',
				'self-development-view',
				'use-for',
				'avoid-for',
				'design-rule',
				'recommendation',
				'demo',
				'demo-criticism',
				'tool',
				'workflow',
				'integration',
				'language',
				'hardware',
				'latency',
				'efficiency',
				'context',
				'competitor-strength',
				'competitor-limit',
				'feedback',
				'outlook',
				'market',
			])
			.describe('What it is about; decides where in a deck it stands'),
		label: name().describe('Two to six words'),
		text: sentence().describe('One sentence in your own words'),
		model: reference().exactOptional().describe('Id of the model that it is about, default the subject'),
		demo: id().exactOptional().describe('Joins statements and figures about one demo'),
		claims: claims(),
	})
	.meta({
		title: 'A statement',
		examples: [
			{
				id: 'sea-noise',
				topic: 'capability',
				label: 'Noise at sea',
				text: 'It follows speech over engine noise.',
				claims: [{ source: 'release-notes', at: 'Results' }],
			},
		],
	});

export const statementsSchema = z
	.array(statementSchema)
	.meta({ title: 'statements.yaml', description: 'statements.yaml: claims in words' });
