// Both decks of both briefs print the same values, and no single mutated value goes unnoticed.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chartInWords } from '../src/charts/alt-text.js';
import { parseEvidence } from '../src/load/parse-evidence.js';
import { reconcileEvidence } from '../src/reconcile/reconcile-evidence.js';
import { slideNames } from '../src/render/deck-names.js';
import { renderDeck } from '../src/render/render-deck.js';
import { buildStory, buildWords } from '../src/story/build-story.js';
import { checkSameValues, type PrintedDeck } from '../src/story/same-values.js';
import { validateEvidence } from '../src/validate/validate-evidence.js';

const PROJECT = resolve(import.meta.dirname, '..');
const ENDING = '.md.hbs';

const templates = new Map(
	readdirSync(join(PROJECT, 'templates'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(ENDING))
		.map((path) => [
			path.slice(0, -ENDING.length).replaceAll('\\', '/'),
			{ file: path, text: readFileSync(join(PROJECT, 'templates', path), 'utf8') },
		]),
);

function decksOf(brief: string): readonly PrintedDeck[] {
	const folder = join(PROJECT, 'data', brief);
	const files = readdirSync(folder).map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
	const evidence = validateEvidence(parseEvidence(files, folder).value).value;
	if (evidence === undefined) throw new Error(`${brief} is not sound`);
	const findings = reconcileEvidence(evidence);
	const story = buildStory(evidence, findings);
	return evidence.brief.decks.map(({ deck, theme }) => {
		const outline = { name: deck, slides: slideNames(templates, deck) };
		const rendered = renderDeck({
			deck,
			title: deck,
			theme,
			language: 'en',
			story,
			words: buildWords(evidence, findings, story.counts, outline),
			templates,
			sources: { sourceOf: () => ({ number: 1, short: 'A' }) },
			describeChart: chartInWords,
		});
		if (rendered.value === undefined) throw new Error(JSON.stringify(rendered.diagnostics));
		return { name: deck, slides: rendered.value.slides };
	});
}

type Slide = PrintedDeck['slides'][number];

/** Every way to change the first digit of one value that stands in more than one place, in a text or in a chart. */
function mutationsOf(
	decks: readonly PrintedDeck[],
	kind: 'prints' | 'labels',
): readonly (readonly PrintedDeck[])[] {
	const keys = decks.flatMap(({ slides }) =>
		slides.flatMap(({ prints, labels }) => [...prints, ...labels].map(({ key }) => key)),
	);
	const isShared = (key: string | undefined) => keys.filter((other) => other === key).length > 1;
	const replaced = (changed: Slide, slide: Slide) =>
		decks.map((deck) => ({ ...deck, slides: deck.slides.map((one) => (one === changed ? slide : one)) }));
	return decks.flatMap(({ slides }) =>
		slides.flatMap((slide) =>
			slide[kind].flatMap((value, place) => {
				if (value.key === undefined || !isShared(value.key) || !/\d/.test(value.text)) return [];
				const text = value.text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
				const values = slide[kind].map((one, at) => (at === place ? { ...one, text } : one));
				return [replaced(slide, { ...slide, [kind]: values })];
			}),
		),
	);
}

describe.each(['gpt-5.3-codex', 'example'])('%s', (brief) => {
	const decks = decksOf(brief);

	test('prints the same values in every deck', () => {
		expect(checkSameValues(decks)).toEqual([]);
	});

	test.each(['prints', 'labels'] as const)('every mutated value is caught: %s', (kind) => {
		const mutations = mutationsOf(decks, kind);
		expect(mutations.length).toBeGreaterThan(15);
		expect(mutations.filter((one) => checkSameValues(one).length !== 1)).toEqual([]);
	});
});
