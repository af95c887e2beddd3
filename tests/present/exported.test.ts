// A finished deck opened from disk in a real browser, with real key presses: source drawer, keys, presenter view. There
// is no server, and nothing may be asked of the network.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KeyInput, Page, Viewport } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../effects/support.js';
import {
	ACTIVE_SLIDE,
	found,
	type OpenPage,
	openPage,
	PROJECT,
	SLIDE_TEXT,
	sharedBrowser,
} from './present-support.js';

const folder = mkdtempSync(join(tmpdir(), 'modelbrief-exported-'));
const BRIEF = 'gpt-5.3-codex';

async function build(output: string, ...more: readonly string[]): Promise<string> {
	const target = join(folder, output);
	const args = ['dist/cli.js', 'build', BRIEF, '--format', 'html', '--output', target, '--quiet', ...more];
	await run(process.execPath, args, { cwd: PROJECT });
	return join(target, BRIEF, 'executive-brief.html');
}

describe.runIf(found !== undefined)('an exported deck', { timeout: 60_000 }, () => {
	const browser = sharedBrowser();
	let deck = '';
	beforeAll(async () => {
		deck = pathToFileURL(await build('output')).href;
	}, 60_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const open = (view = '', viewport?: Viewport) => openPage(browser(), `${deck}${view}`, viewport);

	/** Nothing went wrong, and nothing was asked for but the file itself. */
	function expectQuiet({ errors, asked }: OpenPage): void {
		expect(errors).toEqual([]);
		expect(asked.filter((url) => !url.startsWith(deck))).toEqual([]);
	}

	test('moves by the keys that people expect', async () => {
		const opened = await open();
		const { page, slide } = opened;
		const last = String(await page.evaluate('document.querySelectorAll("svg.bespoke-marp-slide").length'));
		const steps: readonly (readonly [KeyInput, string])[] = [
			['ArrowRight', '2'],
			['Space', '3'],
			['ArrowDown', '4'],
			['PageDown', '5'],
			['ArrowLeft', '4'],
			['ArrowUp', '3'],
			['PageUp', '2'],
			['End', last],
			['ArrowRight', last],
			['Home', '1'],
			['ArrowLeft', '1'],
		];
		for (const [key, expected] of steps) {
			await page.keyboard.press(key);
			await expect.poll(slide, { message: key }).toBe(expected);
		}
		expectQuiet(opened);
	});

	test('goes to a number that is typed, and to the last slide for one that is too large', async () => {
		const { page, slide } = await open();
		await page.keyboard.type('11');
		expect(await page.evaluate('document.querySelector(".mb-typed").textContent')).toBe('Slide 11');
		await page.keyboard.press('Enter');
		await expect.poll(slide).toBe('11');
		await page.keyboard.type('9');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Enter');
		expect(await slide()).toBe('11');
		await page.keyboard.type('999');
		await page.keyboard.press('Enter');
		await expect.poll(slide).toBe('14');
		expect(await page.evaluate('history.length')).toBeLessThanOrEqual(2);
	});

	const drawer = (page: Page) =>
		page.evaluate(
			'document.getElementById("mb-drawer").hidden ? "" : document.getElementById("mb-drawer").innerText',
		) as Promise<string>;

	test('shows the sources of the slide on view, and follows when it turns', async () => {
		const opened = await open('#4');
		const { page, slide } = opened;
		await page.keyboard.press('s');
		await expect.poll(() => drawer(page)).toContain('Slide 4');
		expect(await drawer(page)).toContain('OSWorld-Verified');
		expect(await page.evaluate('document.getElementById("mb-drawer").contains(document.activeElement)')).toBe(
			true,
		);
		// The slide makes room instead of being covered.
		const edge = () =>
			page.evaluate(
				'document.querySelector(".bespoke-marp-parent").getBoundingClientRect().right <= document.getElementById("mb-drawer").getBoundingClientRect().left + 1',
			);
		await expect.poll(edge).toBe(true);
		await page.keyboard.press('ArrowRight');
		await expect.poll(slide).toBe('5');
		await expect.poll(() => drawer(page)).toContain('Slide 5');
		await page.keyboard.press('Escape');
		await expect.poll(() => drawer(page)).toBe('');
		await page.keyboard.press('ArrowRight');
		await expect.poll(slide).toBe('6');
		expectQuiet(opened);
	});

	test('has the documents of the deck where a slide shows no finding', async () => {
		const { page } = await open();
		await page.keyboard.press('s');
		await expect.poll(() => drawer(page)).toContain('Slide 1 · no finding');
		const names = (await page.evaluate(
			'[...document.querySelectorAll(".mb-documents li b")].map((name) => name.textContent)',
		)) as string[];
		expect(names).toEqual([
			'Latest AI',
			'Training article',
			'Bootstrapping article',
			'EngineAI',
			'Research note',
		]);
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => drawer(page)).toContain('Slide 2 · ');
		expect(await drawer(page)).not.toContain('Documents that were read');
	});

	test('opens each figure by keyboard, with claims, places, dissent, reason and ruling', async () => {
		const { page, slide } = await open('#3');
		await page.keyboard.press('s');
		await expect.poll(() => drawer(page)).toContain('Terminal-Bench 2.0');
		const focused = () => page.evaluate('document.activeElement?.innerText ?? ""') as Promise<string>;
		for (let turn = 0; turn < 12 && !(await focused()).startsWith('Terminal-Bench 2.0\n'); turn += 1)
			await page.keyboard.press('ArrowDown');
		expect(await focused()).toContain('contested');
		await page.keyboard.press('Enter');
		expect(await page.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe('true');
		const panel = (await page.evaluate(
			'document.getElementById(document.activeElement.getAttribute("aria-controls")).innerText',
		)) as string;
		for (const text of [
			'Who says so',
			'77.3%',
			'Who differs',
			'75.1%',
			'contradiction',
			'Ruling',
			'Sources say',
			'in “',
		])
			expect(panel).toContain(text);
		expect(await slide()).toBe('3');
	});

	test('opens at the figure that is clicked, in a text and in a chart', async () => {
		const { page } = await open('#5');
		const clickText = async (text: string) => {
			const [x, y] = (await page.evaluate(`(() => {
				const walker = document.createTreeWalker(document.querySelector('.bespoke-marp-active section'), NodeFilter.SHOW_TEXT);
				for (let node = walker.nextNode(); node; node = walker.nextNode()) {
					const at = node.data.indexOf(${JSON.stringify(text)});
					if (at === -1 || node.parentElement.closest('title, desc') !== null) continue;
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + ${text.length});
					const box = range.getBoundingClientRect();
					return [box.x + box.width / 2, box.y + box.height / 2];
				}
			})()`)) as [number, number];
			await page.mouse.click(x, y);
		};
		const opened = () =>
			page.evaluate(
				'[...document.querySelectorAll(".mb-topic-button[aria-expanded=true]")].map((b) => b.innerText).join()',
			) as Promise<string>;
		await clickText('under 50%');
		await expect.poll(opened).toContain('Tokens for same task');
		expect(await opened()).not.toContain('Output speed');
		const close = async () => {
			await page.keyboard.press('Escape');
			await expect
				.poll(() =>
					page.evaluate('document.querySelector(".bespoke-marp-parent").getBoundingClientRect().right'),
				)
				.toBe(1280);
		};
		await close();
		await page.keyboard.type('3');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.evaluate(ACTIVE_SLIDE)).toBe('3');
		// No document gives the change: what it was computed from stands in its row.
		await clickText('+26.5');
		await expect.poll(opened).toMatch(/^OSWorld-Verified\n.*OSWorld-Verified, GPT-5.2-Codex\n/s);
		expect(await opened()).not.toContain('Terminal-Bench');
		await close();
		await clickText('77.6');
		await expect.poll(opened).toContain('Cybersecurity CTF');
		expect(await opened()).not.toContain('SWE-Bench');
		await close();
		// What another source says is no finding's own value.
		await clickText('75.1');
		await expect.poll(opened).toMatch(/^Terminal-Bench 2\.0\n/);
		expect(await opened()).not.toContain('OSWorld');
	});

	test('opens from the source line, with what is contested first where the line says so', async () => {
		const { page } = await open('#3');
		const first = () =>
			page.evaluate('document.querySelector(".mb-topic-button").innerText') as Promise<string>;
		await page.click('.bespoke-marp-active .sources strong');
		await expect.poll(() => drawer(page)).toContain('Slide 3');
		expect(await first()).not.toContain('contested');
		await page.keyboard.press('Escape');
		// The slide takes a moment to come back to its place.
		await expect
			.poll(() =>
				page.evaluate('document.querySelector(".bespoke-marp-parent").getBoundingClientRect().right'),
			)
			.toBe(1280);
		await page.click('.bespoke-marp-active .sources .contested');
		await expect.poll(first).toContain('contested');
	});

	test('every figure on a slide that has sources can be found on it', async () => {
		const { page } = await open();
		const missing = await page.evaluate(`(() => {
			const { slides, topics, texts } = JSON.parse(document.getElementById('modelbrief-data').textContent);
			return slides.flatMap(({ prints }, index) => {
				const shown = document.querySelectorAll('svg.bespoke-marp-slide section')[index].textContent.replace(/\\s+/g, ' ');
				// Contested values of a chart are printed by the chart.
				const drawn = prints.filter(([print]) => print === 2).flatMap(([, ids]) => ids);
				return prints
					.filter(([, ids]) => !ids.every((id) => drawn.includes(id)))
					.map(([print, ids]) => (print === 0 ? texts[topics[ids[0]].t[1]] : print === 1 ? texts[topics[ids[0]].t[2]] : print))
					.filter((text) => typeof text === 'string' && !shown.includes(text.replace(/\\s+/g, ' ')))
					.map((text) => index + 1 + ': ' + text);
			});
		})()`);
		expect(missing).toEqual([]);
	});

	test('links lead outwards safely', async () => {
		const { page } = await open('#5');
		await page.keyboard.press('s');
		const links = (await page.evaluate(`(() => {
			for (const button of document.querySelectorAll('.mb-topic-button')) button.click();
			return [...document.querySelectorAll('.mb-drawer a')].map(({ href, target, rel }) => ({ href, target, rel }));
		})()`)) as { href: string; target: string; rel: string }[];
		expect(links.length).toBeGreaterThan(0);
		for (const link of links) {
			expect(link.href).toMatch(/^https?:/);
			expect(link).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
		}
	});

	test('has a help with all keys, which closes by key and gives the slides back', async () => {
		const { page, slide } = await open();
		await page.keyboard.press('?');
		const help = (await page.evaluate(
			'document.querySelector("dialog.mb-help[open]")?.innerText ?? ""',
		)) as string;
		for (const text of [
			'sources',
			'overview',
			'presenter',
			'full screen',
			'black',
			'laser',
			'Home',
			'Enter',
			'Esc',
		])
			expect(help).toContain(text);
		await page.keyboard.press('Escape');
		await expect.poll(() => page.evaluate('document.querySelector("dialog.mb-help[open]")')).toBe(null);
		expect(await page.evaluate('document.querySelector(".bespoke-marp-overview[data-open=\\"1\\"]")')).toBe(
			null,
		);
		await page.keyboard.press('ArrowRight');
		await expect.poll(slide).toBe('2');
	});

	test('turns black and back, and has a pointer', async () => {
		const { page } = await open();
		const isHidden = (name: string) => page.evaluate(`document.querySelector("${name}").hidden`);
		await page.keyboard.press('b');
		expect(await isHidden('.mb-black')).toBe(false);
		await page.keyboard.press('b');
		expect(await isHidden('.mb-black')).toBe(true);
		await page.keyboard.press('.');
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => isHidden('.mb-black')).toBe(true);
		await page.keyboard.press('l');
		await page.mouse.move(300, 200);
		expect(await isHidden('.mb-laser')).toBe(false);
		await page.keyboard.press('Escape');
		expect(await isHidden('.mb-laser')).toBe(true);
	});

	test('turns by swiping', async () => {
		const { page, slide } = await open('', { width: 390, height: 844, hasTouch: true });
		const swipe = async (from: number, to: number) => {
			const touch = await page.touchscreen.touchStart(from, 400);
			await touch.move(to, 400);
			await touch.end();
		};
		await swipe(300, 100);
		await expect.poll(slide).toBe('2');
		await swipe(100, 300);
		await expect.poll(slide).toBe('1');
	});

	test('presenter and audience stay in step, also after either is loaded again', async () => {
		const audience = await open('#3');
		const popup = new Promise<Page>((done) => audience.page.once('popup', (page) => done(page as Page)));
		await audience.page.keyboard.press('p');
		const presenter = await popup;
		onTestFinished(() => presenter.close());
		await presenter.waitForSelector('.mb-bar');
		await expect.poll(() => presenter.evaluate(ACTIVE_SLIDE)).toBe('3');
		await presenter.keyboard.press('ArrowRight');
		await expect.poll(audience.slide).toBe('4');
		await audience.page.bringToFront();
		await audience.page.keyboard.press('ArrowRight');
		await expect.poll(() => presenter.evaluate(ACTIVE_SLIDE)).toBe('5');
		await audience.page.reload();
		await presenter.bringToFront();
		await presenter.keyboard.press('ArrowRight');
		await expect.poll(audience.slide).toBe('6');
		await presenter.reload();
		await presenter.waitForSelector('.mb-bar');
		await expect.poll(() => presenter.evaluate(ACTIVE_SLIDE)).toBe('6');
		await presenter.keyboard.press('ArrowRight');
		await expect.poll(audience.slide).toBe('7');
		await presenter.keyboard.press('b');
		await expect.poll(() => audience.page.evaluate('document.querySelector(".mb-black").hidden')).toBe(false);
		expect(await presenter.evaluate('document.querySelector(".mb-black").innerText')).toContain('audience');
		// Darkness outlasts a window that is loaded again; a pointer whose window is gone does not.
		const isHidden = (page: Page, name: string) => page.evaluate(`document.querySelector("${name}").hidden`);
		for (const page of [audience.page, presenter]) {
			await page.reload();
			await page.waitForSelector('.mb-black');
			await expect.poll(() => isHidden(page, '.mb-black')).toBe(false);
		}
		await presenter.keyboard.press('b');
		await presenter.keyboard.press('l');
		await presenter.mouse.move(200, 200);
		await expect.poll(() => isHidden(audience.page, '.mb-laser')).toBe(false);
		await presenter.reload();
		await expect.poll(() => isHidden(audience.page, '.mb-laser')).toBe(true);
	});

	test('an address beyond the last slide is the last slide, and says so', async () => {
		const { page, slide } = await open('#3');
		await page.evaluate('location.hash = "#99"');
		await expect.poll(slide).toBe('14');
		await expect.poll(() => page.evaluate('location.hash')).toBe('#14');
	});

	test('the presenter view has notes, next slide, sources with contested values first, and time against plan', async () => {
		const opened = await open('?view=presenter#3');
		const { page } = opened;
		const text = (name: string) =>
			page.evaluate(`document.querySelector("${name}").innerText`) as Promise<string>;
		await expect.poll(() => page.frames().length).toBe(2);
		await expect.poll(() => page.frames()[1]?.evaluate(ACTIVE_SLIDE)).toBe('4');
		expect(await text('.bespoke-marp-note.active')).toMatch(/^Say\n/);
		expect(await text('.mb-under')).toContain('Sources: ');
		expect(await page.evaluate('document.querySelector(".mb-under li").className')).toBe('mb-contested');
		await page.evaluate('document.querySelector(".mb-bar input").value = ""');
		await page.type('.mb-bar input', '25');
		await expect.poll(() => text('.mb-pace')).toContain('25:00 left');
		await page.evaluate('document.activeElement.blur()');
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => text('.mb-elapsed'), { timeout: 4_000 }).toBe('0:02');
		expect(await text('.mb-pace')).toContain('ahead');
		await page.reload();
		await page.waitForSelector('.mb-bar');
		expect(await text('.mb-elapsed')).not.toBe('0:00');
		expect(await page.evaluate('document.querySelector(".mb-bar input").value')).toBe('25');
		expectQuiet(opened);
	});

	test('counts down the talk and each section, with the minutes that brief and storyline give', async () => {
		const { page } = await open('?view=presenter#1');
		const text = (name: string) =>
			page.evaluate(`document.querySelector("${name}").innerText`) as Promise<string>;
		await expect.poll(() => text('.mb-pace')).toBe('20:00 left');
		const last = await page.evaluate('document.querySelectorAll("svg.bespoke-marp-slide").length');
		await page.evaluate(`location.hash = "#${last}"`);
		await expect.poll(() => text('.mb-section')).toMatch(/^(3:00|2:5\d) left of 3:00 · /);
		// A length for today goes before the one of the brief, and another slide keeps its own.
		await page.evaluate('document.querySelector(".mb-bar input").value = ""');
		await page.type('.mb-bar input', '30');
		await expect.poll(() => text('.mb-pace')).toMatch(/^(30:00|29:5\d) left/);
		expect(await text('.mb-section')).toMatch(/left of 3:00/);
	});

	test('says by how much a talk, a section and a plan are over', async () => {
		const { page } = await open('?view=presenter#3');
		const text = (name: string) =>
			page.evaluate(`document.querySelector("${name}").innerText`) as Promise<string>;
		await expect.poll(() => text('.mb-pace')).toBe('20:00 left');
		await page.evaluate(`(() => {
			const key = Object.keys(sessionStorage).find((name) => name.startsWith('modelbrief-time-'));
			sessionStorage.setItem(key, JSON.stringify({ ms: 21.5 * 60_000, since: null, slides: { 2: 600_000 } }));
		})()`);
		await page.reload();
		await page.waitForSelector('.mb-bar');
		expect(await text('.mb-pace')).toMatch(/^1:30 over · \d+:\d\d behind$/);
		expect(await text('.mb-section')).toMatch(/^8:\d\d over of 1:\d\d · What changed$/);
		expect(await page.evaluate('document.querySelectorAll(".mb-paces .mb-late").length')).toBe(2);
		expect(await page.evaluate('document.querySelector(".mb-track .mb-over").title')).toMatch(
			/^What changed: 1:\d\d planned, 10:00 spent$/,
		);
		// Two slides were given 5.5 minutes together.
		await page.evaluate('document.querySelector(".mb-bar input").value = ""');
		await page.type('.mb-bar input', '5');
		await expect.poll(() => text('.mb-tools')).toContain('0:30 short');
	});

	test('prints the slides and nothing that stands around them', async () => {
		const { page } = await open('#3');
		await page.keyboard.press('s');
		await page.emulateMediaType('print');
		const shown = await page.evaluate(
			'[...document.querySelectorAll(".mb-drawer, .mb-help, .mb-black")].filter((e) => getComputedStyle(e).display !== "none").length',
		);
		expect(shown).toBe(0);
		expect(await page.evaluate(SLIDE_TEXT)).not.toBe('');
		const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		const slides = await page.evaluate('document.querySelectorAll("svg.bespoke-marp-slide").length');
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(slides as number);
		const shapes = new Set([...pdf.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box));
		expect([...shapes]).toEqual(['0 0 960 540']);
	});

	test('keeps the colours that its theme says, whatever the system prefers', async () => {
		const { page } = await open('#3');
		await page.keyboard.press('s');
		const colours = () =>
			page.evaluate(
				'[".bespoke-marp-active section", ".mb-drawer"].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor).join(" ")',
			);
		const light = await colours();
		await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
		expect(await colours()).toBe(light);
	});

	test('moves nothing for those who asked for less motion', async () => {
		const { page } = await open();
		const motion = 'getComputedStyle(document.querySelector(".bespoke-marp-parent")).transitionDuration';
		expect(await page.evaluate(motion)).not.toBe('0s');
		await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
		expect(await page.evaluate(motion)).toBe('0s');
	});

	test('without notes holds none of them', async () => {
		const withNotes = await open('?view=presenter');
		const notes = (await withNotes.page.evaluate(
			'[...document.querySelectorAll(".bespoke-marp-note p")].map((p) => p.lastChild.textContent)',
		)) as string[];
		expect(notes.length).toBeGreaterThan(20);
		const html = readFileSync(await build('shared', '--no-notes'), 'utf8');
		expect(html).not.toContain('<div class="bespoke-marp-note"');
		// However it were written, as text, attribute or JSON, these would be there. What a slide says too is no secret.
		const slides = wordsOf(
			(await withNotes.page.evaluate(
				'[...document.querySelectorAll("svg.bespoke-marp-slide")].map((slide) => slide.textContent).join(" ")',
			)) as string,
		);
		const secrets = notes.flatMap(phrasesOf).filter((phrase) => !slides.includes(phrase));
		expect(secrets.length).toBeGreaterThan(40);
		const page = wordsOf(html);
		expect(secrets.filter((phrase) => page.includes(phrase))).toEqual([]);
	});
});

/** Letters only, whatever stands between them. */
const wordsOf = (text: string) => (text.match(/\p{L}+/gu) ?? []).join(' ');

/** Sentences of some length. */
const phrasesOf = (note: string) =>
	note
		.split(/[.?!;:]\s/)
		.map(wordsOf)
		.filter((words) => words.split(' ').length >= 6);
