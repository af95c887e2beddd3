import { z } from 'zod';
import { QUALIFIERS } from '../../model/evidence.js';
import { unit } from './benchmarks.js';
import { isoDate, name, oneOrMore, reference, sentence, topicKey } from './fields.js';

const value = z
	.union([
		z.number(),
		z.tuple([z.number(), z.number()]),
		z.literal('not reported'),
		isoDate(),
		z.tuple([isoDate(), isoDate()]),
		z
			.strictObject({ text: sentence().describe('The words of the source, or yours for them') })
			.meta({ title: 'A value in words', examples: [{ text: 'hours earlier' }] }),
	])
	.describe('A number, [from, to], a date or range of dates, `not reported`, or { text: … } for words only');

const setup = z
	.strictObject({
		harness: name().exactOptional().describe('The program that ran the benchmark'),
		agent: name().exactOptional().describe('The agent around the model'),
		effort: name().exactOptional().describe('Reasoning effort'),
		tools: name().exactOptional().describe('Tools that the model could use'),
		split: name().exactOptional().describe('The part of the benchmark'),
		attempts: z.int().min(1).exactOptional().describe('Attempts per task'),
	})
	.meta({
		title: 'A setup',
		description: 'How the number came about',
		examples: [{ effort: 'high', attempts: 3 }],
	});

const claimSchema = z
	.strictObject({
		value: value.exactOptional(),
		source: reference().describe('Id of the source that says it'),
		at: name().describe('The section heading in the source where it stands'),
		credits: oneOrMore(reference())
			.exactOptional()
			.describe('Whom the source itself credits: ids or `short` names in sources.yaml'),
		qualifier: oneOrMore(
			z.enum(QUALIFIERS as [(typeof QUALIFIERS)[number], ...(typeof QUALIFIERS)[number][]]),
		)
			.exactOptional()
			.describe('How the source limits the value'),
		stance: z
			.enum(['for', 'against'])
			.exactOptional()
			.describe(
				"`against` for a source that denies the topic's text, or words that deny the other claims' values",
			),
		unit: unit().exactOptional().describe("Only where the source states another unit than the topic's"),
		as: name()
			.exactOptional()
			.describe('The name under which the source reports it, where that changes the meaning'),
		announced: z
			.literal(true)
			.exactOptional()
			.describe('The source announces this date: it was still to come'),
		setup: setup.exactOptional(),
		note: sentence().exactOptional().describe('What a reader should know about this claim'),
		requires: z
			.array(topicKey())
			.exactOptional()
			.describe('Topics that must be shown wherever this claim is'),
	})
	.meta({ title: 'A claim', examples: [{ value: 6.4, source: 'release-notes', at: 'Results' }] });

export const claims = () =>
	z
		.array(claimSchema)
		.min(1)
		.describe('What the sources say about it, one entry for each claim of each source');

export type ClaimEntry = z.infer<typeof claimSchema>;
