// One complaint of a schema, turned into a diagnostic at the place in the file that a person must change.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import { explainField } from './explain-field.js';
import { explainValue } from './explain-value.js';
import { entryOf } from './places.js';
import { describedAt, fieldsOf, schemaAt, titleAt } from './schema-path.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export function explainIssue(issue: Issue, schema: z.ZodType, root: TreeNode): readonly Diagnostic[] {
	const node = nodeAt(root, issue.path);
	if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, issue.path, schema, root);
	if (!node) return [missing(issue.path, schema, root)];
	const valuePath = pathOfValue(issue.path);
	if (valuePath && (issue.code === 'invalid_union' || isAboutDate(issue))) {
		return [explainValue(nodeAt(root, valuePath) ?? node)];
	}
	if (issue.code === 'invalid_union') {
		const inner = closestBranch(issue.errors, node);
		return inner.flatMap((part) =>
			explainIssue({ ...part, path: [...issue.path, ...part.path] }, schema, root),
		);
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
			},
		};
	});
}

function missing(path: Path, schema: z.ZodType, root: TreeNode): Diagnostic {
	const field = String(path.at(-1));
	const parent = nodeAt(root, path.slice(0, -1)) ?? root;
	const meaning = describedAt(schema, path);
	return {
		code: 'MB202',
		location: { ...parent.where, length: 1 },
		args: { thing: titleAt(schema, path.slice(0, -1)), field, meaning: lowerFirst(meaning) },
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
