// The JSON Schema of each evidence file, made from the schemas that check it, so that editors say the same.

import { z } from 'zod';
import { FILE_SCHEMAS } from './schema/file-schemas.js';

/** File name in `schema/` → its text. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(FILE_SCHEMAS).map(([file, schema]) => [
			file.replace('.yaml', '.schema.json'),
			`${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), undefined, '\t')}\n`,
		]),
	);
}
