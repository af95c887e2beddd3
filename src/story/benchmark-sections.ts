// Benchmark results to sections: the scoreboard, a section per benchmark, and the rival. Chooses nothing by model name;
// roles and what was reported decide.

import type { Benchmark, Model } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { BenchmarkSection, RivalSection, ScoreboardSection } from '../model/story.js';
import { axisEnds } from './axis-ends.js';
import { chartRole, dissentChartRows, headlineRow, storyChart } from './chart-rows.js';
import {
	citeFigure,
	citeFinding,
	citeRow,
	claimsBehind,
	counted,
	type Desk,
	dissentRows,
	documentsBehind,
	hasValue,
	namesOf,
	spansSides,
} from './cite.js';
import { citeDifference } from './differences.js';
import { UNIT_NAMES, unitSuffix } from './format.js';
import { citeRank } from './rank.js';
import { areMeasuredApart, metricOf, scored, subjectBenchmarks } from './scores.js';
import { shadesOf } from './shades.js';
import { deniedStatements } from './statement-rows.js';

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
				isReported: finding !== undefined && hasValue(finding),
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
		hasBlanks: cells.some((cell) => !cell.isReported),
		blanks: counted(cells.filter((cell) => !cell.isReported).length),
		cells: counted(cells.length),
	};
}

/** What a reader of one row must know: `Elo points`, `lower is better`; null for percent of which more is better. */
function rowNote({ unit, metric, better }: Benchmark): string | null {
	const parts = [
		...(unit === 'percent' ? [] : [unit === 'count' && metric !== undefined ? metric : UNIT_NAMES[unit]]),
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
		const models = found.filter(({ model, finding }) => model.role !== 'human' && hasValue(finding));
		return {
			id: benchmark.id,
			name: benchmark.name,
			tests: benchmark.tests,
			metric: metricOf(benchmark),
			better: benchmark.better === 'higher' ? 'higher is better' : 'lower is better',
			isCompared: found.filter(({ finding }) => hasValue(finding)).length > 1,
			subject: citeFinding(subject, desk),
			rank: models.length > 1 ? citeRank(benchmark.id, desk.evidence.subject.id, desk) : null,
			support: counted(supportText(subject)),
			sources: counted(documentsBehind(subject)),
			setups: setups.join('; '),
			results: found.map(({ model, finding }) => ({
				model: model.name,
				value: citeFinding(finding, desk),
				sources: counted(documentsBehind(finding)),
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
					...axisEnds(rows, benchmark.unit),
					rows,
				},
				found.map(({ finding }) => finding),
				desk,
				{ showsDissent: true },
			),
		};
	});
}

function supportText(finding: Finding): string {
	const { sources, independent } = finding.support;
	if (spansSides(finding)) return `${documentsBehind(finding)} documents give different values`;
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
	const [own, theirs] = [claimsBehind(subject), claimsBehind(other)];
	const sources = new Set(own.map(({ source }) => source));
	if (theirs.some(({ source }) => sources.has(source))) return [];
	return [{ name, subject: namesOf(own, desk), rival: namesOf(theirs, desk) }];
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
					: citeDifference(subject, other, desk, { signed: true, unit: benchmark.unit }),
		})),
		apart: shared.flatMap(({ benchmark, subject, other }) => apartOf(benchmark, subject, other, desk)),
		inOtherSetups: shared
			.filter(
				({ subject, other }) =>
					subject !== undefined && other !== undefined && areMeasuredApart(subject, other),
			)
			.map(({ benchmark }) => benchmark.name),
		shared: counted(shared.length),
		of: counted(pairs.length),
		isAllShared: shared.length === pairs.length,
		deniedStrengths: deniedStatements(desk, 'competitor-strength', rival.id),
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
