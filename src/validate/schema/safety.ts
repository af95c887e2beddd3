import { z } from 'zod';
import { unit } from './benchmarks.js';
import { claims } from './claims.js';
import { id, name, reference, sentence } from './fields.js';

const model = () =>
	reference().exactOptional().describe('Id of the model that it is about, default the subject');

const classificationSchema = z
	.strictObject({
		id: id().describe('Id of the classification'),
		framework: name().describe('The framework that defines the levels'),
		domain: name().describe('The risk domain, such as Cybersecurity'),
		level: name().describe('The level that was given'),
		model: model(),
		means: sentence().exactOptional().describe('One sentence on what the level implies'),
		claims: claims(),
	})
	.meta({
		title: 'A classification',
		examples: [
			{
				id: 'misuse-low',
				framework: 'Own framework',
				domain: 'Impersonation',
				level: 'Low',
				claims: [{ source: 'release-notes', at: 'Results' }],
			},
		],
	});

const evaluationSchema = z
	.strictObject({
		id: id().describe('Id of the evaluation'),
		label: name().describe('Two to six words'),
		text: sentence().describe('One sentence on what was tested or seen'),
		model: model(),
		claims: claims(),
	})
	.meta({
		title: 'An evaluation',
		examples: [
			{
				id: 'red-team',
				label: 'Red teaming',
				text: 'Outsiders tried to misuse it.',
				claims: [{ source: 'release-notes', at: 'Results' }],
			},
		],
	});

const safeguardSchema = z
	.strictObject({
		id: id().describe('Id of the safeguard'),
		layer: z
			.enum(['model', 'routing', 'environment', 'monitoring', 'access', 'organisation'])
			.describe('Where it works'),
		label: name().describe('Two to six words'),
		text: sentence().describe('One sentence on what it does'),
		claims: claims(),
	})
	.meta({
		title: 'A safeguard',
		examples: [
			{
				id: 'consent',
				layer: 'access',
				label: 'Consent first',
				text: 'A speaker must agree.',
				claims: [{ source: 'release-notes', at: 'Results' }],
			},
		],
	});

const accessSchema = z
	.strictObject({
		id: id().describe('Id of the way to the model'),
		label: name().describe('Two to six words'),
		text: sentence().describe('One sentence on what it gives'),
		model: model(),
		audience: name().describe('Who can use it'),
		status: z.enum(['available', 'preview', 'beta', 'gated', 'delayed']).describe('Whether it is open'),
		claims: claims(),
	})
	.meta({
		title: 'An access route',
		examples: [
			{
				id: 'api',
				label: 'The API',
				text: 'Open to all accounts.',
				audience: 'Developers',
				status: 'available',
				claims: [{ source: 'release-notes', at: 'Results' }],
			},
		],
	});

const commitmentSchema = z
	.strictObject({
		id: id().describe('Id of the commitment'),
		label: name().describe('Two to six words'),
		text: sentence().describe('One sentence on what was promised'),
		unit: unit().describe('What its amount is; `text` where it has none'),
		claims: claims(),
	})
	.meta({
		title: 'A commitment',
		examples: [
			{
				id: 'grants',
				label: 'Grants',
				text: 'Money for research.',
				unit: 'usd',
				claims: [{ value: 100000, source: 'release-notes', at: 'Grants' }],
			},
		],
	});

const questionSchema = z
	.strictObject({
		id: id().describe('Id of the question'),
		question: sentence().describe('What no source answers'),
		why: sentence().describe('One sentence on why it matters'),
	})
	.meta({
		title: 'A question',
		examples: [{ id: 'cost', question: 'What does an hour cost?', why: 'It decides who can use it.' }],
	});

export const safetySchema = z
	.strictObject({
		classifications: z
			.array(classificationSchema)
			.exactOptional()
			.describe('Levels under a safety framework'),
		evaluations: z.array(evaluationSchema).exactOptional().describe('What was tested or seen, in words'),
		safeguards: z.array(safeguardSchema).exactOptional().describe('What stands between the model and harm'),
		access: z.array(accessSchema).exactOptional().describe('Who can get the model, and how'),
		commitments: z.array(commitmentSchema).exactOptional().describe('What somebody promised to give or do'),
		questions: z.array(questionSchema).exactOptional().describe('What no source answers'),
	})
	.meta({
		title: 'safety.yaml',
		description: 'safety.yaml: safety and access',
		examples: [
			{ questions: [{ id: 'cost', question: 'What does an hour cost?', why: 'It decides who can use it.' }] },
		],
	});
