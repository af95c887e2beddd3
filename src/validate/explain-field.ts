// One field whose value does not fit, turned into a diagnostic with what stands there and what would fit.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import { codeList } from '../diagnostics/yaml-example.js';
import type { Location } from '../model/location.js';
import { reasonAgainst } from './dates.js';
import { explainValue, looksLikeNumber } from './explain-value.js';
import { oneLine } from './places.js';
import { exampleLine, requiredIn, schemaAt, titleAt } from './schema-path.js';
import { bidiControlIn, MARK_LIMIT } from './text-checks.js';
import { urlProblem } from './url-problem.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong with a value that is there: its kind, its choice, its length, its form. */
export function explainField(issue: Issue, node: TreeNode, schema: z.ZodType): Diagnostic {
	const location = node.where;
	const place = placeOf(issue.path, schema);
	if (node.kind === 'scalar' && node.value === null) return empty(node, place, location);
	switch (issue.code) {
		case 'invalid_type':
			return wrongType(issue.expected, node, place, issue.path, schema);
		case 'invalid_value':
			return unknownChoice(issue.values, node, place);
		case 'too_small':
			if (issue.origin === 'array') {
				return { code: 'MB215', location, args: { place, advice: emptyListAdvice(issue.path) } };
			}
			if (issue.origin === 'string') return empty(node, place, location);
			return outOfBounds(node, issue.minimum, 'below', 'lowest value', place);
		case 'too_big':
			if (issue.origin === 'string') {
				return {
					code: 'MB207',
					location,
					args: { place, length: textOf(node).length, limit: Number(issue.maximum) },
				};
			}
			if (issue.origin === 'array') return wrongList(node, place);
			return outOfBounds(node, issue.maximum, 'above', 'highest value', place);
		case 'invalid_format':
			return wrongFormat(issue.path, node, place);
		case 'custom':
			return refused(String(issue.params?.code), String(issue.params?.precision), node, place);
		default:
			return {
				code: 'MB203',
				location,
				args: { place, expected: 'something else', found: foundIn(node), advice: ADVICE },
			};
	}
}

const ADVICE = 'docs/evidence.md shows the fields of every file.';

function wrongType(
	expected: string,
	node: TreeNode,
	place: string,
	path: Path,
	schema: z.ZodType,
): Diagnostic {
	const location = node.where;
	if (node.kind === 'scalar') {
		if (expected === 'string') {
			return { code: 'MB214', location, args: { place, raw: node.raw, found: foundIn(node) } };
		}
		if (
			(expected === 'number' || expected === 'int') &&
			typeof node.value === 'string' &&
			looksLikeNumber(node.value)
		) {
			return explainValue(node);
		}
	}
	const needed = requiredIn(schemaAt(schema, path));
	const fields = expected === 'object' && needed.length > 0 ? ` with ${codeList(needed)}` : '';
	const wanted = `${WORDS[expected] ?? expected}${fields}`;
	const example = exampleLine(path, schema);
	return {
		code: 'MB203',
		location,
		args: { place, expected: wanted, found: foundIn(node), advice: typeAdvice(expected, node, example) },
	};
}

const WORDS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	tuple: 'a list of two',
	object: 'a mapping',
	record: 'a mapping',
};

/** `example` is how it would stand in the file, or empty. */
function typeAdvice(expected: string, node: TreeNode, example: string): string {
	if (expected === 'array') {
		const start = 'tart each entry with `- `';
		if (example.startsWith('`- ')) return `S${start}, such as ${example}.`;
		return `Put it in brackets${example === '' ? '' : `, such as ${example}`}, or s${start}.`;
	}
	if (expected === 'object' || expected === 'record') {
		const write = node.kind === 'list' ? 'Remove the `- ` and write' : 'Write';
		return example === ''
			? `${write} fields as \`name: value\`.`
			: `${write} its fields, such as ${example}.`;
	}
	if (expected === 'boolean') return 'Write true or false without quotes.';
	if (expected === 'string' && node.kind === 'map')
		return 'Put the text in quotes if it starts with a brace.';
	if (expected === 'string') return 'Write text, in quotes where it has special characters.';
	return `Write ${WORDS[expected] ?? expected} here. ${ADVICE}`;
}

function wrongList(node: TreeNode, place: string): Diagnostic {
	const found = node.kind === 'list' ? `a list of ${node.items.length}` : foundIn(node);
	return {
		code: 'MB203',
		location: node.where,
		args: { place, expected: 'a list of two', found, advice: ADVICE },
	};
}

function unknownChoice(values: readonly unknown[], node: TreeNode, place: string): Diagnostic {
	const choices = values.map(String);
	const found = node.kind === 'scalar' ? textOf(node) : foundIn(node);
	return {
		code: 'MB205',
		location: node.where,
		args: {
			place,
			found,
			nearest: nearest(found, choices) ?? '',
			choices: choices.map((choice) => `\`${choice}\``).join(', '),
		},
	};
}

function empty(node: TreeNode, place: string, location: Location): Diagnostic {
	const isQuoted = node.kind === 'scalar' && node.raw !== '';
	const advice = isQuoted
		? 'Write it, or remove the field if it is optional.'
		: 'Write it behind the colon, or remove the field if it is optional. Text behind a # is a comment unless it is in quotes.';
	return { code: 'MB206', location, args: { place, advice } };
}

function emptyListAdvice(path: Path): string {
	return path.at(-1) === 'claims'
		? 'Add what a source says, or `value: not reported` with the source that leaves it open, or remove the topic.'
		: 'Add an entry, or remove the field if it is optional.';
}

function outOfBounds(node: TreeNode, limit: unknown, side: string, end: string, place: string): Diagnostic {
	const advice = 'Check it against the source.';
	return {
		code: 'MB223',
		location: node.where,
		args: { value: textOf(node), side, limit: String(limit), end, of: place, advice },
	};
}

/** Patterns stand on ids, topic keys and the language. */
function wrongFormat(path: Path, node: TreeNode, place: string): Diagnostic {
	const found = textOf(node);
	if (path.at(-1) === 'language') {
		const advice = 'Write a language tag such as `en` or `pt-BR`.';
		return {
			code: 'MB203',
			location: node.where,
			args: { place, expected: 'a language tag', found: `\`${found}\``, advice },
		};
	}
	const suggestion = found
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\s_/]+/g, '-')
		.replace(/[^a-z0-9.-]/g, '')
		.replace(/^[.-]+/, '');
	return { code: 'MB210', location: node.where, args: { found, suggestion } };
}

function refused(code: string, precision: string, node: TreeNode, place: string): Diagnostic {
	const location = node.where;
	const text = textOf(node);
	switch (code) {
		case 'MB208': {
			const character = `U+${(bidiControlIn(text).codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
			return { code, location, args: { place, character } };
		}
		case 'MB209':
			return { code, location, args: { place, limit: MARK_LIMIT } };
		case 'MB211':
			return { code, location, args: { found: text, reason: urlProblem(text) ?? '' } };
		case 'MB212':
			return invalidDate(text, precision, location);
		default:
			return empty(node, place, location);
	}
}

function invalidDate(text: string, precision: string, location: Location): Diagnostic {
	const reason = reasonAgainst(text) ?? 'a full day is needed here';
	const advice =
		precision === 'day'
			? 'Write year, month and day, such as 2026-02-05.'
			: 'Write 2026-02-05, or 2026-02 or "2026" where the source is not more precise.';
	return { code: 'MB212', location, args: { found: text, reason, advice } };
}

function foundIn(node: TreeNode): string {
	if (node.kind === 'list') return 'a list';
	if (node.kind === 'map') return 'a mapping';
	if (node.value === null) return 'empty';
	if (typeof node.value === 'number') return `the number ${node.value}`;
	return typeof node.value === 'boolean' ? `the value ${node.value}` : `the text "${shorten(node.value)}"`;
}

function placeOf(path: Path, schema: z.ZodType): string {
	const last = path.at(-1);
	if (last === undefined) return titleAt(schema, path);
	if (typeof last !== 'number') return `\`${String(last)}\``;
	const field = path.at(-2);
	return field === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of \`${String(field)}\``;
}

function textOf(node: TreeNode): string {
	return node.kind === 'scalar' ? oneLine(String(node.value)) : '';
}

function shorten(text: string): string {
	const line = oneLine(text);
	return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
