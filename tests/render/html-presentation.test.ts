// Opens a finished deck from disk in a real browser, with scripts on: what somebody who gets the file by mail sees.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { renderHtml } from '../../src/render/render-html.js';
import { temporaryFolder, testMachine } from '../effects/support.js';
import { htmlInput } from './html-support.js';

const found = (await findBrowser(testMachine(), disk)).value;

describe.runIf(found !== undefined)('a deck opened from disk', { timeout: 60_000 }, () => {
	let browser: Browser;

	beforeAll(async () => {
		browser = await puppeteer.launch({
			executablePath: found?.path ?? '',
			headless: found?.kind === 'embedded' ? 'shell' : true,
			pipe: true,
			args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
			env: { ...process.env, ...found?.env },
		});
	}, 60_000);
	afterAll(() => browser?.close());

	async function open(view = ''): Promise<{ page: Page; asked: string[]; errors: string[] }> {
		const slides = [
			'# One\n\n<!-- Say one. -->',
			'# Two\n\n![a](charts/gains.svg)\n\n<!-- Say two. -->',
			'# Three',
		];
		const { value } = await renderHtml(
			htmlInput(slides, { scripts: ['document.body.dataset.extra = "ran"'] }),
		);
		const file = join(await temporaryFolder(), 'deck.html');
		await writeFile(file, value?.html ?? '');
		const page = await browser.newPage();
		onTestFinished(() => page.close());
		const asked: string[] = [];
		const errors: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		page.on('pageerror', (error) => errors.push(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
		await page.goto(`${pathToFileURL(file).href}${view}`);
		return {
			page,
			asked: asked.filter((url) => !url.startsWith('data:') && !url.startsWith('file:')),
			errors,
		};
	}

	const activeSlide = 'document.querySelector(".bespoke-marp-active section").id';

	test('shows one slide and goes to the next by key, without errors or requests', async () => {
		const { page, asked, errors } = await open();
		expect(await page.evaluate(activeSlide)).toBe('1');
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.evaluate(activeSlide)).toBe('2');
		expect(await page.evaluate('location.hash')).toBe('#2');
		expect(await page.evaluate('document.body.dataset.extra')).toBe('ran');
		expect({ asked, errors }).toEqual({ asked: [], errors: [] });
	});

	test('has a presenter view with the notes and the next slide', async () => {
		const { page, errors } = await open('?view=presenter#2');
		const note = 'document.querySelector(".bespoke-marp-note.active")?.innerText';
		await expect.poll(() => page.evaluate(note)).toBe('Say two.');
		await expect.poll(() => page.frames().length).toBe(2);
		const next = page.frames()[1];
		await expect.poll(() => next?.evaluate(activeSlide)).toBe('3');
		expect(errors).toEqual([]);
	});

	test('has an overview of all slides', async () => {
		const { page } = await open();
		await page.keyboard.press('o');
		await expect.poll(() => page.frames().length).toBe(2);
		const overview = page.frames()[1];
		await expect.poll(() => overview?.evaluate('document.body.dataset.bespokeView')).toBe('overview');
	});

	test('runs no script but its own', async () => {
		const { page, errors } = await open();
		await page.evaluate(`{
			const script = document.createElement('script');
			script.textContent = 'document.title = "taken over"';
			document.body.append(script);
			document.body.insertAdjacentHTML('beforeend', '<img src="http://127.0.0.1:9/x.png">');
		}`);
		await expect.poll(() => errors.length).toBeGreaterThan(0);
		expect(await page.title()).not.toBe('taken over');
	});
});
