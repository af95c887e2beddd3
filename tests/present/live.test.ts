// Saves files under a running `modelbrief present` and looks at the pages that are open in a real browser.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTIVE_SLIDE, found, openPage, presentCopy, SLIDE_TEXT, sharedBrowser } from './present-support.js';

const DECK = 'example/executive-brief';
const TEMPLATE = 'templates/executive-brief/slides/timeline.md.hbs';
const KICKER = 'kicker="Timeline"';

describe.runIf(found !== undefined)(
	'a deck that is open while its files are saved',
	{ timeout: 90_000 },
	() => {
		const browser = sharedBrowser();

		/** A page on the timeline, which knows if it was loaded again. */
		async function open(view = '') {
			const presented = await presentCopy();
			const opened = await openPage(browser(), `${presented.address}${DECK}${view}`);
			const { page } = opened;
			const slides = (await page.evaluate(
				'JSON.parse(document.getElementById("modelbrief-data").textContent).slides.map((s) => s.name)',
			)) as string[];
			const index = slides.indexOf('timeline') + 1;
			await page.evaluate(`location.hash = "#${index}"; window.isSamePage = true`);
			await expect.poll(() => page.evaluate(ACTIVE_SLIDE)).toBe(String(index));
			return { ...presented, ...opened, index };
		}

		test('shows a changed template at once, on the same slide and in the same page', async () => {
			const { page, edit, slide, index, errors } = await open();
			edit(TEMPLATE, KICKER, 'kicker="What came when"');
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toMatch(/what came when/i);
			expect(await slide()).toBe(String(index));
			expect(await page.evaluate('window.isSamePage')).toBe(true);
			expect(errors).toEqual([]);
		});

		test('shows changed evidence, and its chart drawn again', async () => {
			const { page, edit, read } = await open();
			const label = /label: (.+)/.exec(read('data/example/timeline.yaml'))?.[1] ?? '';
			edit('data/example/timeline.yaml', `label: ${label}`, 'label: Something new');
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toContain('Something new');
			expect(
				await page.evaluate('document.querySelector(".bespoke-marp-active figure").textContent'),
			).toContain('Something new');
			expect(await page.evaluate('window.isSamePage')).toBe(true);
		});

		test('shows a changed theme in place', async () => {
			const { page, edit } = await open();
			edit('themes/base.css', /$/, '\nsection { outline: 7px solid rgb(1, 2, 3); }\n');
			const outline = 'getComputedStyle(document.querySelector(".bespoke-marp-active section")).outlineColor';
			await expect.poll(() => page.evaluate(outline)).toBe('rgb(1, 2, 3)');
			expect(await page.evaluate('window.isSamePage')).toBe(true);
		});

		test('goes to the slide of the same name when slides come before it', async () => {
			const { page, edit, slide, index } = await open();
			edit(
				'templates/executive-brief/deck.md.hbs',
				/\{\{slide "timeline"[^}]*\}\}/,
				'{{slide "sources"}}\n$&',
			);
			edit('templates/executive-brief/deck.md.hbs', '{{slide "sources"}}', '{{slide "decision"}}');
			await expect.poll(slide).toBe(String(index + 1));
			expect(await page.evaluate('window.isSamePage')).toBe(undefined);
			expect(await page.evaluate(SLIDE_TEXT)).toMatch(/timeline/i);
		});

		test('has the decks in its list that the brief lists now', async () => {
			const { page, address, edit } = await open();
			const listed = async () => {
				await page.goto(address);
				return page.evaluate('[...document.querySelectorAll("h2")].map((name) => name.textContent)');
			};
			expect(await listed()).toHaveLength(2);
			edit('data/example/brief.yaml', /.*deck: engineering-deep-dive.*\n/, '');
			await expect.poll(listed).toHaveLength(1);
			edit('data/example/brief.yaml', /$/, '  - { deck: engineering-deep-dive, theme: engineering }\n');
			await expect.poll(listed).toHaveLength(2);
		});

		test('says so, in each window, when the server has ended', async () => {
			const { page, address, child, slide, index } = await open();
			const other = await openPage(browser(), `${address}${DECK}?view=presenter`);
			child.kill('SIGINT');
			for (const one of [page, other.page]) await one.waitForSelector('.mb-notice');
			await page.keyboard.press('ArrowLeft');
			await expect.poll(slide).toBe(String(index - 1));
		});

		test('lays the diagnostic of a broken save over the last good slide, as text, until the next good one', async () => {
			const { page, edit, slide, index, log, read } = await open();
			const overlay = () =>
				page.evaluate('document.querySelector(".mb-problems")?.innerText ?? ""') as Promise<string>;
			const before = await page.evaluate(SLIDE_TEXT);
			edit(TEMPLATE, '{{#heading', '{{<img src=x onerror=alert(1)>}}{{#heading');
			await expect.poll(overlay).toContain('MB3');
			expect(await overlay()).toContain('timeline.md.hbs:1');
			expect(await page.evaluate('document.querySelectorAll(".mb-problems img").length')).toBe(0);
			expect(await page.evaluate(SLIDE_TEXT)).toBe(before);
			expect(await slide()).toBe(String(index));
			expect(log()).toContain('The last good version stays.');
			await page.keyboard.press('Escape');
			expect(await overlay()).toBe('');

			// Somebody who opens the deck now is told as well.
			const second = await openPage(browser(), page.url());
			await expect
				.poll(() => second.page.evaluate('document.querySelectorAll(".mb-problem").length'))
				.toBe(1);

			edit(TEMPLATE, /\{\{<.*?\}\}\{\{#heading kicker="[^"]*"/, '{{#heading kicker="Mended"');
			expect(read(TEMPLATE)).toContain('Mended');
			await expect.poll(overlay).toBe('');
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toMatch(/mended/i);
			expect(await page.evaluate('window.isSamePage')).toBe(true);
		});

		test('survives a file that vanishes and comes back, and one that is renamed into place', async () => {
			const { page, folder, read, child } = await open();
			const path = join(folder, 'data/example/brief.yaml');
			const text = read('data/example/brief.yaml');
			rmSync(path);
			await expect
				.poll(() => page.evaluate('document.querySelectorAll(".mb-problem").length'))
				.toBeGreaterThan(0);
			writeFileSync(`${path}.tmp`, text.replace(/title: .*/, 'title: Back again'));
			renameSync(`${path}.tmp`, path);
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toContain('Back again');
			await expect.poll(() => page.evaluate('document.querySelectorAll(".mb-problem").length')).toBe(0);
			expect(child.exitCode).toBe(null);
		});

		test('shows the last of a burst of saves, and no mistake that was only half-way', async () => {
			const { page, edit, folder, read, log } = await open();
			await page.evaluate(
				'window.overlays = 0; new MutationObserver(() => { window.overlays += document.querySelectorAll(".mb-problems").length }).observe(document.body, { childList: true })',
			);
			const whole = read(TEMPLATE);
			for (let turn = 0; turn < 100; turn += 1) {
				// As an editor writes: nothing first, then the text.
				writeFileSync(join(folder, TEMPLATE), '');
				writeFileSync(
					join(folder, TEMPLATE),
					whole.replace(KICKER, `kicker="Turn ${'abcdefghij'[turn % 10]}"`),
				);
				if (turn % 10 === 0) await new Promise((done) => setTimeout(done, 10));
			}
			edit(TEMPLATE, /kicker="[^"]*"/, 'kicker="The last"');
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toMatch(/the last/i);
			expect(await page.evaluate('window.overlays')).toBe(0);
			expect(log().match(/ → /g)?.length ?? 0).toBeLessThan(60);
		});

		test('keeps the presenter window up to date: slide, next slide, notes and sources', async () => {
			const { page, edit, address, index } = await open();
			const presenter = await openPage(browser(), `${address}${DECK}?view=presenter#${index - 1}`);
			await expect.poll(() => presenter.page.frames().length).toBe(2);
			const next = presenter.page.frames()[1];
			await expect.poll(() => next?.evaluate(ACTIVE_SLIDE)).toBe(String(index));
			edit(TEMPLATE, KICKER, 'kicker="Seen by both"');
			await expect.poll(() => next?.evaluate(SLIDE_TEXT)).toMatch(/seen by both/i);
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toMatch(/seen by both/i);
			edit(TEMPLATE, /\{\{#say\}\}[\s\S]*?\{\{\/say\}\}/, '{{#say}}A new thing to say.{{/say}}');
			const note = `document.querySelector('.bespoke-marp-note[data-index="${index - 1}"]').textContent`;
			await expect.poll(() => presenter.page.evaluate(note)).toContain('A new thing to say.');
		});

		test('a page that missed something loads itself again', async () => {
			const { page, edit } = await open();
			await page.setOfflineMode(true);
			await page.evaluate('document.body.dataset.version = "another"');
			await page.setOfflineMode(false);
			edit(TEMPLATE, KICKER, 'kicker="After the gap"');
			await expect.poll(() => page.evaluate(SLIDE_TEXT)).toMatch(/after the gap/i);
			expect(await page.evaluate('window.isSamePage')).toBe(undefined);
		});
	},
);
