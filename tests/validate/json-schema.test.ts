import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVIDENCE_FILES } from '../../src/diagnostics/evidence-tree.js';
import { jsonSchemaFiles } from '../../src/validate/json-schema.js';

const FOLDER = join(import.meta.dirname, '../../schema');
const files = jsonSchemaFiles();

test('every evidence file has a JSON Schema', () => {
	expect([...files.keys()]).toEqual(EVIDENCE_FILES.map((name) => name.replace('.yaml', '.schema.json')));
});

test.each([...files])('schema/%s is what `npm run schema` would write', (name, text) => {
	expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
});

test.each([...files])('%s describes every field that a person can write', (_, text) => {
	const nameless: string[] = [];
	const visit = (schema: Record<string, unknown>, path: string) => {
		const properties = (schema.properties ?? {}) as Record<string, Record<string, unknown>>;
		for (const [field, inner] of Object.entries(properties)) {
			if (typeof inner.description !== 'string') nameless.push(`${path}${field}`);
			visit(inner, `${path}${field}.`);
		}
		if (schema.items) visit(schema.items as Record<string, unknown>, path);
	};
	visit(JSON.parse(text), '');
	expect(nameless).toEqual([]);
});
