// Which of several differing values heads a finding, and by which rule. DESIGN: a ruling; a first-party document;
// the number of independent sources; the number of sources; the newest source. What none of them decides is a tie.

import type { Claim, Ruling, Source } from '../model/evidence.js';
import type { Precedence } from '../model/finding.js';
import { countIndependent } from './independence.js';

/** Claims that say the same. */
export type Camp = readonly Claim[];

export interface Choice {
	readonly camp: Camp;
	readonly precedence: Precedence;
}

interface Rule {
	readonly name: Precedence;
	/** Higher wins. */
	readonly score: (camp: Camp) => number;
}

/** `camps` must not be empty. On a tie the camp of the first claim in id order is returned, so that file order cannot matter. */
export function chooseCamp(
	camps: readonly Camp[],
	sources: ReadonlyMap<string, Source>,
	ruling: Ruling | undefined,
): Choice {
	let left = [...camps].sort(byName);
	const preferred = ruling?.decision.kind === 'prefer' ? ruling.decision.source : undefined;
	const ruled = left.filter((camp) => camp.some((claim) => claim.source === preferred));
	if (ruled.length > 0) return { camp: strongest(ruled, sources), precedence: 'ruling' };
	if (left.length === 1) return { camp: left[0] ?? [], precedence: 'only-value' };
	for (const rule of rulesOver(sources)) {
		const best = Math.max(...left.map(rule.score));
		left = left.filter((camp) => rule.score(camp) === best);
		if (left.length === 1) return { camp: left[0] ?? [], precedence: rule.name };
	}
	return { camp: left[0] ?? [], precedence: 'tie' };
}

function rulesOver(sources: ReadonlyMap<string, Source>): readonly Rule[] {
	const sourceOf = (claim: Claim) => sources.get(claim.source);
	return [
		{
			name: 'first-party',
			score: (camp) => Number(camp.some((claim) => sourceOf(claim)?.party === 'first')),
		},
		{ name: 'independent-sources', score: (camp) => countIndependent(camp, sources) },
		{ name: 'sources', score: (camp) => new Set(camp.map((claim) => claim.source)).size },
		{ name: 'newest', score: (camp) => Math.max(...camp.map((claim) => dayNumber(sourceOf(claim)?.date))) },
	];
}

/** A source that contradicts itself stands in two camps; the one that more sources share is meant. */
function strongest(camps: readonly Camp[], sources: ReadonlyMap<string, Source>): Camp {
	return camps.length === 1 ? (camps[0] ?? []) : chooseCamp(camps, sources, undefined).camp;
}

/** Tells camps apart whatever the order of claims: `over 80` and `80` are two camps, and "for" goes before "against". */
const nameOf = (camp: Camp) =>
	camp
		.map(({ value, unit, as, qualifiers }) => {
			const shown = value.kind === 'assertion' ? ['assertion', !value.holds] : value;
			return JSON.stringify([shown, unit, as, [...qualifiers].sort()]);
		})
		.sort()[0] ?? '';
/** Claims in the topic's own words and unit come first, so that they head a finding where nothing else decides. */
const isPlain = (camp: Camp) => camp.every((claim) => claim.as === undefined && claim.unit === undefined);
const byName = (a: Camp, b: Camp) =>
	Number(isPlain(b)) - Number(isPlain(a)) || (nameOf(a) < nameOf(b) ? -1 : 1);

/** 2026-02-07 as 20260207; an undated source counts as older than any dated one. */
const dayNumber = (date: string | undefined) => Number((date ?? '0').replaceAll('-', '').padEnd(8, '0'));
