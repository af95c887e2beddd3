// Writes schema/*.schema.json from the schemas in src/validate/schema. A test fails when they are stale.

import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const result = await build({
	entryPoints: ['src/validate/json-schema.ts'],
	bundle: true,
	format: 'esm',
	platform: 'node',
	write: false,
});
const code = Buffer.from(result.outputFiles[0].contents).toString('base64');
const { jsonSchemaFiles } = await import(`data:text/javascript;base64,${code}`);
mkdirSync('schema', { recursive: true });
for (const [name, text] of jsonSchemaFiles()) writeFileSync(`schema/${name}`, text);
