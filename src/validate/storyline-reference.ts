// The references that a storyline text may hold: `{terminal-bench-2.0}`, `{gain osworld-verified}`, `{count sources}`.

/** Operation → how few and how many words follow it, and what they are. */
const FORMS = {
	gain: { words: [1, 1], form: '{gain <benchmark>}' },
	gap: { words: [1, 1], form: '{gap <benchmark>}' },
	lead: { words: [2, 2], form: '{lead <benchmark> <model>}' },
	range: { words: [1, 1], form: '{range <topic>}' },
	rank: { words: [1, 2], form: '{rank <benchmark>} or {rank <benchmark> <model>}' },
	count: { words: [1, 1], form: '{count sources}' },
	proposal: { words: [1, 1], form: '{proposal <id>}' },
} as const;

type Operation = keyof typeof FORMS;

export const OPERATIONS: readonly string[] = Object.keys(FORMS);

export const COUNTABLE: readonly string[] = [
	'sources',
	'origins',
	'claims',
	'findings',
	'contested',
	'differing',
	'single-source',
	'benchmarks',
];

export type StorylineReference =
	| { readonly kind: 'value'; readonly key: string }
	| { readonly kind: 'operation'; readonly operation: Operation; readonly words: readonly string[] }
	| { readonly kind: 'unknown-operation'; readonly operation: string; readonly words: readonly string[] }
	| { readonly kind: 'malformed'; readonly reason: string; readonly advice: string };

export interface StorylinePart {
	/** As it stands in the text, braces included. */
	readonly text: string;
	/** Absent for plain text. */
	readonly reference?: StorylineReference;
}

/** The parts put together again give the text. */
export function partsOf(text: string): readonly StorylinePart[] {
	const parts: StorylinePart[] = [];
	for (const part of text.split(/(\{[^{}]*\}|[{}][^{}]*)/)) {
		if (part === '') continue;
		if (part.startsWith('{') && part.endsWith('}'))
			parts.push({ text: part, reference: parse(part.slice(1, -1)) });
		else if (/[{}]/.test(part)) parts.push({ text: part, reference: stray(part) });
		else parts.push({ text: part });
	}
	return parts;
}

function parse(inside: string): StorylineReference {
	const [first = '', ...words] = inside.trim().split(/\s+/);
	if (first === '') {
		return {
			kind: 'malformed',
			reason: 'it is empty',
			advice: 'Name a topic in it, such as {terminal-bench-2.0}.',
		};
	}
	if (!isOperation(first)) {
		return words.length === 0
			? { kind: 'value', key: first }
			: { kind: 'unknown-operation', operation: first, words };
	}
	const {
		words: [fewest, most],
		form,
	} = FORMS[first];
	if (words.length >= fewest && words.length <= most) return { kind: 'operation', operation: first, words };
	const count = ['no word', 'one word', 'two words'][words.length] ?? `${words.length} words`;
	return {
		kind: 'malformed',
		reason: `\`${first}\` is followed by ${count}`,
		advice: `The form is ${form}.`,
	};
}

function stray(text: string): StorylineReference {
	const isOpen = text.includes('{');
	return {
		kind: 'malformed',
		reason: isOpen ? 'its brace is not closed' : 'a closing brace stands without an opening one',
		advice:
			'Write a reference in one pair of braces, such as {gain osworld-verified}; braces mean nothing else here.',
	};
}

function isOperation(word: string): word is Operation {
	return Object.hasOwn(FORMS, word);
}
