// What a template may not do, whatever its data: print unescaped, let data choose what runs, nest without end. Unknown
// helpers and partials are named here too.

import Handlebars from 'handlebars';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { isSlot } from './layout-slots.js';
import { locationOf } from './node-location.js';

const MAX_DEPTH = 64;

export function lintTemplate(
	ast: hbs.AST.Program,
	file: string,
	knownHelpers: readonly string[],
	templates: ReadonlyMap<string, unknown>,
): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	const refuse = (node: hbs.AST.Node, construct: string, why: string, fix: string) =>
		found.push({ code: 'MB305', location: locationOf(file, node), args: { construct, why, fix } });
	const checkHelper = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
		const name = 'original' in node.path ? String(node.path.original) : '';
		const isCall = node.type !== 'MustacheStatement' || node.params.length > 0 || node.hash !== undefined;
		if (!isCall || knownHelpers.includes(name)) return;
		found.push({
			code: 'MB303',
			location: locationOf(file, node.path),
			args: { helper: name, nearest: nearest(name, knownHelpers) ?? '', known: knownHelpers.join(', ') },
		});
	};
	class Lint extends Handlebars.Visitor {
		depth = 0;
		override MustacheStatement(node: hbs.AST.MustacheStatement) {
			if (!node.escaped)
				refuse(
					node,
					'raw output (`{{{` or `{{&`)',
					'Unescaped data could add slides, directives or HTML.',
					'Write `{{…}}`.',
				);
			checkHelper(node);
			super.MustacheStatement(node);
		}
		override BlockStatement(node: hbs.AST.BlockStatement) {
			checkHelper(node);
			this.depth += 1;
			if (this.depth === MAX_DEPTH)
				refuse(
					node,
					`more than ${MAX_DEPTH} nested blocks`,
					'Deep nesting takes minutes to compile.',
					'Move inner parts into partials.',
				);
			if (this.depth < MAX_DEPTH) super.BlockStatement(node);
			this.depth -= 1;
		}
		override SubExpression(node: hbs.AST.SubExpression) {
			checkHelper(node);
			super.SubExpression(node);
		}
		override PartialStatement(node: hbs.AST.PartialStatement) {
			if (node.name.type === 'SubExpression')
				refuse(node, 'a dynamic partial', 'Data could choose which template runs.', 'Name the partial.');
			else if (!isSlot(node)) this.checkPartial(node, String(node.name.original));
			super.PartialStatement(node);
		}
		override PartialBlockStatement(node: hbs.AST.PartialBlockStatement) {
			if (node.name.type === 'SubExpression')
				refuse(node, 'a dynamic partial', 'Data could choose which template runs.', 'Name the partial.');
			else if (!isSlot(node)) this.checkPartial(node, String(node.name.original));
			super.PartialBlockStatement(node);
		}
		override DecoratorBlock(node: hbs.AST.DecoratorBlock) {
			const [name] = node.params;
			const isSlotContent = (node.path as hbs.AST.PathExpression).original === 'inline';
			if (!isSlotContent || name?.type !== 'StringLiteral')
				refuse(
					node,
					'a decorator',
					'Decorators change how templates run.',
					'Fill a slot of a layout: `{{#*inline "left"}}`.',
				);
			super.DecoratorBlock(node);
		}
		override Decorator(node: hbs.AST.Decorator) {
			refuse(node, 'a decorator', 'Decorators change how templates run.', 'Use a partial.');
		}
		private checkPartial(node: hbs.AST.Node, partial: string) {
			if (templates.has(partial)) return;
			const args = { partial, nearest: nearest(partial, templates.keys()) ?? '' };
			found.push({ code: 'MB304', location: locationOf(file, node), args });
		}
	}
	new Lint().accept(ast);
	return found;
}
