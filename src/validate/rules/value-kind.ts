// What a claim says must fit what its topic measures: dates for dates, numbers for quantities, nothing for words.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { claimValue, valueText } from '../claim-value.js';
import type { Draft, DraftTopic } from '../draft.js';
import type { ClaimEntry } from '../schema/claims.js';
import type { Rule } from './rule.js';

export const valueKind: Rule = (draft) =>
	draft.topics.flatMap((topic) => topic.claims.flatMap((claim) => checkClaim(draft, topic, claim)));

function checkClaim(draft: Draft, topic: DraftTopic, claim: ClaimEntry): readonly Diagnostic[] {
	if (topic.isInWords) return inWords(draft, topic, claim);
	const { places } = draft;
	if (claim.value !== undefined && claim.stance !== undefined && !isText(claim.value)) {
		return [{ code: 'MB242', location: places.field(claim, 'stance'), args: {} }];
	}
	const unit = claim.unit ?? topic.unit;
	if (unit === undefined || (claim.value === undefined && places.has(claim, 'value'))) return [];
	// Rule claim-unit speaks about a date among quantities.
	if (claim.unit !== undefined && (claim.unit === 'date') !== (topic.unit === 'date')) return [];
	const value = claimValue(claim, unit);
	const misfit = (advice: string): readonly Diagnostic[] => [
		{
			code: 'MB224',
			location: places.field(claim, 'value'),
			args: { found: valueText(value), unit, advice },
		},
	];
	switch (value.kind) {
		case 'assertion':
			return unit === 'text' && topic.entry.text !== undefined ? [] : missing(draft, topic, claim);
		case 'date':
			return unit === 'date' ? [] : misfit('Write a number, or move the date to an event in timeline.yaml.');
		case 'number':
		case 'range':
			if (unit === 'date') return misfit('Write a date such as 2026-02-05, 2026-02 or 2026.');
			return unit === 'text'
				? misfit('Write { text: … }, or give the topic the unit that the number has.')
				: [];
		default:
			return [];
	}
}

/** Statements, classifications, evaluations, safeguards and access routes: the claim asserts the text. */
function inWords({ places }: Draft, { title }: DraftTopic, claim: ClaimEntry): readonly Diagnostic[] {
	const advice = {
		value:
			'Remove it. Where the source words it differently use `as`, where it denies the text use `stance: against`, and put a number into figures.yaml.',
		unit: 'Remove it.',
	};
	return (['value', 'unit'] as const).flatMap((field): readonly Diagnostic[] =>
		claim[field] === undefined
			? []
			: [
					{
						code: 'MB225',
						location: places.field(claim, field),
						args: { thing: title, field, advice: advice[field] },
					},
				],
	);
}

function missing({ places }: Draft, topic: DraftTopic, claim: ClaimEntry): readonly Diagnostic[] {
	const isDate = topic.unit === 'date';
	const args = {
		source: `\`${claim.source}\``,
		thing: topic.title,
		reason:
			topic.unit === 'text'
				? 'The topic has no `text` that the claim could assert.'
				: 'Only claims about a text can do without one.',
		advice: isDate
			? 'Add `value:` with the date, with { text: … } for words such as "a week later", or with `not reported`.'
			: 'Add `value:` with the number, with { text: … } where the source has only words, or with `not reported`.',
	};
	return [{ code: 'MB226', location: places.field(claim, 'source'), args }];
}

/** Only words need to be told whether they contradict the others; numbers and dates can be compared. */
const isText = (value: ClaimEntry['value']) => typeof value === 'object' && !Array.isArray(value);
