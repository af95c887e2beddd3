// Turns a syntax error of the YAML package into the mistake that a person made: a quote or bracket left open, a colon
// in unquoted text, wrong indentation.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Lines } from './lines.js';

/** What we use of the package's error. */
export interface SyntaxProblem {
	readonly code: string;
	readonly message: string;
	readonly pos: readonly [number, number];
}

interface Token {
	readonly source: string;
	readonly start: number;
}

interface Context {
	readonly text: string;
	readonly lines: Lines;
	readonly tokens: readonly Token[];
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

export function explainSyntaxError(problem: SyntaxProblem, context: Context): Diagnostic {
	return (
		openQuote(problem, context) ??
		braceInText(problem, context) ??
		openBracket(problem, context) ??
		byCode(problem, context) ??
		invalid(problem, context, lowerFirst(problem.message))
	);
}

/** A quoted text that never ends, or that ends at the next quotation mark some lines below. */
function openQuote({ pos }: SyntaxProblem, { text, lines, tokens }: Context): Diagnostic | undefined {
	for (const { source, start } of tokens) {
		const quote = source[0] ?? '';
		if ((quote !== '"' && quote !== "'") || start > pos[1]) continue;
		const end = start + source.length;
		const isOpen = source.length < 2 || !source.endsWith(quote);
		const swallowed = source.includes('\n') && start <= pos[0] && !text.slice(end, pos[0]).includes('\n');
		if (isOpen || swallowed) return { code: 'MB124', location: lines.locate(start), args: { quote } };
	}
	return undefined;
}

/** `say: It gained {gain x}.` between brackets, or a text that starts with a reference. */
function braceInText({ pos }: SyntaxProblem, { text, lines }: Context): Diagnostic | undefined {
	const start = text.lastIndexOf('\n', pos[0] - 1) + 1;
	const before = text.slice(start, pos[0]);
	const reference = /^\{[a-z0-9][a-z0-9./ -]*\}/.exec(text.slice(pos[0]));
	const leading = /: (\{[a-z0-9][a-z0-9./ -]*\}) *$/.exec(before);
	if (reference && /[{,] *[a-z]+: +[^{},]+ $/i.test(before)) {
		return { code: 'MB143', location: lines.locate(pos[0], pos[0] + reference[0].length), args: {} };
	}
	if (!leading?.[1]) return undefined;
	const at = start + leading.index + 2;
	return { code: 'MB143', location: lines.locate(at, at + leading[1].length), args: {} };
}

function openBracket({ pos }: SyntaxProblem, { text, lines, tokens }: Context): Diagnostic | undefined {
	const open: Token[] = [];
	for (const token of tokens) {
		if (token.start > pos[0]) break;
		if (token.source === '[' || token.source === '{') open.push(token);
		else if ((token.source === ']' || token.source === '}') && open.length > 0) {
			const top = open.pop();
			if (top && CLOSING[top.source] !== token.source) return unclosed(top, lines);
		}
	}
	const top = open.at(-1);
	const isOnEarlierLine = top !== undefined && text.slice(top.start, pos[0]).includes('\n');
	return isOnEarlierLine || (top && pos[0] >= text.trimEnd().length) ? unclosed(top, lines) : undefined;
}

function unclosed(bracket: Token, lines: Lines): Diagnostic {
	const closing = CLOSING[bracket.source] ?? '';
	return { code: 'MB135', location: lines.locate(bracket.start), args: { bracket: bracket.source, closing } };
}

function byCode(problem: SyntaxProblem, context: Context): Diagnostic | undefined {
	const { code, message, pos } = problem;
	const { text, lines } = context;
	const location = lines.locate(pos[0], pos[1]);
	switch (code) {
		case 'MULTIPLE_DOCS':
			return { code: 'MB125', location: lines.locate(pos[0], pos[0] + 3), args: {} };
		case 'TAB_AS_INDENT':
			return { code: 'MB120', location, args: { lines: 1, others: 0 } };
		case 'BLOCK_AS_IMPLICIT_KEY':
			if (message.includes('sequence')) return indentation(problem, context, LIST_COLUMNS);
			if (isFieldOfItsOwn(text, colonAfter(text, pos[0]))) {
				return indentation(
					{ ...problem, pos: startOfLine(text, colonAfter(text, pos[0])) },
					context,
					MORE_INDENTED,
				);
			}
			return { code: 'MB137', location: lines.locate(colonAfter(text, pos[0])), args: {} };
		case 'BAD_SCALAR_START':
			return { code: 'MB138', location, args: { character: text[pos[0]] ?? '' } };
		case 'BAD_DQ_ESCAPE':
			return {
				code: 'MB141',
				location: lines.locate(pos[0], pos[0] + 2),
				args: { escape: text.slice(pos[0], pos[0] + 2) },
			};
		case 'BAD_INDENT':
			return indentation(problem, context, indentReason(message));
		case 'MULTILINE_IMPLICIT_KEY':
			return invalid(
				problem,
				context,
				'a field name ends without a colon, or its text goes on in the next line without being indented',
			);
		case 'KEY_OVER_1024_CHARS':
			return invalid(problem, context, 'a field name is longer than 1,024 characters');
		case 'RESOURCE_EXHAUSTION':
			return { code: 'MB121', location, args: { limit: 64 } };
		case 'BLOCK_IN_FLOW':
			return invalid(
				problem,
				context,
				'between brackets, a comma is missing here, or text with a colon is not in quotes',
			);
		case 'UNEXPECTED_TOKEN':
			if (/^(?:Block scalar header|Not a YAML token)/.test(message)) {
				const header = /[|>][-+0-9]* *$/.exec(text.slice(0, pos[0]));
				const at = header?.index ?? Math.max(text.lastIndexOf('|', pos[0]), text.lastIndexOf('>', pos[0]), 0);
				if (/[|>]/.test(text[at] ?? '')) {
					return { code: 'MB138', location: lines.locate(at), args: { character: text[at] ?? '' } };
				}
			}
			if (/at node end|Unexpected scalar/.test(message))
				return { code: 'MB140', location, args: { before: text[pos[0] - 1] ?? '' } };
			if (message.includes('Unexpected ,') || message.includes('empty item')) {
				return invalid(problem, context, 'a comma stands where a value should be');
			}
			if (/flow-(?:map|seq)-end|Unexpected [}\]]/.test(message)) {
				return invalid(problem, context, 'a bracket is closed that was never opened');
			}
			return undefined;
		case 'MISSING_CHAR':
			if (message.startsWith('Sequence item')) return indentation(problem, context, LESS_INDENTED);
			return invalid(problem, context, missingReason(message));
		default:
			return undefined;
	}
}

function invalid({ pos }: SyntaxProblem, { lines }: Context, reason: string): Diagnostic {
	return {
		code: 'MB123',
		location: lines.locate(pos[0], pos[1]),
		args: { reason: reason.replace(/\.$/, '') },
	};
}

const LIST_COLUMNS = 'the items of one list start at different columns';
const LESS_INDENTED = 'this line is indented less than the fields of the item above it';

const MORE_INDENTED = 'this line is indented more than the field above it';

/** A line such as `   label: x` is a field that moved, not a text with a colon. */
function isFieldOfItsOwn(text: string, colon: number): boolean {
	return /^ *[A-Za-z]+$/.test(text.slice(startOfLine(text, colon)[0], colon));
}

function startOfLine(text: string, at: number): readonly [number, number] {
	const start = text.lastIndexOf('\n', at - 1) + 1;
	return [start, start + 1];
}

/** Points at the first character of the line, not at the blanks before it. */
function indentation({ pos }: SyntaxProblem, { text, lines }: Context, reason: string): Diagnostic {
	const blanks = /^[ \n]*/.exec(text.slice(pos[0]))?.[0].length ?? 0;
	return { code: 'MB136', location: lines.locate(pos[0] + blanks), args: { reason } };
}

function missingReason(message: string): string {
	if (message.includes('Missing , or :'))
		return 'a comma or a colon is missing between the parts in brackets';
	if (message.includes('Missing ,')) return 'a comma is missing between the parts in brackets';
	if (message.includes('Missing space after :')) return 'a blank is missing after the colon';
	if (message.startsWith('Implicit map keys')) return 'a field name stands here without a colon';
	if (message.startsWith('Comments must')) return 'a comment needs a blank before its #';
	return lowerFirst(message);
}

function indentReason(message: string): string {
	if (message.includes('same column')) {
		return message.includes('sequence')
			? LIST_COLUMNS
			: 'the fields of one mapping start at different columns';
	}
	if (message.includes('sufficiently indented'))
		return 'what stands in brackets reaches further left than its field';
	return lowerFirst(message);
}

function colonAfter(text: string, from: number): number {
	const at = text.slice(from).search(/:(?=\s|$)/);
	return at === -1 ? from : from + at;
}

function lowerFirst(message: string): string {
	return message.charAt(0).toLowerCase() + message.slice(1);
}
