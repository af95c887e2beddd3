// MB204, MB260 to MB299, MB331 and MB341: what comes out when claims are weighed against each other, and whether the
// decks keep to it.

import type { CatalogEntry } from './catalog-entry.js';

export const RECONCILING = {
	MB204: {
		name: 'unresolved-contradiction',
		severity: 'warning',
		exit: 3,
		what: (args) => `Sources contradict each other on ${args.about}, and no rule decides: ${args.sides}.`,
		why: (args) => `Until it is decided, the decks print ${args.printed} with the contested mark.`,
		fix: (args) => `Add to rulings.yaml: ${args.ruling}`,
		caret: (args) => `${args.caret}`,
	},
	MB260: {
		name: 'stale-ruling',
		severity: 'warning',
		exit: 3,
		what: (args) =>
			`The ruling on \`${args.on}\` was decided over ${args.over}; the sources now give ${args.now}.`,
		why: () => 'A decision may no longer be right when what it was decided over has changed.',
		fix: (args) => `Read the claims again; if the decision stands, write \`over: [${args.spelled}]\`.`,
	},
	MB261: {
		name: 'needless-ruling',
		severity: 'warning',
		exit: 3,
		what: (args) => `There is a ruling on \`${args.on}\`, but its claims do not differ.`,
		fix: () => 'Remove the ruling, or check whether a claim is missing.',
	},
	MB262: {
		name: 'ambiguous-ruling',
		severity: 'warning',
		exit: 3,
		what: (args) => `The ruling prefers \`${args.source}\`, which itself says ${args.values}.`,
		why: (args) => `${args.chosen} was taken, the value that more sources share or that sorts first.`,
		fix: (args) => `Name the claim that you mean with its section heading, such as \`at: ${args.at}\`.`,
	},
	MB263: {
		name: 'ruling-without-value',
		severity: 'warning',
		exit: 3,
		what: (args) => `The ruling on \`${args.on}\` prefers ${args.source}, ${args.reason}.`,
		why: () => 'The rules of precedence chose instead.',
		fix: () => 'Prefer another source, or keep the range.',
	},
	MB264: {
		name: 'ruling-at-nothing',
		severity: 'error',
		exit: 3,
		what: (args) => `\`${args.source}\` makes no claim about it at "${args.at}".`,
		fix: (args) => `Write one of its headings: ${args.known}.`,
	},
	MB265: {
		name: 'ruling-without-computed',
		severity: 'error',
		exit: 3,
		what: (args) => `The ruling prefers what \`${args.on}\` comes to, but it has no \`computed\`.`,
		fix: () => 'Prefer a source, or add `computed` to the figure.',
	},
	MB331: {
		name: 'caveat-left-behind',
		severity: 'error',
		exit: 1,
		what: (args) =>
			`Slide ${args.number} of ${args.deck} (${args.slide}) shows ${args.about} ${args.where} without “${args.required}”.`,
		why: () => 'A claim behind it has `requires`: shown alone, it would be taken for more than it is.',
		fix: (args) => `Print \`${args.topic}\` on the same slide, or leave the value out.`,
	},
	MB341: {
		name: 'decks-disagree',
		severity: 'error',
		exit: 1,
		what: (args) => `${args.about} is printed with different values: ${args.values}.`,
		why: () => 'All audiences must be told the same.',
		fix: () =>
			'Print the value of the story as it is, in every template. If they do, please report this as a bug.',
	},
} as const satisfies Record<string, CatalogEntry>;
