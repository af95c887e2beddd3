// The only door to Handlebars. Template texts in, render functions out; every `{{value}}` is rewritten so that it goes
// through `print`, raw output and dynamic partials are refused, and mistakes come back with file, line and column.

import Handlebars from 'handlebars';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Location } from '../model/location.js';
import { afresh, type Remember } from '../model/remember.js';
import type { TypedText } from '../model/trace.js';
import { checkSlots, isSlot, type PartialNode, partialsIn } from './layout-slots.js';
import { TemplateError } from './template-error.js';
import { placeMark } from './trace-log.js';
import { typedText } from './typed-text.js';

export type Helper = (this: unknown, ...args: unknown[]) => unknown;
export type BlockOptions = Handlebars.HelperOptions;

export interface TemplateEngine {
	readonly diagnostics: readonly Diagnostic[];
	/** Renders a template with a context; throws TemplateError with a location attached. */
	readonly render: (name: string, context: unknown) => string;
	readonly has: (name: string) => boolean;
	/** What a template is made of: itself and all that it includes, as file and text in turn. */
	readonly textsOf: (name: string) => readonly string[];
	/** What was typed into the templates of a deck and into the partials. */
	readonly typedTexts: (deck: string) => readonly TypedText[];
	/** Where a caught error of a template stands. */
	readonly locate: (error: unknown) => Diagnostic;
}

const BUILT_IN = ['if', 'unless', 'each', 'with'];
const MAX_DEPTH = 64;

/** `templates`: name (path under templates/ without `.md.hbs`) to its file and text. */
export function createTemplateEngine(
	templates: ReadonlyMap<string, { readonly file: string; readonly text: string }>,
	helpers: Readonly<Record<string, Helper>>,
	remember: Remember = afresh,
): TemplateEngine {
	const known = [...BUILT_IN, ...Object.keys(helpers).filter((name) => name !== 'print')];
	const env = remember('handlebars', [known.join()], emptyEnvironment);
	for (const [name, helper] of Object.entries(helpers)) env.registerHelper(name, helper);
	const diagnostics: Diagnostic[] = [];
	const asts = new Map<string, hbs.AST.Program>();
	const partials = new Map<string, ReadTemplate['partials']>();
	const typed: TypedText[] = [];
	const compiled = new Map<string, Handlebars.TemplateDelegate>();
	const names = [...templates.keys()].join();
	for (const [name, { file, text }] of templates) {
		const kept = remember(`template ${name}`, [env, file, text, names], () =>
			readTemplate(env, name, file, text, known, templates),
		);
		diagnostics.push(...kept.diagnostics);
		if (kept.value === undefined) continue;
		asts.set(name, kept.value.ast);
		partials.set(name, kept.value.partials);
		typed.push(kept.value.typed);
		compiled.set(name, kept.value.run);
		env.registerPartial(name, kept.value.run as Handlebars.Template);
	}
	diagnostics.push(...checkSlots(partials, templates), ...cycles(partials, templates));

	return {
		diagnostics,
		has: (name) => compiled.has(name),
		textsOf: (name) =>
			[...withIncluded(name, partials)].flatMap((one) => {
				const { file = one, text = '' } = templates.get(one) ?? {};
				return [file, text];
			}),
		typedTexts: (deck) =>
			typed.filter(({ name }) => name.startsWith(`${deck}/`) || name.startsWith('partials/')),
		render: (name, context) => {
			const run = compiled.get(name);
			if (run === undefined)
				throw new TemplateError(
					'MB304',
					{ partial: name, nearest: nearest(name, compiled.keys()) ?? '' },
					name,
				);
			return run(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
		},
		locate: (error) => locate(error, asts, templates),
	};
}

/** Without the helpers that come with Handlebars, but for a few. */
function emptyEnvironment(): typeof Handlebars {
	const env = Handlebars.create();
	for (const name of Object.keys(env.helpers)) if (!BUILT_IN.includes(name)) env.unregisterHelper(name);
	return env;
}

interface ReadTemplate {
	readonly ast: hbs.AST.Program;
	readonly partials: readonly PartialNode[];
	readonly typed: TypedText;
	readonly run: Handlebars.TemplateDelegate;
}

function readTemplate(
	env: typeof Handlebars,
	name: string,
	file: string,
	text: string,
	known: readonly string[],
	templates: ReadonlyMap<string, unknown>,
): Checked<ReadTemplate> {
	const diagnostics: Diagnostic[] = [];
	const ast = parse(env, file, text, diagnostics);
	if (ast === undefined) return { diagnostics };
	diagnostics.push(...lint(ast, file, known, templates));
	const typed = { name, file, text: typedText(ast, text) };
	new PrintRewriter(file).accept(ast);
	const compiled = env.compile(ast, {
		strict: true,
		explicitPartialContext: true,
		noEscape: true,
		preventIndent: true,
		knownHelpersOnly: true,
		knownHelpers: Object.fromEntries([...known, 'print'].map((helper) => [helper, true])),
	});
	const run: Handlebars.TemplateDelegate = (context, options) =>
		trace(name, () => compiled(context, options));
	return { value: { ast, partials: partialsIn(ast), typed, run }, diagnostics };
}

/** The templates in which an error arose, the innermost first: what fills a slot runs within its layout. */
const origins = new WeakMap<object, string[]>();

function trace<T>(name: string, run: () => T): T {
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

function parse(
	env: typeof Handlebars,
	file: string,
	text: string,
	diagnostics: Diagnostic[],
): hbs.AST.Program | undefined {
	try {
		return env.parse(text);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const line = Number(
			/line (\d+)/.exec(message)?.[1] ?? (error as { lineNumber?: number }).lineNumber ?? 1,
		);
		const column = Number((error as { column?: number }).column ?? 0) + 1;
		const expected = /Expecting (.*)/.exec(message)?.[1];
		const reason =
			expected === undefined
				? (message.split('\n')[0] ?? message).replace(/ - \d+:\d+$/, '')
				: `expected ${expected}`;
		diagnostics.push({ code: 'MB301', location: { file, line, column }, args: { reason } });
		return undefined;
	}
}

const at = (file: string, node: hbs.AST.Node): Location => ({
	file,
	line: node.loc.start.line,
	column: node.loc.start.column + 1,
	length:
		node.loc.end.line === node.loc.start.line ? Math.max(1, node.loc.end.column - node.loc.start.column) : 1,
});

/** Refuses what could print unescaped, be chosen by data, or nest without end; names unknown helpers and partials. */
function lint(
	ast: hbs.AST.Program,
	file: string,
	knownHelpers: readonly string[],
	templates: ReadonlyMap<string, unknown>,
): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	const refuse = (node: hbs.AST.Node, construct: string, why: string, fix: string) =>
		found.push({ code: 'MB305', location: at(file, node), args: { construct, why, fix } });
	const checkHelper = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
		const name = 'original' in node.path ? String(node.path.original) : '';
		const isCall = node.type !== 'MustacheStatement' || node.params.length > 0 || node.hash !== undefined;
		if (!isCall || knownHelpers.includes(name)) return;
		found.push({
			code: 'MB303',
			location: at(file, node.path),
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
			found.push({ code: 'MB304', location: at(file, node), args });
		}
	}
	new Lint().accept(ast);
	return found;
}

/** Helpers that take none; any other bare name is a field, such as the `question` of a gap. */
const WITHOUT_ARGUMENTS: readonly string[] = ['caveats'];

/** A slide is a deck's line and is made of lines of its own. */
const NAMES_NO_LINE = 'slide';

/**
 * `{{x}}` becomes `{{print x "x" place}}`, `{{helper a}}` becomes `{{print (helper a) "helper" place}}`; helpers with a
 * block get their place as an argument, and typed lines begin with theirs.
 */
class PrintRewriter extends Handlebars.Visitor {
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

function withIncluded(
	name: string,
	uses: ReadonlyMap<string, ReadTemplate['partials']>,
	found = new Set<string>(),
): ReadonlySet<string> {
	if (found.has(name)) return found;
	found.add(name);
	for (const node of uses.get(name) ?? []) withIncluded(partialName(node), uses, found);
	return found;
}

const partialName = ({ name }: PartialNode): string => ('original' in name ? String(name.original) : '');

function cycles(
	uses: ReadonlyMap<string, ReadTemplate['partials']>,
	templates: ReadonlyMap<string, { readonly file: string }>,
): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	const done = new Set<string>();
	const walk = (name: string, trail: readonly string[]) => {
		for (const node of uses.get(name) ?? []) {
			const next = partialName(node);
			const start = trail.indexOf(next);
			const file = templates.get(name)?.file ?? name;
			if (start >= 0)
				found.push({
					code: 'MB310',
					location: at(file, node),
					args: { cycle: [...trail.slice(start), next].join(' → ') },
				});
			else if (!done.has(next)) walk(next, [...trail, next]);
		}
		done.add(name);
	};
	for (const name of uses.keys()) if (!done.has(name)) walk(name, [name]);
	return found;
}

function locate(
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
			location: place === undefined ? { file, line: 1, column: 1 } : at(file, place),
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
		location: place === undefined ? { file, line: 1, column: 1 } : at(file, place),
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
