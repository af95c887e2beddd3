// What must be shown wherever a claim is that asks for it.

import type { Cited, Story } from '../model/story.js';
import { citeRow, type Desk } from './cite.js';

/** Only topics with a sentence of their own can travel as text; a required figure has to be printed by the template. */
export function requiredCaveats(desk: Desk): Story['caveats'] {
	const claims = desk.evidence.topics
		.flatMap((topic) => topic.claims)
		.filter(({ requires }) => requires.length > 0);
	return Object.fromEntries(
		claims.map((claim) => [claim.id, claim.requires.flatMap((key) => sentenceOf(desk, key))] as const),
	);
}

function sentenceOf(desk: Desk, key: string): readonly Cited[] {
	const finding = desk.find(key);
	if (finding === undefined) return [];
	const { topic } = finding;
	return 'label' in topic && 'text' in topic && topic.text !== undefined
		? [citeRow({ ...finding, topic }, desk).text]
		: [];
}
