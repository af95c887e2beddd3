// The public library: the pipeline and its types. Effects stay with the caller.

export type { Checked, Diagnostic } from './diagnostics/diagnostic.js';
export { exitCodeOf, reportJson, reportText } from './diagnostics/report.js';
export type { Assets, BuiltDeck, Theme } from './model/deck.js';
export type * from './model/evidence.js';
export type { Cause, Dissent, Finding, Precedence, Support } from './model/finding.js';
export type { Location } from './model/location.js';
export {
	type ConflictReport,
	compareDecks,
	findUnresolved,
	ledgerOf,
	loadTheme,
	type ReconciledBrief,
	readBrief,
	renderBriefDeck,
} from './pipeline.js';
