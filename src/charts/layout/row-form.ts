// What a form says about its rows, and what a row looks like once its labels are placed.

import type { Box, TableRow } from './chart-layout.js';
import type { KeyItem } from './key-line.js';
import type { Words } from './label.js';
import type { LinearScale } from './linear-scale.js';
import type { Place } from './place-labels.js';
import type { RowGroup } from './row-groups.js';

export interface RowLabel {
	readonly row: number;
	readonly line: readonly Words[];
	/** The value that the label belongs to; undefined when it stands free. */
	readonly value?: number;
	/** The ideal place first. Boxes are relative to the row's centre line. */
	readonly places: readonly Place[];
	/** True for a label on a filled mark, which a plate would cover. */
	readonly onMark?: boolean;
	/** Asks for a line from the mark to the label when the label stands above or below it. */
	readonly leader?: { readonly x: number; readonly halfHeight: number };
}

export interface MarkPlan {
	/** Distance from the centre line; 0 where absent. */
	readonly dy?: number;
	/** Reach up and down of a bar or a tick. */
	readonly halfHeight?: number;
	/** Where the mark is drawn, when that is not the row's value. */
	readonly at?: number;
}

export interface RowPlan {
	/** What labels must keep clear of, relative to the row's centre line. */
	readonly obstacles: readonly Box[];
	readonly labels: readonly RowLabel[];
	/** How the mark of a row stands to the centre line, by the row's index. */
	readonly marks?: ReadonlyMap<number, MarkPlan>;
	/** Spans along the axis, e.g. the band between two generations; `y` is added to their `dy`. */
	readonly spans?: readonly TableRow[];
	/** True for the row whose name is set in the accent. */
	readonly isSubject?: boolean;
	/** Right-aligned text in the column of numbers. */
	readonly columnText?: string;
}

/** Pixels between which marks and their labels must lie. */
export interface Limits {
	readonly left: number;
	readonly right: number;
}

export interface RowForm {
	readonly fromZero: boolean;
	readonly hasAxis: boolean;
	readonly key: readonly KeyItem[];
	readonly columnTitle?: string;
	/** How the axis words its ticks; the plain number and the unit where absent. */
	readonly tickText?: (value: number, step: number) => string;
	readonly planRow: (group: RowGroup, scale: LinearScale, limits: Limits) => RowPlan;
}

export interface RowName {
	readonly lines: readonly (readonly Words[])[];
	readonly width: number;
}

/** A row with its labels placed. */
export interface LaidOutRow {
	readonly group: RowGroup;
	readonly name: RowName;
	readonly plan: RowPlan;
	/** Which of its places each label of the plan takes. */
	readonly chosen: readonly number[];
	readonly collides: boolean;
}
