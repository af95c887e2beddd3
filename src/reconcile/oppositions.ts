// Contradictions that comparing with the printed claim does not show: two claims that are both compatible with it, and
// not with one another. Claims on one topic in, pairs out.

import type { Claim, Unit } from '../model/evidence.js';
import type { Opposition } from '../model/finding.js';
import { causeOfDifference } from './causes.js';

/** Each pair once, in the order of the claims. `explained` are those that contradict what is printed anyway. */
export function oppositionsAmong(
	claims: readonly Claim[],
	explained: ReadonlySet<Claim>,
	unit: Unit,
): readonly Opposition[] {
	const open = claims.filter((claim) => !explained.has(claim));
	return open.flatMap((one, index) =>
		open
			.slice(index + 1)
			.filter((other) => causeOfDifference(one, other, unit) === 'contradiction')
			.map((other) => ({ one, other })),
	);
}
