// Lets a script use parts of src/, which are TypeScript: bundles what is asked for and imports it. The bundle lies
// below node_modules so that the packages that it needs are found from there.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `exports`: file below src/ to the names wanted from it, e.g. `{ 'effects/clock.ts': ['buildDate'] }`. */
export async function importSource(exports) {
	const lines = Object.entries(exports).map(
		([file, names]) => `export { ${names.join(', ')} } from './src/${file}';`,
	);
	const outfile = join(
		root,
		'node_modules',
		'.cache',
		'modelbrief',
		`source-${process.pid}-${Date.now()}.mjs`,
	);
	await build({
		stdin: { contents: lines.join('\n'), resolveDir: root, loader: 'ts' },
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20.19',
		packages: 'external',
	});
	try {
		return await import(pathToFileURL(outfile).href);
	} finally {
		rmSync(outfile, { force: true });
	}
}
