// Both decks of both briefs print the same values, and no single mutated value goes unnoticed.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { altText } from '../src/charts/alt-text.js';
import { parseEvidence } from '../src/load/parse-evidence.js';
import { reconcileEvidence } from '../src/reconcile/reconcile-evidence.js';
import { renderDeck, slideNames } from '../src/render/render-deck.js';
import { buildStory } from '../src/story/build-story.js';
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
	return evidence.brief.decks.map(({ deck, theme }) => {
		const slides = slideNames(templates, deck);
		const rendered = renderDeck({
			deck,
			title: deck,
			theme,
			language: 'en',
			story: buildStory(evidence, findings, { name: deck, slides }),
			templates,
			sources: { sourceOf: () => ({ number: 1, short: 'A' }) },
			describeChart: altText,
		});
		if (rendered.value === undefined) throw new Error(JSON.stringify(rendered.diagnostics));
		return { name: deck, slides: rendered.value.slides };
	});
}

/** Every way to change the first digit of one print that stands in more than one place. */
function mutationsOf(decks: readonly PrintedDeck[]): readonly (readonly PrintedDeck[])[] {
	const keys = decks.flatMap(({ slides }) => slides.flatMap(({ prints }) => prints.map(({ key }) => key)));
	const isShared = (key: string | undefined) => keys.filter((other) => other === key).length > 1;
	return decks.flatMap(({ slides }, d) =>
		slides.flatMap(({ prints }, s) =>
			prints.flatMap(({ key, text }, p) => {
				if (key === undefined || !isShared(key) || !/\d/.test(text)) return [];
				const mutated = text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
				return [
					decks.map((deck, dd) => ({
						...deck,
						slides: deck.slides.map((slide, ss) => ({
							...slide,
							prints: slide.prints.map((print, pp) =>
								dd === d && ss === s && pp === p ? { ...print, text: mutated } : print,
							),
						})),
					})),
				];
			}),
		),
	);
}

describe.each(['gpt-5.3-codex', 'example'])('%s', (brief) => {
	const decks = decksOf(brief);

	test('prints the same values in every deck', () => {
		expect(checkSameValues(decks)).toEqual([]);
	});

	test('every mutated value is caught', () => {
		const mutations = mutationsOf(decks);
		expect(mutations.length).toBeGreaterThan(20);
		expect(mutations.filter((one) => checkSameValues(one).length !== 1)).toEqual([]);
	});
});
