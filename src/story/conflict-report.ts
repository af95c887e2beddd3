// Everything on which sources differ, for `modelbrief conflicts`: worst cause first, every side with its claims and
// their places. The shape is public (docs/conflicts.md); a field is never renamed or removed within a version.

import type { Claim, Evidence } from '../model/evidence.js';
import { CAUSES, type Cause, type Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Phrase } from '../model/story.js';
import {
	citeFinding,
	computedText,
	type Desk,
	isMiscalculated,
	openDesk,
	opponentsOf,
	printDissent,
	topicName,
} from './cite.js';
import { type GapItem, type GapKind, gapsOf } from './gaps.js';
import { isDiffering, standingOf, worstCause } from './ledger-sections.js';

export interface ConflictReport {
	readonly brief: string;
	readonly title: string;
	readonly asOf: string;
	readonly summary: {
		readonly sources: number;
		readonly claims: number;
		readonly findings: number;
		readonly differing: number;
		readonly contested: number;
		readonly unresolved: number;
		readonly rulings: number;
		/** Differing findings by their worst cause, worst first. */
		readonly byCause: Readonly<Partial<Record<Cause, number>>>;
	};
	readonly conflicts: readonly Conflict[];
	readonly gaps: readonly ReportedGap[];
}

export interface Conflict {
	readonly key: string;
	readonly name: string;
	/** The worst among its sides, and between them. */
	readonly cause: Cause;
	readonly contested: boolean;
	readonly unresolved: boolean;
	/** As the decks print it; for a finding in words, its sentence. */
	readonly printed: string;
	/** For a finding in words, whether the decks print the sentence or take it as denied; null for values. */
	readonly holds: boolean | null;
	/** From the lowest to the highest value that is claimed or computed. */
	readonly range: string | null;
	readonly chosenBy: string;
	readonly ruling: { readonly reason: string; readonly where: Location } | null;
	/** What the figure comes to, where it is computed from others. */
	readonly computed: {
		readonly text: string;
		readonly of: string;
		readonly to: string;
		readonly follows: boolean;
	} | null;
	/** The printed side first, then worst cause first. */
	readonly sides: readonly Side[];
}

export interface Side {
	readonly says: string;
	/** `agree` for the printed side. */
	readonly cause: Cause;
	/** Places in `sides` of those that it contradicts, where neither contradicts the printed side. */
	readonly contradicts: readonly number[];
	readonly claims: readonly SideClaim[];
}

export interface SideClaim {
	readonly id: string;
	readonly source: string;
	readonly short: string;
	readonly at: string;
	readonly credits: readonly string[];
	readonly note: string | null;
	/** The number does not follow from the printed values, but from others in the same document. */
	readonly followsFromOwnSource: boolean;
	readonly where: Location;
}

export interface ReportedGap {
	readonly kind: GapKind | 'open-question';
	readonly question: string;
	readonly why: string;
	readonly items: readonly GapItem[];
}

export function reportConflicts(evidence: Evidence, findings: ReadonlyMap<string, Finding>): ConflictReport {
	const desk = openDesk(evidence, findings);
	const all = [...findings.values()];
	const shown = all
		.filter((finding) => isDiffering(finding) || finding.unresolved)
		.map((finding, order) => ({ finding, order, rank: rankOf(finding) }))
		.sort((a, b) => b.rank - a.rank || a.order - b.order)
		.map(({ finding }) => finding);
	const byCause = [...CAUSES]
		.reverse()
		.map((cause) => [cause, shown.filter((finding) => worstCause(finding) === cause).length] as const)
		.filter(([, count]) => count > 0);
	return {
		brief: evidence.brief.id,
		title: evidence.brief.title,
		asOf: evidence.brief.asOf,
		summary: {
			sources: evidence.sources.filter(({ read }) => read).length,
			claims: evidence.topics.reduce((sum, { claims }) => sum + claims.length, 0),
			findings: all.length,
			differing: shown.length,
			contested: all.filter(({ contested }) => contested).length,
			unresolved: all.filter(({ unresolved }) => unresolved).length,
			rulings: evidence.rulings.length,
			byCause: Object.fromEntries(byCause),
		},
		conflicts: shown.map((finding) => conflictOf(finding, desk)),
		gaps: [
			...gapsOf(desk).map(({ kind, question, why, items }) => ({
				kind,
				question: plain(question),
				why,
				items,
			})),
			...evidence.questions.map(({ question, why, where }) => ({
				kind: 'open-question' as const,
				question,
				why,
				items: [{ name: question, where }],
			})),
		],
	};
}

/** Cause first; of one cause, what nobody decided before what somebody did, and numbers before words. */
function rankOf(finding: Finding): number {
	const isOpen = finding.unresolved ? 2 : 0;
	const isNumeric = finding.spread !== undefined ? 1 : 0;
	return CAUSES.indexOf(worstCause(finding)) * 4 + isOpen + isNumeric;
}

function conflictOf(finding: Finding, desk: Desk): Conflict {
	const { key, topic, contested, unresolved, computed, ruling } = finding;
	const cited = citeFinding(finding, desk);
	const isWords = finding.value.kind === 'assertion';
	const sentence = 'text' in topic && topic.text !== undefined ? topic.text : topicName(topic, desk);
	return {
		key,
		name: topicName(topic, desk),
		cause: worstCause(finding),
		contested,
		unresolved,
		printed: isWords ? sentence : cited.text,
		holds: finding.value.kind === 'assertion' ? finding.value.holds : null,
		range: cited.range,
		chosenBy: standingOf(finding),
		ruling: ruling === undefined ? null : { reason: ruling.reason, where: ruling.where },
		computed:
			computed === undefined
				? null
				: {
						text: computedText(finding, desk) ?? '',
						of: computed.of,
						to: computed.to,
						follows: !isMiscalculated(finding),
					},
		sides: sidesOf(finding, desk),
	};
}

function sidesOf(finding: Finding, desk: Desk): readonly Side[] {
	const own = new Set(
		finding.computed?.checks.flatMap(({ claim, followsFromOwnSource }) =>
			followsFromOwnSource ? [claim.id] : [],
		),
	);
	const sides = new Map<string, { says: string; cause: Cause; claims: Claim[] }>();
	const add = (claim: Claim, cause: Cause) => {
		const says = printDissent(claim, finding, desk);
		const side = sides.get(`${cause} ${says}`) ?? { says, cause, claims: [] };
		side.claims.push(claim);
		sides.set(`${cause} ${says}`, side);
	};
	for (const claim of finding.agreeing) add(claim, 'agree');
	for (const { claim, cause } of finding.dissent) add(claim, cause);
	const rank = ({ cause }: Pick<Side, 'cause'>) =>
		cause === 'agree' ? CAUSES.length : CAUSES.indexOf(cause);
	const sorted = [...sides.values()].sort((a, b) => rank(b) - rank(a));
	const placeOf = (claim: Claim) => sorted.findIndex(({ claims }) => claims.includes(claim));
	return sorted.map((side) => {
		const opponents = side.claims.flatMap((claim) => opponentsOf(claim, finding));
		return {
			...side,
			contradicts: [...new Set(opponents.map(placeOf))].sort((a, b) => a - b),
			claims: side.claims.map(({ id, source, at, credits, note, where }) => ({
				id,
				source,
				short: desk.sourceShort(source),
				at,
				credits: credits.map(desk.sourceShort),
				note: note ?? null,
				followsFromOwnSource: own.has(id),
				where,
			})),
		};
	});
}

const plain = ({ parts }: Phrase) =>
	parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
