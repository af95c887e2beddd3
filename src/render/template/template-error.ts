// A mistake in a template, found while it runs. Caught at the slide and turned into a diagnostic; never reaches a user as a stack.

import type { DiagnosticArgs, DiagnosticCode } from '../../diagnostics/catalog.js';

export class TemplateError extends Error {
	constructor(
		readonly code: DiagnosticCode,
		readonly args: DiagnosticArgs,
		/** The name in the template that is at fault, to find its line. */
		readonly culprit: string | undefined,
	) {
		super(`${code} ${JSON.stringify(args)}`);
	}
}
