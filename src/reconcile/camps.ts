// Claims about one topic in camps that say the same, and which of these may head the finding at all.

import type { Claim, Ruling, Unit } from '../model/evidence.js';
import type { Derivation } from '../model/finding.js';
import { causeOfDifference } from './causes.js';
import type { Camp } from './precedence.js';

/** Groups claims that agree with one another; a claim joins the first group whose every member agrees with it. */
export function campsOf(claims: readonly Claim[], unit: Unit): readonly Camp[] {
	const camps: Claim[][] = [];
	for (const claim of claims) {
		const home = camps.find((camp) =>
			camp.every((other) => causeOfDifference(claim, other, unit) === 'agree'),
		);
		if (home) home.push(claim);
		else camps.push([claim]);
	}
	return camps;
}

/** The claims that a ruling prefers; none where it prefers no source. */
export function preferredClaims(claims: readonly Claim[], ruling: Ruling | undefined): readonly Claim[] {
	const decision = ruling?.decision;
	if (decision?.kind !== 'prefer') return [];
	return claims.filter(
		({ source, at }) => source === decision.source && (decision.at === undefined || at === decision.at),
	);
}

/**
 * Words never head a finding for which somebody gives a number or a date, nor does another unit or another name where
 * somebody states the thing itself. Then, of the camps left, those that follow from what the deck prints.
 */
export function candidates(camps: readonly Camp[], derivation: Derivation | undefined): readonly Camp[] {
	const measured = someOr(camps, (claim) => claim.value.kind !== 'text');
	const own = someOr(measured, ({ value, unit, as }) =>
		value.kind === 'assertion' ? true : unit === undefined && as === undefined,
	);
	const follows = new Set(
		derivation?.checks
			.filter(({ cause }) => cause !== 'contradiction' && cause !== 'unit')
			.map(({ claim }) => claim.id),
	);
	return someOr(own, ({ id }) => follows.has(id));
}

/** Camps with a claim that passes; all of them where none does. */
function someOr(camps: readonly Camp[], passes: (claim: Claim) => boolean): readonly Camp[] {
	const some = camps.filter((camp) => camp.some(passes));
	return some.length > 0 ? some : camps;
}
