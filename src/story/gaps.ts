// What the evidence does not show, as far as the evidence itself tells: each kind of gap once, with everything that has
// it. Feeds the slide on what is not known and `conflicts --gaps`; the more it weakens a decision, the earlier it stands.

import type { Model } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { GapRow, Phrase } from '../model/story.js';
import { counted, type Desk, hasValue, topicName } from './cite.js';

export type GapKind =
	| 'unresolved'
	| 'vendor-only'
	| 'no-first-party'
	| 'single-source'
	| 'no-uncertainty'
	| 'no-competitor-value'
	| 'no-earlier-value'
	| 'no-baseline'
	| 'no-price'
	| 'no-setup'
	| 'undated-source'
	| 'hazard-without-result'
	| 'not-reported'
	| 'missing-file';

export interface Gap {
	readonly kind: GapKind;
	/** At most nine words: it stands on a slide. */
	readonly question: Phrase;
	/** At most fourteen words. */
	readonly why: string;
	readonly items: readonly GapItem[];
}

export interface GapItem {
	readonly name: string;
	readonly where?: Location;
}

export function gapsOf(desk: Desk): readonly Gap[] {
	const findings = [...desk.findings.values()];
	const sources = desk.evidence.sources.filter(({ read }) => read);
	const results = subjectResults(desk);
	const named = (list: readonly Finding[]) =>
		list.map(({ topic }) => ({ name: topicName(topic, desk), where: topic.where }));
	const undated = sources.filter(({ date }) => date === undefined);
	const gaps: readonly (Gap | null)[] = [
		share('unresolved', named(findings.filter(({ unresolved }) => unresolved)), null, {
			one: 'contradiction is undecided',
			many: 'contradictions are undecided',
			why: 'No rule decides which source is right, and no editor has.',
		}),
		share('vendor-only', named(results.filter(({ vendorOnly }) => vendorOnly)), results.length, {
			one: 'score goes back to the vendor alone',
			many: 'scores go back to the vendor alone',
			why: 'Nobody else is known to have measured.',
		}),
		sources.some(({ party }) => party === 'first')
			? null
			: gap('no-first-party', 'No first-party document was read', 'Every vendor figure comes second-hand.'),
		share('single-source', named(findings.filter(isSingleSource)), findings.length, {
			one: 'finding is known from one document alone',
			many: 'findings are known from one document alone',
			why: 'Nobody else was found to speak of them.',
		}),
		share('no-uncertainty', named(results.filter(hasNoUncertainty)), results.length, {
			one: 'score has no uncertainty',
			many: 'scores have no uncertainty',
			all: 'No score has an uncertainty',
			why: 'Small differences may be noise.',
		}),
		...comparisonGaps(desk, results),
		share('no-baseline', named(findings.filter(lacksBaseline)), null, {
			one: 'relative figure names no baseline',
			many: 'relative figures name no baseline',
			why: 'Against what they are measured is not said.',
		}),
		findings.some(
			({ topic, value }) => topic.kind === 'figure' && topic.group === 'price' && hasValue({ value }),
		)
			? null
			: gap('no-price', 'No price is in the evidence', 'What a task costs cannot be compared.'),
		share('no-setup', named(results.filter(hasNoSetup)), results.length, {
			one: 'score does not say how it was run',
			many: 'scores do not say how they were run',
			all: 'No score says how it was run',
			why: 'Harness, effort and attempts can change a score.',
		}),
		share(
			'undated-source',
			undated.map(({ short, where }) => ({ name: short, where })),
			sources.length,
			{
				one: 'document is undated',
				many: 'documents are undated',
				why: 'Their order, and so what is newest, cannot be known.',
			},
		),
		hazardGap(desk),
		share('not-reported', named(findings.filter(({ value }) => !hasValue({ value }))), null, {
			one: 'value is asked for and not reported',
			many: 'values are asked for and not reported',
			why: 'A document has a place for them and leaves it empty.',
		}),
		...desk.evidence.missingFiles.map((file) =>
			gap(
				'missing-file',
				`No ${file.replace('.yaml', '')} evidence was collected`,
				`${file} does not exist in this brief.`,
			),
		),
	];
	return gaps.filter((one) => one !== null);
}

export const gapRows = (desk: Desk): readonly GapRow[] =>
	gapsOf(desk).map(({ question, why }) => {
		const [only, ...more] = question.parts;
		return { question: typeof only === 'string' && more.length === 0 ? only : question, why };
	});

export const isSingleSource = ({ topic }: Finding) =>
	new Set(topic.claims.map((claim) => claim.source)).size === 1;

const hasNumber = ({ value }: Finding) => value.kind === 'number' || value.kind === 'range';

const modelsWith = (desk: Desk, ...roles: readonly Model['role'][]) =>
	desk.evidence.models.filter(({ role }) => roles.includes(role));

/** Scores of the subject and its variants. */
function subjectResults(desk: Desk): readonly Finding[] {
	const own = new Set(modelsWith(desk, 'subject', 'variant').map(({ id }) => id));
	return [...desk.findings.values()].filter(
		(finding) => finding.topic.kind === 'result' && own.has(finding.topic.model) && hasNumber(finding),
	);
}

const hasNoUncertainty = ({ topic }: Finding) => topic.claims.every(({ value }) => value.kind !== 'range');
const hasNoSetup = ({ topic }: Finding) => topic.claims.every(({ setup }) => Object.keys(setup).length === 0);

/** `25% faster`, and than what is not said. */
function lacksBaseline({ topic, unit, value }: Finding): boolean {
	const isRelative = unit === 'percent-change' || unit === 'times' || unit === 'points';
	return (
		topic.kind === 'figure' &&
		isRelative &&
		hasValue({ value }) &&
		topic.against === undefined &&
		topic.computed === undefined
	);
}

/** Benchmarks on which the subject stands alone. */
function comparisonGaps(desk: Desk, results: readonly Finding[]): readonly (Gap | null)[] {
	const benchmarks = results.flatMap(({ topic }) =>
		topic.kind === 'result' && topic.model === desk.evidence.subject.id ? [topic] : [],
	);
	const without = (models: readonly Model[]) =>
		benchmarks
			.filter(({ benchmark }) => {
				const others = models.map(({ id }) => desk.find(`${benchmark}/${id}`));
				return !others.some((finding) => finding !== undefined && hasNumber(finding));
			})
			.map(({ benchmark, where }) => ({ name: desk.benchmarkName(benchmark), where }));
	const competitors = modelsWith(desk, 'competitor');
	const predecessors = modelsWith(desk, 'predecessor');
	return [
		competitors.length === 0
			? null
			: share('no-competitor-value', without(competitors), benchmarks.length, {
					one: 'benchmark has no competitor’s value',
					many: 'benchmarks have no competitor’s value',
					all: 'No benchmark has a competitor’s value',
					why: 'Who is ahead there cannot be said.',
				}),
		predecessors.length === 0
			? null
			: share('no-earlier-value', without(predecessors), benchmarks.length, {
					one: `benchmark has no value of ${nameOf(predecessors)}`,
					many: `benchmarks have no value of ${nameOf(predecessors)}`,
					all: `No benchmark has a value of ${nameOf(predecessors)}`,
					why: 'Whether the model gained there cannot be said.',
				}),
	];
}

/** A rating without any test of the model in the evidence: no safety evaluation and no score in security. */
function hazardGap(desk: Desk): Gap | null {
	const security = new Set(
		desk.evidence.benchmarks.filter(({ area }) => area === 'security').map(({ id }) => id),
	);
	const isTested = (model: string) =>
		[...desk.findings.values()].some((finding) => {
			const { topic } = finding;
			if (topic.kind === 'safety-evaluation') return topic.model === model;
			return (
				topic.kind === 'result' &&
				topic.model === model &&
				security.has(topic.benchmark) &&
				hasNumber(finding)
			);
		});
	const untested = desk.all('classification').filter(({ topic }) => !isTested(topic.model));
	return share(
		'hazard-without-result',
		untested.map(({ topic }) => ({ name: topicName(topic, desk), where: topic.where })),
		null,
		{
			one: 'hazard rating comes without a test result',
			many: 'hazard ratings come without a test result',
			why: 'What the rating rests on is not shown.',
		},
	);
}

const gap = (kind: GapKind, question: string, why: string): Gap => ({
	kind,
	question: { kind: 'phrase', parts: [question] },
	why,
	items: [],
});

const nameOf = ([model]: readonly Model[]) => model?.name ?? '';

/** `12 of 40 …`, `All 12 …`, or `12 …` where there is no whole; null where nothing has the gap. */
function share(
	kind: GapKind,
	items: readonly GapItem[],
	whole: number | null,
	text: { readonly one: string; readonly many: string; readonly all?: string; readonly why: string },
): Gap | null {
	if (items.length === 0) return null;
	const { many, one, all, why } = text;
	if (items.length === whole && all !== undefined) return { ...gap(kind, all, why), items };
	const count = counted(items.length);
	// Of several, what one has is said of one of many: `1 of 6 scores has`.
	const [noun = '', ...verb] = one.split(' ');
	const ofMany = items.length === 1 ? `${many.split(' ')[0]} ${verb.join(' ')}` : many;
	const parts =
		whole === null
			? [count, ` ${items.length === 1 ? one : many}`]
			: whole === 1
				? [`The only ${noun} ${verb.join(' ')}`]
				: items.length === whole
					? ['All ', count, ` ${many}`]
					: [count, ' of ', counted(whole), ` ${ofMany}`];
	return { kind, question: { kind: 'phrase', parts }, why, items };
}
