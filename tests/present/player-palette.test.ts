// The colours of what stands around the slides, as client.css names them: words 4.5:1, edges of controls and marks 3:1.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../src/theme/color-science.js';

const css = readFileSync('src/present/client/client.css', 'utf8');
const PALETTE = new Map(
	[...css.matchAll(/--mb-([\w-]+): #([0-9a-f]{3}|[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
		name,
		`#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`,
	]),
);

test.each([
	['night-text', ['night', 'night-deep', 'night-raised'], 4.5],
	['night-muted', ['night', 'night-deep', 'night-raised'], 4.5],
	['night-risk', ['night', 'night-deep'], 4.5],
	['night-edge', ['night-deep', 'night-raised'], 3],
	['night-accent', ['night-deep', 'night-track'], 3],
	['alarm-text', ['alarm'], 4.5],
	['alarm-muted', ['alarm'], 4.5],
	['alarm-edge', ['alarm'], 3],
	['alarm-accent', ['alarm'], 3],
	['laser', ['black', 'white'], 3],
])('%s on %s', (front, backs, least) => {
	for (const back of backs)
		expect(contrast(PALETTE.get(front) ?? '', PALETTE.get(back) ?? ''), back).toBeGreaterThanOrEqual(least);
});
