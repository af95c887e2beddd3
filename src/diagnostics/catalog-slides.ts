// Diagnostics about finished slides, as the browser shows them. Wording only; src/inspect decides when they are said.

import type { CatalogEntry, DiagnosticArgs } from './catalog-entry.js';

const slideOf = ({ deck, slide, headline }: DiagnosticArgs) =>
	`${deck}, slide ${slide}${headline ? ` (“${headline}”)` : ''}`;

export const SLIDES = {
	MB361: {
		name: 'slide-overflows',
		severity: 'error',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} ${args.what}.`,
		why: () => 'What leaves its zone is cut off or covers something else.',
		fix: (args) =>
			args.isSplit
				? 'Items and rows move to the next slide whole, and numbered lists not at all: shorten it, or make several items of it.'
				: args.isRow
					? 'Show fewer rows, shorten their texts, or let them continue on a next slide with `fit: split` (or `--fit split`).'
					: 'Shorten it, or show less on this slide.',
	},
	MB362: {
		name: 'content-outside-slide',
		severity: 'error',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} ${args.where} by ${args.pixels} px.`,
		why: () => 'What leaves the slide is cut off.',
		fix: () => 'Say less on this slide, continue on a next one, or make this part smaller.',
	},
	MB375: {
		name: 'content-near-edge',
		severity: 'warning',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} ${args.where} by ${args.pixels} px.`,
		why: () => 'A projector may cut off the outermost edge of a slide.',
		fix: () => 'Say less on this slide, or move this part inwards.',
	},
	MB376: {
		name: 'table-too-long',
		severity: 'warning',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} has ${args.rows} rows; ${args.most} are the most.`,
		why: () => 'Nobody reads so many rows in the time that a slide is shown.',
		fix: () => 'Show the rows that matter here, and continue the others on a next slide or in a handout.',
	},
	MB363: {
		name: 'content-clipped',
		severity: 'error',
		exit: 1,
		what: (args) =>
			`${slideOf(args)}: ${args.element} holds ${args.pixels} px ${args.side} than it shows, and cuts off the rest.`,
		why: () => 'Nobody can scroll in a PDF or in a room.',
		fix: () => 'Give this box more room, or put less into it.',
	},
	MB364: {
		name: 'text-overlaps',
		severity: 'warning',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} lies over ${args.other} by ${args.pixels} px.`,
		fix: () => 'Move one of the two, or shorten what comes before it.',
	},
	MB365: {
		name: 'text-too-small',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`${slideOf(args)}: ${args.element} ${args.isMany ? 'are' : 'is'} set in ${args.pixels} px on a slide of 1280 × 720; ${args.least} px is the least.`,
		why: () => 'Smaller text cannot be read from the back of a room.',
		fix: () => 'Make it larger, or leave it out.',
	},
	MB366: {
		name: 'chart-labels-touch',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`${slideOf(args)}: in a chart, ${args.element} runs into ${args.other} by ${args.pixels} px.`,
		fix: () => 'Give the chart more room or fewer rows, or shorten its labels.',
	},
	MB378: {
		name: 'chart-label-cut',
		severity: 'error',
		exit: 1,
		what: (args) =>
			`${slideOf(args)}: in a chart, ${args.element} ${args.isMany ? 'are' : 'is'} cut off, by up to ${args.pixels} px.`,
		why: () => 'What leaves its chart is not shown.',
		fix: () => 'Give the chart more room or fewer rows, or shorten its labels.',
	},
	MB367: {
		name: 'image-not-shown',
		severity: 'warning',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} is not shown: ${args.reason}.`,
		fix: () => 'Put a PNG, JPEG, GIF, WebP or SVG file beside the deck, and name it by its relative path.',
	},
	MB368: {
		name: 'heading-level-skipped',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`${slideOf(args)}: ${args.element} is of level ${args.level} and follows level ${args.before}.`,
		why: () => 'Screen readers and the outline of a PDF show the deck by its levels.',
		fix: (args) => `Make it a heading of level ${args.wanted}, and set its size in the theme.`,
	},
	MB369: {
		name: 'slide-empty',
		severity: 'warning',
		exit: 1,
		what: (args) => `${slideOf(args)} is empty.`,
		fix: () => 'Fill it or remove it; a `---` at the end of a deck makes one slide more.',
	},
	MB370: {
		name: 'contrast-too-low',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`${slideOf(args)}: ${args.element} (${args.front} on ${args.back}) ${args.isMany ? 'have' : 'has'} a contrast of ${args.ratio}; ${args.least} is the least for text of ${args.size} px.`,
		why: () => 'A room is bright and a projector is weak: what is faint on your screen is gone on the wall.',
		fix: () => 'Choose a darker or a lighter colour.',
	},
	MB371: {
		name: 'alt-text-missing',
		severity: 'warning',
		exit: 1,
		what: (args) => `${slideOf(args)}: ${args.element} has no alternative text.`,
		why: () => 'Who cannot see the picture learns nothing of it.',
		fix: () => 'Write a sentence that says what it shows into the square brackets of the image.',
	},
	MB372: {
		name: 'slides-not-measured',
		severity: 'warning',
		exit: 5,
		what: () => 'No browser was found, so whether everything fits and can be read was not measured.',
		fix: () => 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one.',
	},
	MB377: {
		name: 'slides-not-continued',
		severity: 'warning',
		exit: 5,
		what: (args) =>
			`${args.deck} has slides that are continued where they hold too much (\`fit: split\`). No browser was found to measure them, so they stay whole, and may lose their end.`,
		fix: () => 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one.',
	},
	MB373: {
		name: 'marp-deck-unreadable',
		severity: 'error',
		exit: 1,
		what: (args) => `${args.path} cannot be rendered: ${args.reason}.`,
		fix: (args) => `${args.fix}`,
	},
	MB374: {
		name: 'marp-theme-not-given',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`${args.path} asks for the theme \`${args.theme}\`, which is not known here; its slides were measured in Marp's default theme.`,
		fix: () => 'Name the CSS file of the theme with `--theme`.',
	},
} as const satisfies Record<string, CatalogEntry>;
