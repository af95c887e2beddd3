// Whoever starts from nothing copies the examples that messages give, so each must itself be right.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { FIRST_LINES, inFlow } from '../../src/diagnostics/yaml-example.js';
import { FILE_SCHEMAS } from '../../src/validate/schema/file-schemas.js';
import { check, checkAtlas } from './atlas.js';

interface Part {
	readonly path: string;
	readonly schema: z.ZodType;
}

/** Each type has some of these. */
interface Def {
	readonly type: string;
	readonly shape: Readonly<Record<string, z.ZodType>>;
	readonly catchall?: z.ZodType;
	readonly valueType: z.ZodType;
	readonly element: z.ZodType;
	readonly innerType: z.ZodType;
	readonly options: readonly z.ZodType[];
}

/** Every part of a schema that is a mapping with fields of its own. */
function mappingsIn(schema: z.ZodType, path: string): readonly Part[] {
	const def = schema.def as unknown as Def;
	switch (def.type) {
		case 'object': {
			const fields = Object.entries(def.shape);
			const inner = fields.flatMap(([name, field]) => mappingsIn(field, `${path} ${name}`));
			return [{ path, schema }, ...inner, ...(def.catchall ? mappingsIn(def.catchall, `${path} *`) : [])];
		}
		case 'record':
			return [{ path, schema }, ...mappingsIn(def.valueType, `${path} *`)];
		case 'array':
			return mappingsIn(def.element, path);
		case 'optional':
			return mappingsIn(def.innerType, path);
		case 'union':
			return def.options.flatMap((option) => mappingsIn(option, path));
		default:
			return [];
	}
}

const PARTS = Object.entries(FILE_SCHEMAS).flatMap(([file, schema]) => mappingsIn(schema, file));

test.each(PARTS.map(({ path, schema }) => [path, schema] as const))(
	'%s has an example, which is valid and reads back as it is written',
	(_, schema) => {
		const [example] = (schema.meta()?.examples ?? []) as readonly unknown[];
		expect(schema.safeParse(example)).toMatchObject({ success: true });
		expect(parse(inFlow(example))).toEqual(example);
	},
);

test('the lines that the two required files are said to begin with make a brief', () => {
	const lines = Object.entries(FIRST_LINES).map(([file, text]) => [
		file,
		`${[...text.matchAll(/`([^`]+)`/g)].map(([, line]) => line).join('\n')}\n`,
	]);
	expect(check(Object.fromEntries(lines)).diagnostics).toEqual([]);
});

describe('what is needed is said, with an example', () => {
	test.each([
		[
			'brief.yaml',
			'title: A\nsubject: Atlas\nasOf: 2026-03-01\n',
			'with `id`, `name` and `vendor`, but',
			'such as `subject: { id: ',
		],
		['sources.yaml', 'card\n', 'sources.yaml must be a list', 'such as `- { id: '],
		['models.yaml', '- Atlas 1\n', 'with `id`, `name`, `vendor` and `role`, but', 'such as `- { id: '],
		[
			'figures.yaml',
			'- id: a\n',
			'needs the fields `label`, `group`, `unit` and `claims`',
			'such as `- { id: ',
		],
		[
			'results.yaml',
			'- { benchmark: gsm8k, model: atlas-2, claims: 91 }\n',
			'must be a list',
			'such as `claims: [{ value: ',
		],
		[
			'results.yaml',
			'- { benchmark: gsm8k, model: atlas-2, value: 91 }\n',
			'no field `value`',
			'`value` stands in `claims`, such as `claims: [{',
		],
		['safety.yaml', '- a\n', 'safety.yaml must be a mapping', 'such as `questions: [{'],
		[
			'storyline.yaml',
			'executive-brief: { gains: Large }\n',
			'must be a mapping',
			'such as `gains: { headline: ',
		],
		[
			'storyline.yaml',
			'gains: { headline: { headline: Large } }\n',
			'no deck `gains`',
			'`executive-brief: { gains: … }`',
		],
	] as const)('in %s: %j', (file, text, what, fix) => {
		const options = { deckNames: ['executive-brief'], slideNames: { 'executive-brief': ['gains'] } };
		const report = checkAtlas({ [file]: text }, options).report.replace(/\s+/g, ' ');
		expect(report).toContain(what);
		expect(report).toContain(fix);
	});
});
