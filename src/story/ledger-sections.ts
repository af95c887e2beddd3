// How far the evidence can be trusted: counts, the ledger of differences, the sources, and what is not known.

import type { Evidence, Source } from '../model/evidence.js';
import { CAUSES, type Cause, type Finding } from '../model/finding.js';
import type { Counts, CredibilitySection, GapRow, LedgerRow, Phrase, SourceRow } from '../model/story.js';
import { dissentChartRows, headlineRow, storyChart } from './chart-rows.js';
import { causeText, citeFinding, counted, dated, type Desk, dissentRows, topicName } from './cite.js';
import { formatDate } from './format.js';

const readSources = (evidence: Evidence) => evidence.sources.filter((source) => source.read);

export function countsOf(desk: Desk): Counts {
	const findings = [...desk.findings.values()];
	const claims = findings.flatMap(({ topic }) => topic.claims);
	return {
		sources: counted(readSources(desk.evidence).length),
		origins: counted(desk.evidence.sources.filter((source) => source.derivesFrom.length === 0).length),
		claims: counted(claims.length),
		findings: counted(findings.length),
		contested: counted(findings.filter(({ contested }) => contested).length),
		differing: counted(findings.filter(({ dissent }) => dissent.length > 0).length),
		'single-source': counted(findings.filter(isSingleSource).length),
		benchmarks: counted(
			new Set(findings.flatMap(({ topic }) => (topic.kind === 'result' ? [topic.benchmark] : []))).size,
		),
	};
}

const isSingleSource = ({ topic }: Finding) => new Set(topic.claims.map((claim) => claim.source)).size === 1;

/** Worst cause first, then numbers before words, then evidence order. */
export function ledgerRows(desk: Desk): readonly LedgerRow[] {
	return [...desk.findings.values()]
		.filter(({ dissent }) => dissent.length > 0)
		.sort((a, b) => rankOf(b) - rankOf(a))
		.map((finding) => ledgerRow(finding, desk));
}

function rankOf(finding: Finding): number {
	const isNumeric = finding.spread !== undefined ? 1 : 0;
	return CAUSES.indexOf(worstCause(finding)) * 2 + isNumeric;
}

function worstCause({ dissent }: Finding): Cause {
	return (
		dissent.map(({ cause }) => cause).sort((a, b) => CAUSES.indexOf(b) - CAUSES.indexOf(a))[0] ?? 'agree'
	);
}

function ledgerRow(finding: Finding, desk: Desk): LedgerRow {
	const value = citeFinding(finding, desk);
	const isAssertion = finding.value.kind === 'assertion';
	const name = topicName(finding.topic, desk);
	const others = dissentRows(finding, desk);
	const shown = others.slice(0, 2).map((row) => `${row.value.text} (${row.who})`);
	return {
		name,
		value: isAssertion ? { ...value, text: sideText(finding) } : value,
		others,
		cause: causeText(worstCause(finding)),
		standing: standingOf(finding),
		lines:
			Math.max(Math.ceil(name.length / NAME_COLUMN), Math.ceil(shown.join('; ').length / OTHERS_COLUMN)) +
			ROW_PADDING,
		reason: finding.ruling?.reason ?? null,
	};
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

function standingOf(finding: Finding): string {
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
		default:
			return 'open';
	}
}

/** The widest disagreements in percent or points as a chart, and how many findings differ for which cause. */
export function credibilitySection(desk: Desk): CredibilitySection {
	const differing = [...desk.findings.values()].filter(({ dissent }) => dissent.length > 0);
	const drawable = differing
		.filter(({ unit }) => unit === 'percent' || unit === 'points')
		.filter(({ spread }) => spread !== undefined && spread.high > spread.low)
		.sort((a, b) => widthOf(b) - widthOf(a))
		.slice(0, 6);
	const rows = drawable.flatMap((finding, order) => {
		const name = topicName(finding.topic, desk);
		const supporters = [...new Set(finding.agreeing.map((claim) => desk.sourceShort(claim.source)))];
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
			return count === 0 ? [] : [{ cause: causeText(cause), count: counted(count) }];
		}),
		contested: ledgerRows(desk).filter((row) => row.value.contested),
	};
}

const widthOf = ({ spread }: Finding) => (spread === undefined ? 0 : spread.high - spread.low);

const KIND_TEXT: Record<Source['kind'], string> = {
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

/** Weak spots that follow from the data itself. */
export function gapRows(desk: Desk): readonly GapRow[] {
	const findings = [...desk.findings.values()];
	const single = findings.filter(isSingleSource).length;
	const undated = readSources(desk.evidence).filter((source) => source.date === undefined).length;
	const results = findings.filter(({ topic }) => topic.kind === 'result');
	const hasIntervals = results.some(({ topic }) => topic.claims.some(({ value }) => value.kind === 'range'));
	const firstParty = readSources(desk.evidence).some((source) => source.party === 'first');
	return [
		{
			question: shareOf(single, findings.length, 'findings rest on one document'),
			why: 'Nobody else was found to say the same.',
		},
		...(undated === 0
			? []
			: [
					{
						question: shareOf(undated, readSources(desk.evidence).length, 'documents are undated'),
						why: 'Their order, and so what is newest, cannot be known.',
					},
				]),
		...(firstParty
			? []
			: [{ question: 'No first-party document was read', why: 'Every vendor figure comes second-hand.' }]),
		...(hasIntervals
			? []
			: [{ question: 'No result has an uncertainty', why: 'Small differences may be noise.' }]),
		...desk.evidence.missingFiles.map((file) => ({
			question: `No ${file.replace('.yaml', '')} evidence was collected`,
			why: `${file} does not exist in this brief.`,
		})),
	];
}

const shareOf = (part: number, all: number, words: string): Phrase => ({
	kind: 'phrase',
	parts: [counted(part), ' of ', counted(all), ` ${words}`],
});

export const questionRows = (desk: Desk): readonly GapRow[] =>
	desk.evidence.questions.map(({ question, why }) => ({ question, why }));
