// Claims to findings: one finding per topic, with its headline value, its support and its dissent. Decides nothing
// that precedence.ts does not say, and drops no claim.

import type { Claim, Evidence, Ruling, Source, Topic, Unit, Value } from '../model/evidence.js';
import type { Cause, Dissent, Finding } from '../model/finding.js';
import { causeOfDifference } from './causes.js';
import { countIndependent } from './independence.js';
import { type Camp, chooseCamp } from './precedence.js';

/** One finding per topic, by topic key, in evidence order. */
export function reconcileEvidence(evidence: Evidence): ReadonlyMap<string, Finding> {
	const sources = new Map(evidence.sources.map((source) => [source.id, source]));
	const rulings = new Map(evidence.rulings.map((ruling) => [ruling.on, ruling]));
	const benchmarkUnits = new Map(evidence.benchmarks.map((benchmark) => [benchmark.id, benchmark.unit]));
	const unitOf = (topic: Topic): Unit => {
		if (topic.kind === 'result') return benchmarkUnits.get(topic.benchmark) ?? 'count';
		if (topic.kind === 'event') return 'date';
		return topic.kind === 'figure' || topic.kind === 'commitment' ? topic.unit : 'text';
	};
	return new Map(
		evidence.topics.map((topic) => [
			topic.key,
			reconcileTopic(topic, unitOf(topic), sources, rulings.get(topic.key)),
		]),
	);
}

function reconcileTopic(
	topic: Topic,
	unit: Unit,
	sources: ReadonlyMap<string, Source>,
	ruling: Ruling | undefined,
): Finding {
	const reported = topic.claims.filter((claim) => claim.value.kind !== 'not-reported');
	const supportOf = (camp: Camp) => ({
		claims: camp.length,
		sources: new Set(camp.map((claim) => claim.source)).size,
		independent: countIndependent(camp, sources),
	});
	const base = { key: topic.key, topic, unit, ...(ruling === undefined ? {} : { ruling }) };
	if (reported.length === 0) {
		return {
			...base,
			value: { kind: 'not-reported' },
			agreeing: topic.claims,
			dissent: [],
			support: supportOf(topic.claims),
			contested: false,
			unresolved: false,
			precedence: 'only-value',
		};
	}
	const { camp, precedence } = chooseCamp(measuredFirst(campsOf(reported, unit), ruling), sources, ruling);
	const headline = [...camp].sort(bySpecificity)[0];
	if (headline === undefined) throw new Error(`modelbrief bug: no headline among the claims on ${topic.key}`);
	const dissent = dissentFrom(headline, reported, camp, unit);
	const contested = dissent.some(({ cause }) => cause === 'contradiction');
	const spread = spreadOf(camp, dissent, headline, unit);
	const isKept = ruling?.decision.kind === 'keep-range';
	const unresolved = contested && precedence === 'tie' && !isKept;
	const keepsRange = unresolved || isKept;
	const value: Value =
		keepsRange && spread !== undefined && spread.low < spread.high
			? { kind: 'range', from: spread.low, to: spread.high }
			: headline.value;
	return {
		...base,
		headline,
		value,
		agreeing: camp,
		dissent,
		support: supportOf(camp),
		...(spread === undefined ? {} : { spread }),
		contested,
		unresolved,
		precedence: isKept ? 'ruling' : precedence,
	};
}

/** Groups claims that agree with one another; a claim joins the first group whose every member agrees with it. */
function campsOf(claims: readonly Claim[], unit: Unit): Camp[] {
	const camps: Claim[][] = [];
	for (const claim of claims) {
		const home = camps.find((camp) =>
			camp.every((other) => causeOfDifference(claim, other, unit) === 'agree'),
		);
		if (home) home.push(claim);
		else camps.push([claim]);
	}
	return camps;
}

/** Words never head a finding for which somebody gives a number or a date, unless a ruling prefers their source. */
function measuredFirst(camps: readonly Camp[], ruling: Ruling | undefined): readonly Camp[] {
	const measured = camps.filter((camp) => camp.every((claim) => claim.value.kind !== 'text'));
	const preferred = ruling?.decision.kind === 'prefer' ? ruling.decision.source : undefined;
	const isPreferred = (camp: Camp) => camp.some((claim) => claim.source === preferred);
	const isLost = camps.some(isPreferred) && !measured.some(isPreferred);
	return measured.length > 0 && !isLost ? measured : camps;
}

function dissentFrom(headline: Claim, claims: readonly Claim[], camp: Camp, unit: Unit): Dissent[] {
	return claims
		.filter((claim) => !camp.includes(claim))
		.map((claim) => ({ claim, cause: causeOfDifference(claim, headline, unit) }))
		.filter(
			(dissent): dissent is { claim: Claim; cause: Exclude<Cause, 'agree'> } => dissent.cause !== 'agree',
		);
}

/** A claim that states its setup or credits somebody says more than one that does not; then by source and place. */
function bySpecificity(a: Claim, b: Claim): number {
	const rank = (claim: Claim) => Object.keys(claim.setup).length + (claim.credits.length > 0 ? 1 : 0);
	const place = ({ source, at, qualifiers }: Claim) => JSON.stringify([source, at, [...qualifiers].sort()]);
	return rank(b) - rank(a) || (place(a) < place(b) ? -1 : 1);
}

/** Lowest and highest number among claims that mean the same thing as the headline, in its unit and its setup. */
function spreadOf(
	camp: Camp,
	dissent: readonly Dissent[],
	headline: Claim,
	unit: Unit,
): { readonly low: number; readonly high: number } | undefined {
	const headlineUnit = headline.unit ?? unit;
	const isComparable = ({ cause }: Dissent) => !['unit', 'setup', 'benchmark'].includes(cause);
	const ends = [...camp, ...dissent.filter(isComparable).map(({ claim }) => claim)]
		.filter((claim) => (claim.unit ?? unit) === headlineUnit)
		.flatMap(({ value }) =>
			value.kind === 'number' ? [value.number] : value.kind === 'range' ? [value.from, value.to] : [],
		);
	return ends.length === 0 ? undefined : { low: Math.min(...ends), high: Math.max(...ends) };
}
