// Small evidence in code, for tests of reconciling and of the story: say only what the test is about.

import type {
	Benchmark,
	Claim,
	Evidence,
	Model,
	Qualifier,
	Ruling,
	Source,
	Topic,
	Unit,
	Value,
} from '../../src/model/evidence.js';
import type { Finding } from '../../src/model/finding.js';
import { numberValue } from '../../src/model/written.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';

const where = { file: 'data/atlas/figures.yaml', line: 1, column: 1 };

export const number = (n: number): Value => ({ kind: 'number', number: n });
/** With the zeros that a source wrote: `written('64.0')`. */
export const written = (text: string): Value =>
	numberValue({ number: Number(text), decimals: text.split('.')[1]?.length ?? 0 });
export const range = (from: number, to: number): Value => ({ kind: 'range', from, to });
export const date = (from: string, to = from): Value => ({ kind: 'date', from, to });
export const words = (text: string): Value => ({ kind: 'text', text, contradicts: false });
export const denial = (text: string): Value => ({ kind: 'text', text, contradicts: true });
export const says = (holds: boolean): Value => ({ kind: 'assertion', holds });
export const notReported: Value = { kind: 'not-reported' };

/** `claim(77.3)`, `claim(range(65, 70), { source: 'blog' })`. */
export function claim(value: Value | number, changes: Partial<Claim> = {}): Claim {
	return {
		id: 'topic#1',
		value: typeof value === 'number' ? number(value) : value,
		qualifiers: [],
		source: 'a',
		at: 'Results',
		credits: [],
		setup: {},
		requires: [],
		where,
		...changes,
	};
}

export const about = (n: number, ...qualifiers: Qualifier[]) => claim(n, { qualifiers });

export function source(id: string, changes: Partial<Source> = {}): Source {
	return {
		id,
		title: `Document ${id}`,
		short: id.toUpperCase(),
		publisher: 'Somebody',
		kind: 'article',
		party: 'third',
		derivesFrom: [],
		read: true,
		where,
		...changes,
	};
}

export function model(id: string, role: Model['role'], name = id): Model {
	return { id, name, vendor: 'Meridian', role, where };
}

export function figure(claims: readonly Claim[], unit: Unit = 'percent', key = 'topic'): Topic {
	return {
		kind: 'figure',
		key,
		label: `Label of ${key}`,
		group: 'latency',
		model: 'atlas-2',
		unit,
		claims: claims.map((one, index) => ({ ...one, id: `${key}#${index + 1}` })),
		where,
	};
}

/** Percent of which more is better, named as its id in capitals. */
export function benchmark(id: string, changes: Partial<Benchmark> = {}): Benchmark {
	return {
		id,
		name: id.toUpperCase(),
		short: id,
		tests: 'Sums.',
		area: 'reasoning',
		unit: 'percent',
		better: 'higher',
		notSameAs: [],
		where,
		...changes,
	};
}

export function result(benchmark: string, modelId: string, claims: readonly Claim[]): Topic {
	const key = `${benchmark}/${modelId}`;
	return {
		kind: 'result',
		key,
		benchmark,
		model: modelId,
		claims: claims.map((one, index) => ({ ...one, id: `${key}#${index + 1}` })),
		where,
	};
}

export function evidence(changes: Partial<Evidence> = {}): Evidence {
	const subject = model('atlas-2', 'subject', 'Atlas 2');
	return {
		brief: {
			id: 'atlas',
			title: 'Atlas 2',
			language: 'en',
			asOf: '2026-03-01',
			invented: true,
			decks: [],
		},
		subject,
		sources: ['a', 'b', 'c', 'd', 'e'].map((id) => source(id)),
		models: [subject],
		benchmarks: [],
		topics: [],
		questions: [],
		rulings: [],
		storyline: {},
		proposals: {},
		missingFiles: [],
		...changes,
	};
}

export const prefer = (id: string, on = 'topic'): Ruling => ({
	on,
	decision: { kind: 'prefer', source: id },
	reason: 'The editor looked.',
	where,
});

export const keepRange: Ruling = { on: 'topic', decision: { kind: 'keep-range' }, reason: 'Both.', where };

/** The finding about one topic with these claims. */
export function reconcile(
	claims: readonly Claim[],
	{ unit = 'percent', ...changes }: Partial<Evidence> & { readonly unit?: Unit } = {},
): Finding {
	const topic = figure(claims, unit);
	const finding = reconcileEvidence(evidence({ topics: [topic], ...changes })).get('topic');
	if (finding === undefined) throw new Error('no finding');
	return finding;
}
