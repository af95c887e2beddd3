// How wide names, plot and column of numbers are, and where every label of every row goes.

import type { LayoutContext } from './chart-layout.js';
import type { Words } from './label.js';
import { lineWidth } from './label.js';
import type { LinearScale } from './linear-scale.js';
import { linearScale } from './linear-scale.js';
import { placeLabels } from './place-labels.js';
import type { LaidOutRow, Limits, RowForm, RowLabel, RowName, RowPlan } from './row-form.js';
import type { RowGroup } from './row-groups.js';
import { wrapText } from './wrap-text.js';

const GUTTER_GAP = 28;
const COLUMN_GAP = 40;
/** At most this share of the width goes to the names of the rows. */
const MAX_NAME_SHARE = 0.3;
/** Marks never get less than this share of the room beside the names, however long their labels are. */
const MIN_PLOT_SHARE = 0.4;

export function fitRows(
	context: LayoutContext,
	form: RowForm,
	groups: readonly RowGroup[],
	domain: readonly [number, number],
): { rows: LaidOutRow[]; scale: LinearScale } {
	const { request } = context;
	const sketch = linearScale(domain, [0, request.width]);
	const everywhere = { left: 0, right: request.width };
	const sketches = groups.map((group) => form.planRow(group, sketch, everywhere));
	const names = groups.map((group, index) =>
		rowName(context, group.item, sketches[index]?.isSubject === true),
	);
	const column = Math.max(0, ...sketches.map((plan) => lineWidth(context, columnWords(context, plan))));
	const limits = {
		left: Math.ceil(Math.max(0, ...names.map((name) => name.width)) + GUTTER_GAP),
		right: request.width - (column > 0 ? Math.ceil(column) + COLUMN_GAP : 0),
	};
	const scale = fitScale(domain, limits, form.fromZero, (trial) =>
		groups.flatMap((group) => form.planRow(group, trial, limits).labels),
	);
	const rows = groups.map((group, index) => {
		const plan = form.planRow(group, scale, limits);
		const places = plan.labels.map((label) => label.places);
		const name = names[index] ?? { lines: [], width: 0 };
		return { group, plan, name, ...placeLabels(places, plan.obstacles, limits) };
	});
	return { rows, scale };
}

/** The widest plot in which every label fits inside the limits at its ideal place, unless that would leave too little plot. */
function fitScale(
	domain: readonly [number, number],
	limits: Limits,
	fromZero: boolean,
	labelsAt: (scale: LinearScale) => readonly RowLabel[],
): LinearScale {
	const inset = fromZero ? 0 : 12;
	let [left, right] = [limits.left + inset, limits.right - inset];
	const minWidth = (right - left) * MIN_PLOT_SHARE;
	for (let round = 0; round < 24; round++) {
		const scale = linearScale(domain, [left, right]);
		let [needLeft, needRight] = [0, 0];
		for (const label of labelsAt(scale)) {
			const box = label.places[0]?.box;
			if (!box || label.value === undefined) continue;
			const share = (label.value - domain[0]) / (domain[1] - domain[0]);
			if (share < 1) needLeft = Math.max(needLeft, (limits.left - box.left) / (1 - share));
			if (share > 0) needRight = Math.max(needRight, (box.right - limits.right) / share);
		}
		if (needLeft < 0.05 && needRight < 0.05) break;
		if (!fromZero) left = Math.min(left + needLeft, right - minWidth);
		right = Math.max(right - needRight, left + minWidth);
	}
	return linearScale(domain, [Math.ceil(left), Math.floor(right)]);
}

function rowName(context: LayoutContext, text: string, isSubject: boolean): RowName {
	const { theme, request } = context;
	const words = (line: string): Words => ({
		text: line,
		tone: isSubject ? 'accent' : 'text',
		weight: isSubject ? 600 : 500,
		sizePx: theme.size['chart-label'],
		face: 'text',
	});
	const widthOf = (line: string): number => lineWidth(context, [words(line)]);
	const lines = wrapText(text, request.width * MAX_NAME_SHARE, widthOf);
	return { lines: lines.map((line) => [words(line)]), width: Math.max(...lines.map(widthOf)) };
}

export function lineHeight({ theme }: LayoutContext): number {
	return theme.size['chart-label'] * 1.22;
}

export function columnWords({ theme }: LayoutContext, { columnText, isSubject }: RowPlan): Words[] {
	if (columnText === undefined) return [];
	const sizePx = Math.round(theme.size['chart-label'] * 1.4);
	return [{ text: columnText, tone: isSubject ? 'accent' : 'text', weight: 600, sizePx, face: 'figures' }];
}
