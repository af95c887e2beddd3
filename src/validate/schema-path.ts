// Finds the part of a schema that a path leads to: its known fields, its title and its description.

import { z } from 'zod';

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
