// How dark each cell of the scoreboard is: the nearer to the best value of its row, the darker. Rows that must not be
// compared have no shade.

import type { Benchmark } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import { leastSpan } from './least-span.js';
import { printedEnds } from './printed-ends.js';
import { areMeasuredApart } from './scores.js';

export type Shade = 'best' | 'close' | 'apart' | 'none';

/** Shares of the row's span, or of `leastSpan` where that is wider: a small difference never looks large. */
const [CLOSE, APART] = [1 / 4, 5 / 8];

/** One shade for each finding, in their order; all `none` with fewer than two numbers, or in different setups. */
export function shadesOf(
	findings: readonly (Finding | undefined)[],
	{ unit, better }: Benchmark,
): readonly Shade[] {
	const places = findings.map((finding) => (finding === undefined ? undefined : placeOf(finding)));
	const known = places.filter((place) => place !== undefined);
	if (known.length < 2 || isAnyMeasuredApart(findings.filter((one) => one !== undefined)))
		return findings.map(() => 'none');
	const [lowest, highest] = [Math.min(...known), Math.max(...known)];
	const best = better === 'higher' ? highest : lowest;
	const span = Math.max(highest - lowest, leastSpan(unit, (lowest + highest) / 2));
	return places.map((place) => {
		if (place === undefined) return 'none';
		const share = span === 0 ? 0 : Math.abs(place - best) / span;
		if (share === 0) return 'best';
		return share <= CLOSE ? 'close' : share <= APART ? 'apart' : 'none';
	});
}

/** The middle of a range; nothing for a bound, and for what was measured in another unit or on another test. */
function placeOf(finding: Finding): number | undefined {
	const ends = printedEnds(finding);
	const isOpen = ends === undefined || !Number.isFinite(ends.from) || !Number.isFinite(ends.to);
	return isOpen ? undefined : (ends.from + ends.to) / 2;
}

function isAnyMeasuredApart(findings: readonly Finding[]): boolean {
	return findings.some((one, index) =>
		findings.slice(index + 1).some((other) => areMeasuredApart(one, other)),
	);
}
