// How many sources are independent. Documents that retell one announcement are one origin, however many they are.

import type { Claim, Source } from '../model/evidence.js';

/**
 * Origins of a claim: whom it credits, else what its source derives from, followed back to where the trail ends.
 * A trail that only runs in a circle has one origin, the whole circle, under the name that sorts first.
 */
export function originsOf(claim: Claim, sources: ReadonlyMap<string, Source>): ReadonlySet<string> {
	const starts = claim.credits.length > 0 ? claim.credits : [claim.source];
	const origins = new Set<string>();
	const seen = new Set<string>();
	const follow = (id: string) => {
		if (seen.has(id)) return;
		seen.add(id);
		const parents = sources.get(id)?.derivesFrom ?? [];
		if (parents.length === 0) origins.add(id);
		else parents.forEach(follow);
	};
	starts.forEach(follow);
	const [circle] = [...seen].sort();
	return origins.size > 0 || circle === undefined ? origins : new Set([circle]);
}

/**
 * The largest number of claims of which no two share a document or an origin (maximum set packing).
 * One more agreeing claim can never lower it, which counting connected groups would.
 */
export function countIndependent(claims: readonly Claim[], sources: ReadonlyMap<string, Source>): number {
	// A document that credits two parties is still one document, and a vendor that writes two is still one vendor.
	const document = (claim: Claim) => `document ${claim.source}`;
	const party = (origin: string) => (sources.get(origin)?.party === 'first' ? 'first-party' : origin);
	const sets = minimalSets(
		claims.map((claim) => new Set([...[...originsOf(claim, sources)].map(party), document(claim)])),
	);
	return largestPacking(sets, new Set());
}

/** Drops duplicates and supersets: where a set fits, its subset fits too. */
function minimalSets(sets: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
	const bySize = [...sets].sort((a, b) => a.size - b.size);
	const kept: ReadonlySet<string>[] = [];
	for (const set of bySize) {
		if (!kept.some((other) => [...other].every((id) => set.has(id)))) kept.push(set);
	}
	return kept;
}

function largestPacking(sets: readonly ReadonlySet<string>[], used: ReadonlySet<string>): number {
	const free = sets.filter((set) => [...set].every((id) => !used.has(id)));
	const [first, ...rest] = free;
	if (first === undefined) return 0;
	const overlapping = rest.some((set) => [...set].some((id) => first.has(id)));
	const taking = 1 + largestPacking(rest, new Set([...used, ...first]));
	return overlapping ? Math.max(taking, largestPacking(rest, used)) : taking;
}
