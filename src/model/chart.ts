// What the story hands to a chart: rows that already carry their printed text, so that a chart never formats a number.

/** What a mark stands for; decides its form and colour, never its position. */
export type ChartRole =
	| 'subject'
	| 'predecessor'
	| 'variant'
	| 'competitor'
	| 'human'
	| 'dissent'
	| 'missing'
	| 'event';

export interface ChartRow {
	/** The row of the chart that the mark belongs to: a benchmark, a model, a topic, an event. */
	readonly item: string;
	/** 0 is the top row. */
	readonly order: number;
	readonly role: ChartRole;
	/** The mark's place on the axis: a number, or an ISO date for a timeline; null when nothing was reported. */
	readonly value: number | string | null;
	/** Both ends, where the claim is a range. */
	readonly low?: number | string;
	readonly high?: number | string;
	/** The label to print at the mark, formatted, e.g. `77.3`, `about 72`, `not reported`. */
	readonly label: string;
	/** What `label` is the value of, as in `Cited`. */
	readonly key?: string;
	/** Second label, e.g. the names of the sources that say so. */
	readonly detail?: string;
	/** What `detail` is the value of, where it is one. */
	readonly detailKey?: string;
	/** True when sources disagree on it. */
	readonly contested: boolean;
	/** True when the source calls it an estimate. */
	readonly estimated: boolean;
}

/** A row in which nobody disagrees and nothing is estimated, unless `more` says so. */
export const chartRow = (
	item: string,
	order: number,
	role: ChartRole,
	value: ChartRow['value'],
	label: string,
	more: Partial<ChartRow> = {},
): ChartRow => ({ item, order, role, value, label, contested: false, estimated: false, ...more });

/** The forms that exist; each has a spec `templates/charts/<form>.vl.json`. */
export type ChartForm = 'gains' | 'comparison' | 'human-baseline' | 'disagreement' | 'timeline' | 'bars';

export interface ChartRequest {
	/** Unique in the deck; becomes the file name and the prefix of every id in the SVG. */
	readonly name: string;
	readonly form: ChartForm;
	/** States the finding; becomes the SVG's accessible name. */
	readonly title: string;
	/** Unit and setup, e.g. `percent of tasks solved`. */
	readonly unit: string;
	/** What axis numbers are followed by: `%`, ` s` or nothing. */
	readonly unitSuffix: string;
	readonly better?: 'higher' | 'lower';
	/** Axis ends. Bars always start at zero. */
	readonly domain?: readonly [number, number];
	readonly rows: readonly ChartRow[];
	/** What the key calls the marks of a role, e.g. `predecessor`: `GPT-5.2-Codex`; a general word where absent. */
	readonly roleNames?: Readonly<Partial<Record<ChartRole, string>>>;
	/** Heading of the column of numbers at the right edge, where the form has one. */
	readonly columnTitle?: string;
	/** Pixels of the box that the chart must fill. */
	readonly width: number;
	readonly height: number;
}

declare const svgMarkup: unique symbol;
/** SVG that our own code made; the only markup that is inlined unescaped. */
export type SvgMarkup = string & { readonly [svgMarkup]: true };

/** What a chart shows, for readers who cannot see it or want to copy it. The first cell of a row heads it. */
export interface ChartTable {
	readonly title: string;
	/** Unit and direction, e.g. `Seconds per task; lower is better.`; empty where there is nothing to say. */
	readonly about: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** A chart in words, made from its rows. */
export interface ChartWords {
	/** Its alternative text. */
	readonly alt: string;
	/** Unit and direction, then a line for each item. */
	readonly lines: readonly string[];
}

export interface Chart {
	readonly name: string;
	readonly svg: SvgMarkup;
	/** One or two sentences made from the rows. */
	readonly alt: string;
	/** Every text that was drawn, in order, and whether it is a number on the axis. */
	readonly drawn: readonly { readonly text: string; readonly isTick: boolean }[];
}
