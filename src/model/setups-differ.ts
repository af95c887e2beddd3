// Whether two setups can be told apart.

import type { Setup } from './evidence.js';

/** Only where both state a part of it, and not alike. */
export function setupsDiffer(left: Setup, right: Setup): boolean {
	const keys = ['harness', 'agent', 'effort', 'tools', 'split', 'attempts'] as const;
	return keys.some((key) => left[key] !== undefined && right[key] !== undefined && left[key] !== right[key]);
}
