// Runs `modelbrief present` on a copy of a brief, and opens what it serves in a real browser.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { run, testMachine } from '../effects/support.js';

export const PROJECT = resolve(import.meta.dirname, '../..');

export const found = (await findBrowser(testMachine(), disk)).value;

export interface Presentation {
	readonly folder: string;
	/** With the token and a slash at its end. */
	readonly address: string;
	readonly child: ChildProcess;
	/** All that it wrote so far. */
	readonly log: () => string;
	readonly read: (path: string) => string;
	readonly write: (path: string, text: string) => void;
	readonly edit: (path: string, from: string | RegExp, to: string) => void;
}

/**
 * A folder with the brief `data/example` and copies of templates and themes, so that a test can change them. Under another
 * name it is no brief of the package's.
 */
export async function presentCopy(
	args: readonly string[] = [],
	brief = 'example',
	name = brief,
): Promise<Presentation> {
	const folder = await mkdtemp(join(tmpdir(), 'modelbrief-present-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	cpSync(join(PROJECT, 'data', brief), join(folder, 'data', name), { recursive: true });
	for (const shared of ['templates', 'themes'])
		cpSync(join(PROJECT, shared), join(folder, shared), { recursive: true });
	const child = spawn(
		process.execPath,
		[join(PROJECT, 'dist/cli.js'), 'present', name, '--port', '0', ...args],
		{
			cwd: folder,
			env: { ...process.env, NO_COLOR: '1' },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	onTestFinished(() => void child.kill('SIGKILL'));
	let log = '';
	const address = await new Promise<string>((done, fail) => {
		child.stderr.on('data', (chunk: Buffer) => {
			log += chunk;
			const match = /Presenting at (\S+)/.exec(log);
			if (match?.[1] !== undefined) done(match[1]);
		});
		child.on('exit', () => fail(new Error(log)));
	});
	const at = (path: string) => join(folder, path);
	return {
		folder,
		address,
		child,
		log: () => log,
		read: (path) => readFileSync(at(path), 'utf8'),
		write: (path, text) => writeFileSync(at(path), text),
		edit(path, from, to) {
			const before = readFileSync(at(path), 'utf8');
			const after = before.replace(from, to);
			if (after === before) throw new Error(`Nothing to change in ${path}.`);
			writeFileSync(at(path), after);
		},
	};
}

/** One browser for all tests of a file, each in a context of its own. */
export function sharedBrowser(): () => Browser {
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
	return () => browser;
}

/** The executive brief of a brief as one HTML file, built before the tests of a file; gives its address. */
export function exportedDeck(brief: string): () => string {
	const folder = mkdtempSync(join(tmpdir(), 'modelbrief-exported-'));
	beforeAll(async () => {
		const args = ['dist/cli.js', 'build', brief, '--format', 'html', '--output', folder, '--quiet'];
		await run(process.execPath, args, { cwd: PROJECT });
	}, 60_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return () => pathToFileURL(join(folder, brief, 'executive-brief.html')).href;
}

export interface OpenPage {
	readonly page: Page;
	readonly errors: string[];
	/** What was asked for but data. */
	readonly asked: string[];
	readonly slide: () => Promise<string>;
}

export async function openPage(
	browser: Browser,
	address: string,
	viewport: Viewport = { width: 1280, height: 720 },
): Promise<OpenPage> {
	const page = await browser.newPage();
	onTestFinished(() => page.close().catch(() => undefined));
	const errors: string[] = [];
	const asked: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('request', (request) => !request.url().startsWith('data:') && asked.push(request.url()));
	await page.setViewport(viewport);
	await page.goto(address);
	// Where a file was just saved, the page may load itself again, and takes its context along.
	await expect
		.poll(() => page.evaluate('document.querySelector(".bespoke-marp-active") !== null'), { timeout: 30_000 })
		.toBe(true);
	return { page, errors, asked, slide: () => page.evaluate(ACTIVE_SLIDE) as Promise<string> };
}

export const ACTIVE_SLIDE = 'document.querySelector(".bespoke-marp-active section").id';
export const SLIDE_TEXT = 'document.querySelector(".bespoke-marp-active section").innerText';
