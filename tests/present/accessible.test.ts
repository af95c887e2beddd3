// The exported decks as a screen reader or a keyboard meets them: axe-core's rules in every mode and state, none failing,
// and what no rule can tell: what is said when a slide turns, and where the focus goes.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../effects/support.js';
import { found, openPage, PROJECT, sharedBrowser } from './present-support.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'modelbrief-accessible-'));
const MODES = ['light', 'dark', 'contrast'] as const;
const DECKS = ['gpt-5.3-codex', 'example'].flatMap((brief) =>
	['executive-brief', 'engineering-deep-dive'].map((deck) => `${brief}/${deck}`),
);

/** What fails, as `rule: element`; frames are opened by their own addresses. */
async function failures(page: Page): Promise<readonly string[]> {
	await page.evaluate(AXE);
	const { violations } = (await page.evaluate(
		'axe.run(document, { resultTypes: ["violations"], iframes: false })',
	)) as AxeResults;
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Every slide is in the overview at once. */
const STATES: Readonly<
	Record<string, { readonly at: string; readonly enter?: (page: Page) => Promise<unknown> }>
> = {
	'on the title': { at: '' },
	'on a slide with a chart': { at: '#3' },
	'with the drawer open': {
		at: '#3',
		async enter(page) {
			await page.keyboard.press('s');
			await page.evaluate(
				'for (const button of document.querySelectorAll(".mb-topic-button[aria-expanded=false]")) button.click()',
			);
		},
	},
	'with the help open': { at: '', enter: (page) => page.keyboard.press('?') },
	'under the overview': {
		at: '',
		async enter(page) {
			await page.keyboard.press('o');
			await page.waitForSelector('iframe');
		},
	},
	'in the overview': { at: '?view=overview' },
	'in the presenter view': { at: '?view=presenter#3', enter: (page) => page.waitForSelector('.mb-bar') },
	'as the next slide of the presenter': { at: '?view=next#3' },
};

describe.runIf(found !== undefined)('an exported deck', { timeout: 120_000 }, () => {
	const browser = sharedBrowser();
	const address = (mode: string, deck: string) => pathToFileURL(join(folder, mode, `${deck}.html`)).href;

	beforeAll(async () => {
		for (const mode of MODES)
			await run(
				process.execPath,
				[
					...['dist/cli.js', 'build', 'gpt-5.3-codex', 'example', '--format', 'html', '--quiet'],
					...['--mode', mode, '--output', join(folder, mode)],
				],
				{ cwd: PROJECT },
			);
	}, 120_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	describe.each(MODES)('in mode %s', (mode) => {
		test.each(DECKS)('%s breaks no rule of axe-core in any state', async (deck) => {
			const broken: Record<string, readonly string[]> = {};
			for (const [state, { at, enter }] of Object.entries(STATES)) {
				const { page } = await openPage(browser(), `${address(mode, deck)}${at}`);
				await enter?.(page);
				const failed = await failures(page);
				if (failed.length > 0) broken[state] = failed;
				await page.close();
			}
			expect(broken).toEqual({});
		});
	});

	test('is judged by rules that can fail', async () => {
		const { page } = await openPage(browser(), address('light', 'example/executive-brief'));
		await page.evaluate('document.querySelector(".bespoke-marp-active section").append(new Image())');
		expect(await failures(page)).toEqual([expect.stringMatching(/^image-alt: /)]);
	});

	test('says which slide comes on view, and has one heading of the first level', async () => {
		const { page } = await openPage(browser(), address('light', 'example/executive-brief'));
		const said = () => page.evaluate('document.querySelector("[role=main] > [role=status]").textContent');
		const titles = () =>
			page.evaluate(
				'[...document.querySelectorAll("h1")].filter((one) => one.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true })).length',
			);
		expect(await said()).toBe('');
		expect(await titles()).toBe(1);
		await page.keyboard.press('ArrowRight');
		await expect.poll(said).toMatch(/^Slide 2 of \d+: \S/);
		expect(await titles()).toBe(1);
		expect(
			await page.evaluate('document.querySelector(".bespoke-marp-active").getAttribute("aria-label")'),
		).toBe(await said());
	});

	test('has a drawer that takes the focus, keeps it when the slide turns, and gives it back', async () => {
		const { page } = await openPage(browser(), `${address('light', 'gpt-5.3-codex/executive-brief')}#3`);
		const focused = () =>
			page.evaluate(
				'document.activeElement.closest("[role=dialog]")?.getAttribute("aria-labelledby") ?? document.activeElement.className',
			);
		await page.evaluate('document.querySelector(".mb-control-sources").focus()');
		await page.keyboard.press('s');
		expect(await focused()).toBe('mb-drawer-title');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowRight');
		await expect
			.poll(() => page.evaluate('document.querySelector(".mb-summary").textContent'))
			.toMatch(/^Slide 4/);
		expect(await focused()).toBe('mb-drawer-title');
		await page.keyboard.press('Escape');
		expect(await focused()).toContain('mb-control-sources');
	});

	test('has each chart as a table in the drawer, and tells so at the chart', async () => {
		const { page } = await openPage(browser(), `${address('light', 'gpt-5.3-codex/executive-brief')}#3`);
		await page.keyboard.press('s');
		const [caption, heads, rows] = (await page.evaluate(`(() => {
			const table = document.querySelector('.mb-data table');
			const texts = (name) => [...table.querySelectorAll(name)].map((cell) => cell.textContent);
			return [table.caption.textContent, texts('thead th[scope=col]'), [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent))];
		})()`)) as [string, string[], string[][]];
		expect(caption).toContain('Percent.');
		expect(heads).toEqual([
			'Benchmark',
			'GPT-5.2-Codex',
			'GPT-5.3-Codex',
			'People',
			'Change, points',
			'Remarks',
		]);
		expect(rows[1]).toEqual([
			...['Terminal-Bench 2.0', '64.0', '77.3', 'not reported', '+13.3'],
			'GPT-5.3-Codex: sources disagree; Latest AI says 75.1',
		]);
		expect(
			await page.evaluate('document.querySelector(".bespoke-marp-active svg.chart").ariaDescription'),
		).toContain('table');
	});
});
