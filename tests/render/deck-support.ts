// A deck of a few templates over a small story, for the tests of rendering Markdown.

import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportText } from '../../src/diagnostics/report.js';
import type { Cuts, Fit } from '../../src/model/deck.js';
import type { Evidence } from '../../src/model/evidence.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import type { DeckInput } from '../../src/render/deck-input.js';
import { slideNames } from '../../src/render/deck-names.js';
import { type RenderedDeck, renderDeck } from '../../src/render/render-deck.js';
import { buildStory, buildWords } from '../../src/story/build-story.js';
import { evidence } from '../reconcile/make-evidence.js';

/** Slides by name; `deck.md.hbs` lists them in order unless `deck` is given. */
export interface SmallDeck {
	readonly slides: Readonly<Record<string, string>>;
	readonly deck?: string;
	readonly partials?: Readonly<Record<string, string>>;
	readonly evidence?: Partial<Evidence>;
	readonly story?: Readonly<Record<string, unknown>>;
	readonly fit?: Fit;
	readonly cuts?: Cuts;
}

function templatesOf({ slides, deck, partials = {} }: SmallDeck) {
	const order =
		deck ??
		Object.keys(slides)
			.map((name) => `{{slide "${name}"}}`)
			.join('\n');
	const named = [
		['small/deck', order],
		...Object.entries(slides).map(([name, text]) => [`small/slides/${name}`, text]),
		...Object.entries(partials),
	] as const;
	return new Map(named.map(([name = '', text = '']) => [name, { file: `templates/${name}.md.hbs`, text }]));
}

export function tryDeck(small: SmallDeck) {
	const templates = templatesOf(small);
	const all = evidence(small.evidence);
	const findings = reconcileEvidence(all);
	const story = buildStory(all, findings);
	const outline = { name: 'small', slides: slideNames(templates, 'small') };
	const claims = new Map(
		all.topics.flatMap((topic) => topic.claims.map((one) => [one.id, one.source] as const)),
	);
	const input: DeckInput = {
		deck: 'small',
		title: 'Small deck',
		theme: 'plain',
		language: 'en',
		story: { ...story, ...small.story },
		words: buildWords(all, findings, story.counts, outline),
		templates,
		sources: {
			sourceOf: (id) => {
				const source = claims.get(id) ?? '';
				return { number: all.sources.findIndex((one) => one.id === source) + 1, short: source.toUpperCase() };
			},
		},
		describeChart: ({ title }) => ({ alt: title, lines: [] }),
		...(small.fit === undefined ? {} : { fit: small.fit }),
		...(small.cuts === undefined ? {} : { cuts: small.cuts }),
	};
	return renderDeck(input);
}

export function deckOf(small: SmallDeck): RenderedDeck {
	const { value, diagnostics } = tryDeck(small);
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value;
}

/** The slides of a deck as Markdown, without the front matter. */
export const slidesOf = (deck: RenderedDeck): readonly string[] =>
	deck.markdown
		.replace(/^---\n[\s\S]*?\n---\n/, '')
		.split('\n---\n')
		.map((slide) => slide.trim());

/** `MB302 templates/small/slides/one.md.hbs:3:5 {{brief.nmae}}`: code, place and what the caret underlines. */
export function complaints(small: SmallDeck): readonly string[] {
	const texts = new Map([...templatesOf(small).values()].map(({ file, text }) => [file, text]));
	const { diagnostics, value } = tryDeck(small);
	if (value !== undefined) return ['rendered'];
	return diagnostics.map((diagnostic) => describe(diagnostic, texts));
}

export const report = (diagnostics: readonly Diagnostic[]) =>
	reportText(diagnostics, { sources: new Map(), color: false });

function describe({ code, location }: Diagnostic, texts: ReadonlyMap<string, string>): string {
	if (location === undefined) return code;
	const { file, line, column, length = 1 } = location;
	const text = texts.get(file)?.split('\n')[line - 1] ?? '';
	return `${code} ${file.replace('templates/small/', '').replace('.md.hbs', '')}:${line}:${column} ${text.slice(column - 1, column - 1 + length)}`;
}
