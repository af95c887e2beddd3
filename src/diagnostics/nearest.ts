// The spelling that somebody probably meant, or nothing: a wrong suggestion is worse than none.

import { distance } from 'fastest-levenshtein';

/** Compares without case, hyphens, underscores and blanks; ties go to the candidate that stands first. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
	const wanted = fold(name);
	if (wanted === '' || wanted.length > 200) return undefined;
	let best: string | undefined;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const folded = fold(candidate);
		const limit = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
		if (Math.abs(folded.length - wanted.length) > limit) continue;
		const steps = isSwap(wanted, folded) ? 1 : distance(wanted, folded);
		if (steps <= limit && steps < bestDistance) {
			best = candidate;
			bestDistance = steps;
		}
	}
	return best;
}

/** Two neighbouring letters in the wrong order are one mistake. */
function isSwap(typed: string, meant: string): boolean {
	if (typed.length !== meant.length) return false;
	const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
	if (at === -1) return false;
	return typed.slice(0, at) + typed[at + 1] + typed[at] + typed.slice(at + 2) === meant;
}

function fold(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_-]+/g, '');
}
