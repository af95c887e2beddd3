// Every diagnostic: its permanent code, severity, exit code and wording. Nothing else owns wording.

import type { CatalogEntry } from './catalog-entry.js';
import { didYouMean } from './catalog-entry.js';
import { EVIDENCE } from './catalog-evidence.js';
import { NUMBERS } from './catalog-numbers.js';
import { READING } from './catalog-reading.js';
import { RECONCILING } from './catalog-reconciling.js';
import { SLIDES } from './catalog-slides.js';
import { THEMES } from './catalog-themes.js';

export type { CatalogEntry, DiagnosticArgs } from './catalog-entry.js';

// MB1xx reading files · MB2xx evidence · MB3xx templates, charts and themes · MB4xx output and environment · MB5xx usage
export const CATALOG = {
	...READING,
	...EVIDENCE,
	...NUMBERS,
	...RECONCILING,
	...SLIDES,
	...THEMES,
	MB101: {
		name: 'file-unreadable',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.path} cannot be read: ${args.reason}.`,
		fix: () => 'Check that the file exists and that you may read it.',
	},
	MB110: {
		name: 'not-a-regular-file',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.path} is ${args.kind}, not a regular file inside ${args.folder}.`,
		why: () => 'A brief may come from somebody else, so nothing outside its folder is read.',
		fix: () => 'Put a regular file in its place, or take it out of the folder.',
	},
	MB111: {
		name: 'file-too-large',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.path} has ${args.bytes} bytes; the limit is ${args.limit}.`,
		fix: () => 'Split the file, or leave out what no deck needs.',
	},
	MB311: {
		name: 'chart-warning',
		severity: 'warning',
		exit: 1,
		what: (args) => `The chart ${args.chart} was drawn with a warning: ${args.message}.`,
		why: () => 'What the chart engine warns about is often something that a reader then does not see.',
		fix: () => 'Change the spec of this form, or the rows that the chart is given.',
	},
	MB312: {
		name: 'chart-spec-invalid',
		severity: 'error',
		exit: 1,
		what: (args) => `The chart ${args.chart} cannot be drawn: ${args.reason}.`,
		fix: (args) => `Open templates/charts/${args.form}.vl.json in the Vega editor and correct it there.`,
	},
	MB313: {
		name: 'chart-row-dropped',
		severity: 'error',
		exit: 1,
		what: (args) => `The chart ${args.chart} does not show its row “${args.item}” (${args.label}).`,
		why: () => 'A value that is missing from a chart looks as if nobody had reported it.',
		fix: (args) =>
			`Let a layer of templates/charts/${args.form}.vl.json draw rows with the role ${args.role}.`,
	},
	MB314: {
		name: 'chart-too-small',
		severity: 'warning',
		exit: 1,
		what: (args) =>
			`The chart ${args.chart} does not fit its ${args.width} × ${args.height} px: ${args.problem}.`,
		fix: () => 'Give it more room or fewer rows, or shorten the longest labels.',
	},
	MB316: {
		name: 'fit-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `The slide asks for the fit ${args.fit}.`,
		fix: () =>
			'Write `fit="split"` for a slide that is continued where it holds too much, or `fit="error"` for one that must fit.',
	},
	MB391: {
		name: 'image-not-a-chart',
		severity: 'error',
		exit: 1,
		what: (args) => `Slide ${args.slide} shows the image ${args.src}, ${args.reason}.`,
		why: () => 'A deck is one file that works offline, so it can only show the charts of its own build.',
		fix: () => 'Put the name of a chart of this deck there, in a paragraph of its own.',
	},
	MB392: {
		name: 'unsafe-output',
		severity: 'error',
		exit: 1,
		what: (args) => `The rendered ${args.place} contains ${args.what}, which a deck must not carry.`,
		why: () => 'Anyone may open a deck, so it runs no code but the player and asks the network for nothing.',
		fix: () => 'Remove it from the template or the theme. If neither has it, please report this as a bug.',
	},
	MB393: {
		name: 'no-slides',
		severity: 'error',
		exit: 1,
		what: () => 'The deck has no slides.',
		fix: () => 'Let the template print at least one slide.',
	},
	MB301: {
		name: 'template-syntax',
		severity: 'error',
		exit: 1,
		what: (args) => `The template cannot be read: ${args.reason}.`,
		fix: () => 'Mend the Handlebars expression at this place.',
	},
	MB302: {
		name: 'template-field-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `The template asks for \`${args.field}\`, which does not exist here.`,
		why: () => 'A field that does not exist would print nothing.',
		fix: (args) => `${didYouMean(args)}Known here: ${args.known}.`,
	},
	MB303: {
		name: 'template-helper-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `There is no helper \`${args.helper}\`.`,
		fix: (args) => `${didYouMean(args)}Helpers: ${args.known}.`,
	},
	MB304: {
		name: 'template-partial-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `There is no template \`${args.partial}\`.`,
		fix: (args) => `${didYouMean(args)}A partial's name is its path under templates/, without \`.md.hbs\`.`,
	},
	MB305: {
		name: 'template-construct-refused',
		severity: 'error',
		exit: 1,
		what: (args) => `The template uses ${args.construct}, which modelbrief does not allow.`,
		why: (args) => `${args.why}`,
		fix: (args) => `${args.fix}`,
	},
	MB306: {
		name: 'template-prints-nothing',
		severity: 'error',
		exit: 1,
		what: (args) => `The template prints ${args.kind}, which is no text.`,
		fix: () => 'Print one of its fields, or wrap the place in `{{#if}}` where the value may be absent.',
	},
	MB307: {
		name: 'deck-without-slides',
		severity: 'error',
		exit: 1,
		what: (args) => `The deck ${args.deck} has no slides.`,
		fix: () => 'List slides in its deck.md.hbs with `{{slide "name"}}`.',
	},
	MB308: {
		name: 'deck-unknown',
		severity: 'error',
		exit: 2,
		what: (args) => `There is no deck \`${args.deck}\`.`,
		fix: (args) => `${didYouMean(args)}Decks: ${args.known}.`,
	},
	MB309: {
		name: 'theme-unknown',
		severity: 'error',
		exit: 1,
		what: (args) => `There is no theme \`${args.theme}\`.`,
		fix: (args) => `${didYouMean(args)}Themes: ${args.known}.`,
	},
	MB310: {
		name: 'template-cycle',
		severity: 'error',
		exit: 1,
		what: (args) => `The template includes itself: ${args.cycle}.`,
		fix: () => 'Break the circle.',
	},
	MB315: {
		name: 'layout-slot',
		severity: 'error',
		exit: 1,
		what: (args) => `The layout \`${args.layout}\` ${args.problem}.`,
		fix: (args) => `${didYouMean(args)}Its slots: ${args.slots}.`,
	},
	MB401: {
		name: 'browser-path-wrong',
		severity: 'error',
		exit: 5,
		what: (args) => `${args.variable} is ${args.path}, ${args.reason}.`,
		why: () => 'No other browser is taken instead, because the one you named may matter to the result.',
		fix: (args) => `Let ${args.variable} name Chrome, Chromium or Edge itself, or unset it.`,
	},
	MB402: {
		name: 'browser-not-found',
		severity: 'error',
		exit: 5,
		what: () => 'No browser was found, so no PDF or picture can be made.',
		fix: () => 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one.',
	},
	MB403: {
		name: 'browser-failed',
		severity: 'error',
		exit: 5,
		what: (args) => `The browser ${args.path} ${args.reason}.`,
		fix: () => 'Run it once by hand to see what it lacks, or set CHROME_PATH to another one.',
	},
	MB404: {
		name: 'browser-too-slow',
		severity: 'error',
		exit: 5,
		what: (args) => `The browser needed more than ${args.seconds} s to ${args.task}, and was ended.`,
		fix: () => 'Look for a chart or table of extreme size. On a slow machine, build with `--jobs 1`.',
	},
	MB405: {
		name: 'pdf-dates-not-fixed',
		severity: 'error',
		exit: 5,
		what: (args) => `The date of the PDF cannot be set: ${args.reason}.`,
		why: () => 'With the time of printing in it, two builds of the same evidence would differ.',
		fix: () => 'Use another version of the browser (CHROME_PATH), and please report this one.',
	},
	MB406: {
		name: 'pdf-left-as-printed',
		severity: 'warning',
		exit: 5,
		what: (args) =>
			`The PDF of ${args.deck} has a form that modelbrief does not know, and is left as the browser made it.`,
		why: () => 'Its lists, links and decoration are tagged less well, and it has no XMP metadata.',
		fix: () => 'Use another version of the browser (CHROME_PATH), and please report this one.',
	},
	MB411: {
		name: 'output-not-writable',
		severity: 'error',
		exit: 5,
		what: (args) => `${args.path} cannot be written: ${args.reason}.`,
		why: () => 'What an earlier build wrote is untouched.',
		fix: (args) => `${args.remedy}`,
	},
	MB412: {
		name: 'output-not-ours',
		severity: 'error',
		exit: 5,
		what: (args) => `${args.path} is ${args.kind} that modelbrief did not make, so it is not replaced.`,
		fix: () => 'Move it away, or choose another folder with `--output`.',
	},
	MB511: {
		name: 'no-briefs',
		severity: 'error',
		exit: 2,
		what: (args) => `There is no brief in ${args.folder}.`,
		fix: () =>
			'Name a folder of evidence, such as `modelbrief build path/to/brief`, or try `modelbrief build example`.',
	},
	MB512: {
		name: 'brief-not-found',
		severity: 'error',
		exit: 2,
		what: (args) => `There is no folder and no brief named ${args.name}.`,
		fix: (args) =>
			`${didYouMean(args)}${args.known ? `Briefs: ${args.known}.` : 'Name a folder of evidence.'}`,
	},
	MB521: {
		name: 'port-not-free',
		severity: 'error',
		exit: 5,
		what: (args) => `Port ${args.port} of ${args.host} ${args.reason}.`,
		fix: () => 'Choose another with `--port`, or leave `--port` out to get the next free one.',
	},
	MB522: {
		name: 'presented-to-the-network',
		severity: 'warning',
		exit: 5,
		what: (args) => `The decks and their notes can be read on ${args.host} by whoever gets the address.`,
		why: () => 'The address holds a secret, but it crosses the network unencrypted.',
		fix: () => 'Leave out `--host` to present on this machine only.',
	},
	MB523: {
		name: 'network-not-allowed',
		severity: 'error',
		exit: 2,
		what: (args) => `${args.host} can be reached from other machines, and \`--allow-lan\` was not given.`,
		why: () => 'Presenter notes and unfinished evidence should not be on a network by a slip of one option.',
		fix: () =>
			'Leave out `--host` to present on this machine only, or add `--allow-lan` if others should see it.',
	},
	MB581: {
		name: 'source-date-epoch-wrong',
		severity: 'error',
		exit: 2,
		what: (args) => `SOURCE_DATE_EPOCH is ${args.value}, which is not a number of seconds since 1970.`,
		fix: () => 'Set it to a whole number from 0 to 253402300799 (the end of the year 9999), or unset it.',
	},
	MB582: {
		name: 'output-refused',
		severity: 'error',
		exit: 2,
		what: (args) => `The output folder ${args.path} is ${args.reason}.`,
		why: () => 'A build replaces folders in its output folder.',
		fix: () => 'Choose a folder of its own with `--output`, such as `output`.',
	},
} as const satisfies Record<string, CatalogEntry>;

export type DiagnosticCode = keyof typeof CATALOG;
