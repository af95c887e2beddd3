// HarfBuzz from its package, ready to take the fonts of a build apart.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Checked } from '../diagnostics/diagnostic.js';
import { fontSubsetter, type SubsetFont } from '../pipeline.js';
import type { CommandContext } from './context.js';
import { resolveModule } from './resolve-module.js';

const HARFBUZZ = 'harfbuzzjs/dist/harfbuzz-subset.wasm';
const MAX_BYTES = 5_000_000;

/** It gets ready while the evidence is read. */
export async function loadSubsetter({
	files,
	packageRoot,
}: Pick<CommandContext, 'files' | 'packageRoot'>): Promise<Checked<SubsetFont>> {
	const require = createRequire(join(packageRoot, 'package.json'));
	const { value: wasm, diagnostics } = await files.readFile(resolveModule(require, HARFBUZZ), MAX_BYTES);
	return wasm === undefined ? { diagnostics } : { value: fontSubsetter(wasm), diagnostics };
}
