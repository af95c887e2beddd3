// Figures that share a unit to bars, where they can be compared.

import type { ChartRow } from '../model/chart.js';
import type { StoryChart } from '../model/story.js';
import { headlineRow, storyChart } from './chart-rows.js';
import { citeFinding, type Desk, type FindingOf } from './cite.js';
import { UNIT_NAMES } from './format.js';

export type FigureFinding = FindingOf<'figure'>;

export interface PlottedBars {
	readonly chart: StoryChart;
	readonly plotted: readonly FigureFinding[];
}

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
export function barsByModel(desk: Desk, findings: readonly FigureFinding[]): PlottedBars | null {
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
