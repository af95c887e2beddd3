import { z } from 'zod';
import { claims } from './claims.js';
import { id, name, sentence } from './fields.js';

const eventSchema = z
	.strictObject({
		id: id().describe('Id of the event'),
		label: name().describe('What happened, in a few words'),
		category: z
			.enum(['release', 'access', 'safety', 'competitor', 'programme', 'publicity'])
			.describe('What kind of event it is'),
		text: sentence().exactOptional().describe('One sentence on what happened'),
		claims: claims(),
	})
	.meta({
		title: 'An event',
		examples: [
			{
				id: 'launch',
				label: 'Curlew 2 released',
				category: 'release',
				claims: [{ value: '2026-02-20', source: 'release-notes', at: 'Opening' }],
			},
		],
	});

export const timelineSchema = z
	.array(eventSchema)
	.meta({ title: 'timeline.yaml', description: 'timeline.yaml: events and their dates' });
