// The variants of the subject and its competitors, a row each.

import type { CompetitorRow, VariantRow } from '../model/story.js';
import { citeFigure, citeFinding, type Desk, hasValue } from './cite.js';
import type { FigureFinding } from './figure-bars.js';
import { deniedStatements, statementRows } from './statement-rows.js';

export function variantRows(desk: Desk): readonly VariantRow[] | null {
	const models = desk.evidence.models.filter((model) => model.role === 'subject' || model.role === 'variant');
	const comparable = comparableFigures(
		desk,
		models.map(({ id }) => id),
	);
	const rows = models.map((model) => ({
		name: model.name,
		text: model.text ?? null,
		useFor: statementRows(desk, ['use-for'], model.id),
		deniedUses: deniedStatements(desk, 'use-for', model.id),
		avoidFor: statementRows(desk, ['avoid-for'], model.id),
		compared: comparable
			.filter(({ topic }) => topic.model === model.id)
			.map((finding) => citeFigure(finding, desk)),
	}));
	return models.length > 1 ? rows : null;
}

/** Amounts that stand beside one of another of these models; where one has two of a kind, nobody knows which to compare. */
function comparableFigures(desk: Desk, models: readonly string[]): readonly FigureFinding[] {
	const kinds = new Map<string, FigureFinding[]>();
	for (const finding of desk.all('figure')) {
		const { model, group, demo = '' } = finding.topic;
		if (!models.includes(model) || !hasValue(finding) || finding.value.kind === 'assertion') continue;
		const kind = [group, finding.unit, demo].join(' ');
		kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
	}
	return [...kinds.values()]
		.filter((found) => {
			const owners = new Set(found.map(({ topic }) => topic.model));
			return owners.size > 1 && owners.size === found.length;
		})
		.flat();
}

/** Competitors about which a source says anything, those with most to say first. */
export function competitorRows(desk: Desk): readonly CompetitorRow[] | null {
	const rows = desk.evidence.models
		.filter((model) => model.role === 'competitor')
		.map((model) => ({
			name: model.name,
			vendor: model.vendor,
			strengths: statementRows(desk, ['competitor-strength'], model.id),
			deniedStrengths: deniedStatements(desk, 'competitor-strength', model.id),
			limits: statementRows(desk, ['competitor-limit'], model.id),
			results: desk.evidence.benchmarks.flatMap((benchmark) => {
				const finding = desk.find(`${benchmark.id}/${model.id}`);
				return finding === undefined || !hasValue(finding)
					? []
					: [{ name: benchmark.name, value: citeFinding(finding, desk) }];
			}),
		}))
		.filter((row) => row.strengths.length + row.limits.length + row.results.length > 0);
	return rows.length === 0 ? null : rows;
}
