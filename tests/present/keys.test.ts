// Keys with something else in the way: a button or a text that has the focus, an open help, a black screen, Caps Lock,
// another alphabet. Each does what the help says of it, once, and nothing behind what is open.

import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { exportedDeck, found, openPage, sharedBrowser } from './present-support.js';

describe.runIf(found !== undefined)('keys of an exported deck', { timeout: 60_000 }, () => {
	const browser = sharedBrowser();
	const deck = exportedDeck('gpt-5.3-codex');
	const open = (view = '') => openPage(browser(), `${deck()}${view}`);
	const isOverviewOpen = (page: Page) =>
		page.evaluate('document.querySelector(".bespoke-marp-overview")?.dataset.open === "1"');
	const isShown = (page: Page, name: string) =>
		page.evaluate(
			`(() => { const it = document.querySelector('${name}'); return it !== null && !it.hidden; })()`,
		);
	const focus = (page: Page) =>
		page.evaluate('document.activeElement.className || document.activeElement.tagName') as Promise<string>;
	/** Long enough for a move to be seen that must not come. */
	const aMoment = () => new Promise((done) => setTimeout(done, 150));

	test('Escape closes what is open, one after the other, and opens nothing', async () => {
		const { page } = await open('#3');
		await page.keyboard.press('Escape');
		await aMoment();
		expect(await isOverviewOpen(page)).toBe(false);
		await page.keyboard.press('s');
		await page.keyboard.press('?');
		await page.keyboard.press('Escape');
		expect(await page.evaluate('document.querySelector("dialog").open')).toBe(false);
		expect(await isShown(page, '.mb-drawer')).toBe(true);
		await page.keyboard.press('Escape');
		expect(await isShown(page, '.mb-drawer')).toBe(false);
		await page.keyboard.press('o');
		await expect.poll(() => page.frames().length).toBe(2);
		await page.frames()[1]?.waitForSelector('.mb-thumb');
		await page.keyboard.press('Escape');
		await expect.poll(() => isOverviewOpen(page)).toBe(false);
	});

	test('Space and Enter on a button press the button, and do not turn the slide', async () => {
		const { page, slide } = await open('#3');
		await page.keyboard.press('s');
		await page.keyboard.press('ArrowDown');
		const isExpanded = () => page.evaluate('document.activeElement.getAttribute("aria-expanded")');
		expect(await isExpanded()).toBe('false');
		await page.keyboard.press('Space');
		expect(await isExpanded()).toBe('true');
		await page.keyboard.press('Enter');
		expect(await isExpanded()).toBe('false');
		expect(await slide()).toBe('3');
	});

	test('every button of the bar can be reached by Tab, is then seen, and leaves the slides their keys', async () => {
		const { page, slide } = await open('#3');
		const names: unknown[] = [];
		for (let button = 0; button < 7; button += 1) {
			await page.keyboard.press('Tab');
			names.push(await page.evaluate('document.activeElement.textContent'));
			await expect
				.poll(() => page.evaluate('getComputedStyle(document.querySelector(".bespoke-marp-osc")).opacity'))
				.toBe('1');
		}
		expect(names).toEqual([
			...['Back', 'Next', 'Full screen (f)', 'Overview (o)', 'Presenter view (p)'],
			...['Sources (s)', 'Keys (?)'],
		]);
		await page.keyboard.press('ArrowRight');
		await expect.poll(slide).toBe('4');
		await page.keyboard.press('Enter');
		expect(await page.evaluate('document.querySelector("dialog").open')).toBe(true);
	});

	test('a button that is pressed with the mouse leaves the keys to the slides', async () => {
		const { page, slide } = await open('#3');
		for (const name of ['help', 'sources']) {
			await page.mouse.move(640, 700);
			await page.mouse.move(640, 714);
			const button = await page.waitForSelector(`.mb-control-${name}`);
			await button?.click();
			await page.keyboard.press('Escape');
			await expect.poll(() => focus(page)).toBe('BODY');
		}
		await page.keyboard.press('ArrowRight');
		await expect.poll(slide).toBe('4');
		await page.keyboard.press('Space');
		await expect.poll(slide).toBe('5');
	});

	test('with the help open only the help moves, and its letters do what they say', async () => {
		const { page, slide } = await open('#3');
		const isHelpOpen = () => page.evaluate('document.querySelector("dialog").open');
		await page.keyboard.press('?');
		for (const key of ['ArrowRight', 'PageDown', 'Space', 'End'] as const) await page.keyboard.press(key);
		await aMoment();
		expect([await isHelpOpen(), await slide()]).toEqual([true, '3']);
		await page.keyboard.press('s');
		expect([await isHelpOpen(), await isShown(page, '.mb-drawer')]).toEqual([false, true]);
		await page.keyboard.press('h');
		expect(await isHelpOpen()).toBe(true);
		await page.keyboard.press('?');
		expect(await isHelpOpen()).toBe(false);
	});

	test('the sources come up out of the black screen, and the overview over it', async () => {
		const { page } = await open('#3');
		await page.keyboard.press('b');
		await page.keyboard.press('s');
		expect([await isShown(page, '.mb-black'), await isShown(page, '.mb-drawer')]).toEqual([false, true]);
		await page.keyboard.press('b');
		await page.keyboard.press('o');
		await expect.poll(() => isOverviewOpen(page)).toBe(true);
		await expect.poll(() => page.evaluate('document.elementFromPoint(1000, 300).tagName')).toBe('IFRAME');
	});

	test('a key that is held switches once', async () => {
		const { page } = await open('#3');
		await page.keyboard.down('b');
		await page.keyboard.down('b');
		await page.keyboard.up('b');
		expect(await isShown(page, '.mb-black')).toBe(true);
	});

	test('a number can be corrected before Enter', async () => {
		const { page, slide } = await open();
		await page.keyboard.type('17');
		await page.keyboard.press('Backspace');
		expect(await page.evaluate('document.querySelector(".mb-typed").textContent')).toBe('Slide 1');
		await page.keyboard.type('2');
		await page.keyboard.press('Enter');
		await expect.poll(slide).toBe('12');
	});

	test.each([
		['Caps Lock', 'O', 'S', 'B'],
		['a Russian keyboard', 'щ', 'ы', 'и'],
	])('letters work with %s', async (_name, o, s, b) => {
		const { page } = await open('#3');
		const press = (key: string, code: string) =>
			page.evaluate(
				`document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: '${code}', bubbles: true, cancelable: true }))`,
			);
		await press(s, 'KeyS');
		expect(await isShown(page, '.mb-drawer')).toBe(true);
		await press(b, 'KeyB');
		expect(await isShown(page, '.mb-black')).toBe(true);
		await press(o, 'KeyO');
		await expect.poll(() => isOverviewOpen(page)).toBe(true);
	});

	test('the wheel turns slides, and with Ctrl leaves them', async () => {
		const { page, slide } = await open('#3');
		await page.mouse.move(600, 300);
		await page.keyboard.down('Control');
		await page.mouse.wheel({ deltaY: 120 });
		await page.keyboard.up('Control');
		await new Promise((done) => setTimeout(done, 400));
		expect(await slide()).toBe('3');
		await page.mouse.wheel({ deltaY: 120 });
		await expect.poll(slide).toBe('4');
	});

	describe('in the presenter view', () => {
		const present = async () => {
			const opened = await open('?view=presenter#3');
			await opened.page.waitForSelector('.mb-bar');
			return opened;
		};

		test('a clicker turns the slides while the notes have the focus, and the arrows scroll them', async () => {
			const { page, slide } = await present();
			await page.setViewport({ width: 1280, height: 400 });
			await page.click('.bespoke-marp-note.active');
			const scrolled = () =>
				page.evaluate('document.querySelector(".bespoke-marp-note.active").scrollTop > 0');
			await page.keyboard.press('ArrowDown');
			await expect.poll(scrolled).toBe(true);
			expect(await slide()).toBe('3');
			for (const [key, expected] of [
				['PageDown', '4'],
				['ArrowRight', '5'],
				['PageUp', '4'],
			] as const) {
				await page.keyboard.press(key);
				await expect.poll(slide).toBe(expected);
			}
		});

		test('keys in the field for the minutes change the minutes alone, and Enter leaves it', async () => {
			const { page, slide } = await present();
			const minutes = () => page.evaluate('document.querySelector(".mb-bar input").value');
			await page.click('.mb-bar input');
			await page.keyboard.press('ArrowUp');
			expect(await minutes()).toBe('21');
			await page.keyboard.press('Enter');
			expect(await focus(page)).toBe('BODY');
			expect(await slide()).toBe('3');
			await page.keyboard.press('ArrowRight');
			await expect.poll(slide).toBe('4');
		});

		test('the sources stand beside the notes', async () => {
			const { page } = await present();
			await page.keyboard.press('s');
			expect(
				await page.evaluate(
					'document.querySelector(".bespoke-marp-note.active").getBoundingClientRect().right <= document.querySelector(".mb-drawer").getBoundingClientRect().left',
				),
			).toBe(true);
		});

		test('Space presses the button that was reached by Tab', async () => {
			const { page, slide } = await present();
			await page.focus('.mb-tools button');
			await page.keyboard.press('Space');
			expect(await page.evaluate('document.querySelector(".mb-tools button").textContent')).toBe('Pause');
			expect(await slide()).toBe('3');
		});
	});
});
