// The only door to the `yaml` package: text in, a tree with positions out. Plain YAML 1.2 core only: anchors, aliases,
// merge keys, tags, directives, second documents, duplicate keys and reserved keys are refused.

import { isAlias, isMap, isScalar, isSeq, Lexer, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeEntry, TreeNode } from '../diagnostics/evidence-tree.js';
import { FIRST_LINES } from '../diagnostics/yaml-example.js';
import { checkScalar } from './check-scalar.js';
import { decodeText } from './decode-text.js';
import { explainSyntaxError, type SyntaxProblem } from './explain-syntax-error.js';
import { Lines } from './lines.js';
import { MAX_DEPTH, scanLimits } from './scan-limits.js';

const MAX_KEYS = 2_000;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

export interface ParsedYaml {
	/** Absent when the bytes are not text. */
	readonly text?: string;
	/** Absent when the text is not YAML that we read; present, with errors, when only single values are refused. */
	readonly root?: TreeNode;
	readonly diagnostics: readonly Diagnostic[];
}

/** Never throws on any bytes. `required` only changes the advice for an empty file. */
export function parseYaml(path: string, bytes: Uint8Array, required = false): ParsedYaml {
	const decoded = decodeText(path, bytes);
	const text = decoded.value;
	if (text === undefined) return { diagnostics: decoded.diagnostics };
	const lines = new Lines(path, text);
	const refused = [...decoded.diagnostics, ...scanLimits(text, lines)];
	if (refused.length > 0) return { text, diagnostics: refused };
	const { value: root, diagnostics } = compose(text, lines, required);
	return { text, ...(root && { root }), diagnostics };
}

function compose(text: string, lines: Lines, required: boolean): Checked<TreeNode> {
	const document = parseQuietly(text);
	if (document instanceof Error) {
		return {
			diagnostics: [{ code: 'MB123', location: lines.locate(0), args: { reason: document.message } }],
		};
	}
	const syntax = firstSyntaxError(document.errors);
	if (syntax) return { diagnostics: [explainSyntaxError(syntax, { text, lines, tokens: tokensOf(text) })] };
	const root = document.contents;
	if (root === null || (isScalar(root) && root.value === null && root.range[0] === root.range[1])) {
		const location = lines.locate(0);
		const start = FIRST_LINES[location.file.split(/[\\/]/).at(-1) ?? ''] ?? '';
		return {
			diagnostics: [{ code: 'MB109', location, args: { required: required ? 1 : 0, start } }],
		};
	}
	const reader = new TreeReader(text, lines);
	const tree = reader.read(root, 0);
	return reader.isReadable
		? { value: tree, diagnostics: reader.diagnostics }
		: { diagnostics: reader.diagnostics };
}

/** The package throws on some damaged texts; that is the text's fault, so it becomes a value. */
function parseQuietly(text: string) {
	try {
		return parseDocument(text, {
			version: '1.2',
			schema: 'core',
			merge: false,
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: 'error',
		});
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

/** One mistake often makes many errors; only the first is about the mistake. Ours name these two better. */
function firstSyntaxError(errors: readonly SyntaxProblem[]): SyntaxProblem | undefined {
	return [...errors]
		.filter((error) => error.code !== 'TAG_RESOLVE_FAILED' && error.code !== 'BAD_ALIAS')
		.sort((a, b) => a.pos[0] - b.pos[0])[0];
}

function tokensOf(text: string): readonly { readonly source: string; readonly start: number }[] {
	const tokens: { source: string; start: number }[] = [];
	let offset = 0;
	for (const source of new Lexer().lex(text)) {
		// The lexer also yields control characters that do not stand in the text.
		if (!text.startsWith(source, offset)) continue;
		tokens.push({ source, start: offset });
		offset += source.length;
	}
	return tokens;
}

class TreeReader {
	readonly #text: string;
	readonly #lines: Lines;
	readonly diagnostics: Diagnostic[] = [];
	/** False after a construct whose value we refuse to guess. */
	isReadable = true;

	constructor(text: string, lines: Lines) {
		this.#text = text;
		this.#lines = lines;
	}

	read(node: ParsedNode | null, depth: number): TreeNode {
		if (node === null) return { kind: 'scalar', value: null, raw: '', where: this.#lines.locate(0) };
		const [start, end] = node.range;
		const where = this.#lines.locate(start, end);
		this.#refuseProperties(node, start, end);
		if (depth > MAX_DEPTH) {
			this.#refuse({ code: 'MB121', location: where, args: { limit: MAX_DEPTH } });
			return { kind: 'scalar', value: null, raw: '', where };
		}
		if (isMap(node)) return { kind: 'map', entries: this.#entries(node, depth), where };
		if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.#item(item, depth)), where };
		if (!isScalar(node)) return { kind: 'scalar', value: null, raw: '', where };
		const raw = this.#text.slice(start, end);
		const checked = checkScalar(node.value, raw, where);
		this.diagnostics.push(...checked.diagnostics);
		return { kind: 'scalar', value: checked.value ?? null, raw, where };
	}

	#item(item: unknown, depth: number): TreeNode {
		return this.read(item as ParsedNode, depth + 1);
	}

	#entries(node: ParsedNode & { items: readonly unknown[] }, depth: number): readonly TreeEntry[] {
		const entries = new Map<string, TreeEntry>();
		const pairs = node.items as readonly { key: ParsedNode; value: ParsedNode | null }[];
		if (pairs.length > MAX_KEYS) {
			const location = this.#lines.locate(node.range[0]);
			this.#refuse({ code: 'MB122', location, args: { where: 'This mapping has', limit: MAX_KEYS } });
			return [];
		}
		for (const { key, value } of pairs) {
			const name = this.#keyName(key);
			if (name === undefined) continue;
			const keyWhere = this.#lines.locate(key.range[0], key.range[1]);
			const earlier = entries.get(name);
			if (earlier) {
				const also = [{ location: earlier.keyWhere, text: `\`${name}\` stands here first.` }];
				this.diagnostics.push({ code: 'MB126', location: keyWhere, args: { key: name }, also });
				continue;
			}
			const tree = value
				? this.read(value, depth + 1)
				: ({ kind: 'scalar', value: null, raw: '', where: keyWhere } as const);
			const isNothing = tree.kind === 'scalar' && tree.value === null && tree.raw === '';
			// A value that is not there has no place of its own.
			entries.set(name, { key: name, keyWhere, value: isNothing ? { ...tree, where: keyWhere } : tree });
		}
		return [...entries.values()];
	}

	/** Undefined, with a diagnostic, for keys that cannot be fields. */
	#keyName(key: ParsedNode): string | undefined {
		const [start, end] = key.range;
		const location = this.#lines.locate(start, Math.max(end, start + 1));
		this.#refuseProperties(key, start, end);
		if (isAlias(key)) return undefined;
		if (!isScalar(key) || typeof key.value !== 'string') {
			const digits = /(\d+),\s*$/.exec(this.#text.slice(Math.max(0, start - 20), start))?.[1] ?? '';
			const number =
				digits && isScalar(key) && typeof key.value === 'number' ? digits + this.#text.slice(start, end) : '';
			this.#refuse({ code: 'MB131', location, args: { found: keyKind(key), number } });
			return undefined;
		}
		if (key.value === '<<') {
			this.#refuse({ code: 'MB128', location, args: {} });
			return undefined;
		}
		if (RESERVED.has(key.value)) {
			this.diagnostics.push({ code: 'MB130', location, args: { key: key.value } });
			return undefined;
		}
		return key.value;
	}

	#refuseProperties(node: Node, start: number, end: number): void {
		if (isAlias(node)) {
			const location = this.#lines.locate(start, end);
			this.#refuse({
				code: 'MB127',
				location,
				args: { kind: 'alias', form: this.#text.slice(start, end).trim() },
			});
			return;
		}
		if ('anchor' in node && node.anchor) {
			const form = `&${node.anchor}`;
			const at = Math.max(this.#text.lastIndexOf(form, start), 0);
			const location = this.#lines.locate(at, at + form.length);
			this.#refuse({ code: 'MB127', location, args: { kind: 'anchor', form } });
		}
		if (node.tag !== undefined) {
			const at = Math.max(this.#text.lastIndexOf('!', start), 0);
			const whole = /!\S*/.exec(this.#text.slice(this.#startOfTag(at)))?.[0] ?? '!';
			const location = this.#lines.locate(this.#startOfTag(at), this.#startOfTag(at) + whole.length);
			this.#refuse({ code: 'MB129', location, args: { tag: whole } });
		}
	}

	#startOfTag(at: number): number {
		let start = at;
		while (start > 0 && !/[\s[{,]/.test(this.#text[start - 1] ?? ' ')) start--;
		return start;
	}

	#refuse(diagnostic: Diagnostic): void {
		this.isReadable = false;
		this.diagnostics.push(diagnostic);
	}
}

function keyKind(key: ParsedNode): string {
	if (!isScalar(key)) return 'a list or a mapping';
	if (key.value === null) return 'empty';
	return typeof key.value === 'number'
		? `the number ${key.source ?? key.value}`
		: `the value ${String(key.value)}`;
}
