import { z } from 'zod';
import { BRIEF_EXAMPLE } from '../../diagnostics/yaml-example.js';
import { day, id, minutes, name } from './fields.js';

export const briefSchema = z
	.strictObject({
		title: name().describe('The title of the decks'),
		subject: z
			.strictObject({
				id: id().describe('Id of the model that the brief is about'),
				name: name().describe('Its name as its vendor writes it'),
				vendor: name().describe('Who offers it'),
			})
			.meta({
				title: 'The subject',
				description: 'The model that the brief is about',
				examples: [BRIEF_EXAMPLE.subject],
			}),
		asOf: day().describe('The day whose state of knowledge the brief shows, such as 2026-02-16'),
		language: z
			.string()
			.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
			.exactOptional()
			.describe('Language of the decks as a BCP 47 tag, default en'),
		invented: z.boolean().exactOptional().describe('True puts "invented example" on every deck'),
		decks: z
			.array(
				z
					.strictObject({
						deck: id().describe('A folder in templates/'),
						theme: id().describe('A theme in themes/, or a CSS file beside the brief, such as acme.css'),
						minutes: minutes().exactOptional().describe('How long the talk should take'),
						fit: z
							.enum(['split', 'error'])
							.exactOptional()
							.describe(
								'What becomes of lists and tables that do not fit: continued on a next slide, or an error',
							),
					})
					.meta({ title: 'A deck', examples: [{ deck: 'executive-brief', theme: 'executive' }] }),
			)
			.min(1)
			.exactOptional()
			.describe('The decks to build, default both'),
	})
	.meta({
		title: 'A brief',
		description: 'brief.yaml: what the brief is about',
		examples: [BRIEF_EXAMPLE],
	});

export type BriefEntry = z.infer<typeof briefSchema>;
