// A figure in the storyline stands by reference. Digits may be typed only as part of a name that the evidence has.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Draft } from '../draft.js';
import { partsOf } from '../storyline-reference.js';
import { type LocatedText, storylineTexts } from '../storyline-texts.js';
import type { Rule } from './rule.js';

const FIGURE = /[\p{L}\p{M}_-]*[\p{N}][\p{L}\p{N}\p{M}.,:/%×-]*(?<![.,:-])/gu;

export const storylineDigits: Rule = (draft) => {
	const texts = storylineTexts(draft).filter(({ text }) => /\p{N}/u.test(text));
	if (texts.length === 0) return [];
	const names = namesWithDigits(draft);
	return texts.flatMap((text) => checkText(draft, text, names));
};

function checkText(
	draft: Draft,
	{ text, scalar }: LocatedText,
	names: readonly string[],
): readonly Diagnostic[] {
	const plain = partsOf(text)
		.map((part) => (part.reference ? ' '.repeat(part.text.length) : part.text))
		.join('');
	const rest = names.reduce(withoutName, plain);
	return [...rest.matchAll(FIGURE)].map((match): Diagnostic => {
		const [found] = match;
		const nth = text.slice(0, match.index).split(found).length - 1;
		return {
			code: 'MB232',
			location: draft.places.within(scalar, found, nth),
			args: { found, nearest: names.find((name) => name.startsWith(found)) ?? '' },
		};
	});
}

/** Names may be typed as they are, as whole words; their place is blanked so that offsets stay. */
function withoutName(text: string, name: string): string {
	let result = text;
	for (let at = result.indexOf(name); at !== -1; at = result.indexOf(name, at + 1)) {
		const before = result[at - 1] ?? ' ';
		const after = result.slice(at + name.length, at + name.length + 2);
		if (/[\p{L}\p{N}]/u.test(before) || /^[\p{L}\p{N}%]|^[.,]\p{N}/u.test(after)) continue;
		result = result.slice(0, at) + ' '.repeat(name.length) + result.slice(at + name.length);
	}
	return result;
}

/** Names, labels and titles that hold a digit and a letter, the longest first: a bare number is no name. */
function namesWithDigits({ brief, sources, models, benchmarks, topics }: Draft): readonly string[] {
	const names = [
		brief?.title,
		brief?.subject.name,
		...models.map((model) => model.name),
		...benchmarks.flatMap((benchmark) => [benchmark.name, benchmark.short, benchmark.metric]),
		...sources.flatMap((source) => [source.short, source.title, source.publisher]),
		...topics.flatMap(({ entry, claims }) => [
			...['label', 'framework', 'domain', 'level', 'audience'].map((field) => entry[field]),
			...claims.map((claim) => claim.as),
		]),
	];
	return [
		...new Set(
			names.filter(
				(name): name is string => typeof name === 'string' && /\p{N}/u.test(name) && /\p{L}/u.test(name),
			),
		),
	].sort((a, b) => b.length - a.length);
}
