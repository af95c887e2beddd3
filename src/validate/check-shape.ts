// Checks one file against its schema. What does not fit is reported and cut out, as little of it as possible, so that
// everything else in the file can still be checked by the rules.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import { explainIssues, nearestField } from './explain-issue.js';

interface Shaped<T> {
	/** What is left of `plain`, which is changed in place; absent when nothing is. */
	readonly value?: T;
	readonly diagnostics: readonly Diagnostic[];
}

type Issue = z.core.$ZodIssue;

/** Cutting out a broken field can make its claim invalid, then its topic, then the list: never more than these. */
const MAX_ROUNDS = 12;

export function checkShape<S extends z.ZodType>(
	schema: S,
	plain: unknown,
	root: TreeNode,
): Shaped<z.infer<S>> {
	const first = schema.safeParse(plain);
	if (first.success) return { value: plain as z.infer<S>, diagnostics: [] };
	const mistyped = mistypedFields(first.error.issues, schema);
	const telling = first.error.issues.filter(
		(issue) => !(mistyped.has(issue.path.join('/')) && isMissing(plain, issue.path)),
	);
	const diagnostics = explainIssues(telling, schema, root);
	let issues: readonly Issue[] = first.error.issues;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		if (!cutOut(plain, issues)) break;
		const again = schema.safeParse(plain);
		if (again.success) return { value: plain as z.infer<S>, diagnostics };
		issues = again.error.issues;
	}
	return { diagnostics };
}

function isMissing(root: unknown, path: readonly PropertyKey[]): boolean {
	const parent = at(root, path.slice(0, -1));
	const key = path.at(-1);
	return parent !== undefined && key !== undefined && !Object.hasOwn(parent, key);
}

/** Fields that are there under a wrong name; that they are missing needs no message of its own. */
function mistypedFields(issues: readonly Issue[], schema: z.ZodType): ReadonlySet<string> {
	return new Set(
		issues.flatMap((issue) =>
			issue.code === 'unrecognized_keys'
				? issue.keys.map((key) => [...issue.path, nearestField(key, issue.path, schema)].join('/'))
				: [],
		),
	);
}

type Container = Record<PropertyKey, unknown> | unknown[];

/** False when the root itself is at fault. */
function cutOut(root: unknown, issues: readonly Issue[]): boolean {
	const cuts = new Map<Container, Set<PropertyKey>>();
	const cut = (path: readonly PropertyKey[]): boolean => {
		const parent = at(root, path.slice(0, -1));
		const key = path.at(-1);
		if (key === undefined) return false;
		if (parent === undefined) return true;
		if (!Object.hasOwn(parent, key)) return cut(path.slice(0, -1));
		cuts.set(parent, (cuts.get(parent) ?? new Set()).add(key));
		return true;
	};
	for (const issue of issues) {
		if (issue.code === 'unrecognized_keys') for (const key of issue.keys) cut([...issue.path, key]);
		else if (!cut(issue.path)) return false;
	}
	for (const [parent, keys] of cuts) {
		if (Array.isArray(parent)) {
			for (const index of [...keys].map(Number).sort((a, b) => b - a)) parent.splice(index, 1);
		} else for (const key of keys) delete parent[key];
	}
	return true;
}

function at(root: unknown, path: readonly PropertyKey[]): Container | undefined {
	let value = root;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return typeof value === 'object' && value !== null ? (value as Container) : undefined;
}
