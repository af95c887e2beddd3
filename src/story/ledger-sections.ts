// How far the evidence can be trusted: counts, the ledger of differences, the sources, and what is not known.

import type { Evidence, Source } from '../model/evidence.js';
import { CAUSES, type Cause, type Finding } from '../model/finding.js';
import type { Counts, CredibilitySection, DissentRow, GapRow, LedgerRow, SourceRow } from '../model/story.js';
import { dissentChartRows, headlineRow, storyChart } from './chart-rows.js';
import {
	causesText,
	causeText,
	citeFinding,
	counted,
	type Desk,
	dated,
	dissentRows,
	isMiscalculated,
	sourcesOf,
	spansSides,
	topicName,
} from './cite.js';
import { formatDate } from './format.js';
import { isSingleSource } from './gaps.js';

const readSources = (evidence: Evidence) => evidence.sources.filter((source) => source.read);

export function countsOf(desk: Desk): Counts {
	const findings = [...desk.findings.values()];
	const claims = findings.flatMap(({ topic }) => topic.claims);
	return {
		sources: counted(readSources(desk.evidence).length),
		origins: counted(originCount(desk.evidence)),
		claims: counted(claims.length),
		findings: counted(findings.length),
		contested: counted(findings.filter(({ contested }) => contested).length),
		differing: counted(findings.filter(isDiffering).length),
		'single-source': counted(findings.filter(isSingleSource).length),
		benchmarks: counted(
			new Set(findings.flatMap(({ topic }) => (topic.kind === 'result' ? [topic.benchmark] : []))).size,
		),
	};
}

/** Where trails end; all that the vendor says is one origin. */
function originCount({ sources }: Evidence): number {
	const ends = sources.filter(({ derivesFrom }) => derivesFrom.length === 0);
	return new Set(ends.map(({ id, party }) => (party === 'first' ? 'first-party' : id))).size;
}

export const isDiffering = (finding: Finding) => finding.dissent.length > 0 || isMiscalculated(finding);

/** Worst cause first, then numbers before words, then evidence order. */
export function ledgerRows(desk: Desk): readonly LedgerRow[] {
	return [...desk.findings.values()]
		.filter(isDiffering)
		.sort((a, b) => rankOf(b) - rankOf(a))
		.map((finding) => ledgerRow(finding, desk));
}

function rankOf(finding: Finding): number {
	const isNumeric = finding.spread !== undefined ? 1 : 0;
	return CAUSES.indexOf(worstCause(finding)) * 2 + isNumeric;
}

export function worstCause(finding: Finding): Cause {
	if (isMiscalculated(finding) || finding.oppositions.length > 0) return 'contradiction';
	const causes = finding.dissent.map(({ cause }) => cause);
	return causes.sort((a, b) => CAUSES.indexOf(b) - CAUSES.indexOf(a))[0] ?? 'agree';
}

function ledgerRow(finding: Finding, desk: Desk): LedgerRow {
	const value = citeFinding(finding, desk);
	const isAssertion = finding.value.kind === 'assertion';
	const name = topicName(finding.topic, desk);
	const others = worstFirst(dissentRows(finding, desk));
	const shown = others
		.slice(0, 2)
		.map(
			({ value: { text }, who, against }) => `${text} (${who}${against ? `, against ${against.text}` : ''})`,
		);
	return {
		name,
		value: isAssertion ? { ...value, key: `tally ${finding.key}`, text: sideText(finding) } : value,
		others,
		cause: causeText(worstCause(finding)),
		standing: standingOf(finding),
		lines:
			Math.max(Math.ceil(name.length / NAME_COLUMN), Math.ceil(shown.join('; ').length / OTHERS_COLUMN)) +
			ROW_PADDING,
		reason: finding.ruling?.reason ?? null,
	};
}

/** Contradictions before rounding, so that a row that is cut keeps what matters. */
function worstFirst(rows: readonly DissentRow[]): readonly DissentRow[] {
	const rank = ({ cause, against }: DissentRow) =>
		against === null ? CAUSES.findIndex((one) => causeText(one) === cause) : CAUSES.length;
	return [...rows].sort((a, b) => rank(b) - rank(a));
}

/** Characters that fit a line of the ledger's two widest columns. */
const NAME_COLUMN = 30;
const OTHERS_COLUMN = 56;
/** The space between two rows, in lines. */
const ROW_PADDING = 0.7;

/** `said by 3`: what a finding in words prints, since it has no number. */
function sideText({ value, support }: Finding): string {
	const verb = value.kind === 'assertion' && !value.holds ? 'denied' : 'said';
	return `${verb} by ${support.sources}`;
}

export function standingOf(finding: Finding): string {
	if (finding.ruling !== undefined) return 'ruled';
	if (finding.unresolved) return 'open';
	switch (finding.precedence) {
		case 'first-party':
			return 'first-party';
		case 'independent-sources':
			return 'more origins';
		case 'sources':
			return 'more sources';
		case 'newest':
			return 'newest';
		case 'computed':
			return 'computed';
		case 'tie':
			return 'either';
		default:
			return 'as defined';
	}
}

/** The widest disagreements in percent or points as a chart, and how many findings differ for which cause. */
export function credibilitySection(desk: Desk): CredibilitySection {
	const differing = [...desk.findings.values()].filter(isDiffering);
	const drawable = differing
		.filter(({ unit }) => unit === 'percent' || unit === 'points')
		.filter((finding) => dissentChartRows(finding, '', 0, desk).length > 0)
		.sort((a, b) => widthOf(b) - widthOf(a))
		.slice(0, MOST_DRAWN)
		// Where a whole range is printed, each of its sides has a label as well.
		.filter((_, index, all) => index < MOST_WITH_RANGES || !all.some(spansSides));
	const rows = drawable.flatMap((finding, order) => {
		const name = topicName(finding.topic, desk);
		const supporters = spansSides(finding) ? [] : sourcesOf(finding.agreeing, desk);
		const who = supporters.length > 2 ? `${supporters.length} sources` : supporters.join(', ');
		return [
			headlineRow(finding, name, order, 'subject', desk, who),
			...dissentChartRows(finding, name, order, desk),
		];
	});
	return {
		chart:
			drawable.length === 0
				? null
				: storyChart(
						{
							form: 'disagreement',
							title: 'Where sources give different values',
							unit: 'percent or percentage points',
							unitSuffix: '',
							rows,
						},
						drawable,
						desk,
						{ showsDissent: true },
					),
		byCause: [...CAUSES].reverse().flatMap((cause) => {
			const count = differing.filter((finding) => worstCause(finding) === cause).length;
			return count === 0 ? [] : [{ cause: causesText(cause, count), count: counted(count) }];
		}),
		contested: ledgerRows(desk).filter((row) => row.value.contested),
	};
}

/** Disagreements for which the chart has room. */
const MOST_DRAWN = 6;
const MOST_WITH_RANGES = 3;

const widthOf = ({ spread }: Finding) => (spread === undefined ? 0 : spread.high - spread.low);

export const KIND_TEXT: Record<Source['kind'], string> = {
	announcement: 'announcement',
	'system-card': 'system card',
	documentation: 'documentation',
	article: 'article',
	analysis: 'analysis',
	'research-note': 'research note',
	forum: 'forum',
	video: 'video',
	paper: 'paper',
};

/** The documents that were read, in the order of the source list, which is also their number on every slide. */
export function sourceRows(desk: Desk): readonly SourceRow[] {
	const claims = [...desk.findings.values()].flatMap(({ topic }) => topic.claims);
	return readSources(desk.evidence).map((source, index) => ({
		number: counted(index + 1),
		title: source.title,
		short: source.short,
		publisher: source.publisher,
		date: dated(source.date === undefined ? 'undated' : formatDate(source.date, desk.language)),
		kind: KIND_TEXT[source.kind],
		party: source.party === 'first' ? 'first-party' : 'third-party',
		derivesFrom: source.derivesFrom.map(desk.sourceShort).join(', '),
		claims: counted(claims.filter((claim) => claim.source === source.id).length),
		note: source.note ?? null,
		url: source.url ?? null,
	}));
}

export const questionRows = (desk: Desk): readonly GapRow[] =>
	desk.evidence.questions.map(({ question, why }) => ({ question, why }));
