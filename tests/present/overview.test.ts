// The overview of a deck: which slide is which, where one is, and how to get to another.

import type { Frame, Viewport } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { exportedDeck, found, openPage, sharedBrowser } from './present-support.js';

describe.runIf(found !== undefined)('the overview', { timeout: 60_000 }, () => {
	const browser = sharedBrowser();
	const deck = exportedDeck('gpt-5.3-codex');
	const open = async (at: string, viewport?: Viewport) => {
		const opened = await openPage(browser(), `${deck()}${at}`, viewport);
		await opened.page.keyboard.press('o');
		await expect.poll(() => opened.page.frames().length).toBe(2);
		const frame = opened.page.frames()[1] as Frame;
		await frame.waitForSelector('.mb-thumb');
		return { ...opened, frame };
	};

	test('has a number under every slide, and its headline for those who cannot see it', async () => {
		const { frame } = await open('#3');
		const slides =
			(await frame.evaluate(`[...document.querySelectorAll('svg.bespoke-marp-slide')].map((slide) => {
			const [number, own] = [slide.querySelector('.mb-thumb').getBoundingClientRect(), slide.querySelector('section').getBoundingClientRect()];
			return [slide.querySelector('.mb-thumb').textContent, number.top >= own.bottom && number.height > 12, slide.getAttribute('aria-label')];
		})`)) as [string, boolean, string][];
		expect(slides.map(([number]) => number)).toEqual(slides.map((_, index) => String(index + 1)));
		expect(slides.every(([, isReadable]) => isReadable)).toBe(true);
		for (const [index, [, , name]] of slides.entries())
			expect(name).toMatch(new RegExp(`^Slide ${index + 1} of 14: .`));
	});

	test.each([
		['a laptop', { width: 1366, height: 768 }],
		['a phone', { width: 390, height: 844, hasTouch: true }],
		['a phone on its side', { width: 844, height: 390, hasTouch: true }],
	])('opens at the slide on view, which has the focus, on %s', async (_name, viewport) => {
		const { page, frame, slide } = await open('#11', viewport);
		const isInSight = () =>
			frame.evaluate(`(() => {
				const slide = document.querySelector('.bespoke-marp-active section').getBoundingClientRect();
				const head = document.querySelector('.bespoke-marp-overview-header').getBoundingClientRect();
				return slide.top >= head.bottom && slide.bottom <= innerHeight;
			})()`);
		await expect.poll(isInSight).toBe(true);
		await expect
			.poll(() => frame.evaluate('document.activeElement.getAttribute("aria-label")'))
			.toMatch(/^Slide 11 /);
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('Enter');
		await expect.poll(slide).toBe('10');
	});

	test('goes to a number that is typed', async () => {
		const { page, slide } = await open('#3');
		await page.keyboard.type('12');
		await page.keyboard.press('Enter');
		await expect.poll(slide).toBe('12');
		await expect
			.poll(() => page.evaluate('document.querySelector(".bespoke-marp-overview").dataset.open'))
			.not.toBe('1');
	});
});
