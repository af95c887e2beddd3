// Figures, statements and safety data to sections. Each returns null where the evidence has nothing to say.

import type { ChartRow } from '../model/chart.js';
import type { AccessRoute, FigureGroup, Safeguard, StatementKind, Topic } from '../model/evidence.js';
import type {
	AccessGroup,
	AccessRow,
	Cited,
	CompetitorRow,
	DemoSection,
	FactSection,
	FigureRow,
	Row,
	SafeguardLayer,
	SafetySection,
	SelfDevelopmentSection,
	Story,
	StoryChart,
	TimelineSection,
	VariantRow,
} from '../model/story.js';
import { headlineRow, storyChart } from './chart-rows.js';
import { citeFigure, citeFinding, citeRow, counted, type Desk, type FindingOf, topicName } from './cite.js';
import { UNIT_NAMES } from './format.js';

type FigureFinding = FindingOf<'figure'>;

/** Statements that prevail; a denied one stands in the ledger and nowhere else. */
export function statementRows(desk: Desk, kinds: readonly StatementKind[], model?: string): readonly Row[] {
	return desk
		.all('statement')
		.filter(({ topic }) => kinds.includes(topic.topic) && (model === undefined || topic.model === model))
		.filter(({ value }) => value.kind !== 'assertion' || value.holds)
		.map((finding) => citeRow(finding, desk));
}

/** What some report and better supported sources deny: a slide may not say that nobody reports it. */
function deniedRows(desk: Desk, isMeant: (topic: Topic) => boolean): readonly Row[] {
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

const isStatement =
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

const figuresIn = (desk: Desk, groups: readonly FigureGroup[]): readonly FigureFinding[] =>
	desk.all('figure').filter(({ topic }) => groups.includes(topic.group));

type Bars = (desk: Desk, findings: readonly FigureFinding[]) => PlottedBars | null;

interface PlottedBars {
	readonly chart: StoryChart;
	readonly plotted: readonly FigureFinding[];
}

/** Figures and sentences of one side of the subject, with bars where figures in one unit can be compared. */
export function factSection(
	desk: Desk,
	groups: readonly FigureGroup[],
	kinds: readonly StatementKind[],
	bars: Bars = barsByModel,
): FactSection | null {
	const findings = figuresIn(desk, groups).filter(hasValue);
	const statements = statementRows(desk, kinds);
	if (findings.length === 0 && statements.length === 0) return null;
	const drawn = bars(desk, findings);
	return {
		figures: findings.map((finding) => citeFigure(finding, desk)),
		statements,
		chart: drawn?.chart ?? null,
		unplotted: findings
			.filter((finding) => !drawn?.plotted.includes(finding))
			.map((finding) => citeFigure(finding, desk)),
	};
}

/** Fewer facts than this would leave a slide half empty. */
const FULL_SLIDE = 4;

type Facts = Story['detailed'];

const sizeOf = (section: FactSection | null) =>
	section === null ? 0 : section.figures.length + section.statements.length;
const isThin = (section: FactSection | null) => sizeOf(section) < FULL_SLIDE;

export function detailedFacts(facts: Facts): Facts {
	const keep = (section: FactSection | null) => (isThin(section) ? null : section);
	return {
		efficiency: keep(facts.efficiency),
		context: keep(facts.context),
		hardware: keep(facts.hardware),
		latency: keep(facts.latency),
	};
}

/** What has no slide of its own: thin sides, and prices. */
export function remainingFacts(facts: Facts, price: FactSection | null): FactSection | null {
	const thin = [...Object.values(facts).filter(isThin), price];
	const figures = thin.flatMap((section) => section?.figures ?? []);
	const statements = thin.flatMap((section) => section?.statements ?? []);
	return figures.length + statements.length === 0
		? null
		: { figures, statements, chart: null, unplotted: figures };
}

/** Figures that executives ask for first; null where there is none. */
export function speedAndCost(facts: Facts, price: FactSection | null): readonly FigureRow[] | null {
	const sides = [facts.efficiency?.figures ?? [], price?.figures ?? []];
	const figures = [
		...sides.flatMap((side) => side.slice(0, 2)),
		...(facts.latency?.figures ?? []),
		...sides.flatMap((side) => side.slice(2)),
	];
	return figures.length === 0 ? null : figures;
}

const hasValue = (finding: { readonly value: { readonly kind: string } }) =>
	finding.value.kind !== 'not-reported';

/** The largest group of figures that share a unit and pass; undefined when there is none. */
function largestGroup(
	findings: readonly FigureFinding[],
	passes: (members: readonly FigureFinding[]) => boolean,
): readonly FigureFinding[] | undefined {
	const byUnit = new Map<string, FigureFinding[]>();
	for (const finding of findings) {
		if (finding.value.kind === 'date' || finding.value.kind === 'assertion') continue;
		byUnit.set(finding.unit, [...(byUnit.get(finding.unit) ?? []), finding]);
	}
	return [...byUnit.values()].filter(passes).sort((a, b) => b.length - a.length)[0];
}

const isNumber = ({ value }: FigureFinding) => value.kind === 'number';
const amountOf = ({ value }: FigureFinding) => (value.kind === 'number' ? value.number : -1);
const inOrder = (members: readonly FigureFinding[]) => [...members].sort((a, b) => amountOf(b) - amountOf(a));

/** One figure of several models; null when there are fewer than two. */
function barsByModel(desk: Desk, findings: readonly FigureFinding[]): PlottedBars | null {
	const group = largestGroup(
		findings,
		(members) =>
			new Set(members.map(({ topic }) => topic.model)).size > 1 && members.filter(isNumber).length > 1,
	);
	if (group === undefined) return null;
	const seen = new Set<string>();
	const plotted = inOrder(group.filter(({ topic }) => !seen.has(topic.model) && seen.add(topic.model)));
	const subject = desk.evidence.subject.id;
	const rows = plotted.map(
		(finding, order): ChartRow =>
			headlineRow(
				finding,
				desk.modelName(finding.topic.model),
				order,
				finding.topic.model === subject ? 'subject' : 'competitor',
				desk,
			),
	);
	return { plotted, chart: barChart(plotted[0]?.topic.label ?? '', rows, plotted, desk) };
}

/** Several shares of one model, as far as they mean better in the same direction; null when there are fewer than three. */
export function barsByModelOrShare(desk: Desk, findings: readonly FigureFinding[]): PlottedBars | null {
	const byModel = barsByModel(desk, findings);
	if (byModel !== null) return byModel;
	const group = largestGroup(
		findings.filter((finding) => finding.unit === 'percent' && isNumber(finding)),
		(members) =>
			members.length > 2 &&
			new Set(members.map(({ topic }) => `${topic.model} ${topic.better} ${topic.against}`)).size === 1,
	);
	if (group === undefined) return null;
	const plotted = inOrder(group);
	const rows = plotted.map(
		(finding, order): ChartRow => ({
			...headlineRow(finding, finding.topic.label, order, 'subject', desk),
			label: citeFinding(finding, desk).text,
		}),
	);
	return { plotted, chart: barChart(desk.modelName(plotted[0]?.topic.model ?? ''), rows, plotted, desk) };
}

function barChart(
	title: string,
	rows: readonly ChartRow[],
	findings: readonly FigureFinding[],
	desk: Desk,
): StoryChart {
	const first = findings[0];
	return storyChart(
		{
			form: 'bars',
			title,
			unit: UNIT_NAMES[first?.unit ?? 'count'],
			unitSuffix: '',
			...(first?.topic.better === undefined ? {} : { better: first.topic.better }),
			rows,
		},
		findings,
		desk,
		{ showsDissent: false },
	);
}

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

export function selfDevelopmentSection(desk: Desk): SelfDevelopmentSection | null {
	const did = statementRows(desk, ['self-development-did']);
	const didNot = statementRows(desk, ['self-development-did-not']);
	const views = statementRows(desk, ['self-development-view']);
	return did.length + didNot.length === 0 ? null : { did, didNot, views };
}

export function toolsSection(desk: Desk): Story['tools'] {
	const section = {
		tools: statementRows(desk, ['tool']),
		workflow: statementRows(desk, ['workflow']),
		integrations: statementRows(desk, ['integration']),
		languages: statementRows(desk, ['language']),
	};
	return Object.values(section).every((rows) => rows.length === 0) ? null : section;
}

/** One section per demo id, the best documented first. */
export function demoSections(desk: Desk): readonly DemoSection[] {
	const statements = desk.all('statement').filter(({ topic }) => topic.demo !== undefined);
	const figures = desk.all('figure').filter(({ topic }) => topic.demo !== undefined);
	const names = [...new Set([...statements, ...figures].map(({ topic }) => topic.demo ?? ''))];
	return names
		.map((name) => {
			const mine = statements.filter(({ topic }) => topic.demo === name);
			const numbers = figures.filter(({ topic }) => topic.demo === name);
			return {
				name: capitalise(name.replaceAll('-', ' ')),
				steps: mine
					.filter(({ topic }) => topic.topic !== 'demo-criticism')
					.map((finding) => citeRow(finding, desk)),
				criticism: mine
					.filter(({ topic }) => topic.topic === 'demo-criticism')
					.map((finding) => citeRow(finding, desk)),
				deniedCriticism: deniedRows(
					desk,
					(topic) => isStatement('demo-criticism')(topic) && 'demo' in topic && topic.demo === name,
				),
				figures: numbers.map((finding) => citeFigure(finding, desk)),
				chart: barsByModel(desk, numbers)?.chart ?? null,
			};
		})
		.sort((a, b) => weightOf(b) - weightOf(a));
}

const weightOf = (demo: DemoSection) => demo.steps.length + demo.criticism.length + demo.figures.length;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function safetySection(desk: Desk): SafetySection | null {
	const classifications = desk.all('classification').map((finding) => ({
		framework: finding.topic.framework,
		domain: finding.topic.domain,
		level: {
			...citeFinding(finding, desk),
			text: finding.topic.level,
		},
		means: finding.topic.means ?? null,
		sources: counted(finding.support.sources),
	}));
	const evaluations = desk.all('safety-evaluation').map((finding) => citeRow(finding, desk));
	const predecessor = desk.evidence.models.find((model) => model.role === 'predecessor')?.id;
	const results = desk.evidence.benchmarks
		.filter((benchmark) => benchmark.area === 'security')
		.flatMap((benchmark) => {
			const finding = desk.find(`${benchmark.id}/${desk.evidence.subject.id}`);
			if (finding === undefined || !hasValue(finding)) return [];
			const before = desk.find(`${benchmark.id}/${predecessor}`);
			return [
				{
					name: topicName(finding.topic, desk),
					value: citeFinding(finding, desk),
					before: before === undefined || !hasValue(before) ? null : citeFinding(before, desk),
				},
			];
		});
	return classifications.length + evaluations.length === 0 ? null : { classifications, evaluations, results };
}

const LAYERS: readonly (readonly [Safeguard['layer'], string])[] = [
	['model', 'Model'],
	['routing', 'Routing'],
	['environment', 'Environment'],
	['monitoring', 'Monitoring'],
	['access', 'Access'],
	['organisation', 'Organisation'],
];

/** Layers from the model outwards; empty layers are left out. */
export function safeguardLayers(desk: Desk): readonly SafeguardLayer[] | null {
	const findings = desk.all('safeguard');
	const layers = LAYERS.map(([layer, name]) => ({
		layer: name,
		rows: findings.filter(({ topic }) => topic.layer === layer).map((finding) => citeRow(finding, desk)),
	})).filter(({ rows }) => rows.length > 0);
	return layers.length === 0 ? null : layers;
}

const STATUS_TEXT: Record<AccessRoute['status'], string> = {
	available: 'Available',
	preview: 'Preview',
	beta: 'Beta',
	gated: 'Gated',
	delayed: 'Not yet',
};

const STATUS_ORDER: readonly AccessRoute['status'][] = ['available', 'preview', 'beta', 'gated', 'delayed'];

/** Open routes first, closed ones last; those of one status by whom they serve. */
export function accessRows(desk: Desk): readonly AccessRow[] | null {
	const findings = desk.all('access');
	const audiences = findings.map(({ topic }) => topic.audience);
	const sorted = [...findings].sort(
		({ topic: a }, { topic: b }) =>
			STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
			audiences.indexOf(a.audience) - audiences.indexOf(b.audience),
	);
	const rows = sorted.map((finding, index) => {
		const { status, audience } = finding.topic;
		const before = sorted[index - 1]?.topic;
		return {
			...citeRow(finding, desk),
			status: STATUS_TEXT[status],
			isOpen: status === 'available',
			audience,
			startsStatus: before?.status !== status,
			startsAudience: before?.status !== status || before.audience !== audience,
		};
	});
	return rows.length === 0 ? null : rows;
}

export function accessSides(rows: readonly AccessRow[] | null): Story['accessSides'] {
	if (rows === null) return null;
	const open = rows.filter(({ isOpen }) => isOpen);
	const gated = rows.filter(({ isOpen }) => !isOpen);
	return {
		open: { count: counted(open.length), groups: accessGroups(open, ({ audience }) => audience) },
		gated: { count: counted(gated.length), groups: accessGroups(gated, ({ status }) => status) },
	};
}

/** In the order of the rows. */
function accessGroups(
	rows: readonly AccessRow[],
	nameOf: (row: AccessRow) => string,
): readonly AccessGroup[] {
	return [...new Set(rows.map(nameOf))].map((name) => {
		const mine = rows.filter((row) => nameOf(row) === name);
		return {
			name,
			routes: {
				kind: 'cited',
				text: mine.map(({ label }) => label).join(', '),
				claims: mine.flatMap(({ text }) => text.claims),
				contested: mine.some(({ text }) => text.contested),
				independent: Math.min(...mine.map(({ text }) => text.independent ?? 0)),
				range: null,
				about: name,
			},
			audiences: [...new Set(mine.map(({ audience }) => audience))].join(', '),
		};
	});
}

export function defenceSection(desk: Desk): Story['defence'] {
	const commitments = desk.all('commitment').map((finding) => citeFigure(finding, desk));
	return commitments.length === 0 ? null : { commitments };
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

export function adoptionSection(desk: Desk): Story['adoption'] {
	const section = {
		adopt: statementRows(desk, ['use-for'], desk.evidence.subject.id),
		avoid: statementRows(desk, ['avoid-for'], desk.evidence.subject.id),
		rules: statementRows(desk, ['design-rule']),
		feedback: statementRows(desk, ['feedback']),
	};
	return Object.values(section).every((rows) => rows.length === 0) ? null : section;
}

/** Events in order of date; those that began more than a quarter before the as-of date, or have a year alone, are listed apart, not drawn. */
export function timelineSection(desk: Desk): TimelineSection | null {
	const dated = desk
		.all('event')
		.flatMap((finding) =>
			finding.value.kind === 'date' ? [{ finding, from: finding.value.from, to: finding.value.to }] : [],
		)
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
	const horizon = quarterBefore(desk.evidence.brief.asOf);
	const rowOf = ({ finding }: (typeof dated)[number]) => ({
		date: citeFinding(finding, desk),
		label: eventName(finding),
		text: finding.topic.text ?? null,
	});
	const recent = dated.filter(({ from }) => !isYear(from) && from >= horizon);
	if (recent.length === 0) return null;
	const { asOf } = desk.evidence.brief;
	const rest = dated.filter((event) => !recent.includes(event));
	return {
		events: recent.map(rowOf),
		earlier: rest.filter(({ to }) => isBefore(to, asOf)).map(rowOf),
		undrawn: rest.filter(({ to }) => !isBefore(to, asOf)).map(rowOf),
		hasNote: rest.length > 0,
		hasPlanned: dated.some(({ finding, to }) => isAnnounced(finding) || to > asOf.slice(0, to.length)),
		chart: storyChart(
			{
				form: 'timeline',
				title: `${desk.evidence.subject.name}: dates`,
				unit: 'date',
				unitSuffix: '',
				rows: recent.map(({ finding }, order) =>
					headlineRow(
						finding,
						eventName(finding),
						order,
						finding.topic.category === 'competitor' ? 'competitor' : 'event',
						desk,
					),
				),
			},
			recent.map(({ finding }) => finding),
			desk,
			{ showsDissent: false },
		),
	};
}

/** What was only announced may never have happened. */
const isAnnounced = ({ headline }: FindingOf<'event'>) => headline?.announced === true;
const eventName = (finding: FindingOf<'event'>) =>
	isAnnounced(finding) ? `${finding.topic.label} (announced)` : finding.topic.label;

/** Over on that day, be it known as a day, a month or a year. */
const isBefore = (iso: string, day: string) => iso < day.slice(0, iso.length);

const isYear = (iso: string) => iso.length === 4;

function quarterBefore(iso: string): string {
	const date = new Date(`${iso}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() - 91);
	return date.toISOString().slice(0, 10);
}

/** Only topics with a sentence of their own can travel as text; a required figure has to be printed by the template. */
export function requiredCaveats(desk: Desk): Story['caveats'] {
	const claims = desk.evidence.topics
		.flatMap((topic) => topic.claims)
		.filter(({ requires }) => requires.length > 0);
	return Object.fromEntries(
		claims.map((claim) => [claim.id, claim.requires.flatMap((key) => sentenceOf(desk, key))] as const),
	);
}

function sentenceOf(desk: Desk, key: string): readonly Cited[] {
	const finding = desk.find(key);
	if (finding === undefined) return [];
	const { topic } = finding;
	return 'label' in topic && 'text' in topic && topic.text !== undefined
		? [citeRow({ ...finding, topic }, desk).text]
		: [];
}
