// One browser process and its pages. The only door to puppeteer-core; open-browser.ts adds limits and second tries.
// It runs no script of a page and reaches no network.

import type { Page, Browser as PuppeteerBrowser } from 'puppeteer-core';
import { newProfile, removeProfile } from './browser-profile.js';
import type { Disk } from './files.js';
import type { FoundBrowser } from './find-browser.js';
import { killTree } from './live-process.js';
import type { Machine } from './machine.js';

export interface BrowserPage {
	/** The value of an expression, which may be a promise. It is run by us: scripts of the page itself stay off. */
	evaluate<T>(expression: string): Promise<T>;
	/** The document on pages of the size that its style sheet gives, tagged and with an outline. */
	pdf(): Promise<Uint8Array>;
	/** A box of the document in CSS pixels; `scale` 2 makes a picture of twice the width and height. */
	png(box: PictureBox, scale?: number): Promise<Uint8Array>;
}

export interface PictureBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface PageSettings {
	/** What it is for, as a diagnostic says it: `print executive-brief`. */
	readonly task: string;
	readonly html: string;
	/** `print` unless given. */
	readonly media?: 'print' | 'screen';
	/** 1280 × 720 unless given. */
	readonly size?: { readonly width: number; readonly height: number };
	/** 60,000 unless given. */
	readonly timeLimitMs?: number;
	/** Goes on where a font cannot be read, as in decks of others that name fonts by their address. */
	readonly mayLackFonts?: boolean;
}

export interface RunningBrowser {
	/** e.g. `Chrome/147.0.7727.15` */
	readonly version: string;
	isConnected(): boolean;
	/** Loads a document with its fonts and hands it to `work`. Pages are used again. */
	use<T>(settings: PageSettings, work: (page: BrowserPage) => Promise<T>): Promise<T>;
	/** Ends the process and its children, by force after a second. */
	end(): Promise<void>;
}

const LAUNCH_LIMIT_MS = 30_000;
const END_LIMIT_MS = 1_000;
const NETWORK_OFF = [
	'--host-resolver-rules=MAP * ~NOTFOUND',
	'--proxy-server=127.0.0.1:9',
	'--proxy-bypass-list=<-loopback>',
	'--no-pings',
];
// Layout decides which fonts are needed, and only then are they read. Gives the families that could not be.
const LOAD_FONTS = `(async () => {
	document.body.getBoundingClientRect();
	await document.fonts.ready;
	return [...document.fonts].filter((font) => font.status === 'error').map((font) => font.family);
})()`;

/** Root gets no sandbox, because Chromium has none for root. */
export async function launchBrowser(
	found: FoundBrowser,
	machine: Machine,
	disk: Disk,
): Promise<RunningBrowser> {
	const { default: puppeteer } = await import('puppeteer-core');
	const profile = await newProfile(machine, disk);
	try {
		const browser = await puppeteer.launch({
			executablePath: found.path,
			// The embedded browser is the headless shell itself and knows no other mode.
			headless: found.kind === 'embedded' ? 'shell' : true,
			// Over a pipe, the browser ends with us however we end; a port would also be open to others.
			pipe: true,
			args: [...NETWORK_OFF, '--font-render-hinting=none', ...(isSandboxed(machine) ? [] : ['--no-sandbox'])],
			env: { ...machine.env, ...found.env },
			userDataDir: profile,
			timeout: LAUNCH_LIMIT_MS,
			protocolTimeout: 0,
			handleSIGINT: false,
			handleSIGTERM: false,
			handleSIGHUP: false,
		});
		return runningBrowser(browser, await browser.version(), () => removeProfile(profile, disk));
	} catch (error) {
		await removeProfile(profile, disk);
		throw error;
	}
}

export function isSandboxed(machine: Machine): boolean {
	return machine.userId !== 0;
}

function runningBrowser(
	browser: PuppeteerBrowser,
	version: string,
	cleanUp: () => Promise<void>,
): RunningBrowser {
	const idle: Page[] = [];
	const inTurn = oneByOne();
	let ending: Promise<void> | undefined;
	return {
		version: version.replace('Headless', ''),
		isConnected: () => browser.connected,
		async use(settings, work) {
			const page = idle.pop() ?? (await quietPage(browser));
			try {
				await load(page, settings);
				const result = await work(pageTools(page, inTurn));
				idle.push(page);
				return result;
			} catch (error) {
				page.close().catch(ignoreEndedPage);
				throw error;
			}
		},
		end() {
			ending ??= endProcess(browser).then(cleanUp);
			return ending;
		},
	};
}

async function quietPage(browser: PuppeteerBrowser): Promise<Page> {
	const page = await browser.newPage();
	await page.setJavaScriptEnabled(false);
	// A third layer, after the page's own policy and the dead proxy.
	const client = await page.createCDPSession();
	client.on('Fetch.requestPaused', ({ requestId }) => {
		client.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(ignoreEndedPage);
	});
	await client.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
	return page;
}

async function load(
	page: Page,
	{ html, media = 'print', size, mayLackFonts = false }: PageSettings,
): Promise<void> {
	await page.setViewport(size ?? { width: 1280, height: 720 });
	await page.emulateMediaType(media);
	await page.setContent(html, { waitUntil: 'load', timeout: 0 });
	const unreadable = (await page.evaluate(LOAD_FONTS)) as string[];
	if (unreadable.length > 0 && !mayLackFonts)
		throw new Error(`these fonts cannot be read: ${unreadable.join(', ')}`);
}

/** Runs what it is given one after the other. */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const next = last.then(work);
		last = next.catch(() => undefined);
		return next;
	};
}

function pageTools(page: Page, inTurn: ReturnType<typeof oneByOne>): BrowserPage {
	return {
		evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
		pdf: () =>
			page.pdf({
				preferCSSPageSize: true,
				printBackground: true,
				tagged: true,
				outline: true,
				waitForFonts: false,
				timeout: 0,
			}),
		// A page behind another is not painted, and its picture would be waited for in vain.
		png: (box, scale = 1) =>
			inTurn(async () => {
				await page.bringToFront();
				return page.screenshot({
					type: 'png',
					clip: { ...box, scale },
					captureBeyondViewport: true,
					optimizeForSpeed: false,
				});
			}),
	};
}

async function endProcess(browser: PuppeteerBrowser): Promise<void> {
	const child = browser.process();
	const timer = setTimeout(() => child?.pid !== undefined && killTree(child.pid), END_LIMIT_MS);
	try {
		await browser.close();
	} catch (error) {
		if (child?.pid === undefined) throw error;
		killTree(child.pid);
	} finally {
		clearTimeout(timer);
	}
}

function ignoreEndedPage(): undefined {
	return undefined; // the page went away by itself
}
