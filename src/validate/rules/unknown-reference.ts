// Whatever is referred to must exist. Things in files that could not be read get the benefit of the doubt.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { EvidenceFileName } from '../../diagnostics/evidence-tree.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { Location } from '../../model/location.js';
import { type Draft, idsOf, isAnyUnreadable, TOPIC_FILES, topicKeysOf } from '../draft.js';
import type { Rule } from './rule.js';
import { PREFER_COMPUTED } from './ruling-without-claim.js';

interface Target {
	readonly kind: string;
	readonly names: ReadonlySet<string>;
	readonly isKnown: boolean;
	readonly advice: string;
}

type Check = (target: Target, place: string, found: string | undefined, where: () => Location) => void;

export const unknownReference: Rule = (draft) => {
	const diagnostics: Diagnostic[] = [];
	const targets = targetsOf(draft);
	const check: Check = (target, place, found, where) => {
		if (found === undefined || !target.isKnown || target.names.has(found)) return;
		const args = {
			place,
			found,
			kind: target.kind,
			nearest: nearest(found, target.names) ?? '',
			advice: target.advice,
		};
		diagnostics.push({ code: 'MB220', location: where(), args });
	};
	checkSources(draft, targets, check);
	checkBenchmarks(draft, targets, check);
	checkTopics(draft, targets, check);
	checkClaims(draft, targets, check);
	for (const ruling of draft.rulings) {
		check(targets.topic, '`on`', ruling.on, () => draft.places.field(ruling, 'on'));
		if (ruling.prefer !== PREFER_COMPUTED)
			check(targets.source, '`prefer`', ruling.prefer, () => draft.places.field(ruling, 'prefer'));
	}
	return diagnostics;
};

type Targets = ReturnType<typeof targetsOf>;

function targetsOf(draft: Draft) {
	const target = (
		kind: string,
		names: ReadonlySet<string>,
		advice: string,
		...files: readonly EvidenceFileName[]
	): Target => ({ kind, names, isKnown: !isAnyUnreadable(draft, ...files), advice });
	const sources = idsOf(draft, 'source');
	const shorts = draft.things.flatMap((thing) =>
		thing.kind === 'source' && thing.short ? [thing.short] : [],
	);
	return {
		source: target('source', sources, 'Sources stand in sources.yaml.', 'sources.yaml'),
		credit: target(
			'source',
			new Set([...sources, ...shorts]),
			'Add the credited document to sources.yaml with `read: false`, and use its id or its `short` name here.',
			'sources.yaml',
		),
		model: target(
			'model',
			idsOf(draft, 'model'),
			'Models stand in models.yaml, the subject in brief.yaml.',
			'models.yaml',
			'brief.yaml',
		),
		benchmark: target(
			'benchmark',
			idsOf(draft, 'benchmark'),
			'Benchmarks stand in benchmarks.yaml.',
			'benchmarks.yaml',
		),
		topic: target(
			'topic',
			topicKeysOf(draft),
			'A topic is a result such as `terminal-bench-2.0/gpt-5.3-codex`, or the id of a figure, event, statement or safety entry.',
			...TOPIC_FILES,
		),
	};
}

function checkSources({ sources, places }: Draft, targets: Targets, check: Check): void {
	for (const source of sources) {
		source.derivesFrom?.forEach((id, n) => {
			check(targets.source, '`derivesFrom`', id, () => places.item(source, 'derivesFrom', n));
		});
	}
}

function checkBenchmarks({ benchmarks, places }: Draft, targets: Targets, check: Check): void {
	for (const benchmark of benchmarks) {
		for (const other of benchmark.notSameAs ?? []) {
			check(targets.benchmark, '`notSameAs`', other.benchmark, () => places.field(other, 'benchmark'));
		}
	}
}

function checkTopics({ topics, places }: Draft, targets: Targets, check: Check): void {
	for (const { kind, entry } of topics) {
		const field = (name: string) => {
			const value = entry[name];
			return typeof value === 'string' ? value : undefined;
		};
		check(targets.model, '`model`', field('model'), () => places.field(entry, 'model'));
		check(targets.model, '`against`', field('against'), () => places.field(entry, 'against'));
		if (kind === 'result') {
			check(targets.benchmark, '`benchmark`', field('benchmark'), () => places.field(entry, 'benchmark'));
		}
		const computed =
			kind === 'figure' ? (entry.computed as Record<string, readonly string[]> | undefined) : undefined;
		for (const [operation, keys] of Object.entries(computed ?? {})) {
			keys.forEach((key, n) => {
				check(targets.topic, '`computed`', key, () => places.item(computed ?? {}, operation, n));
			});
		}
	}
}

function checkClaims({ topics, places }: Draft, targets: Targets, check: Check): void {
	for (const topic of topics) {
		for (const claim of topic.claims) {
			check(targets.source, 'The claim', claim.source, () => places.field(claim, 'source'));
			const credits = typeof claim.credits === 'string' ? [claim.credits] : (claim.credits ?? []);
			credits.forEach((credit, n) => {
				check(targets.credit, '`credits`', credit, () => places.item(claim, 'credits', n));
			});
			claim.requires?.forEach((key, n) => {
				check(targets.topic, '`requires`', key, () => places.item(claim, 'requires', n));
			});
		}
	}
}
