// Diagnostics about themes, brands and fonts. Wording only; src/theme decides when they are said.

import type { CatalogEntry } from './catalog-entry.js';
import { didYouMean } from './catalog-entry.js';

export const THEMES = {
	MB321: {
		name: 'theme-invalid',
		severity: 'error',
		exit: 1,
		what: (args) => `The theme cannot be used: ${args.reason}.`,
		fix: () => 'Compare the file with themes/policy.yaml; docs/themes.md explains every field.',
	},
	MB322: {
		name: 'theme-token-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `There is no token \`${args.token}\`.`,
		why: () => 'A token that nothing reads would change nothing.',
		fix: (args) =>
			`${didYouMean(args)}Known here: ${args.known}. Colours of your own go into the group \`palette\`.`,
	},
	MB323: {
		name: 'theme-token-missing',
		severity: 'error',
		exit: 1,
		what: (args) => `The theme ${args.theme} has no token \`${args.token}\`.`,
		fix: () => 'Add it, or let the theme extend one that has it, such as `extends: executive`.',
	},
	MB324: {
		name: 'theme-reference-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `\`${args.token}\` refers to \`${args.target}\`, which does not exist.`,
		fix: (args) => `${didYouMean(args)}Refer to a token by its path, such as \`{palette.ink}\`.`,
	},
	MB325: {
		name: 'theme-reference-circular',
		severity: 'error',
		exit: 1,
		what: (args) => `These tokens refer to each other in a circle: ${args.circle}.`,
		fix: () => 'Give one of them a value of its own.',
	},
	MB326: {
		name: 'theme-token-type',
		severity: 'error',
		exit: 1,
		what: (args) =>
			`\`${args.token}\` must be ${args.expected}; it is ${args.found}${args.through ? `, by way of \`${args.through}\`` : ''}.`,
		fix: () => 'Write the value plainly, or as a `$value` of the Design Tokens format.',
	},
	MB327: {
		name: 'theme-variant-missing',
		severity: 'error',
		exit: 1,
		what: (args) => `The theme ${args.theme} has no ${args.kind} ${args.name}.`,
		fix: (args) =>
			`Add it to the file under \`${args.kind}s:\`, or let the theme extend \`executive\` or \`engineering\`, which have it.`,
	},
	MB328: {
		name: 'theme-contrast-low',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`In the theme ${args.theme}, \`${args.front}\` (${args.frontColor}) on \`${args.back}\` (${args.backColor}) has a contrast of ${args.ratio}; ${args.use} need ${args.needed}.`,
		why: () => 'A room is bright and a projector is weak: what is faint on your screen is gone on the wall.',
		fix: (args) => `The nearest readable colour is ${args.nearest}.`,
	},
	MB329: {
		name: 'theme-colours-alike',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`In the theme ${args.theme}, colours that mean different things are too much alike: ${args.pairs}. ΔE2000 ${args.needed} is the least.`,
		why: () => 'One reader in twenty sees fewer colours, and would take two marks for one.',
		fix: () => 'Make one of each two clearly lighter or darker.',
	},
	MB330: {
		name: 'theme-extends-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `The theme extends \`${args.theme}\`, ${args.reason}.`,
		fix: (args) => `${didYouMean(args)}Themes: ${args.known}.`,
	},
	MB332: {
		name: 'glyph-missing',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`${args.deck} has characters that the fonts of the theme ${args.theme} lack: ${args.characters}.`,
		why: () =>
			'They are shown in whatever font the machine has that makes the PDF or shows the page: as boxes or blanks where it has none.',
		fix: () =>
			'Add a font that has them to `fonts:` in brand.yaml or the theme, under the family that the theme uses (docs/themes.md, "Other scripts"), or write the text differently.',
	},
	MB333: {
		name: 'css-theme-remote',
		severity: 'error',
		exit: 1,
		what: (args) => `The theme asks for ${args.address}, which lies on another machine.`,
		why: () => 'No request is made when a deck is built or shown.',
		fix: () => 'Save it beside the theme, and name the file; fonts as .woff2 in an `@font-face`.',
	},
	MB334: {
		name: 'css-theme-invalid',
		severity: 'error',
		exit: 1,
		what: (args) => `The CSS of the theme cannot be used: ${args.reason}.`,
		fix: () => 'Correct the CSS at this place.',
	},
	MB335: {
		name: 'css-theme-colour-unreadable',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`In the theme ${args.theme}, ${args.role} in ${args.color} on ${args.background} has a contrast of ${args.ratio}; ${args.needed} is the least.`,
		why: (args) => `The deck is made with ${args.nearest}, the nearest colour that can be read.`,
		fix: (args) => `Write ${args.nearest} instead, or change the background.`,
	},
	MB336: {
		name: 'css-theme-font-missing',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`The theme ${args.theme} is set in ${args.family}, which it does not bring along; ${args.standIn} stands in.`,
		why: () => 'A font that is not inside the deck looks different on every machine.',
		fix: (args) =>
			`Put the font beside the theme: \`@font-face { font-family: "${args.family}"; src: url("….woff2") }\`.`,
	},
	MB337: {
		name: 'css-theme-mode-missing',
		severity: 'error',
		exit: 1,
		what: (args) => `The theme ${args.theme} has no mode ${args.mode}.`,
		why: () => 'A theme in CSS has the mode light, and dark where it has rules for `section.invert`.',
		fix: () => 'Leave `--mode` out, or use a theme of tokens.',
	},
	MB342: {
		name: 'theme-file-unreadable',
		severity: 'error',
		exit: 1,
		what: (args) => `${args.path} cannot be read: ${args.reason}.`,
		fix: (args) => `Correct the path of this ${args.kind}, or put the file there.`,
	},
	MB343: {
		name: 'logo-refused',
		severity: 'error',
		exit: 1,
		what: (args) => `The logo ${args.path} cannot be embedded: ${args.reason}.`,
		why: () => 'A deck is one file that asks the network for nothing and runs no code but its player.',
		fix: () => 'Export the logo as a plain SVG or a PNG of at most 500 KB.',
	},
	MB344: {
		name: 'brand-colour-unreadable',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`The brand's \`${args.role}\` ${args.color} has a contrast of only ${args.ratio} on ${args.background} (${args.mode} mode); ${args.needed} is the least.`,
		why: (args) => `The deck is made with ${args.nearest}, the nearest colour that can be read.`,
		fix: (args) =>
			`Write ${args.nearest} for this mode: \`modes: { ${args.mode}: { colors: { ${args.role}: "${args.nearest}" } } }\`.`,
	},
	MB345: {
		name: 'brand-invalid',
		severity: 'error',
		exit: 1,
		what: (args) => `The brand cannot be used: ${args.reason}.`,
		fix: () =>
			'brand.yaml may have `colors`, `modes`, `font`, `fonts`, `logo` and `footer`; docs/themes.md shows one.',
	},
} as const satisfies Record<string, CatalogEntry>;
