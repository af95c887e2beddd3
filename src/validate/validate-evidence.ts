// A tree with positions in, checked evidence out. Reports every problem of every file in one run.

import { CATALOG } from '../diagnostics/catalog.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { EvidenceTree } from '../diagnostics/evidence-tree.js';
import { inReadingOrder } from '../diagnostics/order.js';
import type { Evidence } from '../model/evidence.js';
import { afresh, type Remember, steady } from '../model/remember.js';
import { buildEvidence, buildTopics } from './build-evidence.js';
import { draftEvidence } from './draft-evidence.js';
import { ALL_RULES, STORYLINE_RULES } from './rules/all-rules.js';
import type { Rule, ValidateOptions } from './rules/rule.js';

export type { ValidateOptions };

/** The value is absent when reading or checking found an error; warnings do not count. Order: file, line, column. */
export function validateEvidence(
	tree: EvidenceTree,
	options: ValidateOptions = {},
	remember: Remember = afresh,
): Checked<Evidence> {
	const draft = draftEvidence(tree, remember);
	const grounds = [
		JSON.stringify([options, [...draft.value.unreadable], tree.files.map(({ name }) => name)]),
		...tree.files.filter(({ name }) => name !== 'storyline.yaml').map(({ root }) => root),
	];
	const check = (rule: Rule, index: number) =>
		STORYLINE_RULES.has(rule)
			? rule(draft.value, options)
			: remember(`rule ${index}`, grounds, () => rule(draft.value, options));
	const found = [...draft.diagnostics, ...ALL_RULES.flatMap(check)];
	const diagnostics = inReadingOrder(found);
	const { brief } = draft.value;
	if (!tree.isSound || !brief || found.some(isError)) return { diagnostics };
	const topics = remember('topics', grounds, () =>
		buildTopics({ ...draft.value, brief }).map((topic) => steady(remember, `topic ${topic.key}`, topic)),
	);
	const evidence = buildEvidence({ ...draft.value, brief }, topics);
	const fields = Object.entries(evidence).map(([field, value]) => [
		field,
		field === 'topics' ? value : steady(remember, `all ${field}`, value),
	]);
	return { value: Object.fromEntries(fields) as Evidence, diagnostics };
}

function isError(diagnostic: Diagnostic): boolean {
	return CATALOG[diagnostic.code].severity === 'error';
}
