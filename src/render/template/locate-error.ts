// An error that arose while a template ran to a diagnostic with the place in the template that is at fault.

import Handlebars from 'handlebars';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { locationOf } from './node-location.js';
import { TemplateError } from './template-error.js';

/** The templates in which an error arose, the innermost first: what fills a slot runs within its layout. */
const origins = new WeakMap<object, string[]>();

/** Runs a template, and notes its name at an error. */
export function withOrigin<T>(name: string, run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (typeof error === 'object' && error !== null) {
			const names = origins.get(error) ?? [];
			origins.set(error, [...names, name]);
		}
		throw error;
	}
}

/** Throws what is no mistake of a template. */
export function locateError(
	error: unknown,
	asts: ReadonlyMap<string, hbs.AST.Program>,
	templates: ReadonlyMap<string, { readonly file: string }>,
): Diagnostic {
	const names = typeof error === 'object' && error !== null ? (origins.get(error) ?? []) : [];
	const whereIs = (culprit: string) => names.find((one) => findName(asts.get(one), culprit) !== undefined);
	const fileOf = (name: string) => templates.get(name)?.file ?? name;
	if (error instanceof TemplateError) {
		const culprit = error.culprit ?? '';
		const name = whereIs(culprit) ?? names[0] ?? '';
		const file = fileOf(name);
		const place = error.culprit === undefined ? undefined : findName(asts.get(name), culprit);
		return {
			code: error.code,
			location: place === undefined ? { file, line: 1, column: 1 } : locationOf(file, place),
			args: error.args,
		};
	}
	const message = error instanceof Error ? error.message : '';
	const ofNothing = /^Cannot read properties of null \(reading '(.+)'\)$/.exec(message)?.[1];
	const missing = ofNothing ?? /^"(.+)" not defined in/.exec(message)?.[1];
	if (missing === undefined) throw error;
	const name = whereIs(missing) ?? names[0] ?? '';
	const file = fileOf(name);
	const place = findName(asts.get(name), missing);
	// Not the template's words, so a mistake of ours.
	if (ofNothing !== undefined && place === undefined) throw error;
	return {
		code: 'MB302',
		location: place === undefined ? { file, line: 1, column: 1 } : locationOf(file, place),
		args: { field: missing, nearest: '', known: ofNothing === undefined ? 'see src/model/story.ts' : ABSENT },
	};
}

const ABSENT = 'nothing, since this brief has no such section; ask for the section with `{{#if}}` first';

/** The first expression whose path has the name in it, or the slide of that name. */
function findName(ast: hbs.AST.Program | undefined, name: string): hbs.AST.Node | undefined {
	let found: hbs.AST.Node | undefined;
	class Find extends Handlebars.Visitor {
		override PathExpression(node: hbs.AST.PathExpression) {
			if (
				found === undefined &&
				(node.original === name || node.parts.includes(name.split('.').at(-1) ?? name))
			)
				found = node;
		}
		// A slide is named by a string: `{{slide "gains"}}`.
		override StringLiteral(node: hbs.AST.StringLiteral) {
			if (found === undefined && name.endsWith(`/slides/${node.value}`)) found = node;
		}
	}
	if (ast !== undefined) new Find().accept(ast);
	return found;
}
