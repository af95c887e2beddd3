// The bar of buttons over a deck: it stands where the slide is not, and comes over a slide that fills the window only when
// somebody reaches for it.

import type { Page, Viewport } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { exportedDeck, found, openPage, sharedBrowser } from './present-support.js';

const TOUCH = { hasTouch: true, isMobile: true };

describe.runIf(found !== undefined)('the bar of an exported deck', { timeout: 60_000 }, () => {
	const browser = sharedBrowser();
	const deck = exportedDeck('example');
	const open = (viewport: Viewport) => openPage(browser(), `${deck()}#3`, viewport);
	const opacity = (page: Page) =>
		page.evaluate('getComputedStyle(document.querySelector(".bespoke-marp-osc")).opacity');
	/** How much of the bar lies over the slide itself, in pixels. */
	const overlap = (page: Page) =>
		page.evaluate(`(() => {
			const bar = document.querySelector('.bespoke-marp-osc').getBoundingClientRect();
			const slide = document.querySelector('.bespoke-marp-active section').getBoundingClientRect();
			const length = (a, b, c, d) => Math.max(0, Math.min(b, d) - Math.max(a, c));
			return Math.round(length(bar.left, bar.right, slide.left, slide.right) * length(bar.top, bar.bottom, slide.top, slide.bottom));
		})()`);

	test.each([
		['a phone held upright', { width: 390, height: 844, ...TOUCH }, 'below'],
		['a phone on its side', { width: 844, height: 390, ...TOUCH }, 'beside'],
		['an old projector', { width: 1024, height: 768 }, 'below'],
		['a wide screen', { width: 2560, height: 1080 }, 'beside'],
	])('stands beside the slide on %s, and is there from the start', async (_name, viewport, place) => {
		const { page } = await open(viewport);
		await expect.poll(() => opacity(page)).toBe('1');
		expect(await page.evaluate('document.querySelector(".bespoke-marp-osc").dataset.place')).toBe(place);
		expect(await overlap(page)).toBe(0);
	});

	test('stays where it covers nothing, for fingers', async () => {
		const { page } = await open({ width: 844, height: 390, ...TOUCH });
		await new Promise((done) => setTimeout(done, 2_600));
		expect(await opacity(page)).toBe('1');
	});

	test('leaves a slide alone that fills the window, until the pointer is at the lower edge', async () => {
		const { page } = await open({ width: 1280, height: 720 });
		expect(await opacity(page)).toBe('0');
		await page.mouse.move(640, 300);
		await page.mouse.move(640, 680);
		await new Promise((done) => setTimeout(done, 250));
		expect(await opacity(page)).toBe('0');
		await page.mouse.move(640, 712);
		await expect.poll(() => opacity(page)).toBe('1');
		// Also while the pointer keeps moving.
		let x = 300;
		await expect
			.poll(async () => {
				await page.mouse.move(x++, 400);
				return opacity(page);
			})
			.toBe('0');
	});

	test('is out of the way of a click while it is hidden', async () => {
		const { page } = await open({ width: 1280, height: 720 });
		expect(await page.evaluate('document.elementFromPoint(640, 690).closest(".bespoke-marp-osc")')).toBe(
			null,
		);
	});

	test('comes with a tap where it would cover the slide, and goes with the next', async () => {
		const { page } = await open({ width: 960, height: 540, ...TOUCH });
		expect(await opacity(page)).toBe('0');
		await page.touchscreen.tap(30, 30);
		await expect.poll(() => opacity(page)).toBe('1');
		await page.touchscreen.tap(30, 30);
		await expect.poll(() => opacity(page)).toBe('0');
	});

	test('makes room when the drawer opens', async () => {
		const { page } = await open({ width: 1280, height: 720 });
		await page.keyboard.press('s');
		await expect
			.poll(() => page.evaluate('document.querySelector(".bespoke-marp-osc").dataset.place'))
			.toBe('below');
		await expect.poll(() => overlap(page)).toBe(0);
	});
});
