// Texts of the evidence that hold numerals: names, which anybody may type, and every text, which the story may print.

import type { Evidence, Topic } from '../model/evidence.js';
import { afresh, type Remember } from '../model/remember.js';
import { hasNumeral, numeralTexts } from './numerals.js';

export interface Lexicon {
	/** The text with every name in it blanked; what numerals are left, nothing accounts for. */
	readonly withoutNames: (text: string) => string;
	/** The same for every text of the evidence. */
	readonly withoutTexts: (text: string) => string;
	/** The shortest name with this numeral in it, or an empty text. */
	readonly nameLike: (text: string) => string;
}

export function lexiconOf(evidence: Evidence, remember: Remember = afresh): Lexicon {
	const names = namesIn(evidence);
	const texts = textsIn(evidence, remember);
	return remember('words of the lexicon', [[...names, '', ...texts].join('\n')], () =>
		lexiconFrom(names, texts),
	);
}

function lexiconFrom(allNames: readonly string[], allTexts: readonly string[]): Lexicon {
	const names = longestFirst(allNames.filter((name) => /\p{L}/u.test(name)));
	const texts = longestFirst([...names, ...allTexts].filter((text) => /\p{L}/u.test(text)));
	const whole = new Set(texts);
	return {
		withoutNames: once((text) => blankAll(text, names)),
		withoutTexts: once((text) => (whole.has(text) ? '' : blankAll(text, texts))),
		nameLike: (text) => names.findLast((name) => numeralTexts(name).includes(text)) ?? '',
	};
}

/** Slides say the same things again and again. */
function once(work: (text: string) => string): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		const result = known.get(text) ?? work(text);
		known.set(text, result);
		return result;
	};
}

function longestFirst(texts: readonly string[]): readonly string[] {
	return [...new Set(texts.filter(hasNumeral))].sort((a, b) => b.length - a.length);
}

/** Blanks every whole occurrence of every phrase, in the order given, so that places stay. */
export function blankAll(text: string, phrases: readonly string[]): string {
	let result = text;
	for (const phrase of phrases) {
		if (!hasNumeral(result)) return result;
		// An empty text is found everywhere, and for ever.
		if (phrase === '') continue;
		for (let at = result.indexOf(phrase); at !== -1; at = result.indexOf(phrase, at + 1)) {
			if (!isWhole(result, at, phrase.length)) continue;
			result = result.slice(0, at) + '\ufffc'.repeat(phrase.length) + result.slice(at + phrase.length);
		}
	}
	return result;
}

function isWhole(text: string, at: number, length: number): boolean {
	const before = text.slice(Math.max(0, at - 2), at);
	const after = text.slice(at + length, at + length + 2);
	return !/[\p{L}\p{N}]$|\p{N}[.,]$/u.test(before) && !/^[\p{L}\p{N}]|^[.,]\p{N}/u.test(after);
}

/** What things are called, as validate/rules/storyline-digits.ts has it. */
function namesIn({ brief, models, benchmarks, sources, topics }: Evidence): readonly string[] {
	return [
		brief.title,
		...models.map(({ name }) => name),
		...benchmarks.flatMap(({ name, short, metric }) => [name, short, metric ?? '']),
		...sources.flatMap(({ short, title, publisher }) => [short, title, publisher]),
		...topics.flatMap(namesOfTopic),
	];
}

function namesOfTopic(topic: Topic): readonly string[] {
	const { label, framework, domain, level, audience } = topic as unknown as Partial<Record<string, string>>;
	const reported = topic.claims.map((claim) => claim.as ?? '');
	return [label ?? '', framework ?? '', domain ?? '', level ?? '', audience ?? '', ...reported];
}

/** Every string of the evidence but the author's own words; what the story puts together from numbers is added. */
function textsIn(evidence: Evidence, remember: Remember): readonly string[] {
	const { topics, storyline: _, ...rest } = evidence;
	const found: string[] = [];
	collect(rest, found);
	return [
		...found,
		...topics.flatMap((topic) => remember(`texts of ${topic.key}`, [topic], () => textsOfTopic(topic))),
	];
}

function textsOfTopic(topic: Topic): readonly string[] {
	const found: string[] = [];
	collect(topic, found);
	if ('demo' in topic && topic.demo !== undefined) found.push(capitalised(topic.demo.replaceAll('-', ' ')));
	for (const { setup } of topic.claims)
		if (setup.attempts !== undefined) found.push(`attempts ${setup.attempts}`);
	return found;
}

function collect(value: unknown, found: string[]): void {
	if (typeof value === 'string') found.push(value);
	else if (Array.isArray(value)) for (const item of value) collect(item, found);
	else if (typeof value === 'object' && value !== null)
		for (const [key, item] of Object.entries(value)) if (key !== 'where') collect(item, found);
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
