// Small examples in messages, as a person would write them. The values must need no quotes; a test reads them back.

/** On one line: `{ id: curlew-2, claims: [{ value: 6.4 }] }`. */
export function inFlow(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
	return typeof value === 'object' && value !== null
		? `{ ${fieldsInFlow(value).join(', ')} }`
		: String(value);
}

/** One line for each field: `title: Curlew 2`, `asOf: 2026-03-01`. */
export const fieldsInFlow = (value: object): readonly string[] =>
	Object.entries(value).map(([field, inner]) => `${field}: ${inFlow(inner)}`);

/** `id`, `name` and `vendor`, as code. */
export function codeList(names: readonly string[]): string {
	const quoted = names.map((name) => `\`${name}\``);
	return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

const SUBJECT_EXAMPLE = { id: 'curlew-2', name: 'Curlew 2', vendor: 'Tidewater AI' };

export const BRIEF_EXAMPLE = { title: 'Curlew 2', subject: SUBJECT_EXAMPLE, asOf: '2026-03-01' };

export const SOURCE_EXAMPLE = {
	id: 'release-notes',
	title: 'Curlew 2 release notes',
	short: 'Release notes',
	publisher: 'Tidewater AI',
	kind: 'announcement',
	party: 'first',
};

/** How a file begins without which there is no brief. */
export const FIRST_LINES: Readonly<Record<string, string>> = {
	'brief.yaml': `such as ${codeList(fieldsInFlow(BRIEF_EXAMPLE))}, each on its own line`,
	'sources.yaml': `such as \`- ${inFlow(SOURCE_EXAMPLE)}\``,
};
