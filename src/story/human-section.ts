// The subject beside people. On which side of them it is, is said only where the printed values leave no other possibility.

import type { Finding } from '../model/finding.js';
import type { HumanRow, HumanSection } from '../model/story.js';
import { axisEnds } from './axis-ends.js';
import { headlineRow, storyChart } from './chart-rows.js';
import { citeFinding, counted, type Desk, hasValue } from './cite.js';
import { citeDifference } from './differences.js';
import { UNIT_NAMES, unitSuffix } from './format.js';
import { humanScore, modelWithRole, roleNames, scored, subjectBenchmarks } from './scores.js';

/** A slide has room for as many, beside the tiles of the first; labels of ranges need the room of two. */
const MOST_CHARTED = 2;

const isRange = ({ value }: Finding) => value.kind === 'range';

/** Benchmarks with a human baseline, widest gap first. */
export function humanSection(desk: Desk): HumanSection | null {
	const predecessor = modelWithRole(desk, 'predecessor')?.id;
	const all = subjectBenchmarks(desk);
	const found = all.flatMap(({ benchmark, subject }) => {
		const human = humanScore(desk, benchmark.id);
		if (human === undefined) return [];
		const gap = citeDifference(human, subject, desk, { signed: false, unit: benchmark.unit });
		return gap === null
			? []
			: [{ benchmark, subject, human, gap, before: scored(desk, benchmark.id, predecessor) }];
	});
	// Only points can be compared with points.
	const isPercent = ({ benchmark }: (typeof found)[number]) => (benchmark.unit === 'percent' ? 1 : 0);
	found.sort((a, b) => isPercent(b) - isPercent(a) || Math.abs(b.gap.amount) - Math.abs(a.gap.amount));
	const charted = found
		.filter(({ benchmark }) => benchmark.unit === found[0]?.benchmark.unit)
		.slice(0, found.some(({ subject, human }) => isRange(subject) || isRange(human)) ? 1 : MOST_CHARTED);
	const rows: HumanRow[] = found.map(({ benchmark, subject, human, gap, before }) => {
		const isHigherBetter = benchmark.better === 'higher';
		return {
			name: benchmark.name,
			tests: benchmark.tests,
			before: before === undefined ? null : citeFinding(before, desk),
			now: citeFinding(subject, desk),
			people: citeFinding(human, desk),
			gap,
			who: desk.modelName(human.topic.kind === 'result' ? human.topic.model : ''),
			isBehind: isHigherBetter ? gap.low > 0 : gap.high < 0,
			isAhead: isHigherBetter ? gap.high < 0 : gap.low > 0,
			isLevel: gap.low === 0 && gap.high === 0,
		};
	});
	const [first] = rows;
	if (first === undefined) return null;
	const unit = found[0]?.benchmark.unit ?? 'percent';
	// Out of a hundred is how far scores are from full; errors near zero would all look alike.
	const isOfHundred = unit === 'percent' && charted.some(({ benchmark }) => benchmark.better === 'higher');
	const chartRows = charted.flatMap(({ benchmark, subject, human, before }, order) => [
		...(before === undefined ? [] : [headlineRow(before, benchmark.name, order, 'predecessor', desk)]),
		headlineRow(subject, benchmark.name, order, 'subject', desk),
		headlineRow(human, benchmark.name, order, 'human', desk),
	]);
	const without = all.filter(({ benchmark }) => humanScore(desk, benchmark.id) === undefined);
	return {
		rows,
		first,
		hidden: rows.length > charted.length ? counted(rows.length - charted.length) : null,
		without: without.map(({ benchmark }) => benchmark.name),
		withoutCount: counted(without.length),
		chart: storyChart(
			{
				form: 'human-baseline',
				title: `${desk.evidence.subject.name} beside people`,
				unit: UNIT_NAMES[unit],
				unitSuffix: unitSuffix(unit),
				...(isOfHundred ? { domain: [0, 100] as const } : axisEnds(chartRows, unit)),
				roleNames: roleNames(desk),
				rows: chartRows,
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
	const reported = desk.all('result').filter(hasValue);
	return reported.length > 0 && !reported.some(({ topic }) => isHuman.has(topic.model)) ? true : null;
}
