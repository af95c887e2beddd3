// A coded, located message. Stages make `{code, location, args}`; the wording lives in catalog.ts.

import type { Location } from '../model/location.js';
import type { DiagnosticArgs, DiagnosticCode } from './catalog.js';

export interface Diagnostic<Code extends DiagnosticCode = DiagnosticCode> {
	readonly code: Code;
	/** Absent only when no file is at fault, e.g. no browser was found. */
	readonly location?: Location;
	readonly args: DiagnosticArgs;
	/** Other places that matter, each with what it says. */
	readonly also?: readonly { readonly location: Location; readonly text: string }[];
}

/** A stage's outcome. `value` is absent when an error made it impossible. */
export interface Checked<T> {
	readonly value?: T;
	readonly diagnostics: readonly Diagnostic[];
}
