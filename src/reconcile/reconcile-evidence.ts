// Claims to findings: one finding per topic, with its headline value, its support and its dissent. Decides nothing
// that precedence.ts does not say, and drops no claim.

import { isIncomparable } from '../model/comparable.js';
import type { Claim, Evidence, Model, Ruling, Source, Topic, Unit, Value } from '../model/evidence.js';
import type { Cause, Derivation, Dissent, Finding, Precedence } from '../model/finding.js';
import { afresh, type Remember } from '../model/remember.js';
import { finestDecimals, rangeOfSpread } from '../model/written.js';
import { campsOf, candidates, preferredClaims } from './camps.js';
import { causeOfDifference } from './causes.js';
import { deriveFinding } from './derivations.js';
import { countIndependent, originsOf } from './independence.js';
import { oppositionsAmong } from './oppositions.js';
import { type Camp, chooseCamp } from './precedence.js';
import { datesSpan, spreadOf } from './spread.js';

/** One finding per topic, by topic key, in evidence order. */
export function reconcileEvidence(
	evidence: Evidence,
	remember: Remember = afresh,
): ReadonlyMap<string, Finding> {
	const sources = new Map(evidence.sources.map((source) => [source.id, source]));
	const rulings = new Map(evidence.rulings.map((ruling) => [ruling.on, ruling]));
	const topics = new Map(evidence.topics.map((topic) => [topic.key, topic]));
	const benchmarkUnits = new Map(evidence.benchmarks.map((benchmark) => [benchmark.id, benchmark.unit]));
	const unitOf = (topic: Topic): Unit => {
		if (topic.kind === 'result') return benchmarkUnits.get(topic.benchmark) ?? 'count';
		if (topic.kind === 'event') return 'date';
		return topic.kind === 'figure' || topic.kind === 'commitment' ? topic.unit : 'text';
	};
	const others = new Set(evidence.models.filter(isOfOthers(evidence.subject.vendor)).map(({ id }) => id));
	const isVendors = (topic: Topic) =>
		'model' in topic
			? !others.has(topic.model)
			: !(topic.kind === 'event' && topic.category === 'competitor');
	const found = new Map<string, Finding>();
	const open = new Set<string>();
	/** Inputs before what is computed from them; undefined for a circle. */
	const findingOf = (key: string): Finding | undefined => {
		const topic = topics.get(key);
		if (topic === undefined || open.has(key)) return undefined;
		const known = found.get(key);
		if (known !== undefined) return known;
		open.add(key);
		const unit = unitOf(topic);
		const computed = topic.kind === 'figure' ? topic.computed : undefined;
		const [of, to] = computed === undefined ? [] : [findingOf(computed.of), findingOf(computed.to)];
		const ruling = rulings.get(key);
		const isOwn = isVendors(topic);
		const inputs = [topic, unit, evidence.sources, isOwn, ruling, of, to];
		const finding = remember(`finding ${key}`, inputs, () => {
			const derivation =
				computed === undefined ? undefined : deriveFinding(computed, of, to, topic.claims, unit);
			return reconcileTopic(topic, unit, sources, isOwn, ruling, derivation);
		});
		open.delete(key);
		found.set(key, finding);
		return finding;
	};
	return new Map(
		[...topics.keys()].flatMap((key) => {
			const finding = findingOf(key);
			return finding === undefined ? [] : [[key, finding] as const];
		}),
	);
}

const isOfOthers =
	(vendor: string) =>
	(model: Model): boolean =>
		model.role === 'competitor' ||
		model.role === 'human' ||
		(model.role === 'other' && model.vendor !== vendor);

function reconcileTopic(
	topic: Topic,
	unit: Unit,
	sources: ReadonlyMap<string, Source>,
	isVendors: boolean,
	ruling: Ruling | undefined,
	derivation: Derivation | undefined,
): Finding {
	const reported = topic.claims.filter((claim) => claim.value.kind !== 'not-reported');
	const supportOf = (camp: Camp) => ({
		claims: camp.length,
		sources: new Set(camp.map((claim) => claim.source)).size,
		independent: countIndependent(camp, sources),
	});
	const isFirstParty = (id: string) => sources.get(id)?.party === 'first';
	const base = {
		key: topic.key,
		vendorOnly:
			reported.length > 0 && reported.every((claim) => [...originsOf(claim, sources)].every(isFirstParty)),
		topic,
		unit,
		...(ruling === undefined ? {} : { ruling }),
		...(derivation === undefined ? {} : { computed: derivation }),
	};
	if (derivation !== undefined && ruling?.decision.kind === 'prefer-computed') {
		const agreeing = reported.filter((claim) => isConsistent(claim, derivation));
		const dissent = beside(derivation, reported);
		const spread = spreadOf(agreeing, dissent, derivation.unit, unit, derivation);
		const support = { ...supportOf(agreeing), independent: derivation.independent };
		const oppositions = oppositionsAmong(reported, contradicting(dissent), unit);
		return {
			...base,
			value: derivation.value,
			agreeing,
			dissent,
			oppositions,
			support,
			...(spread === undefined ? {} : { spread }),
			contested: derivation.isContested || oppositions.length > 0 || contradicting(dissent).size > 0,
			unresolved: false,
			precedence: 'ruling',
		};
	}
	if (reported.length === 0) {
		return {
			...base,
			value: { kind: 'not-reported' },
			agreeing: topic.claims,
			dissent: [],
			oppositions: [],
			support: supportOf(topic.claims),
			contested: false,
			unresolved: false,
			precedence: 'only-value',
		};
	}
	const { camp, precedence } = choose(
		campsOf(reported, unit),
		reported,
		unit,
		sources,
		isVendors,
		ruling,
		derivation,
	);
	const headline = headlineOf(camp);
	if (headline === undefined) throw new Error(`modelbrief bug: no headline among the claims on ${topic.key}`);
	const dissent = dissentFrom(headline, reported, camp, unit);
	const check = derivation?.checks.find(({ claim }) => claim.id === headline.id);
	const isMiscalculated = check?.cause === 'contradiction';
	const denials = contradicting(dissent);
	const oppositions = oppositionsAmong(reported, denials, unit);
	const isDenied = isMiscalculated || denials.size > 0 || oppositions.length > 0;
	const spread = spreadOf(camp, dissent, headline.unit ?? unit, unit, derivation);
	const isKept = ruling?.decision.kind === 'keep-range';
	const isUndecided = precedence === 'tie' || precedence === 'only-value' || isMiscalculated;
	// What is said under another name or in another setup may be contradictory, and leaves the printed value alone.
	const elsewhere = new Set(dissent.filter(isIncomparable).map(({ claim }) => claim));
	const isAtStake =
		isMiscalculated ||
		denials.size > 0 ||
		oppositions.some(({ one, other }) => !elsewhere.has(one) && !elsewhere.has(other));
	const unresolved = isAtStake && isUndecided && !isKept && precedence !== 'ruling';
	const whole = unresolved || isKept ? wholeRange(camp, dissent, spread) : undefined;
	return {
		...base,
		headline,
		value: whole ?? headline.value,
		agreeing: camp,
		dissent,
		oppositions,
		support: supportOf(camp),
		...(spread === undefined ? {} : { spread }),
		contested: isDenied || (derivation?.isContested ?? false),
		unresolved,
		precedence: isKept ? 'ruling' : precedence,
	};
}

/** The camp that heads the finding. What contradicts it and may not head a finding itself, such as words, still weighs in. */
function choose(
	camps: readonly Camp[],
	reported: readonly Claim[],
	unit: Unit,
	sources: ReadonlyMap<string, Source>,
	isVendors: boolean,
	ruling: Ruling | undefined,
	derivation: Derivation | undefined,
): { readonly camp: Camp; readonly precedence: Precedence } {
	const preferred = preferredClaims(reported, ruling);
	const ruled = camps.filter((camp) => camp.some((claim) => preferred.includes(claim)));
	if (ruled.length > 0) {
		const { camp } = chooseCamp(ruled.length > 1 ? candidates(ruled, derivation) : ruled, sources, isVendors);
		return { camp, precedence: 'ruling' };
	}
	const withoutSums = candidates(camps, undefined);
	const left = candidates(camps, derivation);
	const choice = chooseCamp(left, sources, isVendors);
	const first = headlineOf(choice.camp);
	const rivals = camps.filter(
		(camp) =>
			!withoutSums.includes(camp) &&
			camp.some((claim) => first !== undefined && causeOfDifference(claim, first, unit) === 'contradiction'),
	);
	if (left.length < withoutSums.length && left.length === 1)
		return { camp: choice.camp, precedence: 'computed' };
	if (rivals.length === 0) return choice;
	const wider = chooseCamp([choice.camp, ...rivals], sources, isVendors);
	if (wider.camp !== choice.camp) return { camp: choice.camp, precedence: 'tie' };
	return choice.precedence === 'only-value' ? { ...choice, precedence: wider.precedence } : choice;
}

const contradicting = (dissent: readonly Dissent[]): ReadonlySet<Claim> =>
	new Set(dissent.filter(({ cause }) => cause === 'contradiction').map(({ claim }) => claim));

const isConsistent = (claim: Claim, { checks }: Derivation) =>
	checks.some(
		(check) => check.claim.id === claim.id && check.cause !== 'contradiction' && check.cause !== 'unit',
	);

/** Dissent from a computed value: numbers as they were checked, words as they stand to any number. */
function beside(derivation: Derivation, claims: readonly Claim[]): readonly Dissent[] {
	return claims
		.filter((claim) => !isConsistent(claim, derivation))
		.map((claim) => {
			const check = derivation.checks.find((one) => one.claim.id === claim.id);
			const isDenial = claim.value.kind === 'text' && claim.value.contradicts;
			const cause = check?.cause === 'unit' ? 'unit' : check || isDenial ? 'contradiction' : 'rounding';
			return { claim, cause };
		});
}

function dissentFrom(headline: Claim, claims: readonly Claim[], camp: Camp, unit: Unit): Dissent[] {
	return claims
		.filter((claim) => !camp.includes(claim))
		.map((claim) => ({ claim, cause: causeOfDifference(claim, headline, unit) }))
		.filter(
			(dissent): dissent is { claim: Claim; cause: Exclude<Cause, 'agree'> } => dissent.cause !== 'agree',
		);
}

const headlineOf = (camp: Camp): Claim | undefined => [...camp].sort(bySpecificity)[0];

/** The topic's own unit first; a claim that states its setup, more decimals or whom it credits says more than one that does not. */
function bySpecificity(a: Claim, b: Claim): number {
	const ranks = ({ unit, setup, value, credits }: Claim) => [
		Number(unit === undefined),
		Object.keys(setup).length,
		finestDecimals(value),
		Number(credits.length > 0),
	];
	const [mine, others] = [ranks(a), ranks(b)];
	const decisive = mine.findIndex((rank, index) => rank !== others[index]);
	if (decisive !== -1) return (others[decisive] ?? 0) - (mine[decisive] ?? 0);
	const place = ({ source, at, qualifiers, setup, credits, value, as, note }: Claim) =>
		JSON.stringify([
			source,
			at,
			[...qualifiers].sort(),
			Object.entries(setup).sort(),
			[...credits].sort(),
			value,
			as,
			note,
		]);
	return place(a) < place(b) ? -1 : 1;
}

/** From the lowest to the highest, where the claims leave more than one number or day. */
function wholeRange(camp: Camp, dissent: readonly Dissent[], spread: Finding['spread']): Value | undefined {
	if (spread !== undefined) return spread.low < spread.high ? rangeOfSpread(spread) : undefined;
	return datesSpan([...camp, ...dissent.filter((one) => !isIncomparable(one)).map(({ claim }) => claim)]);
}
