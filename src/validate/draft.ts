// The evidence while it is being checked: entries of the right shape, every topic in one list, and every id that the
// files mention, even in entries that are broken, so that one mistake is not reported again at each reference to it.

import type { EvidenceFileName, EvidenceTree } from '../diagnostics/evidence-tree.js';
import type { Topic, Unit } from '../model/evidence.js';
import type { Location } from '../model/location.js';
import type { Places } from './places.js';
import type { BenchmarkEntry } from './schema/benchmarks.js';
import type { BriefEntry } from './schema/brief.js';
import type { ClaimEntry } from './schema/claims.js';
import type { FileContent } from './schema/file-schemas.js';
import type { ModelEntry } from './schema/models.js';
import type { RulingEntry } from './schema/rulings.js';
import type { SourceEntry } from './schema/sources.js';
import type { StorylineFile } from './schema/storyline.js';

export interface DraftTopic {
	readonly kind: Topic['kind'];
	readonly key: string;
	/** As sentences name it: "the figure `spark-speed`". */
	readonly title: string;
	/** Undefined for topics in words, and for results of an unknown benchmark. */
	readonly unit: Unit | undefined;
	readonly isInWords: boolean;
	readonly claims: readonly ClaimEntry[];
	/** The entry in the file, with the fields of its kind. */
	readonly entry: Readonly<Record<string, unknown>> & object;
	readonly file: EvidenceFileName;
}

/** Things that have an id, and what kind of thing the id names. */
export interface NamedThing {
	readonly id: string;
	readonly kind: 'source' | 'model' | 'benchmark' | 'topic' | 'question';
	/** "source", "figure", "event"… */
	readonly noun: string;
	/** Of a source. */
	readonly short?: string;
	readonly where: Location;
}

export interface Draft {
	readonly tree: EvidenceTree;
	readonly places: Places;
	readonly brief: BriefEntry | undefined;
	readonly sources: readonly SourceEntry[];
	readonly models: readonly ModelEntry[];
	readonly benchmarks: readonly BenchmarkEntry[];
	readonly topics: readonly DraftTopic[];
	readonly questions: NonNullable<FileContent['safety.yaml']['questions']>;
	readonly rulings: readonly RulingEntry[];
	readonly storyline: StorylineFile;
	readonly things: readonly NamedThing[];
	/** Keys of results as far as they can be read, with the results that are broken. */
	readonly resultKeys: ReadonlySet<string>;
	/** Files that exist and could not be read or used at all: what they define is unknown. */
	readonly unreadable: ReadonlySet<EvidenceFileName>;
}

export function idsOf(draft: Draft, kind: NamedThing['kind']): ReadonlySet<string> {
	return new Set(draft.things.filter((thing) => thing.kind === kind).map((thing) => thing.id));
}

/** Ids of topics and keys of results. */
export function topicKeysOf(draft: Draft): ReadonlySet<string> {
	return new Set([...idsOf(draft, 'topic'), ...draft.resultKeys]);
}

/** True when any of the files exists but could not be read. */
export function isAnyUnreadable(draft: Draft, ...files: readonly EvidenceFileName[]): boolean {
	return files.some((file) => draft.unreadable.has(file));
}

export const TOPIC_FILES: readonly EvidenceFileName[] = [
	'results.yaml',
	'figures.yaml',
	'safety.yaml',
	'timeline.yaml',
	'statements.yaml',
];
