// Benchmark results to sections: gains over the predecessor, distance to people, the scoreboard, a section per
// benchmark, and the rival. Chooses nothing by model name; roles and what was reported decide.

import type { ChartRow } from '../model/chart.js';
import type { Benchmark, Model } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type {
	BenchmarkSection,
	GainRow,
	GainsSection,
	HumanRow,
	HumanSection,
	RivalSection,
	ScoreboardSection,
} from '../model/story.js';
import { chartRole, dissentChartRows, headlineRow, storyChart } from './chart-rows.js';
import {
	citeDifference,
	citeFigure,
	citeFinding,
	citeRow,
	counted,
	type Desk,
	dissentRows,
	namesOf,
} from './cite.js';
import { UNIT_NAMES, unitSuffix } from './format.js';
import { leastSpan } from './least-span.js';
import { citeRank } from './rank.js';
import { shadesOf } from './shades.js';

/** The finding of a benchmark × a model, where it has a number. */
function scored(desk: Desk, benchmark: string, model: string | undefined): Finding | undefined {
	const finding = model === undefined ? undefined : desk.find(`${benchmark}/${model}`);
	return finding !== undefined && ['number', 'range'].includes(finding.value.kind) ? finding : undefined;
}

const modelWithRole = (desk: Desk, role: Model['role']) =>
	desk.evidence.models.find((model) => model.role === role);

/** Benchmarks on which the subject has a number. */
function subjectBenchmarks(desk: Desk): readonly { benchmark: Benchmark; subject: Finding }[] {
	return desk.evidence.benchmarks.flatMap((benchmark) => {
		const subject = scored(desk, benchmark.id, desk.evidence.subject.id);
		return subject === undefined ? [] : [{ benchmark, subject }];
	});
}

const unitOfDifference = (benchmark: Benchmark) => (benchmark.unit === 'percent' ? ' points' : '');

function metricOf(benchmark: Benchmark): string {
	const unit = UNIT_NAMES[benchmark.unit];
	return benchmark.metric === undefined ? unit : `${unit}, ${benchmark.metric}`;
}

/** The key of a chart names the models instead of saying before and now. */
function roleNames(desk: Desk): {
	readonly subject: string;
	readonly predecessor?: string;
	readonly human?: string;
} {
	const [predecessor, human] = [modelWithRole(desk, 'predecessor')?.name, modelWithRole(desk, 'human')?.name];
	return {
		subject: desk.evidence.subject.name,
		...(predecessor === undefined ? {} : { predecessor }),
		...(human === undefined ? {} : { human }),
	};
}

/** Largest gain first; lower-is-better benchmarks count a fall as a gain. */
export function gainsSection(desk: Desk): GainsSection | null {
	const predecessor = modelWithRole(desk, 'predecessor')?.id;
	const people = modelWithRole(desk, 'human')?.id;
	const pairs = subjectBenchmarks(desk).flatMap(({ benchmark, subject }) => {
		const before = scored(desk, benchmark.id, predecessor);
		if (before === undefined || benchmark.unit !== 'percent') return [];
		const gain = citeDifference(subject, before, desk, { signed: true, unitText: '' });
		const points = citeDifference(subject, before, desk, { signed: false, unitText: ' points' });
		if (gain === null || points === null) return [];
		return [
			{
				benchmark,
				subject,
				before,
				gain,
				points,
				size: benchmark.better === 'lower' ? -gain.amount : gain.amount,
			},
		];
	});
	pairs.sort((a, b) => b.size - a.size);
	const rows: GainRow[] = pairs.map(({ benchmark, subject, before, gain, points, size }) => ({
		name: benchmark.name,
		before: citeFinding(before, desk, { bare: true }),
		now: citeFinding(subject, desk, { bare: true }),
		gain,
		points,
		isWorse: size < 0,
	}));
	const top = rows[0];
	if (top === undefined) return null;
	const isLower = (benchmark: Benchmark) => benchmark.better === 'lower';
	const allLower = pairs.every(({ benchmark }) => isLower(benchmark));
	const chartRows = pairs.flatMap(({ benchmark, subject, before, gain }, order): ChartRow[] => {
		const human = scored(desk, benchmark.id, people);
		// A chart says once what holds for all of its rows.
		const item = isLower(benchmark) && !allLower ? `${benchmark.name} (lower is better)` : benchmark.name;
		return [
			headlineRow(before, item, order, 'predecessor', desk),
			headlineRow(subject, item, order, 'subject', desk, gain),
			...(human === undefined ? [] : [headlineRow(human, item, order, 'human', desk)]),
			...dissentChartRows(subject, item, order, desk),
		];
	});
	const shown = pairs.flatMap(({ benchmark, subject, before }) => [
		subject,
		before,
		...[scored(desk, benchmark.id, people)].filter((finding) => finding !== undefined),
	]);
	return {
		rows,
		top,
		least: rows.length > 1 ? (rows.at(-1) ?? null) : null,
		unit: UNIT_NAMES.percent,
		withoutBefore: subjectBenchmarks(desk)
			.filter(({ benchmark }) => scored(desk, benchmark.id, predecessor) === undefined)
			.map(({ benchmark }) => benchmark.name),
		chart: storyChart(
			{
				form: 'gains',
				title: `${desk.evidence.subject.name} against ${desk.modelName(predecessor ?? '')}`,
				unit: 'percent',
				columnTitle: 'Change, points',
				...(allLower ? { better: 'lower' as const } : {}),
				roleNames: roleNames(desk),
				unitSuffix: '%',
				rows: chartRows,
			},
			shown,
			desk,
			{ showsDissent: true },
		),
	};
}

/** Benchmarks with a human baseline, widest gap first. */
export function humanSection(desk: Desk): HumanSection | null {
	const people = modelWithRole(desk, 'human');
	const predecessor = modelWithRole(desk, 'predecessor')?.id;
	const found = subjectBenchmarks(desk).flatMap(({ benchmark, subject }) => {
		const human = scored(desk, benchmark.id, people?.id);
		if (human === undefined) return [];
		const gap = citeDifference(human, subject, desk, {
			signed: false,
			unitText: unitOfDifference(benchmark),
		});
		return gap === null
			? []
			: [{ benchmark, subject, human, gap, before: scored(desk, benchmark.id, predecessor) }];
	});
	found.sort((a, b) => Math.abs(b.gap.amount) - Math.abs(a.gap.amount));
	const charted = found.filter(({ benchmark }) => benchmark.unit === found[0]?.benchmark.unit);
	const rows: HumanRow[] = found.map(({ benchmark, subject, human, gap, before }) => ({
		name: benchmark.name,
		tests: benchmark.tests,
		before: before === undefined ? null : citeFinding(before, desk),
		now: citeFinding(subject, desk),
		people: citeFinding(human, desk),
		gap,
		who: desk.modelName(human.topic.kind === 'result' ? human.topic.model : ''),
		isBehind: benchmark.better === 'higher' ? gap.amount > 0 : gap.amount < 0,
	}));
	const first = rows[0];
	if (first === undefined) return null;
	const withBaseline = new Set(found.map(({ benchmark }) => benchmark.id));
	return {
		rows,
		first,
		without: subjectBenchmarks(desk)
			.filter(({ benchmark }) => !withBaseline.has(benchmark.id))
			.map(({ benchmark }) => benchmark.name),
		chart: storyChart(
			{
				form: 'human-baseline',
				title: `${desk.evidence.subject.name} beside people`,
				unit: found[0] === undefined ? '' : UNIT_NAMES[found[0].benchmark.unit],
				unitSuffix: found[0] === undefined ? '' : unitSuffix(found[0].benchmark.unit),
				...(found[0]?.benchmark.unit === 'percent' ? { domain: [0, 100] as const } : {}),
				roleNames: roleNames(desk),
				rows: charted.flatMap(({ benchmark, subject, human, before }, order) => [
					...(before === undefined ? [] : [headlineRow(before, benchmark.name, order, 'predecessor', desk)]),
					headlineRow(subject, benchmark.name, order, 'subject', desk),
					headlineRow(human, benchmark.name, order, 'human', desk),
				]),
			},
			charted.flatMap(({ subject, human, before }) => [
				subject,
				human,
				...(before === undefined ? [] : [before]),
			]),
			desk,
			{ showsDissent: false },
		),
	};
}

export function noHumanBaseline(desk: Desk): true | null {
	const isHuman = new Set(desk.evidence.models.filter(({ role }) => role === 'human').map(({ id }) => id));
	const reported = desk.all('result').filter(({ value }) => value.kind !== 'not-reported');
	return reported.length > 0 && !reported.some(({ topic }) => isHuman.has(topic.model)) ? true : null;
}

/** Every benchmark × every model that has at least one number; blanks are kept as blanks. */
export function scoreboardSection(desk: Desk): ScoreboardSection | null {
	const benchmarks = desk.evidence.benchmarks.filter((benchmark) =>
		desk.evidence.models.some((model) => scored(desk, benchmark.id, model.id) !== undefined),
	);
	const models = desk.evidence.models.filter((model) =>
		benchmarks.some((benchmark) => scored(desk, benchmark.id, model.id) !== undefined),
	);
	if (benchmarks.length === 0) return null;
	const rows = benchmarks.map((benchmark) => {
		const findings = models.map((model) => desk.find(`${benchmark.id}/${model.id}`));
		const shades = shadesOf(findings, benchmark);
		return {
			name: benchmark.name,
			note: rowNote(benchmark),
			cells: findings.map((finding, index) => ({
				value: finding === undefined ? null : citeFinding(finding, desk, { bare: true }),
				isReported: finding !== undefined && finding.value.kind !== 'not-reported',
				isBest: shades[index] === 'best',
				isClose: shades[index] === 'close',
				isApart: shades[index] === 'apart',
			})),
		};
	});
	const cells = rows.flatMap((row) => row.cells);
	return {
		models: models.map((model) => model.name),
		rows,
		blanks: counted(cells.filter((cell) => !cell.isReported).length),
		cells: counted(cells.length),
	};
}

/** What a reader of one row must know: `Elo points`, `lower is better`; null for percent of which more is better. */
function rowNote({ unit, better }: Benchmark): string | null {
	const parts = [
		...(unit === 'percent' ? [] : [UNIT_NAMES[unit]]),
		...(better === 'lower' ? ['lower is better'] : []),
	];
	return parts.length === 0 ? null : parts.join(', ');
}

/** One section per benchmark on which the subject has a number. */
export function benchmarkSections(desk: Desk): readonly BenchmarkSection[] {
	return subjectBenchmarks(desk).map(({ benchmark, subject }) => {
		const found = desk.evidence.models.flatMap((model) => {
			const finding = desk.find(`${benchmark.id}/${model.id}`);
			return finding === undefined ? [] : [{ model, finding }];
		});
		const rows = found.flatMap(({ model, finding }, order) => [
			headlineRow(finding, model.name, order, chartRole(model.role), desk),
			...dissentChartRows(finding, model.name, order, desk),
		]);
		const setups = [
			...new Set(
				found.flatMap(({ finding }) => finding.topic.claims.flatMap((claim) => setupText(claim.setup))),
			),
		];
		const models = found.filter(
			({ model, finding }) => model.role !== 'human' && finding.value.kind !== 'not-reported',
		);
		return {
			id: benchmark.id,
			name: benchmark.name,
			tests: benchmark.tests,
			metric: metricOf(benchmark),
			better: benchmark.better === 'higher' ? 'higher is better' : 'lower is better',
			isCompared: found.filter(({ finding }) => finding.value.kind !== 'not-reported').length > 1,
			subject: citeFinding(subject, desk),
			rank: models.length > 1 ? citeRank(benchmark.id, desk.evidence.subject.id, desk) : null,
			support: counted(supportText(subject)),
			sources: counted(subject.support.sources),
			setups: setups.join('; '),
			results: found.map(({ model, finding }) => ({
				model: model.name,
				value: citeFinding(finding, desk),
				sources: counted(finding.support.sources),
			})),
			dissent: found.flatMap(({ model, finding }) =>
				dissentRows(finding, desk).map((row) => ({ ...row, model: model.name })),
			),
			notSameAs: benchmark.notSameAs.map(({ benchmark: id, why }) => ({ name: desk.benchmarkName(id), why })),
			chart: storyChart(
				{
					form: 'comparison',
					title: `${benchmark.name} by model`,
					unit: metricOf(benchmark),
					unitSuffix: unitSuffix(benchmark.unit),
					better: benchmark.better,
					...domainOf(rows, benchmark.unit),
					rows,
				},
				found.map(({ finding }) => finding),
				desk,
				{ showsDissent: true },
			),
		};
	});
}

/** The ends of the axis, at round numbers: from zero where the values are near it, else no narrower than `leastSpan`. */
function domainOf(
	rows: readonly ChartRow[],
	unit: Benchmark['unit'],
): { readonly domain?: readonly [number, number] } {
	const numbers = rows
		.flatMap(({ value, low, high }) => [value, low, high])
		.filter((place) => typeof place === 'number');
	if (numbers.length === 0) return {};
	const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
	const middle = (lowest + highest) / 2;
	const span = Math.max(leastSpan(unit, middle), (highest - lowest) * 1.25);
	if (span === 0) return {};
	const step = unit === 'percent' ? 10 : 10 ** Math.floor(Math.log10(span / 2));
	const from = Math.floor((middle - span / 2) / step) * step;
	if (lowest >= 0 && from <= 0) return { domain: [0, aboveOf(highest, unit)] };
	const to = Math.ceil((middle + span / 2) / step) * step;
	const [floor, ceiling] = [lowest < 0 ? from : 0, unit === 'percent' ? 100 : to];
	return { domain: [Math.max(floor, from), Math.min(ceiling, to)] };
}

/** A round number at which an axis from zero may end. */
function aboveOf(highest: number, unit: Benchmark['unit']): number {
	const room = highest * 1.15;
	const step = 10 ** Math.floor(Math.log10(room)) / 2;
	const end = Number((Math.ceil(room / step) * step).toPrecision(3));
	return unit === 'percent' ? Math.min(100, end) : end;
}

function supportText({ support: { sources, independent } }: Finding): string {
	const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
	return `${plural(sources, 'document')}, ${plural(independent, 'independent origin')}`;
}

const SETUP_PARTS = ['harness', 'agent', 'effort', 'tools', 'split', 'attempts'] as const;

function setupText(setup: BenchmarkSetup): readonly string[] {
	return SETUP_PARTS.flatMap((part) => (setup[part] === undefined ? [] : [`${part} ${setup[part]}`]));
}

type BenchmarkSetup = Readonly<Partial<Record<(typeof SETUP_PARTS)[number], string | number>>>;

/** A difference of values from different documents is nobody's: who measured what may differ in everything. */
function apartOf(
	{ name }: Benchmark,
	subject: Finding | undefined,
	other: Finding | undefined,
	desk: Desk,
): RivalSection['apart'] {
	if (subject === undefined || other === undefined) return [];
	const sources = new Set(subject.agreeing.map(({ source }) => source));
	if (other.agreeing.some(({ source }) => sources.has(source))) return [];
	return [{ name, subject: namesOf(subject.agreeing, desk), rival: namesOf(other.agreeing, desk) }];
}

/** The competitor with the most results, beside the subject on every benchmark that either has. */
export function rivalSection(desk: Desk): RivalSection | null {
	const competitors = desk.evidence.models.filter((model) => model.role === 'competitor');
	const scoreOf = (model: Model) =>
		desk.evidence.benchmarks.filter((benchmark) => scored(desk, benchmark.id, model.id) !== undefined).length;
	const rival = [...competitors].sort((a, b) => scoreOf(b) - scoreOf(a))[0];
	if (rival === undefined || scoreOf(rival) === 0) return null;
	const pairs = desk.evidence.benchmarks.flatMap((benchmark) => {
		const subject = scored(desk, benchmark.id, desk.evidence.subject.id);
		const other = scored(desk, benchmark.id, rival.id);
		return subject === undefined && other === undefined ? [] : [{ benchmark, subject, other }];
	});
	const shared = pairs.filter(({ subject, other }) => subject !== undefined && other !== undefined);
	const statements = desk.all('statement').filter((finding) => finding.topic.model === rival.id);
	const known = ({ subject, other }: (typeof pairs)[number]) =>
		other === undefined ? 0 : subject === undefined ? 1 : 2;
	const ordered = [...pairs].sort((a, b) => known(b) - known(a));
	return {
		name: rival.name,
		vendor: rival.vendor,
		rows: ordered.map(({ benchmark, subject, other }) => ({
			name: benchmark.name,
			subject: subject === undefined ? null : citeFinding(subject, desk),
			rival: other === undefined ? null : citeFinding(other, desk),
			lead:
				subject === undefined || other === undefined
					? null
					: citeDifference(subject, other, desk, { signed: true, unitText: unitOfDifference(benchmark) }),
		})),
		apart: shared.flatMap(({ benchmark, subject, other }) => apartOf(benchmark, subject, other, desk)),
		shared: counted(shared.length),
		of: counted(pairs.length),
		strengths: statements
			.filter((finding) => finding.topic.topic === 'competitor-strength')
			.map((finding) => citeRow(finding, desk)),
		limits: statements
			.filter((finding) => finding.topic.topic === 'competitor-limit')
			.map((finding) => citeRow(finding, desk)),
		claims: desk
			.all('figure')
			.filter(
				({ topic }) =>
					topic.group === 'comparison' && (topic.against === rival.id || topic.model === rival.id),
			)
			.map((finding) => citeFigure(finding, desk)),
		chart: benchmarkSections(desk).find(({ id }) => id === shared[0]?.benchmark.id)?.chart ?? null,
	};
}
