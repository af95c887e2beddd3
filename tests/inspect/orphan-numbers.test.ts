import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../src/diagnostics/catalog.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { claimValues } from '../../src/inspect/claim-values.js';
import { blankAll, lexiconOf } from '../../src/inspect/lexicon.js';
import { findOrphanNumbers } from '../../src/inspect/orphan-numbers.js';
import { printedOrphans } from '../../src/inspect/printed-numbers.js';
import type { Assets, BuiltDeck } from '../../src/model/deck.js';
import { readBrief } from '../../src/pipeline.js';
import { assets, renderBundled } from './bundled-decks.js';

/** Names as vendors make them: digits, dots, hyphens, signs and scales that are no figures. */
const NAMES: Readonly<Record<string, string>> = {
	'brief.yaml': `
title: GPT-5.3-Codex
subject: { id: gpt-5.3-codex, name: GPT-5.3-Codex, vendor: OpenAI }
asOf: 2026-02-16
`,
	'sources.yaml': `
- { id: one, title: "5 things about o3 and C++", short: Top 5, publisher: Press 24, date: 2026-02-07, kind: article, party: third }
- { id: two, title: The other, short: Other, publisher: Other, kind: article, party: third }
`,
	'models.yaml': `
- { id: gpt-5.2-codex, name: GPT-5.2-Codex, vendor: OpenAI, role: predecessor }
- { id: o3, name: o3, vendor: OpenAI, role: competitor }
`,
	'benchmarks.yaml': `
- { id: terminal-bench-2.0, name: Terminal-Bench 2.0, tests: "Work in a shell <b 4>, in [89](5) tasks, 1. once & 2) again; &#53; is text.", area: coding, unit: percent, better: higher, metric: pass@3 }
`,
	'results.yaml': `
- { benchmark: terminal-bench-2.0, model: gpt-5.3-codex, claims: [{ value: 77.3, source: one, at: A, setup: { attempts: 3 } }, { value: 77.3, source: two, at: B }] }
- { benchmark: terminal-bench-2.0, model: gpt-5.2-codex, claims: [{ value: 64, source: one, at: A }] }
- { benchmark: terminal-bench-2.0, model: o3, claims: [{ value: [40, 45.5], source: one, at: A }, { value: 52.1, source: two, at: B }] }
`,
	'figures.yaml': `
- { id: window, label: 128K window, text: "Reads 128K at once, about ½ of a book.", group: context, unit: tokens, claims: [{ value: 128000, qualifier: about, source: one, at: A }] }
`,
	'statements.yaml': `
- { id: chips, topic: hardware, label: Made for GB200 NVL72, text: "It runs on GB200 NVL72 and writes C++20, twice as well as before.", claims: [{ source: one, at: A }] }
- { id: hard, topic: limitation, label: Large files, text: "Loses track after 10,000 lines.", claims: [{ source: one, at: A }] }
`,
	'timeline.yaml': `
- { id: launch, label: GPT-5.3-Codex released, category: release, claims: [{ value: 2026-02-05, source: one, at: A }] }
- { id: next, label: o3 released, category: competitor, claims: [{ value: [2026-02-05, 2026-02-07], source: one, at: A }] }
`,
	'storyline.yaml': `
proposals:
  length: { value: 6, unit: weeks, label: Length of the trial }
executive-brief:
  decision:
    headline: Try it for {proposal length}, against o3 on Terminal-Bench 2.0
    points: ["GPT-5.3-Codex reads {window}."]
`,
};

const SLIDE = 'executive-brief/slides/gains';
const FILE = `templates/${SLIDE}.md.hbs`;

interface Change {
	/** Template name to its text. */
	readonly templates?: Readonly<Record<string, string>>;
	readonly spec?: (text: string) => string;
	readonly storyline?: string;
	readonly css?: string;
}

async function look(change: Change = {}) {
	const templates = new Map(assets.templates);
	for (const [name, text] of Object.entries(change.templates ?? {}))
		templates.set(name, { file: `templates/${name}.md.hbs`, text });
	const charts = new Map(
		[...assets.charts].map(([name, { file, text }]) => [name, { file, text: change.spec?.(text) ?? text }]),
	);
	const changed: Assets = { ...assets, templates, charts, baseCss: assets.baseCss + (change.css ?? '') };
	const texts = {
		...NAMES,
		...(change.storyline === undefined ? {} : { 'storyline.yaml': change.storyline }),
	};
	const files = Object.entries(texts).map(([name, text]) => ({
		path: `data/names/${name}`,
		bytes: new TextEncoder().encode(text.trimStart()),
	}));
	const read = readBrief(files, 'data/names', changed);
	if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics, undefined, 1));
	const deck = await renderBundled(read.value, 'executive-brief', 'executive', changed);
	if (deck === undefined) throw new Error('The deck cannot be rendered.');
	const all = new Map([
		...read.texts,
		...[...templates.values(), ...charts.values()].map(({ file, text }) => [file, text] as const),
	]);
	const { evidence } = read.value;
	return { deck, evidence, texts: all, found: findOrphanNumbers(deck, evidence, all) };
}

const gains = (text: string) => look({ templates: { [SLIDE]: `{{#heading}}A{{/heading}}\n\n${text}\n` } });
const said = ({ code, location, args }: Diagnostic) =>
	`${code} ${location?.file}:${location?.line}:${location?.column} ${args.found}`;

describe('names, dates and counts are no orphans', () => {
	test('such as GPT-5.3-Codex, Terminal-Bench 2.0, GB200 NVL72, C++20, 128K and Top 5', async () => {
		expect((await look()).found).toEqual([]);
	});

	test.each([
		['a name', 'Better than GPT-5.2-Codex on Terminal-Bench 2.0.'],
		['a list', '1. First\n1. Second\n\n1. First\n2. Second'],
		['a directive', '<!-- _class: step-2 -->\n\nWords.'],
		['a class', '<div class="columns-3">\n\nWords.\n\n</div>'],
		['a comment of the template', '{{! 77.3 was here }}{{!-- and 75.1 --}}Words.'],
		['the size of a chart', '{{chart gains.chart width=1136 height=404}}'],
		['how many rows', '{{#each (top sources 2)}}{{title}} {{/each}}'],
		[
			'a text that looks like markup',
			'{{#each benchmarks}}{{tests}}{{/each}}\n\n{{#say}}{{#each benchmarks}}{{tests}}{{/each}}{{/say}}',
		],
		['words that count what stands beside them', 'Two things, one of them first.'],
	])('%s in a template', async (_, text) => {
		expect((await gains(text)).found).toEqual([]);
	});
});

describe('a number in a template is found in its line and column', () => {
	test.each([
		['typed into the text', 'It solves 77.3% of them.', [`MB350 ${FILE}:3:11 77.3`]],
		['beside a value', '{{counts.sources}}0 documents', [`MB350 ${FILE}:3:19 0`]],
		['in a name that nothing has', 'Better than GPT-5.4-Codex.', [`MB350 ${FILE}:3:17 5.4`]],
		['in a heading above it', '{{#subtitle}}Top 10{{/subtitle}}', [`MB350 ${FILE}:3:18 10`]],
		['in a table', '| A | B |\n|---|---|\n| C | 12 |', [`MB350 ${FILE}:5:7 12`]],
		['in a note', '{{#say}}Say 3 things.{{/say}}', [`MB350 ${FILE}:3:13 3`]],
		['in a comment, which Marp makes a note of', '<!-- 9 of them -->', [`MB350 ${FILE}:3:6 9`]],
		['in a footer', '<!-- _footer: Page 9 -->', [`MB350 ${FILE}:3:20 9`]],
		[
			'as a string',
			'{{#with "77.3%"}}{{this}}{{/with}}',
			[`MB350 ${FILE}:3:10 77.3`, `MB352 ${FILE}:3:18 77.3`],
		],
		['as a number', '{{#with 77.3}}{{this}}{{/with}}', [`MB352 ${FILE}:3:15 77.3`]],
		[
			'as the place in a list',
			'{{#each sources}}{{@index}}{{/each}}',
			[`MB352 ${FILE}:3:18 0`, `MB352 ${FILE}:3:18 1`],
		],
		['as a fraction', 'It takes ½ of it.', [`MB350 ${FILE}:3:10 ½`]],
		['as a list that starts elsewhere', '7. Seventh', [`MB350 ${FILE}:3:1 7`]],
		['as a character reference', 'It takes &#55;.', [`MB350 ${FILE}:3:10 0`]],
		['as a size in words', 'It is twice as fast.', [`MB354 ${FILE}:3:7 twice`]],
		['as a measure in words', 'It saves ten percent.', [`MB354 ${FILE}:3:10 ten percent`]],
	])('%s', async (_, text, expected) => {
		const found = (await gains(text)).found.map(said);
		expect(found.filter((one) => !one.startsWith('MB353'))).toEqual(expected);
	});

	test('handed to a partial, it is found where it is printed', async () => {
		const partial = 'partials/statements';
		const slide = `{{#heading}}A{{/heading}}\n\n{{> ${partial} rows=sources most=5}}\n`;
		const { found } = await look({ templates: { [partial]: 'Words.\n\nUp to {{most}}\n', [SLIDE]: slide } });
		expect(found[0]).toMatchObject({
			code: 'MB352',
			location: { file: `templates/${partial}.md.hbs`, line: 3, column: 7, length: 8 },
		});
	});

	test('a number is an error, a size in words a warning, and both name a fix', () => {
		expect(CATALOG.MB350).toMatchObject({ severity: 'error', exit: 1 });
		expect(CATALOG.MB354.severity).toBe('warning');
	});
});

test('a number that a chart spec writes by itself is found in the spec', async () => {
	const { found } = await look({
		spec: (text) =>
			text.includes('"description": "Gains')
				? text.replace(
						'"layer": [',
						'"layer": [{ "data": { "values": [{}] }, "mark": { "type": "text", "text": "Target 90" } },',
					)
				: text,
	});
	expect(found.map(said)).toEqual([
		expect.stringMatching(/^MB352 templates\/charts\/gains\.vl\.json:\d+:\d+ 90$/),
	]);
});

describe('a number that rendering changed is found where it was printed', () => {
	const marked = '{{#say}}{{counts.claims}} claims{{/say}}\n\nOf {{counts.sources}} documents.';

	test.each<[string, (deck: BuiltDeck) => BuiltDeck, string]>([
		[
			'in the Markdown',
			(deck) => ({ ...deck, markdown: deck.markdown.replace('Of 2 doc', 'Of 3 doc') }),
			`MB353 ${FILE}:5:4 3`,
		],
		[
			'in the Markdown, outside of what was printed',
			(deck) => ({ ...deck, markdown: deck.markdown.replace(/Of 2 doc[^\n]*/, '$& 9') }),
			`MB353 ${FILE}:5:1 9`,
		],
		[
			'on a page',
			(deck) => ({ ...deck, html: deck.html.replace('Of 2 doc', 'Of 3 doc') }),
			`MB353 ${FILE}:5:1 3`,
		],
		[
			'in a note',
			(deck) => ({
				...deck,
				html: deck.html.replace(/(bespoke-marp-note[^>]*>(?:<p>)?Say — )\d+ claims/, '$19 claims'),
			}),
			`MB353 ${FILE}:3:9 9`,
		],
	])('%s', async (_, change, expected) => {
		const { deck, evidence, texts } = await gains(marked);
		const found = findOrphanNumbers(change(deck), evidence, texts).map(said);
		expect(found).toContain(expected);
	});
});

test('a number that a style sheet writes is found', async () => {
	const { found } = await look({ css: '\nh2::after { content: "77.3%"; }\n' });
	expect(found[0]).toMatchObject({ code: 'MB353', args: { place: 'The style sheet', found: '77.3' } });
});

test('a number of the author is shown as one', async () => {
	const { deck, found } = await look();
	expect(deck.markdown).toContain('## Try it for 6 weeks (our proposal), against o3 on Terminal-Bench 2.0');
	expect(found).toEqual([]);
});

describe('a value must follow from its claims', () => {
	const evidence = async () => (await look()).evidence;
	const RESULTS = ['terminal-bench-2.0/gpt-5.3-codex#1', 'terminal-bench-2.0/gpt-5.2-codex#1'];

	test.each([
		['the value', '77.3', true],
		['the value, rounded', '77', true],
		['the other value', '64.0', true],
		['their difference', '13.3', true],
		['their ratio', '1.21', true],
		['how many sources there are', '2', true],
		['another value', '77.4', false],
		['a digit more', '77.35', false],
		['the value in another scale', '0.773', false],
		['their sum', '141.3', false],
	])('%s', async (_, numeral, expected) => {
		expect(claimValues(await evidence())(RESULTS, numeral)).toBe(expected);
	});

	test('so a mistake of the story is caught even where every file agrees on it', async () => {
		const { deck, evidence: all, texts } = await look();
		const wrong = deck.trace.printed.map((printed) =>
			printed.origin.kind === 'claims' ? { ...printed, text: printed.text.replace('77.3', '78.3') } : printed,
		);
		const found = printedOrphans(
			{ ...deck, trace: { ...deck.trace, printed: wrong } },
			all,
			lexiconOf(all),
			texts,
		);
		expect(found.length).toBeGreaterThan(0);
		expect(new Set(found.map(({ code, args }) => `${code} ${args.found}`))).toEqual(new Set(['MB352 78.3']));
	});
});

test('an empty text among the names hides nothing, and does not keep the search going', () => {
	expect(blankAll('GPT 5 and 7', ['', 'GPT 5'])).toBe(`${'\ufffc'.repeat(5)} and 7`);
});
