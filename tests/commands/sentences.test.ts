// Sentences of the built-in templates, for evidence as thin as it may be and for evidence that nobody agrees on.

import { describe, expect, test } from 'vitest';
import { newPlace } from './command-line.js';

const BRIEF = `title: Atlas 2
subject: { id: atlas-2, name: Atlas 2, vendor: Meridian }
asOf: 2026-03-01
`;
const source = (id: string, more = '') =>
	`- { id: ${id}, title: Document ${id}, short: ${id.toUpperCase()}, publisher: Somebody, kind: article, party: third${more} }\n`;
const BENCHMARK =
	'- { id: sums, name: Sums, tests: Sums of numbers., area: reasoning, unit: percent, better: higher }\n';

/** Made by the first test that asks. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

/** Both decks as text, without markup and line breaks. */
async function decksOf(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
	const place = newPlace();
	for (const [file, text] of Object.entries(files)) place.write(`atlas/${file}`, text);
	const { code, stderr } = await place.run('build atlas --format html');
	expect({ code, errors: stderr.match(/^error .*/gm) }).toEqual({ code: 0, errors: null });
	const text = (deck: string) =>
		place
			.read(`output/atlas/${deck}.md`)
			.replace(/<\/?\w[^>]*>|\*\*/g, '')
			.replace(/\s+/g, ' ');
	return { executive: text('executive-brief'), engineering: text('engineering-deep-dive') };
}

describe('of one document with one score', () => {
	const decks = once(() =>
		decksOf({
			'brief.yaml': BRIEF,
			'sources.yaml': source('a'),
			'models.yaml': '- { id: rival, name: Rival, vendor: Other, role: competitor }\n',
			'benchmarks.yaml': BENCHMARK,
			'results.yaml': `- { benchmark: sums, model: atlas-2, claims: [{ value: 70, source: a, at: Opening }] }
- { benchmark: sums, model: rival, claims: [{ value: 70, source: a, at: Opening }] }
`,
		}),
	);

	test('count in the singular', async () => {
		for (const text of Object.values(await decks()))
			expect(text.match(/(?<![\d.,])1 (documents|findings|benchmarks|origins|scores|claims)\b/g)).toBeNull();
	});

	test.each([
		['the rest', 'executive', /the rest cannot/],
		['a chart of ticks', 'executive', /[Ee]ach tick/],
		['a ledger', 'engineering', /ledger/],
		['open questions', 'executive', /open questions stay/],
		['blanks', 'engineering', /cells have no|most comparisons/],
		['design rules', 'engineering', /the rules/],
		['strengths of the rival', 'executive', /claims in its favour/],
	])('presuppose no %s', async (_, deck, wrong) => {
		expect((await decks())[deck]).not.toMatch(wrong);
	});

	test('say what is there', async () => {
		expect((await decks()).executive).toContain('Every benchmark here has a value for both.');
		expect((await decks()).engineering).toContain('Every cell has a reported value');
	});
});

describe('of documents that contradict each other on everything', () => {
	const decks = once(() => {
		const stated = (...sides: readonly string[]) =>
			sides.map((side, index) => `{ source: ${'abc'[index]}, at: Opening, stance: ${side} }`).join(', ');
		const results = ['atlas-2, 70, 75', 'atlas-1, 74, 76', 'people, 72, 80', 'rival, 60, 80'].map((row) => {
			const [model, low, high] = row.split(', ');
			return `- { benchmark: sums, model: ${model}, claims: [{ value: ${low}, source: a, at: Opening }, { value: ${high}, source: b, at: Opening }] }\n`;
		});
		return decksOf({
			'brief.yaml': BRIEF,
			'sources.yaml': ['a', 'b', 'c'].map((id) => source(id)).join(''),
			'models.yaml': `- { id: atlas-1, name: Atlas 1, vendor: Meridian, role: predecessor }
- { id: rival, name: Rival, vendor: Other, role: competitor }
- { id: people, name: People, vendor: none, role: human }
`,
			'benchmarks.yaml': BENCHMARK,
			'results.yaml': results.join(''),
			'safety.yaml': `classifications:
  - { id: rating, framework: Law, domain: Diagnosis, level: High, claims: [${stated('for', 'against', 'against')}] }
evaluations:
  - { id: bias, label: Bias, text: It errs for some., claims: [${stated('for')}] }
safeguards:
  - { id: review, layer: organisation, label: Review, text: A person signs., claims: [${stated('for', 'against', 'against')}] }
`,
		});
	});

	test.each([
		['whether it improved', 'executive', 'No compared benchmark is sure to have improved against Atlas 1'],
		['on which side of people it is', 'executive', 'it is open whether Atlas 2 or people do better'],
	])('leave open %s', async (_, deck, text) => {
		expect((await decks())[deck]).toContain(text);
	});

	test('say that a safeguard and a rating are denied', async () => {
		expect((await decks()).executive).toContain('Reported, and denied by more documents: - A person signs.');
		expect((await decks()).executive).toContain(
			'The classification that is reported is denied by more documents.',
		);
		expect((await decks()).engineering).toContain(
			'Reported, and denied by more documents: - Diagnosis: High',
		);
	});

	test('credit a range to no single document', async () => {
		expect((await decks()).executive).toContain('70–75, sources disagree, A says 70, B says 75');
		expect((await decks()).executive).not.toMatch(/70–75 \([ABC]\)/);
	});
});
