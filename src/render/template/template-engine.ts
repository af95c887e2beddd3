// The only door to Handlebars. Template texts in, render functions out; every `{{value}}` is rewritten so that it goes
// through `print`, raw output and dynamic partials are refused, and mistakes come back with file, line and column.

import Handlebars from 'handlebars';
import type { Checked, Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { afresh, type Remember } from '../../model/remember.js';
import type { TypedText } from '../../model/trace.js';
import { findCycles, withIncluded } from './included-templates.js';
import { checkSlots, type PartialNode, partialsIn } from './layout-slots.js';
import { lintTemplate } from './lint-template.js';
import { locateError, withOrigin } from './locate-error.js';
import { BUILT_IN, PrintRewriter } from './rewrite-prints.js';
import { TemplateError } from './template-error.js';
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
	diagnostics.push(...checkSlots(partials, templates), ...findCycles(partials, templates));

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
		locate: (error) => locateError(error, asts, templates),
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
	diagnostics.push(...lintTemplate(ast, file, known, templates));
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
		withOrigin(name, () => compiled(context, options));
	return { value: { ast, partials: partialsIn(ast), typed, run }, diagnostics };
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
