// Findings to printable text that remembers its claims. Every section of the story asks here for its values.

import { isIncomparable } from '../model/comparable.js';
import type { Claim, Evidence, Model, Source, Topic, Unit, Value } from '../model/evidence.js';
import type { Cause, Finding } from '../model/finding.js';
import type { Cited, DissentRow, FigureRow, Row } from '../model/story.js';
import { rangeOfSpread } from '../model/written.js';
import { type FormatOptions, formatValue, UNIT_NAMES } from './format.js';
import { openEnds } from './printed-ends.js';

/** The evidence and its findings, with look-ups that every section needs. */
export interface Desk {
	readonly evidence: Evidence;
	readonly findings: ReadonlyMap<string, Finding>;
	readonly language: string;
	readonly modelName: (id: string) => string;
	readonly benchmarkName: (id: string) => string;
	readonly sourceShort: (id: string) => string;
	/** The finding of a key, or undefined where the evidence has none. */
	readonly find: (key: string) => Finding | undefined;
	/**
	 * Findings of one kind of topic, best supported first, evidence order among equals. What the better supported
	 * sources deny is not among them: a slide would print it as theirs. The ledger has it.
	 */
	readonly all: <Kind extends Topic['kind']>(kind: Kind) => readonly FindingOf<Kind>[];
}

export type FindingOf<Kind extends Topic['kind']> = Finding & {
	readonly topic: Extract<Topic, { kind: Kind }>;
};

export function openDesk(evidence: Evidence, findings: ReadonlyMap<string, Finding>): Desk {
	const models = new Map<string, Model>(evidence.models.map((model) => [model.id, model]));
	const benchmarks = new Map(evidence.benchmarks.map((benchmark) => [benchmark.id, benchmark]));
	const sources = new Map<string, Source>(evidence.sources.map((source) => [source.id, source]));
	const byKind = new Map<Topic['kind'], readonly Finding[]>();
	return {
		evidence,
		findings,
		language: evidence.brief.language,
		modelName: (id) => models.get(id)?.name ?? id,
		benchmarkName: (id) => benchmarks.get(id)?.name ?? id,
		sourceShort: (id) => sources.get(id)?.short ?? id,
		find: (key) => findings.get(key),
		all: <Kind extends Topic['kind']>(kind: Kind) => {
			const found = byKind.get(kind) ?? supported(kind, findings);
			byKind.set(kind, found);
			return found as readonly FindingOf<Kind>[];
		},
	};
}

const supported = (kind: Topic['kind'], findings: ReadonlyMap<string, Finding>): readonly Finding[] =>
	[...findings.values()]
		.filter(({ topic }) => topic.kind === kind)
		.filter(({ value }) => value.kind !== 'assertion' || value.holds)
		.sort((a, b) => b.support.sources - a.support.sources);

/** False where sources say only that it is not reported. */
export const hasValue = ({ value }: Pick<Finding, 'value'>) => value.kind !== 'not-reported';

/** True when the printed value does not follow from the printed values that it should be computed from. */
export const isMiscalculated = ({ computed, headline }: Finding) =>
	computed?.checks.some(({ claim, cause }) => claim.id === headline?.id && cause === 'contradiction') ??
	false;

/** How the range of a finding is printed: with the words of a bound at which it ends, `8 to over 12`. */
function styleOfRange(value: Value, finding: Finding): Partial<FormatOptions> {
	const open = openEnds(value, finding.topic.claims);
	return open === undefined ? {} : { open };
}

/** Printed from the lowest to the highest of what several sides say, because none of them prevails. */
export const spansSides = ({ headline, value }: Finding): boolean =>
	headline !== undefined && value !== headline.value;

/** Of which the printed value is made: the prevailing side, or every side that a printed range spans. */
export function claimsBehind(finding: Finding): readonly Claim[] {
	if (!spansSides(finding)) return finding.agreeing;
	const others = finding.dissent.filter((one) => !isIncomparable(one)).map(({ claim }) => claim);
	return [...finding.agreeing, ...others.filter(({ value }) => value.kind !== 'text')];
}

/** What was computed is a value of its own, and may be an end of a printed range. */
function inputsBehind(finding: Finding): readonly string[] {
	const { computed, headline, unit } = finding;
	if (computed === undefined) return [];
	const isEnd = spansSides(finding) && computed.unit === (headline?.unit ?? unit);
	return headline === undefined || isEnd ? computed.inputs : [];
}

/** How many documents stand behind the printed value. */
export const documentsBehind = (finding: Finding): number =>
	new Set(claimsBehind(finding).map(({ source }) => source)).size;

export interface PrintOptions {
	readonly bare?: boolean;
}

/** The headline value of a finding, with the claims that support it. */
export function citeFinding(finding: Finding, desk: Desk, options: PrintOptions = {}): Cited {
	const { headline, computed, value } = finding;
	const isComputed = headline === undefined && computed !== undefined;
	const text =
		headline === undefined || value !== headline.value
			? printValue(value, isComputed ? computed.unit : finding.unit, desk, {
					...options,
					...styleOfRange(value, finding),
					...(isComputed && computed.isRough ? { qualifiers: ['about'] } : {}),
				})
			: `${printClaim(headline, finding, desk, options)}${headline.as === undefined ? '' : ` as “${headline.as}”`}`;
	const isCompared = value.kind === 'number' || value.kind === 'range' || value.kind === 'date';
	return {
		kind: 'cited',
		text,
		...(isCompared ? { key: `value ${finding.key}` } : {}),
		claims: [...claimsBehind(finding).map((claim) => claim.id), ...inputsBehind(finding)],
		contested: finding.contested,
		independent: finding.support.independent,
		range: finding.contested ? printSpread(finding, desk) : null,
		about: topicName(finding.topic, desk),
	};
}

/** A value in another unit than its neighbours never loses its unit. */
export function printClaim(claim: Claim, finding: Finding, desk: Desk, options: PrintOptions = {}): string {
	const isOtherUnit = claim.unit !== undefined && claim.unit !== finding.unit;
	return formatValue(claim.value, claim.unit ?? finding.unit, {
		language: desk.language,
		qualifiers: claim.qualifiers,
		bare: options.bare === true && !isOtherUnit,
	});
}

function printValue(value: Value, unit: Unit, desk: Desk, options: Partial<FormatOptions>): string {
	return formatValue(value, unit, { ...options, language: desk.language });
}

function printSpread(finding: Finding, desk: Desk): string | null {
	const spread = finding.spread;
	if (spread === undefined || spread.low === spread.high) return null;
	const value = rangeOfSpread(spread);
	return printValue(value, finding.headline?.unit ?? finding.unit, desk, styleOfRange(value, finding));
}

/** Text that rests on the deck itself: counts of sources, pages, blanks. */
export function counted(count: number | string): Cited {
	return {
		kind: 'cited',
		text: String(count),
		claims: [],
		contested: false,
		independent: null,
		range: null,
		about: '',
	};
}

/** A date of the evidence that rests on no claim: of a document, of the brief. */
export const dated = (text: string): Cited => ({ ...counted(text), origin: 'date' });

/** `Terminal-Bench 2.0 against GPT-5.2-Codex`: of two results on one benchmark, where one is the subject's. */
export function differenceName(left: Topic, right: Topic, desk: Desk): string | undefined {
	if (left.kind !== 'result' || right.kind !== 'result' || left.benchmark !== right.benchmark)
		return undefined;
	const others = [left.model, right.model].filter((model) => model !== desk.evidence.subject.id);
	const [other] = others;
	if (other === undefined || others.length > 1) return undefined;
	return `${desk.benchmarkName(left.benchmark)} against ${desk.modelName(other)}`;
}

const CAUSE_TEXT: Record<Cause, { readonly one: string; readonly many?: string }> = {
	agree: { one: 'agree' },
	rounding: { one: 'rounding' },
	uncertainty: { one: 'within range' },
	unit: { one: 'unit mismatch', many: 'unit mismatches' },
	setup: { one: 'different setup', many: 'different setups' },
	benchmark: { one: 'other meaning', many: 'other meanings' },
	estimate: { one: 'estimate', many: 'estimates' },
	contradiction: { one: 'contradiction', many: 'contradictions' },
};

export const causeText = (cause: Cause) => CAUSE_TEXT[cause].one;

/** Beside a number of findings: `20 contradictions`. */
export function causesText(cause: Cause, count: number): string {
	const { one, many = one } = CAUSE_TEXT[cause];
	return count === 1 ? one : many;
}

/** Beside a printed range that spans all sides, each of them is one that says something else. */
export const sidesBeside = (
	finding: Finding,
): readonly { readonly claim: Claim; readonly cause: Cause }[] => [
	...(spansSides(finding)
		? finding.agreeing.map((claim) => ({ claim, cause: 'contradiction' as const }))
		: []),
	...finding.dissent,
];

/** Dissent with equal values and causes joined into one row, sources listed once each. */
export function dissentRows(finding: Finding, desk: Desk): readonly DissentRow[] {
	const groups = new Map<string, { claims: Claim[]; cause: Cause; text: string }>();
	for (const { claim, cause } of sidesBeside(finding)) {
		const text = printDissent(claim, finding, desk);
		const key = `${text}|${cause}`;
		const group = groups.get(key) ?? { claims: [], cause, text };
		group.claims.push(claim);
		groups.set(key, group);
	}
	const said: readonly DissentRow[] = [...groups.values()].map(({ claims, cause, text }) => ({
		value: {
			kind: 'cited',
			text,
			claims: claims.map((claim) => claim.id),
			contested: false,
			independent: null,
			range: null,
			about: topicName(finding.topic, desk),
		},
		who: namesOf(claims, desk),
		cause: causeText(cause),
		against: citeOpponents(claims, finding, desk),
		note: claims.find((claim) => claim.note !== undefined)?.note ?? null,
	}));
	return [...said, ...computedRows(finding, desk)];
}

/** The values that the claims contradict, though neither side contradicts the printed one. */
function citeOpponents(claims: readonly Claim[], finding: Finding, desk: Desk): Cited | null {
	const opponents = claims.flatMap((claim) => opponentsOf(claim, finding));
	if (opponents.length === 0) return null;
	return {
		kind: 'cited',
		text: [...new Set(opponents.map((claim) => printDissent(claim, finding, desk)))].join(' and '),
		claims: opponents.map(({ id }) => id),
		contested: false,
		independent: null,
		range: null,
		about: topicName(finding.topic, desk),
	};
}

export const opponentsOf = (claim: Claim, { oppositions }: Finding): readonly Claim[] =>
	oppositions.flatMap(({ one, other }) => (one === claim ? [other] : other === claim ? [one] : []));

/** What the figure comes to, where that is not the printed value itself. */
function computedRows(finding: Finding, desk: Desk): readonly DissentRow[] {
	const { computed, headline } = finding;
	const text = computedText(finding, desk);
	if (computed === undefined || headline === undefined || text === undefined) return [];
	const cause = computed.checks.find(({ claim }) => claim.id === headline.id)?.cause ?? 'agree';
	if (cause === 'agree') return [];
	const { inputs } = computed;
	const about = topicName(finding.topic, desk);
	const cited = { claims: inputs, contested: false, independent: null, range: null, about };
	const value: Cited = { kind: 'cited', text, ...cited };
	return [{ value, who: 'computed', cause: causeText(cause), against: null, note: null }];
}

/** `11.9 points from 77.3% and 65.4%`; undefined for a finding that nothing is computed for. */
export function computedText({ computed }: Finding, desk: Desk): string | undefined {
	const [of, to] = [desk.find(computed?.of ?? ''), desk.find(computed?.to ?? '')];
	if (computed === undefined || of === undefined || to === undefined) return undefined;
	const value = printValue(
		computed.value,
		computed.unit,
		desk,
		computed.isRough ? { qualifiers: ['about'] } : {},
	);
	return `${value} from ${[of, to].map((input) => citeFinding(input, desk).text).join(' and ')}`;
}

export function printDissent(claim: Claim, finding: Finding, desk: Desk): string {
	if (claim.value.kind === 'assertion') return claim.value.holds ? 'said' : 'denied';
	const value = printClaim(claim, finding, desk);
	const isOtherUnit = claim.unit !== undefined && claim.unit !== finding.unit;
	return claim.as !== undefined
		? `${value} as “${claim.as}”`
		: isOtherUnit
			? `${value} (${UNIT_NAMES[claim.unit ?? finding.unit]})`
			: value;
}

/** Short names of the sources, each once, in the order of the source list. */
export function namesOf(claims: readonly Claim[], desk: Desk): string {
	return sourcesOf(claims, desk).join(', ');
}

export function sourcesOf(claims: readonly Claim[], desk: Desk): readonly string[] {
	const ids = new Set(claims.map((claim) => claim.source));
	return desk.evidence.sources.filter(({ id }) => ids.has(id)).map(({ short }) => short);
}

/** What a reader would call the topic. */
export function topicName(topic: Topic, desk: Desk): string {
	switch (topic.kind) {
		case 'result':
			return topic.model === desk.evidence.subject.id
				? desk.benchmarkName(topic.benchmark)
				: `${desk.benchmarkName(topic.benchmark)}, ${desk.modelName(topic.model)}`;
		case 'classification':
			return `${topic.domain}: ${topic.level}`;
		default:
			return topic.label;
	}
}

/** A sentence of evidence as a row: a statement, a safeguard, an evaluation, an access route. */
export function citeRow(
	finding: Finding & { readonly topic: { readonly label: string; readonly text?: string } },
	desk: Desk,
): Row {
	const topic = finding.topic;
	const model = 'model' in topic && typeof topic.model === 'string' ? desk.modelName(topic.model) : '';
	const named: Cited = {
		kind: 'cited',
		text: topic.label,
		claims: finding.agreeing.map((claim) => claim.id),
		contested: finding.contested,
		independent: finding.support.independent,
		range: null,
		about: topic.label,
	};
	return {
		label: topic.label,
		named,
		text: { ...named, text: topic.text ?? topic.label },
		model,
		sources: counted(finding.support.sources),
		disputed: finding.contested,
	};
}

export function citeFigure(finding: FindingOf<'figure'> | FindingOf<'commitment'>, desk: Desk): FigureRow {
	const topic = finding.topic;
	const value = citeFinding(finding, desk);
	const { key: _key, ...words } = value;
	const isFigure = topic.kind === 'figure';
	return {
		label: topic.label,
		value,
		number: citeFinding(finding, desk, { bare: true }),
		unit: UNIT_NAMES[finding.unit],
		text: topic.text === undefined ? null : { ...words, text: topic.text, contested: false, range: null },
		isMeasured: finding.value.kind !== 'assertion',
		model: isFigure ? desk.modelName(topic.model) : '',
		against: isFigure && topic.against !== undefined ? desk.modelName(topic.against) : null,
		sources: counted(documentsBehind(finding)),
		dissent: dissentRows(finding, desk),
	};
}
