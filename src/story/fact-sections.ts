// Figures and the sentences that belong to them, side by side: efficiency, context, hardware, latency and price. Null where
// the evidence has nothing to say.

import type { FigureGroup, StatementKind } from '../model/evidence.js';
import type { FactSection, FigureRow, Story } from '../model/story.js';
import { citeFigure, type Desk, hasValue } from './cite.js';
import { barsByModel, type FigureFinding, type PlottedBars } from './figure-bars.js';
import { statementRows } from './statement-rows.js';

const figuresIn = (desk: Desk, groups: readonly FigureGroup[]): readonly FigureFinding[] =>
	desk.all('figure').filter(({ topic }) => groups.includes(topic.group));

type Bars = (desk: Desk, findings: readonly FigureFinding[]) => PlottedBars | null;

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
