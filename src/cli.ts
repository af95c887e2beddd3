#!/usr/bin/env node
// argv to command to exit code; the only reader of `process`. Commands are loaded when they are called, so that
// `--help` costs nothing but commander.

import { readFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Format } from './commands/build.js';
import type { CommandContext } from './commands/context.js';
import type { Fit } from './commands/prepare.js';
import type { LookSelection, SlideSize, ThemeMode } from './commands/theme-shelf.js';
import { filesOnDisk } from './effects/files.js';
import { machineOf } from './effects/machine.js';
import { openTerminal } from './effects/terminal.js';

const MODES: readonly ThemeMode[] = ['light', 'dark', 'contrast', 'print'];
const SIZES: readonly SlideSize[] = ['16:9', '4:3'];
const FITS: readonly Fit[] = ['split', 'error'];
const FORMATS: readonly Format[] = ['md', 'html', 'pdf'];
const EXIT_USAGE = 2;
const EXIT_INTERRUPTED = 130;

interface CommonOptions {
	readonly deck: string[];
	readonly theme?: string;
	readonly mode?: ThemeMode;
	readonly size?: SlideSize;
	readonly brand?: string;
	readonly fit?: Fit;
	readonly strict: boolean;
	readonly json: boolean;
	readonly quiet: boolean;
	readonly color: boolean;
}

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
	version: string;
};
const interrupt = new AbortController();
process.once('SIGINT', () => stop(EXIT_INTERRUPTED));
process.once('SIGTERM', () => stop(EXIT_INTERRUPTED + 13));

let stopped: number | undefined;

function stop(code: number): void {
	stopped = code;
	interrupt.abort();
	setTimeout(() => process.exit(code), 500);
}

/** A server that nobody can end any more ends itself. */
function endWithParent(): void {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) stop(EXIT_INTERRUPTED);
	}, 1_000).unref();
}

function contextOf({ quiet = false, color }: { quiet?: boolean; color: boolean }): CommandContext {
	const machine = machineOf(process, os);
	const terminal = openTerminal(process.stdout, process.stderr, machine, { isQuiet: quiet, noColor: !color });
	return { machine, terminal, files: filesOnDisk(machine), packageRoot, version, signal: interrupt.signal };
}

function readPort(value: string): number {
	const port = Number(value);
	if (!/^\d{1,5}$/.test(value) || port > 65_535 || (port > 0 && port < 1_024))
		throw new InvalidArgumentError('\nA port is 0 for any, or a number from 1024 to 65535.');
	return port;
}

function readMinutes(value: string): number {
	const minutes = Number(value);
	if (!(minutes > 0 && minutes <= 600)) throw new InvalidArgumentError('\nGive minutes from 1 to 600.');
	return minutes;
}

function readFormats(value: string): readonly Format[] {
	const names = value.split(',').map((name) => name.trim());
	const wrong = names.find((name) => !FORMATS.includes(name as Format));
	if (wrong !== undefined)
		throw new InvalidArgumentError(`\n"${wrong}" is not a format. Formats: ${FORMATS.join(', ')}.`);
	if (new Set(names).size !== names.length) throw new InvalidArgumentError('\nA format is named twice.');
	return names as Format[];
}

/** Options of a deck's look, without those that were not given. */
function lookOf({ theme, mode, size, brand, fit }: CommonOptions): LookSelection & { fit?: Fit } {
	return {
		...(theme && { theme }),
		...(mode && { mode }),
		...(size && { size }),
		...(brand && { brand }),
		...(fit && { fit }),
	};
}

const collect = (value: string, earlier: string[]) => [
	...earlier,
	...value.split(',').map((name) => name.trim()),
];

const fitOption = () =>
	new Option('--fit <way>', 'what becomes of lists and tables that do not fit (default: error)').choices(
		FITS,
	);

function common(command: Command): Command {
	return command
		.argument('[brief...]', 'folders of evidence, or names of briefs in data/ (default: all in data/)')
		.option('-d, --deck <name>', 'only this deck; may be repeated', collect, [])
		.option('-t, --theme <name>', 'this theme for every deck, instead of its own; a name or a token file')
		.addOption(new Option('-m, --mode <mode>', 'colours of the theme (default: light)').choices(MODES))
		.addOption(new Option('-s, --size <size>', 'shape of the slides (default: 16:9)').choices(SIZES))
		.option('--brand <file>', 'this brand for every deck, instead of the brand.yaml of its brief')
		.addOption(fitOption())
		.option('--strict', 'fail on warnings too (exit code 4)', false)
		.option('--json', 'diagnostics as JSON on stdout', false)
		.option('-q, --quiet', 'no progress', false)
		.option('--no-color', 'no colour');
}

const program = new Command('modelbrief')
	.description(
		'Turns a folder of evidence about an AI model release into slide decks in which every number has its source.',
	)
	.version(version)
	.exitOverride()
	.showSuggestionAfterError()
	.addHelpText(
		'after',
		`
Examples:
  modelbrief build                        every brief in data/, into output/
  modelbrief build talks/atlas --format html
  modelbrief check data/gpt-5.3-codex     find problems, write nothing
  modelbrief check talk.md --theme my.css  the same for any Marp Markdown
  modelbrief present gpt-5.3-codex --open  show its decks, and keep them up to date
  modelbrief conflicts gpt-5.3-codex      where the sources differ, and who says what

Exit codes: 0 done · 1 build failed · 2 wrong usage · 3 invalid evidence
            4 warnings under --strict · 5 environment · 130 interrupted`,
	);

common(program.command('build'))
	.description('build decks: Markdown, HTML and PDF')
	.addOption(
		new Option('-f, --format <list>', `comma-separated: ${FORMATS.join(', ')}; Markdown is always written`)
			.argParser(readFormats)
			.default(['html', 'pdf'], 'html,pdf'),
	)
	.option('-o, --output <folder>', 'where the decks go', 'output')
	.option('--no-notes', 'leave the presenter notes out of the HTML, for a copy that is handed on')
	.action(
		async (
			briefs: string[],
			options: CommonOptions & { format: readonly Format[]; output: string; notes: boolean },
		) => {
			const { build } = await import('./commands/build.js');
			const { deck: decks, format: formats, output, notes, strict, json } = options;
			const chosen = {
				briefs,
				decks,
				formats,
				output,
				notes,
				strict,
				json,
				...lookOf(options),
			};
			process.exitCode = await build(chosen, contextOf(options));
		},
	);

common(program.command('check'))
	.description(
		'find problems and write nothing: evidence, decks as a browser shows them, or any Marp Markdown',
	)
	.addOption(
		new Option('--reporter <name>', 'how problems are told')
			.choices(['text', 'json', 'github'])
			.default('text'),
	)
	.action(async (briefs: string[], options: CommonOptions & { reporter: string }) => {
		const { check } = await import('./commands/check.js');
		const { deck: decks, strict, reporter } = options;
		const json = options.json || reporter === 'json';
		const github = reporter === 'github' && !json;
		const chosen = { briefs, decks, strict, json, github, ...lookOf(options) };
		process.exitCode = await check(chosen, contextOf(options));
	});

program
	.command('conflicts')
	.description('list on what the sources differ, with every side and its place')
	.argument('[brief...]', 'folders of evidence, or names of briefs in data/ (default: all in data/)')
	.option('--gaps', 'list what no source says instead', false)
	.option('--strict', 'fail when a contradiction is undecided (exit code 4)', false)
	.option('--json', 'everything as JSON on stdout (docs/conflicts.md)', false)
	.option('--no-color', 'no colour')
	.action(
		async (
			briefs: string[],
			options: Pick<CommonOptions, 'strict' | 'json' | 'color'> & { gaps: boolean },
		) => {
			const { conflicts } = await import('./commands/conflicts.js');
			const { strict, json, gaps } = options;
			process.exitCode = await conflicts({ briefs, strict, json, gaps }, contextOf(options));
		},
	);

program
	.command('present')
	.description('show decks in a browser, kept up to date while their files are edited')
	.argument('[brief...]', 'folders of evidence, or names of briefs in data/ (default: all in data/)')
	.option('-d, --deck <name>', 'only this deck; may be repeated', collect, [])
	.option('-t, --theme <name>', 'this theme for every deck, instead of its own; a name or a token file')
	.addOption(new Option('-m, --mode <mode>', 'colours of the theme (default: light)').choices(MODES))
	.addOption(new Option('-s, --size <size>', 'shape of the slides (default: 16:9)').choices(SIZES))
	.option('--brand <file>', 'this brand for every deck, instead of the brand.yaml of its brief')
	.addOption(fitOption())
	.addOption(new Option('-p, --port <number>', 'this port (default: the first free one)').argParser(readPort))
	.option('--host <address>', 'listen here; anything but this machine needs --allow-lan', '127.0.0.1')
	.option('--allow-lan', 'let other machines read the decks and their notes', false)
	.option('--open', 'open the address in the browser', false)
	.addOption(
		new Option('--minutes <number>', 'planned length, for the presenter view').argParser(readMinutes),
	)
	.option('-q, --quiet', 'no progress', false)
	.option('--no-color', 'no colour')
	.action(
		async (
			briefs: string[],
			options: CommonOptions & {
				port?: number;
				host: string;
				allowLan: boolean;
				open: boolean;
				minutes?: number;
			},
		) => {
			endWithParent();
			const { present } = await import('./commands/present.js');
			const { deck: decks, port, host, allowLan: allowsLan, open: opens, minutes } = options;
			const chosen = {
				briefs,
				decks,
				host,
				allowsLan,
				opens,
				...(port === undefined ? {} : { port }),
				...(minutes === undefined ? {} : { minutes }),
				...lookOf(options),
			};
			process.exitCode = await present(chosen, contextOf(options));
		},
	);

program
	.command('themes')
	.description('list the themes, and write a gallery of every layout and chart in each of them')
	.option('-t, --theme <file>', 'a token file of your own, shown beside the others')
	.option('--brand <file>', 'a brand over all of them')
	.option('--brief <name>', 'what the slides are about', 'example')
	.option('-o, --output <folder>', 'where the gallery goes', 'output')
	.option('--list', 'only the list', false)
	.option('--strict', 'fail on warnings too (exit code 4)', false)
	.option('--json', 'diagnostics as JSON on stdout', false)
	.option('--no-color', 'no colour')
	.action(
		async (
			options: Pick<CommonOptions, 'theme' | 'brand' | 'strict' | 'json' | 'color'> & {
				brief: string;
				output: string;
				list: boolean;
			},
		) => {
			const { themes } = await import('./commands/themes.js');
			const { list: listOnly, brief, output, strict, json } = options;
			const { theme, brand } = options;
			const look = { ...(theme && { theme }), ...(brand && { brand }) };
			process.exitCode = await themes({ ...look, brief, output, listOnly, strict, json }, contextOf(options));
		},
	);

try {
	await program.parseAsync();
} catch (error) {
	if (!(error instanceof CommanderError)) throw error;
	process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
}
// The command has tidied up, so nothing is left to wait for.
if (stopped !== undefined) process.exit(stopped);
