// `modelbrief conflicts`: on what the sources differ, who says what and where, and what nobody says. Writes to stdout.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeOf } from '../diagnostics/report.js';
import { type ConflictReport, findUnresolved, ledgerOf } from '../pipeline.js';
import { conflictText, gapText } from './conflict-text.js';
import { type CommandContext, report } from './context.js';
import { findBriefs } from './find-briefs.js';
import { loadAssets } from './load-assets.js';
import { readBriefFolder } from './prepare.js';

export interface ConflictsOptions {
	readonly briefs: readonly string[];
	readonly strict: boolean;
	readonly json: boolean;
	/** What no source says, instead of where sources differ. */
	readonly gaps: boolean;
}

/** Of the shape that docs/conflicts.md describes. */
const JSON_VERSION = 1;
const EXIT_UNRESOLVED = 4;

export async function conflicts(options: ConflictsOptions, context: CommandContext): Promise<number> {
	const { files, machine, packageRoot, terminal } = context;
	const texts = new Map<string, string>();
	const [assets, folders] = await Promise.all([
		loadAssets(packageRoot, files, machine),
		findBriefs(options.briefs, packageRoot, files, machine),
	]);
	const diagnostics: Diagnostic[] = [...assets.diagnostics, ...folders.diagnostics];
	const reports: ConflictReport[] = [];
	let unresolved = 0;
	for (const folder of folders.value ?? []) {
		if (assets.value === undefined) break;
		const read = await readBriefFolder(folder, assets.value, context, texts);
		diagnostics.push(...read.diagnostics);
		if (read.value === undefined) continue;
		unresolved += findUnresolved(read.value.reconciled).length;
		reports.push(ledgerOf(read.value.reconciled));
	}
	if (options.json) terminal.data(`${JSON.stringify({ version: JSON_VERSION, briefs: reports }, null, 2)}\n`);
	else if (reports.length > 0)
		terminal.data(reports.map((one) => layOut(one, options, context)).join('\n\n'));
	const shown = diagnostics.filter(isAboutThis);
	report(shown, context, { texts, json: false, strict: false, outcome: 'The rest is not shown.' });
	const failed = exitCodeOf(diagnostics, { strict: false });
	const isStrictlyWrong = options.strict && (unresolved > 0 || shown.length > 0);
	return failed !== 0 || !isStrictlyWrong ? failed : EXIT_UNRESOLVED;
}

function layOut(ledger: ConflictReport, { gaps }: ConflictsOptions, { terminal }: CommandContext): string {
	const options = { width: terminal.dataWidth, color: terminal.hasDataColor };
	return gaps ? gapText(ledger, options) : conflictText(ledger, options);
}

/** Errors, and warnings about rulings; other warnings belong to `check`. */
const isAboutThis = (diagnostic: Diagnostic) =>
	exitCodeOf([diagnostic], { strict: false }) !== 0 || /^MB2(?:39|4[01]|6\d)$/.test(diagnostic.code);
