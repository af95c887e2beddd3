// Which of several differing values heads a finding, and by which rule, where no ruling and no sum decides: a
// first-party document; the number of independent sources; the number of sources; the newest source. Else it is a tie.

import type { Claim, Source } from '../model/evidence.js';
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

/**
 * `camps` must not be empty. `isVendors`: whether the topic is about something of the subject's vendor; on another
 * vendor's model a first-party document is one source among others. On a tie the camp of the first claim in id order
 * is returned, so that file order cannot matter.
 */
export function chooseCamp(
	camps: readonly Camp[],
	sources: ReadonlyMap<string, Source>,
	isVendors: boolean,
): Choice {
	let left = [...camps].sort(byName);
	if (left.length === 1) return { camp: left[0] ?? [], precedence: 'only-value' };
	for (const rule of rulesOver(sources, isVendors)) {
		const best = Math.max(...left.map(rule.score));
		left = left.filter((camp) => rule.score(camp) === best);
		if (left.length === 1) return { camp: left[0] ?? [], precedence: rule.name };
	}
	const newest = left.filter((camp) =>
		left.every((other) => other === camp || isNewer(camp, other, sources)),
	);
	if (newest.length === 1) return { camp: newest[0] ?? [], precedence: 'newest' };
	return { camp: left[0] ?? [], precedence: 'tie' };
}

function rulesOver(sources: ReadonlyMap<string, Source>, isVendors: boolean): readonly Rule[] {
	const sourceOf = (claim: Claim) => sources.get(claim.source);
	return [
		{
			name: 'first-party',
			score: (camp) => Number(isVendors && camp.some((claim) => sourceOf(claim)?.party === 'first')),
		},
		{ name: 'independent-sources', score: (camp) => countIndependent(camp, sources) },
		{ name: 'sources', score: (camp) => new Set(camp.map((claim) => claim.source)).size },
	];
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

/** True when some source of the camp is certainly later than all of the other's: an undated one could be of any day. */
function isNewer(camp: Camp, other: Camp, sources: ReadonlyMap<string, Source>): boolean {
	const dates = (claims: Camp) => claims.map((claim) => sources.get(claim.source)?.date);
	const latest = dates(camp)
		.map((date) => (date === undefined ? '' : `${date}-00-00`.slice(0, 10)))
		.sort()
		.at(-1);
	return dates(other).every((date) => date !== undefined && `${date}-99-99`.slice(0, 10) < (latest ?? ''));
}
