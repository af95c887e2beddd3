// Finds the part of a schema that a path leads to: its known fields, its title and its description.

import { z } from 'zod';
import { codeList, fieldsInFlow, inFlow } from '../diagnostics/yaml-example.js';

/** Undefined where the path leads out of the schema. Unions are entered through the first option that fits. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
	let current: z.ZodType | undefined = bare(schema);
	for (const key of path) {
		current = current && step(current, key);
		if (current) current = bare(current);
	}
	return current;
}

/** The schema of a field with its own description, optional or not. */
export function describedAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
	const parent = schemaAt(schema, path.slice(0, -1));
	const key = path.at(-1);
	if (!(parent instanceof z.ZodObject) || key === undefined) return '';
	const field = parent.shape[String(key)];
	return field instanceof z.ZodType ? (field.description ?? '') : '';
}

/** What a person would write for a part of a schema; undefined for what has no fields of its own. */
function exampleOf(schema: z.ZodType | undefined): object | undefined {
	if (schema === undefined) return undefined;
	if (schema instanceof z.ZodArray) {
		const item = exampleOf(schema.element as z.ZodType);
		return item && [item];
	}
	if (schema instanceof z.ZodUnion) return exampleOf(schema.options[0] as z.ZodType);
	const [example] = (bare(schema).meta()?.examples ?? []) as readonly unknown[];
	return typeof example === 'object' && example !== null ? example : undefined;
}

/** The same as it would stand in the file, as code: a field, an entry of a list, the lines of a file; empty without one. */
export function exampleLine(path: readonly PropertyKey[], schema: z.ZodType): string {
	const last = path.at(-1);
	const owner = typeof last === 'string' ? exampleOf(schemaAt(schema, path.slice(0, -1))) : undefined;
	const example =
		Object.entries(owner ?? {}).find(([field]) => field === last)?.[1] ?? exampleOf(schemaAt(schema, path));
	if (example === undefined) return '';
	if (last === undefined)
		return Array.isArray(example) ? `\`- ${inFlow(example[0])}\`` : codeList(fieldsInFlow(example));
	return typeof last === 'number' ? `\`- ${inFlow(example)}\`` : `\`${String(last)}: ${inFlow(example)}\``;
}

/** The fields that must be there. */
export function requiredIn(schema: z.ZodType | undefined): readonly string[] {
	if (!(schema instanceof z.ZodObject)) return [];
	return Object.entries(schema.shape).flatMap(([field, inner]) =>
		inner instanceof z.ZodOptional || inner instanceof z.ZodExactOptional ? [] : [field],
	);
}

export function fieldsOf(schema: z.ZodType | undefined): readonly string[] {
	if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
	if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option as z.ZodType));
	return [];
}

/** `A claim`, `The subject`; the nearest titled part of the schema on the way to the path. */
export function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
	for (let length = path.length; length >= 0; length--) {
		const title = schemaAt(schema, path.slice(0, length))?.meta()?.title;
		if (title) return title;
	}
	return 'The file';
}

function bare(schema: z.ZodType): z.ZodType {
	let current = schema;
	while (current instanceof z.ZodOptional || current instanceof z.ZodExactOptional)
		current = current.unwrap() as z.ZodType;
	return current;
}

function step(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
	if (schema instanceof z.ZodObject)
		return (schema.shape[String(key)] ?? schema.def.catchall) as z.ZodType | undefined;
	if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
	if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
	if (schema instanceof z.ZodTuple) return schema.def.items[Number(key)] as z.ZodType | undefined;
	if (schema instanceof z.ZodUnion) {
		for (const option of schema.options) {
			const inside = step(bare(option as z.ZodType), key);
			if (inside) return inside;
		}
	}
	return undefined;
}
