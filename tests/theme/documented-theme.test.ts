// The theme that docs/themes.md makes in ten minutes, as it stands there.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { loadTheme } from '../../src/pipeline.js';
import { readAssets } from '../project-assets.js';

const require = createRequire(import.meta.url);
const guide = readFileSync('docs/themes.md', 'utf8').split('## A theme in ten minutes')[1] ?? '';
const [start = '', dark = ''] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test.each([
	['light', 'airy', start],
	['light', 'dense', start],
	['dark', 'airy', start + dark],
	['dark', 'dense', start + dark],
] as const)('can be read in %s, %s', async (mode, density, text) => {
	const assets = readAssets();
	const themes = new Map([...assets.themes, ['acme', { file: 'acme.yaml', text }]]);
	const loaded = await loadTheme(
		'acme',
		{ ...assets, themes },
		async ({ module }) => ({ value: readFileSync(require.resolve(module)), diagnostics: [] }),
		{ mode, density },
	);
	expect(loaded.diagnostics).toEqual([]);
	expect(loaded.value?.tokens.color.accent).toMatch(/^#/);
});
