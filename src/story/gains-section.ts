// The subject against its predecessor. Says of a benchmark that it improved only where the printed values leave no other
// possibility.

import type { ChartRow } from '../model/chart.js';
import type { Benchmark } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { GainRow, GainsSection } from '../model/story.js';
import { axisEnds } from './axis-ends.js';
import { dissentChartRows, headlineRow, storyChart } from './chart-rows.js';
import { citeFinding, counted, type Desk } from './cite.js';
import { citeDifference, type Difference } from './differences.js';
import { UNIT_NAMES } from './format.js';
import {
	areMeasuredApart,
	humanScore,
	modelWithRole,
	roleNames,
	scored,
	subjectBenchmarks,
} from './scores.js';

interface Pair {
	readonly benchmark: Benchmark;
	readonly subject: Finding;
	readonly before: Finding;
	readonly gain: Difference;
	readonly points: Difference;
	/** By how much it improved, whichever way is better; negative where it got worse. */
	readonly low: number;
	readonly high: number;
	readonly size: number;
}

/** Largest gain first; lower-is-better benchmarks count a fall as a gain. */
export function gainsSection(desk: Desk): GainsSection | null {
	const predecessor = modelWithRole(desk, 'predecessor');
	if (predecessor === undefined) return null;
	const all = subjectBenchmarks(desk).map(({ benchmark, subject }) => ({
		benchmark,
		subject,
		before: scored(desk, benchmark.id, predecessor.id),
	}));
	const pairs = all
		.flatMap(({ benchmark, subject, before }) =>
			before === undefined || benchmark.unit !== 'percent' ? [] : pairOf(benchmark, subject, before, desk),
		)
		.sort((a, b) => b.size - a.size);
	const rows = pairs.map((pair) => gainRow(pair, desk));
	const [top, last] = [pairs[0], pairs.at(-1)];
	const [first] = rows;
	if (top === undefined || last === undefined || first === undefined) return null;
	const compared = new Set(pairs.map(({ benchmark }) => benchmark));
	const namesOf = (some: readonly { readonly benchmark: Benchmark }[]) =>
		some.map(({ benchmark }) => benchmark.name);
	const notCompared = all.filter(({ benchmark, before }) => before !== undefined && !compared.has(benchmark));
	const apart = pairs.filter(({ subject, before }) => areMeasuredApart(subject, before));
	return {
		rows,
		top: first,
		least: pairs.length > 1 ? (rows.at(-1) ?? null) : null,
		isTopClear: top.low > 0 && pairs.slice(1).every(({ high }) => high <= top.low),
		isLeastClear: last.low > 0 && pairs.slice(0, -1).every(({ low }) => low >= last.high),
		isNoneBetter: pairs.every(({ high }) => high <= 0),
		isSomeBetter: pairs.some(({ low }) => low > 0),
		better: counted(pairs.filter(({ low }) => low > 0).length),
		compared: counted(pairs.length),
		unit: UNIT_NAMES.percent,
		withoutBefore: namesOf(all.filter(({ before }) => before === undefined)),
		notCompared: namesOf(notCompared),
		inOtherSetups: namesOf(apart),
		hasNote: notCompared.length + apart.length > 0,
		chart: gainsChart(pairs, predecessor.name, desk),
	};
}

function pairOf(benchmark: Benchmark, subject: Finding, before: Finding, desk: Desk): readonly Pair[] {
	const gain = citeDifference(subject, before, desk, { signed: true, unit: null });
	const points = citeDifference(subject, before, desk, { signed: false, unit: benchmark.unit });
	if (gain === null || points === null) return [];
	const isLower = benchmark.better === 'lower';
	return [
		{
			benchmark,
			subject,
			before,
			gain,
			points,
			low: isLower ? -gain.high : gain.low,
			high: isLower ? -gain.low : gain.high,
			size: isLower ? -gain.amount : gain.amount,
		},
	];
}

const gainRow = ({ benchmark, subject, before, gain, points, low, high }: Pair, desk: Desk): GainRow => ({
	name: benchmark.name,
	before: citeFinding(before, desk, { bare: true }),
	now: citeFinding(subject, desk, { bare: true }),
	gain,
	points,
	isBetter: low > 0,
	isWorse: high < 0,
	isSame: low === 0 && high === 0,
});

function gainsChart(pairs: readonly Pair[], predecessor: string, desk: Desk): GainsSection['chart'] {
	const isLower = ({ better }: Benchmark) => better === 'lower';
	const allLower = pairs.every(({ benchmark }) => isLower(benchmark));
	const rows = pairs.flatMap(({ benchmark, subject, before, gain }, order): ChartRow[] => {
		const human = humanScore(desk, benchmark.id);
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
		...[humanScore(desk, benchmark.id)].filter((finding) => finding !== undefined),
	]);
	return storyChart(
		{
			form: 'gains',
			title: `${desk.evidence.subject.name} against ${predecessor}`,
			unit: 'percent',
			columnTitle: 'Change, points',
			...(allLower ? { better: 'lower' as const } : {}),
			roleNames: roleNames(desk),
			unitSuffix: '%',
			...axisEnds(rows, 'percent'),
			rows,
		},
		shown,
		desk,
		{ showsDissent: true },
	);
}
