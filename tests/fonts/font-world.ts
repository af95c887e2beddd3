// The font files that the project's themes name, and what makes them smaller.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontSubsetter } from '../../src/fonts/subset-font.js';

const require = createRequire(import.meta.url);

const readModule = (module: string) => new Uint8Array(readFileSync(require.resolve(module)));

export const FONTS: ReadonlyMap<string, Uint8Array> = new Map(
	readdirSync('themes')
		.flatMap((file) => [...readFileSync(`themes/${file}`, 'utf8').matchAll(/module: "([^"]+)"/g)])
		.map(([, module = '']) => [module.replace(/.*\//, ''), readModule(module)]),
);

export const newSubsetter = () => fontSubsetter(readModule('harfbuzzjs/dist/harfbuzz-subset.wasm'));
