// One complaint of a schema, turned into a diagnostic at the place in the file that a person must change.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import { codeList } from '../diagnostics/yaml-example.js';
import { explainField } from './explain-field.js';
import { explainValue } from './explain-value.js';
import { entryOf } from './places.js';
import { describedAt, exampleLine, fieldsOf, schemaAt, titleAt } from './schema-path.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Fields that one thing lacks are reported together. */
export function explainIssues(
	issues: readonly Issue[],
	schema: z.ZodType,
	root: TreeNode,
): readonly Diagnostic[] {
	const lacking = new Map<string, Path[]>();
	for (const { path } of issues) {
		if (nodeAt(root, path)) continue;
		const parent = path.slice(0, -1).join('/');
		lacking.set(parent, [...(lacking.get(parent) ?? []), path]);
	}
	return issues.flatMap((issue) => {
		if (nodeAt(root, issue.path)) return explainIssue(issue, schema, root);
		const paths = lacking.get(issue.path.slice(0, -1).join('/')) ?? [];
		return paths[0] === issue.path ? [missing(paths, schema, root)] : [];
	});
}

function explainIssue(issue: Issue, schema: z.ZodType, root: TreeNode): readonly Diagnostic[] {
	const node = nodeAt(root, issue.path);
	if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, issue.path, schema, root);
	if (!node) return [];
	const valuePath = pathOfValue(issue.path);
	if (valuePath && (issue.code === 'invalid_union' || isAboutDate(issue))) {
		return [explainValue(nodeAt(root, valuePath) ?? node)];
	}
	if (issue.code === 'invalid_union') {
		const inner = closestBranch(issue.errors, node);
		const whole = inner.map((part) => ({ ...part, path: [...issue.path, ...part.path] }));
		return explainIssues(whole, schema, root);
	}
	return [explainField(issue, node, schema)];
}

/** The field that was probably meant, or an empty text. */
export function nearestField(field: string, path: Path, schema: z.ZodType): string {
	return nearest(field, fieldsOf(schemaAt(schema, path))) ?? '';
}

/** The way to the `value` of a claim that the path leads into. */
function pathOfValue(path: Path): Path | undefined {
	const index = path.lastIndexOf('value');
	return index > 0 && path[index - 2] === 'claims' ? path.slice(0, index + 1) : undefined;
}

/** Of all the forms of a value, a string fits a date best; that does not mean that a date was meant. */
function isAboutDate(issue: Issue): boolean {
	return issue.code === 'custom' && issue.params?.code === 'MB212';
}

/** The branch that fits the kind of the value; its complaints are about the content. */
function closestBranch(branches: readonly (readonly Issue[])[], node: TreeNode): readonly Issue[] {
	const fits = (issues: readonly Issue[]) =>
		issues.every(({ path, code }) => path.length > 0 || (node.kind === 'scalar' && code !== 'invalid_type'));
	const isForeign = (issues: readonly Issue[]) => issues.some((issue) => issue.code === 'unrecognized_keys');
	return (
		branches.find((issues) => fits(issues) && !isForeign(issues)) ?? branches.find(fits) ?? branches[0] ?? []
	);
}

function unknownFields(
	keys: readonly string[],
	path: Path,
	schema: z.ZodType,
	root: TreeNode,
): readonly Diagnostic[] {
	const node = nodeAt(root, path);
	const known = fieldsOf(schemaAt(schema, path));
	return keys.map((field) => {
		const entry = node?.kind === 'map' ? entryOf(node, field) : undefined;
		const [before = '', ...after] = field.split(':');
		const missingBlank = after.length > 0 && known.includes(before) ? `${before}: ${after.join(':')}` : '';
		return {
			code: 'MB201',
			location: entry?.keyWhere ?? node?.where ?? root.where,
			args: {
				thing: titleAt(schema, path),
				field,
				nearest: nearestField(field, path, schema),
				known: known.map((name) => `\`${name}\``).join(', '),
				missingBlank,
				elsewhere: elsewhere(field, path, schema),
			},
		};
	});
}

/** `value` of a result stands in its claims. */
function elsewhere(field: string, path: Path, schema: z.ZodType): string {
	const holder = fieldsOf(schemaAt(schema, path)).find((name) => {
		const inner = schemaAt(schema, [...path, name]);
		return fieldsOf(inner).includes(field) || fieldsOf(schemaAt(schema, [...path, name, 0])).includes(field);
	});
	if (holder === undefined) return '';
	return `\`${field}\` stands in \`${holder}\`, such as ${exampleLine([...path, holder], schema)}. `;
}

/** Fields that one thing lacks; it has at least one of these paths. */
function missing(paths: readonly Path[], schema: z.ZodType, root: TreeNode): Diagnostic {
	const [path = []] = paths;
	const owner = path.slice(0, -1);
	const parent = nodeAt(root, owner) ?? root;
	const fields = codeList(paths.map((one) => String(one.at(-1))));
	const meaning = describedAt(schema, path);
	const line = exampleLine(path, schema);
	const add = line === '' ? `Add \`${String(path.at(-1))}: …\`` : `Add it, such as ${line}`;
	return {
		code: 'MB202',
		location: { ...parent.where, length: 1 },
		args: {
			thing: titleAt(schema, owner),
			fields: `the field${paths.length === 1 ? '' : 's'} ${fields}`,
			advice:
				paths.length === 1
					? `${add}${meaning === '' ? '' : `: ${lowerFirst(meaning)}`}.`
					: `Write it such as ${exampleLine(owner, schema)}.`,
		},
	};
}

function lowerFirst(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function nodeAt(root: TreeNode, path: Path): TreeNode | undefined {
	let node: TreeNode | undefined = root;
	for (const key of path) {
		if (node?.kind === 'map') node = entryOf(node, String(key))?.value;
		else node = node?.kind === 'list' ? node.items[Number(key)] : undefined;
	}
	return node;
}
