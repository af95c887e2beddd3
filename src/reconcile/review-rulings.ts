// Rulings that no longer do what their author meant: stale, needless, or naming what cannot be chosen. Findings in,
// warnings out.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Claim, Evidence, Ruling } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import { spellValue } from '../model/spell-value.js';
import { preferredClaims } from './camps.js';
import { causeOfDifference } from './causes.js';
import { inYaml, spelledValues } from './spelled-values.js';

export function reviewRulings(
	evidence: Evidence,
	findings: ReadonlyMap<string, Finding>,
): readonly Diagnostic[] {
	return evidence.rulings.flatMap((ruling) => {
		const finding = findings.get(ruling.on);
		if (finding === undefined) return [];
		const needless = needlessRuling(ruling, finding);
		return needless.length > 0
			? needless
			: [...staleRuling(ruling, finding), ...unclearPreference(ruling, finding)];
	});
}

/** Without a difference there is nothing to decide. */
function needlessRuling({ on, where }: Ruling, { dissent, contested }: Finding): readonly Diagnostic[] {
	return dissent.length === 0 && !contested ? [{ code: 'MB261', location: where, args: { on } }] : [];
}

/** The order and the number of claims do not matter, only which values are claimed. */
function staleRuling(ruling: Ruling, finding: Finding): readonly Diagnostic[] {
	if (ruling.over === undefined) return [];
	const now = spelledValues(finding.topic.claims);
	const [before, after] = [new Set(ruling.over.map(folded)), new Set(now.map(folded))];
	if (before.size === after.size && [...after].every((value) => before.has(value))) return [];
	const isNew = (claim: Claim) => !before.has(folded(spellValue(claim.value)));
	const also = finding.topic.claims
		.filter((claim) => claim.value.kind !== 'not-reported' && isNew(claim))
		.map((claim) => ({
			location: claim.where,
			text: `${claim.source} now says ${spellValue(claim.value)}.`,
		}));
	return [
		{
			code: 'MB260',
			location: ruling.where,
			args: {
				on: ruling.on,
				over: ruling.over.map(inYaml).join(', '),
				now: now.map(inYaml).join(', '),
				spelled: now.map(inYaml).join(', '),
			},
			also,
		},
	];
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

function unclearPreference(ruling: Ruling, finding: Finding): readonly Diagnostic[] {
	const { decision, where, on } = ruling;
	if (decision.kind === 'prefer-computed' && finding.computed === undefined) {
		const reason = 'which cannot be computed from its inputs';
		return [{ code: 'MB263', location: where, args: { on, source: 'the computed value', reason } }];
	}
	if (decision.kind !== 'prefer') return [];
	const preferred = preferredClaims(finding.topic.claims, ruling);
	const valued = preferred.filter(({ value }) => value.kind !== 'not-reported');
	const source = `\`${decision.source}\``;
	if (valued.length === 0)
		return [{ code: 'MB263', location: where, args: { on, source, reason: 'which reports no value' } }];
	const isTorn = valued.some((one) =>
		valued.some((other) => causeOfDifference(one, other, finding.unit) === 'contradiction'),
	);
	if (!isTorn) return [];
	const values = spelledValues(valued).map(inYaml).join(' and ');
	const chosen = finding.headline === undefined ? '' : inYaml(spellValue(finding.headline.value));
	const also = valued.map((claim) => ({
		location: claim.where,
		text: `"${claim.at}": ${spellValue(claim.value)}`,
	}));
	const args = { source: decision.source, values, chosen, at: inYaml(valued[0]?.at ?? '') };
	return [{ code: 'MB262', location: where, args, also }];
}
