// The view model: the exact fields that a template may read. Text from evidence is `Cited`, so that printing it
// records which claims a slide rests on; absent sections are null, never missing.

import type { ChartRequest } from './chart.js';
import type { Location } from './location.js';

/** Text with the claims that it rests on. An empty list of claims means that the deck itself is the source (a count). */
export interface Cited {
	readonly kind: 'cited';
	readonly text: string;
	/** What it is the value of, for a number or a date, such as `value spark-speed`: the same wherever it is printed. `tally …` says only how many sources say so. */
	readonly key?: string;
	readonly claims: readonly string[];
	/** Sources disagree on it; printed with a mark. */
	readonly contested: boolean;
	/** The largest number of its claims of which no two share an origin; null for text that rests on no claim. */
	readonly independent: number | null;
	/** Lowest to highest claimed value, formatted, where it is contested and numeric. */
	readonly range: string | null;
	/** The name of what it is about, for the note that explains the mark. */
	readonly about: string;
	/** Set where it rests on no claim and is no count: a date of the evidence, or the author's own marked number. */
	readonly origin?: 'date' | 'proposal';
}

/** Words between two pairs of asterisks in the storyline. */
export interface Strong {
	readonly kind: 'strong';
	readonly text: string;
}

/** The author's own words with figures filled in. */
export interface Phrase {
	readonly kind: 'phrase';
	readonly parts: readonly (string | Cited | Strong)[];
	/** Where the author wrote it; absent where the deck made it. */
	readonly where?: Location;
}

/** A chart still without its size, which the slide decides, and the claims that its marks show. */
export interface StoryChart {
	readonly request: Omit<ChartRequest, 'name' | 'width' | 'height'>;
	readonly claims: readonly string[];
	/** The contested values among its marks. */
	readonly contested: readonly Cited[];
	/** Fewest and most independent origins of a mark. */
	readonly independent: readonly number[];
}

export interface Row {
	readonly label: string;
	/** The label as text that rests on its claims, where nothing else is printed of it. */
	readonly named: Cited;
	readonly text: Cited;
	readonly model: string;
	/** How many documents say so. */
	readonly sources: Cited;
	readonly disputed: boolean;
}

export interface FigureRow {
	readonly label: string;
	readonly value: Cited;
	/** The value without its unit. */
	readonly number: Cited;
	readonly unit: string;
	/** What it is about, in a sentence. */
	readonly text: Cited | null;
	/** False for a commitment in words, which has no amount. */
	readonly isMeasured: boolean;
	readonly model: string;
	readonly against: string | null;
	readonly sources: Cited;
	readonly dissent: readonly DissentRow[];
}

export interface DissentRow {
	readonly value: Cited;
	/** Short names of the sources, joined. */
	readonly who: string;
	readonly cause: string;
	/** Values that it contradicts beside the printed one, joined; null where the cause says all. */
	readonly against: Cited | null;
	readonly note: string | null;
}

/** Figures and sentences about one side of the subject, such as its hardware. */
export interface FactSection {
	readonly figures: readonly FigureRow[];
	readonly statements: readonly Row[];
	readonly chart: StoryChart | null;
	/** Figures that the chart does not show. */
	readonly unplotted: readonly FigureRow[];
}

export interface GainRow {
	readonly name: string;
	readonly before: Cited;
	readonly now: Cited;
	readonly gain: Cited;
	/** The gain without its sign and with its unit, for a sentence. */
	readonly points: Cited;
	/** Sure to be better, worse or the same; none of them where ranges or bounds leave it open. */
	readonly isBetter: boolean;
	readonly isWorse: boolean;
	readonly isSame: boolean;
}

export interface GainsSection {
	readonly rows: readonly GainRow[];
	readonly top: GainRow;
	/** Null where one benchmark alone can be compared. */
	readonly least: GainRow | null;
	/** `top` improved, and by at least as much as any other benchmark may have. */
	readonly isTopClear: boolean;
	/** `least` improved, and by no more than any other benchmark did. */
	readonly isLeastClear: boolean;
	/** Surely none improved. */
	readonly isNoneBetter: boolean;
	/** Surely some did. */
	readonly isSomeBetter: boolean;
	/** How many surely improved, of how many. */
	readonly better: Cited;
	readonly compared: Cited;
	readonly unit: string;
	/** Benchmarks with a value for the subject and none for the predecessor. */
	readonly withoutBefore: readonly string[];
	/** Benchmarks with both values, in another unit than percent or with bounds that allow any difference. */
	readonly notCompared: readonly string[];
	/** Benchmarks on which the two were measured in different setups. */
	readonly inOtherSetups: readonly string[];
	/** One of the two lists above has an entry. */
	readonly hasNote: boolean;
	readonly chart: StoryChart;
}

export interface HumanRow {
	readonly name: string;
	readonly tests: string;
	readonly before: Cited | null;
	readonly now: Cited;
	readonly people: Cited;
	readonly gap: Cited;
	/** What the evidence calls them. */
	readonly who: string;
	/** The model is surely behind, ahead or level; none of them where ranges or bounds leave it open. */
	readonly isBehind: boolean;
	readonly isAhead: boolean;
	readonly isLevel: boolean;
}

export interface HumanSection {
	readonly rows: readonly HumanRow[];
	readonly first: HumanRow;
	/** How many rows are not in the chart. */
	readonly hidden: Cited | null;
	/** Benchmarks for which no source gives a human baseline. */
	readonly without: readonly string[];
	readonly withoutCount: Cited;
	readonly chart: StoryChart;
}

export interface ScoreCell {
	readonly value: Cited | null;
	readonly isReported: boolean;
	/** How near to the best value of its row; none of them where the row's values must not be compared. */
	readonly isBest: boolean;
	readonly isClose: boolean;
	readonly isApart: boolean;
}

export interface ScoreboardSection {
	readonly models: readonly string[];
	readonly hasBlanks: boolean;
	readonly rows: readonly {
		readonly name: string;
		/** Unit and direction, where they are not percent of which more is better. */
		readonly note: string | null;
		readonly cells: readonly ScoreCell[];
	}[];
	/** Cells without a value, and all cells. */
	readonly blanks: Cited;
	readonly cells: Cited;
}

export interface BenchmarkSection {
	readonly id: string;
	readonly name: string;
	readonly tests: string;
	readonly metric: string;
	readonly better: string;
	/** At least two models have a value. */
	readonly isCompared: boolean;
	readonly subject: Cited;
	/** Its place among the models with a value; null where it is the only one. */
	readonly rank: Cited | null;
	/** `4 documents, 3 independent origins`. */
	readonly support: Cited;
	readonly sources: Cited;
	readonly setups: string;
	readonly results: readonly { readonly model: string; readonly value: Cited; readonly sources: Cited }[];
	readonly dissent: readonly (DissentRow & { readonly model: string })[];
	readonly notSameAs: readonly { readonly name: string; readonly why: string }[];
	readonly chart: StoryChart;
}

export interface VariantRow {
	readonly name: string;
	readonly text: string | null;
	readonly useFor: readonly Row[];
	/** What some say that it is for, and more deny. */
	readonly deniedUses: readonly Row[];
	readonly avoidFor: readonly Row[];
	/** Its figures that another variant has too: the same group, unit and demonstration, and one of each. */
	readonly compared: readonly FigureRow[];
}

export interface SelfDevelopmentSection {
	readonly did: readonly Row[];
	readonly didNot: readonly Row[];
	readonly views: readonly Row[];
}

export interface DemoSection {
	readonly name: string;
	readonly steps: readonly Row[];
	readonly criticism: readonly Row[];
	readonly deniedCriticism: readonly Row[];
	readonly figures: readonly FigureRow[];
	/** Compares the demo's figures when two or more of them share a unit. */
	readonly chart: StoryChart | null;
}

export interface SafetySection {
	readonly classifications: readonly {
		readonly framework: string;
		readonly domain: string;
		readonly level: Cited;
		readonly means: string | null;
		readonly sources: Cited;
	}[];
	readonly evaluations: readonly Row[];
	readonly results: readonly {
		readonly name: string;
		readonly value: Cited;
		readonly before: Cited | null;
	}[];
}

export interface SafeguardLayer {
	readonly layer: string;
	readonly rows: readonly Row[];
}

export interface AccessRow extends Row {
	readonly status: string;
	readonly isOpen: boolean;
	readonly audience: string;
	/** Its status differs from that of the row before; and so does its audience, or its status. */
	readonly startsStatus: boolean;
	readonly startsAudience: boolean;
}

/** Routes that have something in common: whom they serve, or how far they are open. */
export interface AccessGroup {
	readonly name: string;
	/** Names of the routes, joined. */
	readonly routes: Cited;
	/** Whom they serve, joined. */
	readonly audiences: string;
}

export interface AccessSide {
	/** How many routes. */
	readonly count: Cited;
	readonly groups: readonly AccessGroup[];
}

export interface CompetitorRow {
	readonly name: string;
	readonly vendor: string;
	readonly strengths: readonly Row[];
	readonly deniedStrengths: readonly Row[];
	readonly limits: readonly Row[];
	readonly results: readonly { readonly name: string; readonly value: Cited }[];
}

export interface RivalSection {
	readonly name: string;
	readonly vendor: string;
	readonly rows: readonly {
		readonly name: string;
		readonly subject: Cited | null;
		readonly rival: Cited | null;
		readonly lead: Cited | null;
	}[];
	/** Benchmarks with both values, of which no document gives both; and whose each is. */
	readonly apart: readonly { readonly name: string; readonly subject: string; readonly rival: string }[];
	/** Benchmarks on which the two were measured in different setups. */
	readonly inOtherSetups: readonly string[];
	/** How many benchmarks have a value for both, and of how many. */
	readonly shared: Cited;
	readonly of: Cited;
	readonly isAllShared: boolean;
	readonly strengths: readonly Row[];
	readonly deniedStrengths: readonly Row[];
	readonly limits: readonly Row[];
	readonly claims: readonly FigureRow[];
	readonly chart: StoryChart | null;
}

export interface TimelineSection {
	readonly events: readonly { readonly date: Cited; readonly label: string; readonly text: string | null }[];
	readonly earlier: readonly { readonly date: Cited; readonly label: string; readonly text: string | null }[];
	/** Neither drawn nor over: dated by a year alone, or begun long ago. */
	readonly undrawn: readonly { readonly date: Cited; readonly label: string; readonly text: string | null }[];
	/** There are events beside those drawn. */
	readonly hasNote: boolean;
	/** Some date lies after the as-of date. */
	readonly hasPlanned: boolean;
	readonly chart: StoryChart;
}

export interface LedgerRow {
	readonly name: string;
	readonly value: Cited;
	readonly others: readonly DissentRow[];
	readonly cause: string;
	readonly standing: string;
	/** Lines of a table that it takes, about; for paging. */
	readonly lines: number;
	readonly reason: string | null;
}

export interface CredibilitySection {
	readonly chart: StoryChart | null;
	readonly byCause: readonly { readonly cause: string; readonly count: Cited }[];
	readonly contested: readonly LedgerRow[];
}

export interface SourceRow {
	readonly number: Cited;
	readonly title: string;
	readonly short: string;
	readonly publisher: string;
	readonly date: Cited;
	readonly kind: string;
	readonly party: string;
	readonly derivesFrom: string;
	readonly claims: Cited;
	readonly note: string | null;
	readonly url: string | null;
}

export interface Counts {
	readonly sources: Cited;
	readonly origins: Cited;
	readonly claims: Cited;
	readonly findings: Cited;
	readonly contested: Cited;
	readonly differing: Cited;
	readonly 'single-source': Cited;
	readonly benchmarks: Cited;
}

export interface GapRow {
	readonly question: string | Phrase;
	readonly why: string;
}

export interface Words {
	readonly kicker: Phrase | null;
	readonly headline: Phrase | null;
	readonly takeaway: Phrase | null;
	readonly points: readonly Phrase[];
	readonly notes: {
		readonly say: Phrase | null;
		readonly caveat: Phrase | null;
		readonly question: Phrase | null;
		readonly answer: Phrase | null;
	};
}

export interface Story {
	readonly brief: {
		readonly title: string;
		readonly subject: string;
		readonly vendor: string;
		readonly predecessor: string | null;
		readonly asOf: Cited;
		readonly invented: boolean;
		readonly missing: readonly string[];
	};
	readonly counts: Counts;
	readonly positioning: readonly Row[];
	readonly capabilities: readonly Row[];
	readonly limitations: readonly Row[];
	readonly gains: GainsSection | null;
	readonly human: HumanSection | null;
	/** True where benchmarks are reported and none of them for people; else null. */
	readonly noHumanBaseline: true | null;
	readonly scoreboard: ScoreboardSection | null;
	/** Benchmarks with values for at least two models. */
	readonly benchmarks: readonly BenchmarkSection[];
	/** Benchmarks for which only the subject has a value. */
	readonly loneBenchmarks: readonly BenchmarkSection[];
	readonly efficiency: FactSection | null;
	readonly context: FactSection | null;
	readonly hardware: FactSection | null;
	readonly latency: FactSection | null;
	readonly price: FactSection | null;
	/** What it uses, costs and how fast it is: two figures of efficiency, two prices, then latency. */
	readonly speedAndCost: readonly FigureRow[] | null;
	/** Of the sections above, those with enough to fill a slide of their own. */
	readonly detailed: Readonly<Record<'efficiency' | 'context' | 'hardware' | 'latency', FactSection | null>>;
	/** What the other sections have, and prices, together. */
	readonly remaining: FactSection | null;
	readonly variants: readonly VariantRow[] | null;
	readonly selfDevelopment: SelfDevelopmentSection | null;
	readonly tools: {
		readonly tools: readonly Row[];
		readonly workflow: readonly Row[];
		readonly integrations: readonly Row[];
		readonly languages: readonly Row[];
	} | null;
	readonly demos: readonly DemoSection[];
	readonly safety: SafetySection | null;
	readonly safeguards: readonly SafeguardLayer[] | null;
	readonly access: readonly AccessRow[] | null;
	/** What is open, by whom it serves, and what is not, by its status. */
	readonly accessSides: { readonly open: AccessSide; readonly gated: AccessSide } | null;
	/** What some report and better supported sources deny; it is in no other section. */
	readonly denied: {
		readonly classifications: readonly Row[];
		readonly safeguards: readonly Row[];
		readonly limitations: readonly Row[];
		readonly did: readonly Row[];
	};
	readonly defence: { readonly commitments: readonly FigureRow[] } | null;
	readonly rival: RivalSection | null;
	readonly competitors: readonly CompetitorRow[] | null;
	readonly adoption: {
		readonly adopt: readonly Row[];
		readonly avoid: readonly Row[];
		readonly rules: readonly Row[];
		readonly feedback: readonly Row[];
	} | null;
	readonly recommendations: readonly Row[];
	readonly questions: readonly GapRow[];
	readonly gaps: readonly GapRow[];
	readonly timeline: TimelineSection | null;
	readonly credibility: CredibilitySection;
	readonly ledger: readonly LedgerRow[];
	readonly sources: readonly SourceRow[];
	/** By claim: the sentences that must be shown wherever the claim is. */
	readonly caveats: Readonly<Record<string, readonly Cited[]>>;
}
