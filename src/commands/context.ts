// What every command is given by cli.ts: the machine, the disk, the terminal, and where the package lies.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeOf, reportJson, reportText } from '../diagnostics/report.js';
import { reportGithub } from '../diagnostics/report-github.js';
import type { Files } from '../effects/files.js';
import type { Machine } from '../effects/machine.js';
import type { Terminal } from '../effects/terminal.js';
import type { Remember } from '../model/remember.js';

export interface CommandContext {
	readonly machine: Machine;
	readonly files: Files;
	readonly terminal: Terminal;
	/** Folder of package.json, templates/ and themes/. */
	readonly packageRoot: string;
	readonly version: string;
	/** Only while presenting: what was made for the last save. */
	readonly remember?: Remember;
	/** Fires on Ctrl-C. */
	readonly signal: AbortSignal;
}

/** Prints diagnostics for people, or as JSON on stdout, and gives the exit code. */
export function report(
	found: readonly Diagnostic[],
	context: Pick<CommandContext, 'terminal'>,
	options: {
		readonly texts: ReadonlyMap<string, string>;
		readonly json: boolean;
		/** Annotations on stdout, beside the text. */
		readonly github?: boolean;
		readonly strict: boolean;
		readonly outcome: string;
	},
): number {
	const { terminal } = context;
	// A partial or a theme with a mistake is found once for each deck that uses it.
	const diagnostics = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
	terminal.clear();
	if (options.github === true) terminal.data(reportGithub(diagnostics));
	if (options.json) terminal.data(reportJson(diagnostics));
	else if (diagnostics.length > 0)
		terminal.line(
			reportText(diagnostics, {
				sources: options.texts,
				color: terminal.hasColor,
				outcome: options.outcome,
			}).trimEnd(),
		);
	return exitCodeOf(diagnostics, { strict: options.strict });
}
