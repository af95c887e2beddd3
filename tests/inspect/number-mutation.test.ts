// Issue #3, item 6: each printed numeral of both decks of every bundled brief is changed in turn, in the finished files,
// in the templates and in the storyline, and every change is caught. The last line says how many there were.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartOrphans } from '../../src/inspect/chart-numbers.js';
import { lexiconOf } from '../../src/inspect/lexicon.js';
import { findOrphanNumbers } from '../../src/inspect/orphan-numbers.js';
import { changedInHtml } from '../../src/inspect/page-numbers.js';
import { printedOrphans } from '../../src/inspect/printed-numbers.js';
import { changedInMarkdown } from '../../src/inspect/slide-numbers.js';
import { typedOrphans } from '../../src/inspect/typed-numbers.js';
import type { BuiltDeck } from '../../src/model/deck.js';
import type { Evidence, SlideWords } from '../../src/model/evidence.js';
import type { Phrase, Words } from '../../src/model/story.js';
import { readBrief } from '../../src/pipeline.js';
import { slideNames } from '../../src/render/deck-names.js';
import { renderDeck } from '../../src/render/render-deck.js';
import { createTemplateEngine } from '../../src/render/template/template-engine.js';
import { buildStory, buildWords } from '../../src/story/build-story.js';
import { assets, type BundledDeck, bundledDecks, renderBundled } from './bundled-decks.js';
import { inMarkdown, inPage, inSvg, inTemplate, type Mutation } from './number-mutations.js';

const DECKS = ['executive-brief', 'engineering-deep-dive'];
let decks: readonly BundledDeck[] = [];
const counts = new Map<string, { caught: number; all: number }>();

beforeAll(async () => {
	decks = await bundledDecks();
});

afterAll(() => {
	const lines = [...counts].map(([kind, { caught, all }]) => `${kind} ${caught}/${all}`);
	const sum = (of: 'caught' | 'all') => [...counts.values()].reduce((total, count) => total + count[of], 0);
	process.stdout.write(`Changed numerals caught: ${sum('caught')} of ${sum('all')} (${lines.join(', ')})\n`);
});

/** What the gate does not notice; counts everything. */
function missed<T extends Mutation>(
	kind: string,
	mutations: readonly T[],
	notices: (mutation: T) => boolean,
): readonly string[] {
	const overlooked = mutations.filter((mutation) => !notices(mutation)).map(({ what }) => what);
	const { caught, all } = counts.get(kind) ?? { caught: 0, all: 0 };
	counts.set(kind, { caught: caught + mutations.length - overlooked.length, all: all + mutations.length });
	return overlooked;
}

const each = (run: (bundled: BundledDeck) => readonly string[]) => decks.flatMap(run);

test('all decks of all bundled briefs pass as they are', () => {
	expect(decks.map(({ deck }) => deck.name)).toEqual([...DECKS, ...DECKS]);
	for (const { deck, reconciled, texts } of decks)
		expect(findOrphanNumbers(deck, reconciled.evidence, texts)).toEqual([]);
});

describe('a numeral that was changed in a finished file', () => {
	test('is caught in the Markdown: slides, tables, alternative texts, notes, title and footer', () => {
		const overlooked = each(({ deck, reconciled }) => {
			const lexicon = lexiconOf(reconciled.evidence);
			return missed('Markdown', inMarkdown(deck.markdown), ({ text }) =>
				isNoticed(changedInMarkdown({ ...deck, markdown: text }, lexicon)),
			);
		});
		expect(overlooked).toEqual([]);
	});

	test('is caught in the page to present: slides, charts, notes, footers, page numbers, title', () => {
		const overlooked = each(({ deck }) =>
			missed('HTML', inPage(deck.html), ({ text }) => isNoticed(changedInHtml({ ...deck, html: text }))),
		);
		expect(overlooked).toEqual([]);
	});

	test('is caught in the page to print, from which the PDF and its outline are made', () => {
		const overlooked = each(({ deck }) =>
			missed('print HTML', inPage(deck.printHtml), ({ text }) =>
				isNoticed(changedInHtml({ ...deck, printHtml: text })),
			),
		);
		expect(overlooked).toEqual([]);
	});

	test('is caught in the charts: labels, axes, titles and descriptions', () => {
		const overlooked = each(({ deck, texts }) =>
			[...deck.charts].flatMap(([path, svg]) =>
				missed('charts', inSvg(svg), ({ text }) =>
					isNoticed(chartOrphans({ ...deck, charts: new Map(deck.charts).set(path, text) }, texts)),
				),
			),
		);
		expect(overlooked).toEqual([]);
	});
});

describe('a number that was typed', () => {
	test('into a template is caught in its line, beside any text and in place of any value', () => {
		const lexicons = decks.map(({ reconciled }) => lexiconOf(reconciled.evidence));
		const overlooked = [...assets.templates].flatMap(([name, { file, text: source }]) =>
			missed('templates', inTemplate(source), ({ text, line }) => {
				const engine = createTemplateEngine(new Map([[name, { file, text }]]), {});
				const typed = engine.typedTexts(name.split('/')[0] ?? '');
				return lexicons.every((lexicon) =>
					typedOrphans(typed, lexicon).some(({ location }) => location?.line === line),
				);
			}),
		);
		expect(overlooked).toEqual([]);
	});

	test('into a template is caught by a whole build too', async () => {
		const [bundled] = decks.filter(({ brief }) => brief !== 'example');
		if (bundled === undefined) throw new Error('There is no brief but the example.');
		const { reconciled, deck, texts } = bundled;
		const samples = [...assets.templates]
			.filter(([name]) => name.startsWith(`${deck.name}/slides/`))
			.flatMap(([name, { file, text }]) =>
				inTemplate(text)
					.slice(0, 1)
					.map((mutation) => ({ name, file, mutation })),
			)
			.slice(0, 6);
		for (const { name, file, mutation } of samples) {
			const templates = new Map(assets.templates).set(name, { file, text: mutation.text });
			const built = await renderBundled(reconciled, deck.name, 'executive', { ...assets, templates });
			if (built === undefined) throw new Error(`${name} cannot be rendered`);
			const found = findOrphanNumbers(built, reconciled.evidence, texts);
			expect(found).toMatchObject([{ code: 'MB350', location: { file, line: mutation.line } }]);
			counts.set('builds', { caught: samples.length, all: samples.length });
		}
	});

	test('into the storyline in place of a reference is caught by validation', () => {
		const overlooked = each(({ brief, deck, reconciled, files }) =>
			missed('storyline', typedInStead(reconciled.evidence, deck, reconciled), ({ where, from, to }) => {
				const bytes = files.map((file) =>
					file.path === where.file ? { ...file, bytes: typeInto(file.bytes, where.line, from, to) } : file,
				);
				return isNoticed(readBrief(bytes, `data/${brief}`, assets).diagnostics);
			}),
		);
		expect(overlooked).toEqual([]);
	});

	test('into the storyline is caught by the gate alone, in its file', () => {
		const overlooked = each(({ deck, reconciled, texts }) =>
			missed('storyline past validation', typedInStead(reconciled.evidence, deck, reconciled), (typed) => {
				const evidence = { ...reconciled.evidence, storyline: { [deck.name]: typed.storyline } };
				const built = { ...deck, ...render(evidence, deck, reconciled) };
				return printedOrphans(built, evidence, lexiconOf(evidence), texts).some(
					({ code, location }) => code === 'MB351' && location?.file === typed.where.file,
				);
			}),
		);
		expect(overlooked).toEqual([]);
	});
});

const isNoticed = (diagnostics: readonly unknown[]) => diagnostics.length > 0;

type Findings = BundledDeck['reconciled'];
const TEXTS = ['kicker', 'headline', 'takeaway'] as const;
const NOTES = ['say', 'caveat', 'question', 'answer'] as const;

interface TypedWords extends Mutation {
	readonly where: { readonly file: string; readonly line: number };
	readonly from: string;
	readonly to: string;
	readonly storyline: Readonly<Record<string, SlideWords>>;
}

/** Every reference of a deck's storyline, replaced by what it prints. */
function typedInStead(evidence: Evidence, deck: BuiltDeck, { findings }: Findings): readonly TypedWords[] {
	const slides = evidence.storyline[deck.name] ?? {};
	const words = wordsFor(evidence, deck, findings);
	return Object.entries(slides).flatMap(([slide, own]) =>
		pairs(own, words[slide]).flatMap(({ text, phrase }) => {
			const printed = phrase.parts.flatMap((part) =>
				typeof part !== 'string' && part.kind === 'cited' ? [part.text] : [],
			);
			return [...text.text.matchAll(/\{[^{}]*\}/g)].flatMap(
				({ 0: from, index }, nth): readonly TypedWords[] => {
					const to = printed[nth] ?? '';
					if (!/\p{N}/u.test(to)) return [];
					const typed = text.text.slice(0, index) + to + text.text.slice(index + from.length);
					const storyline = replaceText(slides, slide, text.text, typed);
					return [{ what: typed, text: typed, where: text.where, from, to, storyline }];
				},
			);
		}),
	);
}

function pairs(own: SlideWords, words: Words | undefined) {
	const all = [
		...TEXTS.map((field) => ({ text: own[field], phrase: words?.[field] })),
		...own.points.map((text, index) => ({ text, phrase: words?.points[index] })),
		...NOTES.map((field) => ({ text: own.notes?.[field], phrase: words?.notes[field] })),
	];
	return all.flatMap(({ text, phrase }) => (text && phrase ? [{ text, phrase: phrase as Phrase }] : []));
}

function replaceText(slides: Readonly<Record<string, SlideWords>>, slide: string, from: string, to: string) {
	const copy = structuredClone(slides) as Record<string, SlideWords>;
	const visit = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		const node = value as { text?: unknown };
		if (node.text === from) node.text = to;
		for (const child of Object.values(value)) visit(child);
	};
	visit(copy[slide]);
	return copy;
}

/** The first such reference from the text's line on. */
function typeInto(bytes: Uint8Array, line: number, from: string, to: string): Uint8Array {
	const lines = new TextDecoder().decode(bytes).split('\n');
	const at = lines.findIndex((text, index) => index >= line - 1 && text.includes(from));
	lines[at] = (lines[at] ?? '').replace(from, () => to);
	return new TextEncoder().encode(lines.join('\n'));
}

function wordsFor(evidence: Evidence, { name }: BuiltDeck, findings: Findings['findings']) {
	const { counts } = buildStory(evidence, findings);
	return buildWords(evidence, findings, counts, { name, slides: slideNames(assets.templates, name) });
}

/** Only the Markdown and its trace: charts and pages play no part here. */
function render(evidence: Evidence, deck: BuiltDeck, { findings }: Findings) {
	const { value } = renderDeck({
		deck: deck.name,
		title: deck.title,
		theme: 'executive',
		language: 'en',
		story: buildStory(evidence, findings),
		words: wordsFor(evidence, deck, findings),
		templates: assets.templates,
		sources: { sourceOf: () => ({ number: 1, short: 'A source' }) },
		describeChart: ({ title }) => ({ alt: title, lines: [] }),
	});
	if (value === undefined) throw new Error(`${deck.name} cannot be rendered`);
	return { markdown: value.markdown, trace: { ...value.trace, charts: [] } };
}
