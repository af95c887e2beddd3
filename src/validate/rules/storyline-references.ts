// Every `{reference}` in the storyline must be well formed, name what exists, and have a figure to print.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { Location } from '../../model/location.js';
import { type Draft, idsOf, isAnyUnreadable, TOPIC_FILES } from '../draft.js';
import { COUNTABLE, OPERATIONS, partsOf, type StorylineReference } from '../storyline-reference.js';
import { storylineTexts } from '../storyline-texts.js';
import type { Rule } from './rule.js';

export const storylineReferences: Rule = (draft) => {
	// With a file missing from the picture, every reference could be right.
	const isBlind = isAnyUnreadable(draft, 'brief.yaml', 'models.yaml', 'benchmarks.yaml', ...TOPIC_FILES);
	const check = checker(draft);
	return storylineTexts(draft).flatMap(({ text, scalar }) => {
		const seen = new Map<string, number>();
		return partsOf(text).flatMap((part): readonly Diagnostic[] => {
			if (!part.reference) return [];
			const nth = seen.get(part.text) ?? 0;
			seen.set(part.text, nth + 1);
			const found = check(part.reference, part.text, draft.places.within(scalar, part.text, nth));
			return found && !(isBlind && found.code !== 'MB234') ? [found] : [];
		});
	});
};

type Finding = Diagnostic | undefined;

function checker(draft: Draft) {
	const benchmarks = idsOf(draft, 'benchmark');
	const models = idsOf(draft, 'model');
	const topics = new Map(draft.topics.map((topic) => [topic.key, topic]));
	const broken = new Set([...idsOf(draft, 'topic'), ...draft.resultKeys].filter((key) => !topics.has(key)));
	const subject = draft.brief?.subject.id ?? '';
	const predecessor = draft.models.find((model) => model.role === 'predecessor')?.id;
	const humans = draft.models.filter((model) => model.role === 'human').map((model) => model.id);
	const proposals = Object.keys(draft.storyline.proposals ?? {});
	const printable = new Set([...benchmarks, ...topics.keys(), ...broken]);

	return (reference: StorylineReference, text: string, location: Location): Finding => {
		const noFigure = (reason: string, advice: string): Diagnostic => ({
			code: 'MB235',
			location,
			args: { found: text, reason, advice },
		});
		const unknown = (kind: string, found: string, names: Iterable<string>, advice: string): Diagnostic => ({
			code: 'MB220',
			location,
			args: { place: text, found, kind, nearest: nearest(found, names) ?? '', advice },
		});
		const hasResult = (benchmark: string, model: string) =>
			topics.has(`${benchmark}/${model}`) || broken.has(`${benchmark}/${model}`);
		const needsResult = (benchmark: string, model: string): Finding =>
			hasResult(benchmark, model)
				? undefined
				: noFigure(
						`results.yaml has no result of ${model} on ${benchmark}`,
						'Add the result, or say it in words.',
					);
		const value = (key: string): Finding => {
			if (broken.has(key)) return undefined;
			const topic = topics.get(key);
			if (topic) {
				return topic.isInWords || topic.unit === 'text'
					? noFigure(
							'the topic is in words',
							'Refer to a result, a figure, an event or a commitment with an amount.',
						)
					: undefined;
			}
			if (benchmarks.has(key)) return needsResult(key, subject);
			const [benchmark = '', model = ''] = key.split('/');
			if (benchmarks.has(benchmark) && models.has(model)) return needsResult(benchmark, model);
			const advice =
				'Refer to a benchmark, a result such as {terminal-bench-2.0/gpt-5.2-codex}, a figure, an event or a commitment.';
			return unknown('topic', key, printable, advice);
		};
		const rank = (benchmark: string, model: string): Finding => {
			if (!benchmarks.has(benchmark))
				return unknown('benchmark', benchmark, benchmarks, 'Benchmarks stand in benchmarks.yaml.');
			return models.has(model)
				? needsResult(benchmark, model)
				: unknown('model', model, models, 'Models stand in models.yaml.');
		};
		const difference = (benchmark: string, other: string | undefined, who: string): Finding => {
			if (!benchmarks.has(benchmark)) {
				return unknown('benchmark', benchmark, benchmarks, 'Benchmarks stand in benchmarks.yaml.');
			}
			if (other === undefined)
				return noFigure(`models.yaml has no model with the role \`${who}\``, 'Add it, or say it in words.');
			return needsResult(benchmark, subject) ?? needsResult(benchmark, other);
		};
		switch (reference.kind) {
			case 'malformed':
				return {
					code: 'MB234',
					location,
					args: { found: text.trim(), reason: reference.reason, advice: reference.advice },
				};
			case 'unknown-operation': {
				if (benchmarks.has(reference.operation)) {
					const reason = 'a benchmark and a model are joined by a slash';
					const advice = `Write {${[reference.operation, ...reference.words].join('/')}}.`;
					return { code: 'MB234', location, args: { found: text, reason, advice } };
				}
				const args = {
					found: reference.operation,
					nearest: nearest(reference.operation, OPERATIONS) ?? '',
					known: quoted(OPERATIONS),
				};
				return { code: 'MB233', location, args };
			}
			case 'value':
				return value(reference.key);
			default:
				break;
		}
		const [first = '', second = ''] = reference.words;
		switch (reference.operation) {
			case 'gain':
				return difference(first, predecessor, 'predecessor');
			case 'gap':
				return difference(first, humans.find((human) => hasResult(first, human)) ?? humans[0], 'human');
			case 'lead':
				return models.has(second)
					? difference(first, second, 'competitor')
					: unknown('model', second, models, 'Models stand in models.yaml.');
			case 'rank':
				return rank(first, second === '' ? subject : second);
			case 'range':
				return value(first);
			case 'proposal':
				return proposals.includes(first)
					? undefined
					: unknown('proposal', first, proposals, 'Proposals stand under `proposals` in storyline.yaml.');
			default:
				return COUNTABLE.includes(first)
					? undefined
					: {
							code: 'MB234',
							location,
							args: {
								found: text,
								reason: `\`${first}\` cannot be counted`,
								advice: `What can be counted is ${quoted(COUNTABLE)}.`,
							},
						};
		}
	};
}

function quoted(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(', ');
}
