// Look-ups of scores that every section about benchmarks needs.

import type { Benchmark, Model } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import { setupsDiffer } from '../model/setups-differ.js';
import type { Desk } from './cite.js';
import { UNIT_NAMES } from './format.js';

/** The finding of a benchmark × a model, where it has a number. */
export function scored(desk: Desk, benchmark: string, model: string | undefined): Finding | undefined {
	const finding = model === undefined ? undefined : desk.find(`${benchmark}/${model}`);
	return finding !== undefined && ['number', 'range'].includes(finding.value.kind) ? finding : undefined;
}

export const modelWithRole = (desk: Desk, role: Model['role']) =>
	desk.evidence.models.find((model) => model.role === role);

/** Benchmarks on which the subject has a number. */
export function subjectBenchmarks(desk: Desk): readonly { benchmark: Benchmark; subject: Finding }[] {
	return desk.evidence.benchmarks.flatMap((benchmark) => {
		const subject = scored(desk, benchmark.id, desk.evidence.subject.id);
		return subject === undefined ? [] : [{ benchmark, subject }];
	});
}

export function metricOf(benchmark: Benchmark): string {
	const unit = UNIT_NAMES[benchmark.unit];
	return benchmark.metric === undefined ? unit : `${unit}, ${benchmark.metric}`;
}

/** The key of a chart names the models instead of saying before and now. */
export function roleNames(desk: Desk): {
	readonly subject: string;
	readonly predecessor?: string;
	readonly human?: string;
} {
	const predecessor = modelWithRole(desk, 'predecessor')?.name;
	const people = desk.evidence.models.filter(({ role }) => role === 'human');
	const human = people.length > 1 ? 'People' : people[0]?.name;
	return {
		subject: desk.evidence.subject.name,
		...(predecessor === undefined ? {} : { predecessor }),
		...(human === undefined ? {} : { human }),
	};
}

/** A difference of scores from different setups says little about the models. */
export const areMeasuredApart = (one: Finding, other: Finding): boolean =>
	setupsDiffer(one.headline?.setup ?? {}, other.headline?.setup ?? {});

/** The result of people on a benchmark; the first in models.yaml where several groups of them were tested. */
export function humanScore(desk: Desk, benchmark: string): Finding | undefined {
	const people = desk.evidence.models.filter(({ role }) => role === 'human');
	return people.map(({ id }) => scored(desk, benchmark, id)).find((finding) => finding !== undefined);
}
