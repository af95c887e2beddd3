import { z } from 'zod';
import { PROPOSAL_UNITS } from '../../model/evidence.js';
import { minutes, name, sentence, speech } from './fields.js';

const slideWordsSchema = z
	.strictObject({
		kicker: name().exactOptional().describe('A few words above the headline'),
		headline: name().exactOptional().describe('States the finding of the slide'),
		takeaway: sentence().exactOptional().describe('What follows from it'),
		points: z.array(sentence()).exactOptional().describe('One line each'),
		notes: z
			.strictObject({
				say: speech().exactOptional().describe('What to say'),
				caveat: speech().exactOptional().describe('What to add'),
				question: speech().exactOptional().describe('What they will ask'),
				answer: speech().exactOptional().describe('What to answer'),
			})
			.meta({ title: 'The mapping `notes`', examples: [{ say: 'What to say.' }] })
			.exactOptional()
			.describe('For the presenter'),
		minutes: minutes().exactOptional().describe('How long the talk should stay on it'),
	})
	.meta({ title: 'A slide', examples: [{ headline: 'Fewer errors at sea' }] });

const proposalSchema = z
	.strictObject({
		value: z.number().describe('The number that you propose'),
		unit: z.enum(PROPOSAL_UNITS).describe('Its unit'),
		label: name().describe('What it is, such as Length of the trial'),
	})
	.meta({ title: 'A proposal', examples: [{ value: 6, unit: 'weeks', label: 'Length of the trial' }] });

export const storylineSchema = z
	.object({
		proposals: z
			.record(z.string(), proposalSchema)
			.meta({
				title: 'The mapping `proposals`',
				examples: [{ 'trial-length': { value: 6, unit: 'weeks', label: 'Length of the trial' } }],
			})
			.exactOptional()
			.describe('Numbers of your own, by id; {proposal <id>} prints one and says whose it is'),
	})
	.catchall(
		z
			.record(z.string(), slideWordsSchema)
			.meta({ title: 'A deck', examples: [{ gains: { headline: 'Fewer errors at sea' } }] }),
	)
	.meta({
		title: 'storyline.yaml',
		description:
			'storyline.yaml: your words for the slides, by deck and slide; figures stand as {references}',
		examples: [{ 'executive-brief': { gains: { headline: 'Fewer errors at sea' } } }],
	});

export type SlideWordsEntry = z.infer<typeof slideWordsSchema>;
export type StorylineFile = z.infer<typeof storylineSchema>;
