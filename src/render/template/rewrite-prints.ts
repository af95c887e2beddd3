// A template's syntax tree to one in which everything that prints goes through `print` and knows its place.

import Handlebars from 'handlebars';
import { placeMark } from '../trace-log.js';

/** The helpers of Handlebars that templates may use. */
export const BUILT_IN: readonly string[] = ['if', 'unless', 'each', 'with'];

/** Helpers that take none; any other bare name is a field, such as the `question` of a gap. */
const WITHOUT_ARGUMENTS: readonly string[] = ['caveats'];

/** A slide is a deck's line and is made of lines of its own. */
const NAMES_NO_LINE = 'slide';

/**
 * `{{x}}` becomes `{{print x "x" place}}`, `{{helper a}}` becomes `{{print (helper a) "helper" place}}`; helpers with a
 * block get their place as an argument, and typed lines begin with theirs.
 */
export class PrintRewriter extends Handlebars.Visitor {
	constructor(private readonly file: string) {
		super();
	}

	override ContentStatement(node: hbs.AST.ContentStatement) {
		node.value = withPlaces(node, this.file);
	}

	override BlockStatement(node: hbs.AST.BlockStatement) {
		super.BlockStatement(node);
		if (BUILT_IN.includes((node.path as hbs.AST.PathExpression).original)) return;
		const pair = { type: 'HashPair', key: 'place', value: this.placeOf(node), loc: node.loc };
		node.hash = {
			type: 'Hash',
			pairs: [...(node.hash?.pairs ?? []), pair as hbs.AST.HashPair],
			loc: node.loc,
		};
	}

	override MustacheStatement(node: hbs.AST.MustacheStatement) {
		super.MustacheStatement(node);
		const path = node.path as hbs.AST.PathExpression;
		const hasArguments = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
		const isCall = hasArguments || WITHOUT_ARGUMENTS.includes(path.original);
		const inner: hbs.AST.Expression = isCall
			? ({
					type: 'SubExpression',
					path,
					params: node.params,
					hash: node.hash,
					loc: node.loc,
				} as hbs.AST.SubExpression)
			: path;
		const name = stringLiteral(path.original, node.loc);
		node.path = {
			type: 'PathExpression',
			data: false,
			depth: 0,
			parts: ['print'],
			original: 'print',
			loc: node.loc,
		} as hbs.AST.PathExpression;
		node.params = path.original === NAMES_NO_LINE ? [inner, name] : [inner, name, this.placeOf(node)];
		node.hash = { type: 'Hash', pairs: [], loc: node.loc } as hbs.AST.Hash;
	}

	private placeOf({ loc }: hbs.AST.Node): hbs.AST.StringLiteral {
		const { line, column } = loc.start;
		return stringLiteral(placeMark('template', { file: this.file, line, column: column + 1 }), loc);
	}
}

const stringLiteral = (value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral => ({
	type: 'StringLiteral',
	value,
	original: value,
	loc,
});

/** Rules keep to themselves: a mark would hide that they separate slides. */
function withPlaces({ value, original, loc }: hbs.AST.ContentStatement, file: string): string {
	// What Handlebars strips is white space, so the rest is found again.
	const whole = String(original);
	const stripped = value.trim() === '' ? '' : whole.slice(0, whole.indexOf(value));
	const before = stripped.split('\n');
	const first = loc.start.line + before.length - 1;
	const indent = (before.length === 1 ? loc.start.column : 0) + (before.at(-1)?.length ?? 0);
	return value
		.split('\n')
		.map((text, index) => {
			const at = text.search(/\S/);
			if (at === -1 || /^\s*-{3,}\s*$/.test(text)) return text;
			const column = at + 1 + (index === 0 ? indent : 0);
			return `${text.slice(0, at)}${placeMark('template', { file, line: first + index, column })}${text.slice(at)}`;
		})
		.join('\n');
}
