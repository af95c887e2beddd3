// Statements to rows: what prevails, and what more documents deny than say.

import type { StatementKind, Topic } from '../model/evidence.js';
import type { Row, Story } from '../model/story.js';
import { citeRow, type Desk } from './cite.js';

/** Statements that prevail; a denied one stands in the ledger and nowhere else. */
export function statementRows(desk: Desk, kinds: readonly StatementKind[], model?: string): readonly Row[] {
	return desk
		.all('statement')
		.filter(({ topic }) => kinds.includes(topic.topic) && (model === undefined || topic.model === model))
		.filter(({ value }) => value.kind !== 'assertion' || value.holds)
		.map((finding) => citeRow(finding, desk));
}

/** What some report and better supported sources deny: a slide may not say that nobody reports it. */
export function deniedRows(desk: Desk, isMeant: (topic: Topic) => boolean): readonly Row[] {
	return [...desk.findings.values()].flatMap((finding) => {
		const { topic, value } = finding;
		const isDenied = value.kind === 'assertion' && !value.holds;
		if (!isDenied || !isMeant(topic) || topic.kind === 'result') return [];
		const [label, text] =
			topic.kind === 'classification'
				? [topic.domain, `${topic.domain}: ${topic.level}`]
				: [topic.label, topic.text ?? topic.label];
		return [citeRow({ ...finding, topic: { ...topic, label, text } }, desk)];
	});
}

export const isStatement =
	(kind: StatementKind, model?: string) =>
	(topic: Topic): boolean =>
		topic.kind === 'statement' && topic.topic === kind && (model === undefined || topic.model === model);

export const deniedStatements = (desk: Desk, kind: StatementKind, model?: string): readonly Row[] =>
	deniedRows(desk, isStatement(kind, model));

export const deniedSection = (desk: Desk): Story['denied'] => ({
	classifications: deniedRows(desk, ({ kind }) => kind === 'classification'),
	safeguards: deniedRows(desk, ({ kind }) => kind === 'safeguard'),
	limitations: deniedStatements(desk, 'limitation'),
	did: deniedStatements(desk, 'self-development-did'),
});
