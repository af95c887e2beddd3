// What reading a brief gives: one tree per file in which every node knows where it stands.
// Load makes it and validate reads it; neither imports the other.

import type { Location } from '../model/location.js';

/** The files of a brief, in the order in which a person would read them. */
export const EVIDENCE_FILES = [
	'brief.yaml',
	'sources.yaml',
	'models.yaml',
	'benchmarks.yaml',
	'results.yaml',
	'figures.yaml',
	'safety.yaml',
	'timeline.yaml',
	'statements.yaml',
	'rulings.yaml',
	'storyline.yaml',
] as const;

/** What the editor adds to the evidence: a brief without them lacks nothing that a document could say. */
export const EDITORIAL_FILES: readonly EvidenceFileName[] = ['brief.yaml', 'rulings.yaml', 'storyline.yaml'];

export type EvidenceFileName = (typeof EVIDENCE_FILES)[number];

export interface TreeScalar {
	readonly kind: 'scalar';
	readonly value: string | number | boolean | null;
	/** The characters as they stand in the file, quotes included. */
	readonly raw: string;
	readonly where: Location;
}

interface TreeList {
	readonly kind: 'list';
	readonly items: readonly TreeNode[];
	readonly where: Location;
}

export interface TreeEntry {
	readonly key: string;
	readonly keyWhere: Location;
	readonly value: TreeNode;
}

export interface TreeMap {
	readonly kind: 'map';
	readonly entries: readonly TreeEntry[];
	readonly where: Location;
}

export type TreeNode = TreeScalar | TreeList | TreeMap;

export interface EvidenceFile {
	readonly name: EvidenceFileName;
	/** As shown to the user. */
	readonly path: string;
	/** Absent when the file could not be understood; a diagnostic says why. */
	readonly root?: TreeNode;
}

export interface EvidenceTree {
	/** The brief's folder as shown to the user; its last part is the brief's id. */
	readonly folder: string;
	/** In the order of EVIDENCE_FILES. */
	readonly files: readonly EvidenceFile[];
	/** Decoded text by path, for code frames. */
	readonly texts: ReadonlyMap<string, string>;
	/** False when reading reported an error: such a tree is checked further but never becomes evidence. */
	readonly isSound: boolean;
}
