// Whatever is saved, and in whatever order: what the present server makes with what it remembers is what a fresh build
// makes of the same files.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOrphanNumbers } from '../../src/inspect/orphan-numbers.js';
import type { Theme } from '../../src/model/deck.js';
import { afresh, type Remember } from '../../src/model/remember.js';
import { loadTheme, readBrief, renderBriefDeck } from '../../src/pipeline.js';
import { createMemory } from '../../src/present/memory.js';
import { parsePlayer } from '../../src/render/html-player.js';
import { readAssets } from '../project-assets.js';
import { PROJECT } from './present-support.js';

const require = createRequire(import.meta.url);
const FOLDER = join(PROJECT, 'data/example');
const DECKS = ['executive-brief', 'engineering-deep-dive'];

/** Without what nobody sees: the ids of headings, which Marp counts over the deck, and blank lines. */
const alike = (html = '') =>
	html.replace(/(<h[1-6]) id="[^"]*"/g, '$1').replace(/(<section\b[^>]*>)\n/g, '$1');

const WORDS = [
	/^/,
	'executive-brief: { gains: { headline: "Down to {harbour-radio}", minutes: 2 } }\n',
] as const;

/** One after the other, each on what the ones before it left. */
const EDITS: readonly (readonly [what: string, file: string, from: string | RegExp, to: string])[] = [
	['a value', 'results.yaml', 'value: 8.1, source: harbour-lab', 'value: 7.9, source: harbour-lab'],
	['a value that ends a contradiction', 'results.yaml', 'value: 7.9, source', 'value: 6.4, source'],
	[
		'a value of more decimals',
		'results.yaml',
		'value: 11.2, source: harbour-lab',
		'value: 11.25, source: harbour-lab',
	],
	[
		'a value with a zero more',
		'results.yaml',
		'value: 11.25, source: harbour-lab',
		'value: 11.250, source: harbour-lab',
	],
	['a line before everything', 'results.yaml', /^/, '# A new first line\n'],
	[
		'a claim more',
		'results.yaml',
		'    - { value: 9.7,',
		'    - { value: 9.9, source: harbour-lab, at: Pocket }\n    - { value: 9.7,',
	],
	['a note', 'results.yaml', 'Measured with the public model', 'Measured with an early model'],
	['the short name of a source', 'sources.yaml', 'short: Harbour Lab', 'short: The Harbour'],
	[
		'whom a source derives from',
		'sources.yaml',
		'party: third\n  derivesFrom: [release-notes]',
		'party: third',
	],
	['the name of a benchmark', 'benchmarks.yaml', 'name: Harbour Radio', 'name: Radio 7'],
	['the unit of a figure', 'figures.yaml', 'unit: seconds', 'unit: minutes'],
	['the name of a model', 'models.yaml', /name: ([^,\n]+)/, 'name: $1 Plus'],
	['the vendor', 'brief.yaml', 'vendor: Tidewater AI', 'vendor: Tidewater'],
	['the language', 'brief.yaml', 'asOf:', 'language: de\nasOf:'],
	['the text of a statement', 'statements.yaml', 'drown out whole words', 'drown out 12 words'],
	['words for a slide', 'storyline.yaml', ...WORDS],
	['other words', 'storyline.yaml', 'Down to', 'At last'],
	['a topic less', 'timeline.yaml', /^- id:[\s\S]*?(?=^- id:)/m, ''],
	[
		'the first value again',
		'results.yaml',
		'value: 6.4, source: harbour-lab',
		'value: 8.1, source: harbour-lab',
	],
	['a slide', 'executive-brief/slides/gains', 'Are these', 'Are all of these'],
	['a slide of another deck', 'engineering-deep-dive/slides/title', /$/, '\nBetween the lines.\n'],
	['a partial', 'partials/points', /$/, '\nAfter every list.\n'],
	[
		'a partial that includes another',
		'partials/chart',
		/$/,
		'\n{{> partials/points title="Again" rows=limitations most=1}}\n',
	],
	['the partial in it', 'partials/points', 'After every', 'Below each'],
	['which slides there are', 'executive-brief/deck', '{{slide "timeline" needs=timeline}}\n', ''],
	[
		'one template for two lists',
		'executive-brief/deck',
		/$/,
		'\n{{slide "title" each=limitations}}\n{{slide "title" each=recommendations}}\n',
	],
	['what that template says', 'executive-brief/slides/title', /$/, '\n{{#if item}}{{item.label}}{{/if}}\n'],
	['what stands between them', 'executive-brief/deck', /$/, '\n{{slide "title"}}\n'],
];

async function openWorkshop() {
	const assets = readAssets();
	const player = parsePlayer(readFileSync(join(PROJECT, 'dist/player.json'), 'utf8'));
	const loaded = await loadTheme('executive', assets, async (font) => ({
		value: readFileSync(require.resolve(font.module)),
		diagnostics: [],
	}));
	const theme = loaded.value as Theme;
	const templates = new Map(assets.templates);
	const files = new Map<string, Buffer>(
		readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name))]),
	);

	function edit(file: string, from: string | RegExp, to: string): void {
		const template = templates.get(file);
		const before = template?.text ?? files.get(file)?.toString() ?? '';
		const after = before.replace(from, to);
		expect(after, file).not.toBe(before);
		if (template === undefined) files.set(file, Buffer.from(after));
		else templates.set(file, { ...template, text: after });
	}

	async function make(remember: Remember) {
		const now = { ...assets, templates: new Map(templates) };
		const inputs = [...files].map(([name, bytes]) => ({ path: `data/example/${name}`, bytes }));
		const { value: brief, diagnostics, texts } = readBrief(inputs, 'data/example', now, remember);
		const made = [];
		for (const deck of brief === undefined ? [] : DECKS) {
			const own: Remember = (slot, given, anew) => remember(`${deck} ${slot}`, given, anew);
			const rendered = await renderBriefDeck(brief as never, deck, theme, now, player, { remember: own });
			const { value } = rendered;
			const orphans =
				value === undefined || brief === undefined
					? []
					: findOrphanNumbers(value, brief.evidence, texts, own);
			made.push([
				value?.markdown,
				alike(value?.html),
				[...(value?.charts ?? [])],
				rendered.diagnostics,
				orphans,
			]);
		}
		return { diagnostics, findings: [...(brief?.findings ?? [])], made };
	}

	return { edit, make };
}

test('every save gives what a fresh build gives', { timeout: 120_000 }, async () => {
	const { edit, make } = await openWorkshop();
	const memory = createMemory();
	await make(memory);
	let last = '';
	for (const [what, file, from, to] of EDITS) {
		edit(file, from, to);
		const [remembered, fresh] = [await make(memory), await make(afresh)];
		expect(
			fresh.made.map(([markdown]) => typeof markdown),
			`${what}: ${JSON.stringify(fresh.diagnostics)}`,
		).toEqual(['string', 'string']);
		expect(remembered, what).toEqual(fresh);
		const now = JSON.stringify(fresh);
		expect(now === last, `${what} shows`).toBe(false);
		last = now;
	}
});

test.each([
	['a sentence', 'storyline.yaml', 'Down to', 'At last', ['gains']],
	['a template', 'executive-brief/slides/gains', 'Are these', 'Are all of these', ['gains']],
	['a partial', 'partials/timeline', /$/, '\n', ['timeline']],
	['a partial of partials', 'partials/names', /$/, '\n', ['unknowns', 'variants']],
] as const)('%s costs the slides that it is on, and no other', async (_, file, from, to, expected) => {
	const { edit, make } = await openWorkshop();
	edit('storyline.yaml', ...WORDS);
	const memory = createMemory();
	const made: string[] = [];
	const counting: Remember = (slot, inputs, anew) =>
		memory(slot, inputs, () => {
			made.push(slot);
			return anew();
		});
	await make(counting);
	made.length = 0;
	edit(file, from, to);
	await make(counting);
	const slides = made.flatMap((slot) => /^executive-brief slides \d+ (\S+)/.exec(slot)?.[1] ?? []);
	expect(slides.sort()).toEqual(expected);
});
