// How many findings are on no slide, for the last lines of `build` and `check`.

import type { UnshownGroup } from '../pipeline.js';

export const countUnshown = (groups: readonly UnshownGroup[]): number =>
	groups.reduce((sum, { keys }) => sum + keys.length, 0);

/** `12 findings are on no slide`. */
export const unshownText = (count: number): string =>
	`${count} ${count === 1 ? 'finding is' : 'findings are'} on no slide`;
