// Both briefs that come with the package, rendered with the templates as they are: nothing empty, nothing unresolved.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Checked } from '../src/diagnostics/diagnostic.js';
import type { BuiltDeck } from '../src/model/deck.js';
import { loadTheme, readBrief, renderBriefDeck } from '../src/pipeline.js';
import { parsePlayer } from '../src/render/html-player.js';
import { readAssets } from './project-assets.js';

const PROJECT = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

const BRIEFS = readdirSync(join(PROJECT, 'data'));
const LIMITS: Readonly<Record<string, readonly [fewest: number, most: number]>> = {
	'gpt-5.3-codex/executive-brief': [10, 14],
	'gpt-5.3-codex/engineering-deep-dive': [22, 30],
	'example/executive-brief': [8, 14],
	'example/engineering-deep-dive': [14, 30],
};

interface Outcome {
	readonly name: string;
	readonly deck: BuiltDeck | undefined;
	readonly complaints: readonly string[];
}

const outcomes = new Map<string, Outcome>();
const assets = readAssets();

beforeAll(async () => {
	for (const brief of BRIEFS)
		for (const outcome of await build(`data/${brief}`)) outcomes.set(`${brief}/${outcome.name}`, outcome);
});

/** All decks of a brief, as if it had no such file. */
async function build(path: string, without?: string): Promise<readonly Outcome[]> {
	const player = parsePlayer(readFileSync(join(PROJECT, 'dist/player.json'), 'utf8'));
	const folder = join(PROJECT, path);
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.filter((name) => name !== without)
		.map((name) => ({ path: `${path}/${name}`, bytes: readFileSync(join(folder, name)) }));
	const reconciled = sound(readBrief(files, path, assets));
	const built: Outcome[] = [];
	for (const { deck: name, theme: themeName } of reconciled.evidence.brief.decks) {
		const theme = await loadTheme(themeName, assets, async (font) => ({
			value: readFileSync(require.resolve(font.module)),
			diagnostics: [],
		}));
		const { value, diagnostics } = await renderBriefDeck(reconciled, name, sound(theme), assets, player);
		built.push({ name, deck: value, complaints: diagnostics.map((one) => JSON.stringify(one)) });
	}
	return built;
}

function sound<T>({ value, diagnostics }: Checked<T>): T {
	if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
	return value;
}

const slidesOf = (deck: string) => split(outcomes.get(deck)?.deck?.markdown ?? '');

const split = (markdown: string) =>
	markdown
		.replace(/^---\n[\s\S]*?\n---\n/, '')
		.split('\n---\n')
		.map((slide) => slide.trim());

/** A slide without its notes, directives and source line. */
const shownOf = (slide: string) =>
	slide.replace(/<!--[\s\S]*?-->/g, '').replace(/<div class="sources">[\s\S]*?<\/div>/g, '');

const hasLeftovers = (slide: string) =>
	/undefined|\[object |\bNaN\b|\bnull\b|\{[a-z][^}\n]*\}|\{\{|\}\}/.test(slide);

/** Nothing but headings and the heads of tables. */
function isEmpty(slide: string): boolean {
	const [, body = ''] = shownOf(slide).split(/^#{1,2} .+$/m);
	return (
		body
			.replace(/<[^>]*>/g, '')
			.replace(/^#+ .*$/gm, '')
			.replace(/^\|.*\|\n\|[-:|]+\|$/gm, '')
			.trim() === ''
	);
}

/** Headings of a column, heads of a table and marks of a list with nothing to follow. */
function bareParts(slide: string): readonly string[] {
	const lines = slide.split('\n');
	return [
		...(shownOf(slide).match(/^### .+\n+(?=<\/div>|#)/gm) ?? []),
		...lines.filter((line, index) => /^\|[-:|]+\|$/.test(line) && !lines[index + 1]?.startsWith('|')),
		...lines.filter((line) => /^(?:-|\d+\.)\s*$/.test(line)),
	];
}

test('every brief in data/ is covered', () => {
	expect(BRIEFS.sort()).toEqual(['example', 'gpt-5.3-codex']);
});

describe.each(Object.entries(LIMITS))('%s', (deck, [fewest, most]) => {
	test('builds without a complaint', () => {
		expect(outcomes.get(deck)?.complaints).toEqual([]);
	});

	test(`has ${fewest} to ${most} slides`, () => {
		const count = slidesOf(deck).length;
		expect(count).toBe(outcomes.get(deck)?.deck?.slides.length);
		expect(count).toBeGreaterThanOrEqual(fewest);
		expect(count).toBeLessThanOrEqual(most);
	});

	test('prints nothing that code left behind', () => {
		expect(slidesOf(deck).filter(hasLeftovers)).toEqual([]);
	});

	test('has a heading and something beneath it on every slide', () => {
		expect(slidesOf(deck).filter(isEmpty)).toEqual([]);
	});

	test('has no heading, table or list with nothing in it', () => {
		expect(slidesOf(deck).flatMap(bareParts)).toEqual([]);
	});

	test('has notes on every slide', () => {
		const silent = slidesOf(deck).filter((slide) => !/<!--\n(?:Say|Caveat|Expect) — /.test(slide));
		expect(silent).toEqual([]);
	});

	test('names its sources wherever it prints a claim', () => {
		const built = outcomes.get(deck)?.deck;
		const bare = slidesOf(deck).filter((slide, index) => {
			const claims = built?.slides[index]?.claims.length ?? 0;
			return claims > 0 !== slide.includes('<div class="sources">');
		});
		expect(bare).toEqual([]);
	});
});

test('an invented subject is called invented on every slide, a real one on none', () => {
	for (const [name, { deck }] of outcomes)
		expect(deck?.markdown.includes('invented example')).toBe(name.startsWith('example/'));
});

test('the example says nothing that belongs to the other brief', () => {
	const foreign =
		/Codex|OpenAI|Anthropic|Spark|Cerebras|\btokens?\b|coding|software|patch|self-improv\w*|capture-the-flag|vetting|defen[cd]\w*|\bchips?\b|skills|diffs/gi;
	const decksOfExample = [...outcomes].filter(([name]) => name.startsWith('example/'));
	expect(decksOfExample.flatMap(([, { deck }]) => deck?.markdown.match(foreign) ?? [])).toEqual([]);
});

describe('two whole decks come of', () => {
	test.each([
		['data/example', 'results.yaml'],
		['data/example', 'figures.yaml'],
		['data/example', 'timeline.yaml'],
		['data/example', 'statements.yaml'],
		// What the templates say where the author says nothing.
		['data/example', 'storyline.yaml'],
		['data/gpt-5.3-codex', 'storyline.yaml'],
		// Ranges, lower is better, ratings, months for dates, a price and words with marks of Markdown and HTML in them.
		['tests/fixtures/evidence/vision-model', 'storyline.yaml'],
	])('%s without %s', async (path, file) => {
		const built = await build(path, file);
		expect(built.map(({ complaints }) => complaints)).toEqual([[], []]);
		for (const slide of built.flatMap(({ deck }) => split(deck?.markdown ?? ''))) {
			expect(hasLeftovers(slide)).toBe(false);
			expect(isEmpty(slide)).toBe(false);
			expect(bareParts(slide)).toEqual([]);
		}
	});
});
