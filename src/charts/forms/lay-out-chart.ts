// Which builder lays out which form.

import type { ChartForm } from '../../model/chart.js';
import type { ChartLayout, LayoutContext } from '../layout/chart-layout.js';
import { layOutBars } from './bars.js';
import { layOutComparison } from './comparison.js';
import { layOutDisagreement } from './disagreement.js';
import { layOutGains } from './gains.js';
import { layOutHumanBaseline } from './human-baseline.js';
import { layOutTimeline } from './timeline.js';

const BUILDERS: Readonly<Record<ChartForm, (context: LayoutContext) => ChartLayout>> = {
	gains: layOutGains,
	comparison: layOutComparison,
	'human-baseline': layOutHumanBaseline,
	disagreement: layOutDisagreement,
	timeline: layOutTimeline,
	bars: layOutBars,
};

export function layOutChart(context: LayoutContext): ChartLayout {
	return BUILDERS[context.request.form](context);
}
