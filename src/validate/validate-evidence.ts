// A tree with positions in, checked evidence out. Reports every problem of every file in one run.

import { CATALOG } from '../diagnostics/catalog.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { EvidenceTree } from '../diagnostics/evidence-tree.js';
import { inReadingOrder } from '../diagnostics/order.js';
import type { Evidence } from '../model/evidence.js';
import { afresh, type Remember } from '../model/remember.js';
import { buildEvidence } from './build-evidence.js';
import { draftEvidence } from './draft-evidence.js';
import { ALL_RULES } from './rules/all-rules.js';
import type { ValidateOptions } from './rules/rule.js';

export type { ValidateOptions };

/** The value is absent when reading or checking found an error; warnings do not count. Order: file, line, column. */
export function validateEvidence(
	tree: EvidenceTree,
	options: ValidateOptions = {},
	remember: Remember = afresh,
): Checked<Evidence> {
	const draft = draftEvidence(tree, remember);
	const found = [...draft.diagnostics, ...ALL_RULES.flatMap((rule) => rule(draft.value, options))];
	const diagnostics = inReadingOrder(found);
	const { brief } = draft.value;
	if (!tree.isSound || !brief || found.some(isError)) return { diagnostics };
	return { value: buildEvidence({ ...draft.value, brief }), diagnostics };
}

function isError(diagnostic: Diagnostic): boolean {
	return CATALOG[diagnostic.code].severity === 'error';
}
