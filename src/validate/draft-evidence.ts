// A tree in, a draft and the complaints of the schemas out.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { EvidenceFileName, EvidenceTree, TreeNode } from '../diagnostics/evidence-tree.js';
import { afresh, type Remember } from '../model/remember.js';
import { checkShape } from './check-shape.js';
import type { Draft, DraftTopic, NamedThing } from './draft.js';
import { Places } from './places.js';
import type { BenchmarkEntry } from './schema/benchmarks.js';
import { FILE_SCHEMAS, type FileContent } from './schema/file-schemas.js';

export function draftEvidence(
	tree: EvidenceTree,
	remember: Remember = afresh,
): Checked<Draft> & { readonly value: Draft } {
	const places = remember('places', [], () => new Places());
	const diagnostics: Diagnostic[] = [];
	const things: NamedThing[] = [];
	const resultKeys = new Set<string>();
	const unreadable = new Set<EvidenceFileName>();
	const content: Partial<FileContent> = {};
	for (const { name, root } of tree.files) {
		if (!root) {
			unreadable.add(name);
			continue;
		}
		const { named, keys, shaped } = remember(`draft ${name}`, [root, places], () =>
			draftFile(name, root, places),
		);
		things.push(...named);
		for (const key of keys) resultKeys.add(key);
		diagnostics.push(...shaped.diagnostics);
		if (shaped.value === undefined) unreadable.add(name);
		else Object.assign(content, { [name]: shaped.value });
	}
	const benchmarks = content['benchmarks.yaml'] ?? [];
	const value: Draft = {
		tree,
		places,
		brief: content['brief.yaml'],
		sources: content['sources.yaml'] ?? [],
		models: content['models.yaml'] ?? [],
		benchmarks,
		topics: topicsOf(content, benchmarks),
		questions: content['safety.yaml']?.questions ?? [],
		rulings: content['rulings.yaml'] ?? [],
		storyline: content['storyline.yaml'] ?? {},
		things,
		resultKeys,
		unreadable,
	};
	return { value, diagnostics };
}

/** Ids are read before the shape is checked, which cuts out what is broken. */
function draftFile(name: EvidenceFileName, root: TreeNode, places: Places) {
	const plain = places.plain(root);
	const named = thingsIn(name, plain, places);
	const keys = name === 'results.yaml' ? keysOfResults(plain) : [];
	return { named, keys, shaped: shape(name, plain, root) };
}

function shape<Name extends EvidenceFileName>(name: Name, plain: unknown, root: TreeNode) {
	return checkShape(FILE_SCHEMAS[name], plain, root);
}

/** Lists with ids, as `file` or `file/field`: what kind of thing they define. */
const DEFINITIONS: readonly (readonly [
	file: EvidenceFileName,
	field: string,
	kind: NamedThing['kind'],
	noun: string,
])[] = [
	['brief.yaml', 'subject', 'model', 'subject'],
	['sources.yaml', '', 'source', 'source'],
	['models.yaml', '', 'model', 'model'],
	['benchmarks.yaml', '', 'benchmark', 'benchmark'],
	['figures.yaml', '', 'topic', 'figure'],
	['safety.yaml', 'classifications', 'topic', 'classification'],
	['safety.yaml', 'evaluations', 'topic', 'evaluation'],
	['safety.yaml', 'safeguards', 'topic', 'safeguard'],
	['safety.yaml', 'access', 'topic', 'access route'],
	['safety.yaml', 'commitments', 'topic', 'commitment'],
	['safety.yaml', 'questions', 'question', 'question'],
	['timeline.yaml', '', 'topic', 'event'],
	['statements.yaml', '', 'topic', 'statement'],
];

/** Reads ids before anything is cut out, so that a broken entry still counts as there. */
function thingsIn(name: EvidenceFileName, plain: unknown, places: Places): readonly NamedThing[] {
	return DEFINITIONS.filter(([file]) => file === name).flatMap(([, field, kind, noun]) => {
		const list = field === '' ? plain : isObject(plain) ? plain[field] : undefined;
		const entries: readonly unknown[] = Array.isArray(list) ? list : [list];
		return entries.filter(isObject).flatMap((entry) =>
			typeof entry.id === 'string' && entry.id !== ''
				? [
						{
							id: entry.id,
							kind,
							noun,
							...(typeof entry.short === 'string' && { short: entry.short }),
							where: places.field(entry, 'id'),
						},
					]
				: [],
		);
	});
}

function keysOfResults(plain: unknown): readonly string[] {
	const entries: readonly unknown[] = Array.isArray(plain) ? plain : [];
	return entries.filter(isObject).map((entry) => `${String(entry.benchmark)}/${String(entry.model)}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function topicsOf(
	content: Partial<FileContent>,
	benchmarks: readonly BenchmarkEntry[],
): readonly DraftTopic[] {
	const units = new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark.unit]));
	const safety = content['safety.yaml'] ?? {};
	const inWords =
		(kind: DraftTopic['kind'], noun: string, file: EvidenceFileName) =>
		(entry: { readonly id: string; readonly claims: DraftTopic['claims'] }): DraftTopic => ({
			kind,
			key: entry.id,
			title: `the ${noun} \`${entry.id}\``,
			unit: undefined,
			isInWords: true,
			claims: entry.claims,
			entry,
			file,
		});
	return [
		...(content['results.yaml'] ?? []).map((entry): DraftTopic => {
			const key = `${entry.benchmark}/${entry.model}`;
			const unit = units.get(entry.benchmark);
			return {
				kind: 'result',
				key,
				title: `the result \`${key}\``,
				unit,
				isInWords: false,
				claims: entry.claims,
				entry,
				file: 'results.yaml',
			};
		}),
		...(content['figures.yaml'] ?? []).map(
			(entry): DraftTopic => ({
				...inWords('figure', 'figure', 'figures.yaml')(entry),
				unit: entry.unit,
				isInWords: false,
			}),
		),
		...(safety.classifications ?? []).map(inWords('classification', 'classification', 'safety.yaml')),
		...(safety.evaluations ?? []).map(inWords('safety-evaluation', 'evaluation', 'safety.yaml')),
		...(safety.safeguards ?? []).map(inWords('safeguard', 'safeguard', 'safety.yaml')),
		...(safety.access ?? []).map(inWords('access', 'access route', 'safety.yaml')),
		...(safety.commitments ?? []).map(
			(entry): DraftTopic => ({
				...inWords('commitment', 'commitment', 'safety.yaml')(entry),
				unit: entry.unit,
				isInWords: false,
			}),
		),
		...(content['timeline.yaml'] ?? []).map(
			(entry): DraftTopic => ({
				...inWords('event', 'event', 'timeline.yaml')(entry),
				unit: 'date',
				isInWords: false,
			}),
		),
		...(content['statements.yaml'] ?? []).map(inWords('statement', 'statement', 'statements.yaml')),
	];
}
