// Evidence as validated: what docs/evidence.md describes, with defaults filled in and every claim located.
// It says what the sources say; it does not decide who is right (that is finding.ts).

import type { Location } from './location.js';

export type Unit =
	| 'percent' // a share or a score, 0 to 100
	| 'percent-change' // a relative change; may pass 100
	| 'points' // a difference between two percentages
	| 'times' // a ratio
	| 'count'
	| 'tokens'
	| 'tokens-per-second'
	| 'seconds'
	| 'minutes'
	| 'hours'
	| 'days'
	| 'years'
	| 'usd'
	| 'gigabytes'
	| 'elo'
	| 'date'
	| 'text';

export const UNITS: readonly Unit[] = [
	'percent',
	'percent-change',
	'points',
	'times',
	'count',
	'tokens',
	'tokens-per-second',
	'seconds',
	'minutes',
	'hours',
	'days',
	'years',
	'usd',
	'gigabytes',
	'elo',
	'date',
	'text',
];

export type Qualifier = 'about' | 'over' | 'under' | 'up to' | 'at least' | 'nearly' | 'estimated';

export const QUALIFIERS: readonly Qualifier[] = [
	'about',
	'over',
	'under',
	'up to',
	'at least',
	'nearly',
	'estimated',
];

/** What a claim says. Dates are ISO text at the precision that the source gives: 2023, 2026-02 or 2026-02-05. */
export type Value =
	/** `decimals`: as the source wrote them, where the number alone would lose some: 1 for 64.0. */
	| { readonly kind: 'number'; readonly number: number; readonly decimals?: number }
	| {
			readonly kind: 'range';
			readonly from: number;
			readonly to: number;
			readonly decimals?: readonly [from: number, to: number];
	  }
	| { readonly kind: 'date'; readonly from: string; readonly to: string }
	/** `contradicts`: whether these words deny what the other claims on the topic say. */
	| { readonly kind: 'text'; readonly text: string; readonly contradicts: boolean }
	| { readonly kind: 'assertion'; readonly holds: boolean }
	| { readonly kind: 'not-reported' };

/** How a number came about. Two claims with different setups do not contradict each other. */
export interface Setup {
	readonly harness?: string;
	readonly agent?: string;
	readonly effort?: string;
	readonly tools?: string;
	readonly split?: string;
	readonly attempts?: number;
}

export interface Claim {
	/** `<topic key>#<n>`, n counting from 1 in file order. */
	readonly id: string;
	readonly value: Value;
	/** Set when the source states the value in another unit than the topic's. */
	readonly unit?: Unit;
	readonly qualifiers: readonly Qualifier[];
	readonly source: string;
	/** Locator inside the source: a section heading. */
	readonly at: string;
	/** Sources that the source itself credits, by id. */
	readonly credits: readonly string[];
	readonly setup: Setup;
	/** The source says of a date that it is to come. */
	readonly announced?: true;
	/** The name under which the source reports the thing, where it differs from the topic's own. */
	readonly as?: string;
	readonly note?: string;
	/** Ids of topics that must be shown wherever this claim is. */
	readonly requires: readonly string[];
	readonly where: Location;
}

export type SourceKind =
	| 'announcement'
	| 'system-card'
	| 'documentation'
	| 'article'
	| 'analysis'
	| 'research-note'
	| 'forum'
	| 'video'
	| 'paper';

export interface Source {
	readonly id: string;
	readonly title: string;
	/** A few words that fit a source line. */
	readonly short: string;
	readonly publisher: string;
	readonly url?: string;
	readonly date?: string;
	readonly kind: SourceKind;
	readonly party: 'first' | 'third';
	readonly derivesFrom: readonly string[];
	/** False for a document that is known only because other sources credit it. */
	readonly read: boolean;
	readonly note?: string;
	readonly where: Location;
}

export type ModelRole = 'subject' | 'predecessor' | 'variant' | 'competitor' | 'human' | 'other';

export interface Model {
	readonly id: string;
	readonly name: string;
	readonly vendor: string;
	readonly role: ModelRole;
	/** For a variant: one sentence on what it is. */
	readonly text?: string;
	readonly where: Location;
}

export interface Benchmark {
	readonly id: string;
	readonly name: string;
	/** A shorter name for tight places; the name itself when not given. */
	readonly short: string;
	/** What it tests, one sentence in our words. */
	readonly tests: string;
	readonly area: 'coding' | 'computer-use' | 'knowledge-work' | 'security' | 'reasoning' | 'other';
	readonly unit: Unit;
	readonly better: 'higher' | 'lower';
	readonly min?: number;
	readonly max?: number;
	readonly metric?: string;
	/** Benchmarks that readers confuse with this one, and why the numbers do not compare. */
	readonly notSameAs: readonly { readonly benchmark: string; readonly why: string }[];
	readonly where: Location;
}

interface TopicBase {
	/** Unique in the brief; results are `<benchmark>/<model>`, all others their id. */
	readonly key: string;
	readonly claims: readonly Claim[];
	readonly where: Location;
}

/** A benchmark × a model. */
export interface Result extends TopicBase {
	readonly kind: 'result';
	readonly benchmark: string;
	readonly model: string;
}

export type FigureGroup =
	| 'efficiency'
	| 'latency'
	| 'context'
	| 'hardware'
	| 'price'
	| 'comparison'
	| 'demo'
	| 'programme'
	| 'business'
	| 'method';

/** Any measured quantity that is not a benchmark score. */
export interface Figure extends TopicBase {
	readonly kind: 'figure';
	readonly label: string;
	readonly text?: string;
	readonly group: FigureGroup;
	readonly model: string;
	/** The model that it is measured against. */
	readonly against?: string;
	readonly unit: Unit;
	readonly better?: 'higher' | 'lower';
	/** Joins figures and statements about one demo. */
	readonly demo?: string;
	/** What the number should come to, from other topics: `difference` and `ratio` of two topic keys. */
	readonly computed?: Computed;
}

/** The first topic less the second, or divided by it. */
export interface Computed {
	readonly kind: 'difference' | 'ratio';
	readonly of: string;
	readonly to: string;
}

export interface TimelineEvent extends TopicBase {
	readonly kind: 'event';
	readonly label: string;
	readonly text?: string;
	readonly category: 'release' | 'access' | 'safety' | 'competitor' | 'programme' | 'publicity';
}

export type StatementKind =
	| 'positioning'
	| 'capability'
	| 'limitation'
	| 'self-development-did'
	| 'self-development-did-not'
	| 'self-development-view'
	| 'use-for'
	| 'avoid-for'
	| 'design-rule'
	| 'recommendation'
	| 'demo'
	| 'demo-criticism'
	| 'tool'
	| 'workflow'
	| 'integration'
	| 'language'
	| 'hardware'
	| 'latency'
	| 'efficiency'
	| 'context'
	| 'competitor-strength'
	| 'competitor-limit'
	| 'feedback'
	| 'outlook'
	| 'market';

/** A claim in words. */
export interface Statement extends TopicBase {
	readonly kind: 'statement';
	readonly topic: StatementKind;
	/** Two to six words. */
	readonly label: string;
	/** One sentence in our words. */
	readonly text: string;
	/** The model it is about; the subject when not given. */
	readonly model: string;
	/** Joins statements and figures about one demo. */
	readonly demo?: string;
}

export interface Classification extends TopicBase {
	readonly kind: 'classification';
	readonly framework: string;
	readonly domain: string;
	readonly level: string;
	readonly model: string;
	/** What the level implies, one sentence. */
	readonly means?: string;
}

/** A safety observation in words: what was tested or seen, and what came of it. */
export interface SafetyEvaluation extends TopicBase {
	readonly kind: 'safety-evaluation';
	readonly label: string;
	readonly text: string;
	readonly model: string;
}

export interface Safeguard extends TopicBase {
	readonly kind: 'safeguard';
	readonly layer: 'model' | 'routing' | 'environment' | 'monitoring' | 'access' | 'organisation';
	readonly label: string;
	readonly text: string;
}

export interface AccessRoute extends TopicBase {
	readonly kind: 'access';
	readonly label: string;
	readonly text: string;
	readonly model: string;
	readonly status: 'available' | 'preview' | 'gated' | 'delayed' | 'beta';
	readonly audience: string;
}

/** Something that somebody promised to give or do. `unit: text` where it has no amount. */
export interface Commitment extends TopicBase {
	readonly kind: 'commitment';
	readonly label: string;
	readonly text: string;
	readonly unit: Unit;
}

export type Topic =
	| Result
	| Figure
	| TimelineEvent
	| Statement
	| Classification
	| SafetyEvaluation
	| Safeguard
	| AccessRoute
	| Commitment;

export interface OpenQuestion {
	readonly id: string;
	readonly question: string;
	readonly why: string;
	readonly where: Location;
}

/** The editor's decision on a contested finding. */
export interface Ruling {
	/** Topic key. */
	readonly on: string;
	readonly decision: /** `at`: the locator of the claim meant, for a source that contradicts itself. */
		| { readonly kind: 'prefer'; readonly source: string; readonly at?: string }
		/** What the figure comes to by its own `computed`. */
		| { readonly kind: 'prefer-computed' }
		| { readonly kind: 'keep-range' };
	readonly reason: string;
	/** The values that it was decided over, spelled as by `spellValue`; the ruling is stale when others are claimed. */
	readonly over?: readonly string[];
	readonly where: Location;
}

/** Author's words for one slide. Figures stand as `{reference}`, never as digits (docs/evidence.md, "Storyline"). */
export interface SlideWords {
	readonly kicker?: StorylineText;
	readonly headline?: StorylineText;
	readonly takeaway?: StorylineText;
	readonly points: readonly StorylineText[];
	readonly notes?: {
		readonly say?: StorylineText;
		readonly caveat?: StorylineText;
		readonly question?: StorylineText;
		readonly answer?: StorylineText;
	};
	/** Planned for each slide of this name. */
	readonly minutes?: number;
	readonly where: Location;
}

export interface StorylineText {
	readonly text: string;
	readonly where: Location;
}

/** Time is proposed in weeks and months, which no source measures in. */
export const PROPOSAL_UNITS = [
	...UNITS.filter((unit) => unit !== 'date' && unit !== 'text'),
	'weeks',
	'months',
] as const;

/** A number of the author's own, shown as one wherever it is printed. */
export interface Proposal {
	readonly value: number;
	readonly unit: (typeof PROPOSAL_UNITS)[number];
	/** What it is. */
	readonly label: string;
}

/** deck name → slide name → words */
export type Storyline = Readonly<Record<string, Readonly<Record<string, SlideWords>>>>;

export interface Brief {
	readonly id: string;
	readonly title: string;
	readonly language: string;
	/** ISO date: what was known on this day. */
	readonly asOf: string;
	/** True for an invented subject: every deck says so. */
	readonly invented: boolean;
	readonly decks: readonly {
		readonly deck: string;
		readonly theme: string;
		/** Planned length of the talk. */
		readonly minutes?: number;
		readonly fit?: 'split' | 'error';
	}[];
}

export interface Evidence {
	readonly brief: Brief;
	readonly subject: Model;
	readonly sources: readonly Source[];
	/** The subject first. */
	readonly models: readonly Model[];
	readonly benchmarks: readonly Benchmark[];
	readonly topics: readonly Topic[];
	readonly questions: readonly OpenQuestion[];
	readonly rulings: readonly Ruling[];
	readonly storyline: Storyline;
	/** By id. */
	readonly proposals: Readonly<Record<string, Proposal>>;
	/** The evidence files that the brief does not have, e.g. `safety.yaml`. */
	readonly missingFiles: readonly string[];
}
