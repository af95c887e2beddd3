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
	.meta({ title: 'An event' });

export const timelineSchema = z
	.array(eventSchema)
	.meta({ title: 'timeline.yaml', description: 'timeline.yaml: events and their dates' });
