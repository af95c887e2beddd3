// What a reader sees must come from the evidence: the wording of the orphan-number gate (inspect/orphan-numbers.ts).

import type { CatalogEntry } from './catalog-entry.js';

const WHY = () =>
	'Nobody can say where a number typed by hand comes from, and it stays when the evidence changes.';

export const NUMBERS = {
	MB350: {
		name: 'number-typed-in-template',
		severity: 'error',
		exit: 1,
		what: (args) => `The template types the number ${args.found}.`,
		why: WHY,
		fix: (args) =>
			`${args.nearest ? `If you mean the name "${args.nearest}", write it exactly so. Otherwise print` : 'Print'} a field of the story, such as \`{{counts.sources}}\` or \`{{gains.top.points}}\`.`,
		caret: () => 'typed by hand',
	},
	MB351: {
		name: 'number-typed-in-storyline',
		severity: 'error',
		exit: 1,
		what: (args) => `The storyline types the number ${args.found}, in “${args.text}”.`,
		why: WHY,
		fix: () =>
			'Write a reference such as {terminal-bench-2.0}, or {proposal <id>} for a number of your own that stands under `proposals`.',
		caret: () => 'typed by hand',
	},
	MB352: {
		name: 'number-without-source',
		severity: 'error',
		exit: 1,
		what: (args) => `${args.place} shows ${args.found}, in “${args.text}”: no claim, name or date has it.`,
		why: () => 'Every figure that a reader sees has to lead back to the document that said it.',
		fix: (args) => `${args.fix}`,
	},
	MB353: {
		name: 'number-changed-in-rendering',
		severity: 'error',
		exit: 1,
		what: (args) => `${args.place} shows ${args.found} where ${args.expected} was printed.`,
		why: () => 'Something between the template and the finished deck has changed a number.',
		fix: () =>
			'Look for Markdown around this place that swallows or makes numbers. If there is none, please report this as a bug.',
	},
	MB354: {
		name: 'size-in-words',
		severity: 'warning',
		exit: 1,
		what: (args) => `The text says “${args.found}”, which is a number in words.`,
		why: () => 'A size in words goes stale like one in digits, and nobody can trace it either.',
		fix: () =>
			'Refer to the figure, such as {gain terminal-bench-2.0} or {count sources}, or to a number of your own with {proposal <id>}, or say it without a size.',
	},
} as const satisfies Record<string, CatalogEntry>;
