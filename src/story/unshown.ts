// What the evidence has and no slide shows: nothing that was collected is lost in silence. What every source leaves
// unreported is a gap instead, and what better supported sources deny belongs to the ledger alone.

import type { Print } from '../model/deck.js';
import type { Topic } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';

export interface UnshownGroup {
	/** `results`, `figures`, or the topic of a statement. */
	readonly name: string;
	readonly keys: readonly string[];
}

interface ShownDeck {
	readonly slides: readonly { readonly prints: readonly Print[] }[];
}

/** In evidence order. A chart counts as showing; notes do not, nor does a count of who says it. */
export function unshownFindings(
	findings: ReadonlyMap<string, Finding>,
	decks: readonly ShownDeck[],
): readonly UnshownGroup[] {
	const prints = decks.flatMap(({ slides }) => slides.flatMap((slide) => slide.prints));
	const shown = new Set(
		prints
			.filter(({ isNote, key }) => !isNote && !(key?.startsWith('tally ') ?? false))
			.flatMap(({ claims }) => claims),
	);
	const groups = new Map<string, string[]>();
	for (const { key, topic, value } of findings.values()) {
		const isElsewhere = value.kind === 'not-reported' || (value.kind === 'assertion' && !value.holds);
		if (isElsewhere || topic.claims.some(({ id }) => shown.has(id))) continue;
		const name = groupOf(topic);
		groups.set(name, [...(groups.get(name) ?? []), key]);
	}
	return [...groups].map(([name, keys]) => ({ name, keys }));
}

const NAMES: Readonly<Record<Exclude<Topic['kind'], 'statement'>, string>> = {
	result: 'results',
	figure: 'figures',
	event: 'events',
	classification: 'classifications',
	'safety-evaluation': 'safety evaluations',
	safeguard: 'safeguards',
	access: 'access',
	commitment: 'commitments',
};

const groupOf = (topic: Topic) => (topic.kind === 'statement' ? topic.topic : NAMES[topic.kind]);
