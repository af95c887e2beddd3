// Bundles src/ into dist/: one lazy chunk per command, packages left outside so that npm can update them.

import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { extractPlayer } from './extract-player.mjs';

rmSync('dist', { recursive: true, force: true });
await extractPlayer('dist/player.json');
await build({
	entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	packages: 'external',
	chunkNames: 'chunks/[name]-[hash]',
	banner: {},
});
