// Points that come up one by one (Marp's `*` lists), in a real browser: by key, in step with the presenter's window, and
// while the file is saved under them.

import type { Page } from 'puppeteer-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ACTIVE_SLIDE, found, openPage, presentCopy, sharedBrowser } from './present-support.js';

const DECK = 'example/executive-brief';
const TEMPLATE = 'templates/executive-brief/slides/timeline.md.hbs';
const POINTS = '\n* Alpha\n* Beta\n* Gamma\n';

/** Points of the slide that the audience sees. */
const SHOWN = `[...document.querySelectorAll('.bespoke-marp-active [data-marpit-fragment]')]
	.filter((point) => point.dataset.bespokeMarpFragment === 'active').map((point) => point.innerText).join()`;

describe.runIf(found !== undefined)('points that come up one by one', { timeout: 90_000 }, () => {
	const browser = sharedBrowser();

	/** The slide before the points, in a page that knows if it was loaded again. */
	async function open() {
		const presented = await presentCopy();
		presented.edit(TEMPLATE, /\{\{\/heading\}\}/, `$&\n${POINTS}`);
		const opened = await openPage(browser(), `${presented.address}${DECK}`);
		const { page } = opened;
		await expect
			.poll(() => page.evaluate('document.querySelectorAll("[data-marpit-fragment]").length'))
			.toBe(3);
		const index = (await page.evaluate(
			'[...document.querySelectorAll("svg.bespoke-marp-slide")].findIndex((slide) => slide.querySelector("[data-marpit-fragment]"))',
		)) as number;
		await page.evaluate(`location.hash = '#${index + 1}'; window.isSamePage = true`);
		await expect.poll(() => page.evaluate(ACTIVE_SLIDE)).toBe(String(index + 1));
		const points = (of: Page = page) => of.evaluate(SHOWN) as Promise<string>;
		return { ...presented, ...opened, index, points };
	}

	test('come and go by key, before the slide turns', async () => {
		const { page, points, slide, index, errors } = await open();
		expect(await points()).toBe('');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Space');
		await expect.poll(points).toBe('Alpha,Beta');
		await page.keyboard.press('ArrowLeft');
		await expect.poll(points).toBe('Alpha');
		for (const key of ['ArrowRight', 'ArrowRight'] as const) await page.keyboard.press(key);
		await expect.poll(points).toBe('Alpha,Beta,Gamma');
		expect(await slide()).toBe(String(index + 1));
		await page.keyboard.press('ArrowRight');
		await expect.poll(slide).toBe(String(index + 2));
		await page.keyboard.press('ArrowLeft');
		await expect.poll(points).toBe('Alpha,Beta,Gamma');
		expect(errors).toEqual([]);
	});

	test('stay when their own slide is saved, and when another one is', async () => {
		const { page, points, edit, slide, index } = await open();
		for (const key of ['ArrowRight', 'ArrowRight'] as const) await page.keyboard.press(key);
		await expect.poll(points).toBe('Alpha,Beta');
		edit('templates/executive-brief/slides/decision.md.hbs', /\{\{\/heading\}\}/, '$&\n\nAnother page.\n');
		await expect.poll(() => page.evaluate('document.body.textContent')).toContain('Another page.');
		expect(await points()).toBe('Alpha,Beta');
		expect(await page.evaluate('window.isSamePage')).toBe(true);
		edit(TEMPLATE, '* Beta', '* Better');
		await expect.poll(points).toBe('Alpha,Better');
		expect(await slide()).toBe(String(index + 1));
		edit(TEMPLATE, '* Gamma', '* Gamma\n* Delta');
		await expect
			.poll(() => page.evaluate('document.querySelector(".bespoke-marp-active").textContent'))
			.toContain('Delta');
		expect(await points()).toBe('Alpha,Better');
	});

	test('are the same for audience and presenter, also after either is loaded again and after a save', async () => {
		const { page, points, edit } = await open();
		const popup = new Promise<Page>((done) => page.once('popup', (opened) => done(opened as Page)));
		await page.keyboard.press('p');
		const presenter = await popup;
		onTestFinished(() => presenter.close());
		await presenter.waitForSelector('.mb-bar');
		await presenter.keyboard.press('ArrowRight');
		await expect.poll(points).toBe('Alpha');
		await page.bringToFront();
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => points(presenter)).toBe('Alpha,Beta');
		await page.reload();
		await page.waitForSelector('.bespoke-marp-active');
		await expect.poll(points).toBe('Alpha,Beta');
		await presenter.bringToFront();
		await presenter.reload();
		await presenter.waitForSelector('.mb-bar');
		await expect.poll(() => points(presenter)).toBe('Alpha,Beta');
		edit(TEMPLATE, '* Alpha', '* Aleph');
		await expect.poll(points).toBe('Aleph,Beta');
		await expect.poll(() => points(presenter)).toBe('Aleph,Beta');
		await presenter.waitForSelector('.mb-bar');
		await presenter.keyboard.press('ArrowRight');
		await expect.poll(() => points(presenter)).toBe('Aleph,Beta,Gamma');
		await expect.poll(points).toBe('Aleph,Beta,Gamma');
	});
});
