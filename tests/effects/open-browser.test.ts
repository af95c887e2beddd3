// With whatever browser the machine has; slow ones wait for limits to pass.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { hasEmbeddedBrowser } from '../../src/effects/embedded-browser.js';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { startBrowser } from '../../src/effects/start-browser.js';
import { childProgram, run, temporaryFolder, testMachine } from './support.js';

const machine = testMachine();
const found = (await findBrowser(machine, disk)).value;
const withBrowser = describe.runIf(found !== undefined);
let shared: Promise<Browser> | undefined;

async function open(signal?: AbortSignal): Promise<Browser> {
	if (found === undefined) throw new Error('no browser');
	const { value, diagnostics } = await openBrowser(found, machine, disk, signal);
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value;
}

function sharedBrowser(): Promise<Browser> {
	shared ??= open();
	return shared;
}

afterAll(async () => (await shared)?.close());

withBrowser('a page', { timeout: 60_000 }, () => {
	test('answers our expressions, but runs no script of its own', async () => {
		const html =
			'<title>still</title><script>document.title = "run"</script><p onclick="1" style="width:50px">x';
		const { value } = await (await sharedBrowser()).withPage({ task: 'look', html }, async (page) => [
			await page.evaluate<string>('document.title'),
			await page.evaluate<number>('document.querySelector("p").getBoundingClientRect().width'),
			await page.evaluate<number>('(async () => { await null; return innerWidth; })()'),
		]);
		expect(value).toEqual(['still', 50, 1280]);
	});

	test('reaches neither the network nor the disk, even without a policy of its own', async () => {
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(request.url ?? '');
			response.end();
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const hosts = [
			`http://127.0.0.1:${port}`,
			`http://localhost:${port}`,
			`//127.0.0.1:${port}`,
			'file:///etc/passwd?',
		];
		const html = hosts
			.map(
				(host) => `
				<img src="${host}/img"><link rel="stylesheet" href="${host}/css"><iframe src="${host}/frame"></iframe>
				<object data="${host}/object"></object><style>p { background: url(${host}/bg) } @font-face { font-family: F;
				src: local("none") } </style><meta http-equiv="refresh" content="0;url=${host}/refresh"><p>x`,
			)
			.join('');
		const browser = await sharedBrowser();
		const { value } = await browser.withPage({ task: 'look', html, timeLimitMs: 5_000 }, async (page) => {
			await delay(300);
			return page.evaluate<string>('[...document.images].map((image) => image.naturalWidth).join()');
		});
		server.close();
		expect(asked).toEqual([]);
		expect(value ?? '0,0,0,0').toBe('0,0,0,0');
	});

	test('waits for the fonts of the document', async () => {
		const font = await disk.readFile(
			'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2',
			'base64',
		);
		const html = `<style>@font-face{font-family:Inter;src:url(data:font/woff2;base64,${font})}p{font:20px Inter}</style><p>x`;
		const { value } = await (await sharedBrowser()).withPage({ task: 'look', html }, (page) =>
			page.evaluate<string>('[...document.fonts].map((font) => font.status).join()'),
		);
		expect(value).toBe('loaded');
	});

	test('reports a font that cannot be read', async () => {
		const html =
			'<style>@font-face{font-family:Bad;src:url(data:font/woff2;base64,AAAA)}p{font:20px Bad}</style><p>x';
		const { diagnostics } = await (await sharedBrowser()).withPage({ task: 'print atlas', html }, (page) =>
			page.pdf(),
		);
		expect(diagnostics).toMatchObject([{ code: 'MB403' }]);
		expect(diagnostics[0]?.args.reason).toBe('could not print atlas: these fonts cannot be read: Bad');
	});

	test('gives a picture of a box', async () => {
		const html = '<body style="margin:0"><div style="width:40px;height:30px;background:red">';
		const { value } = await (await sharedBrowser()).withPage({ task: 'look', html }, (page) =>
			page.png({ x: 0, y: 0, width: 40, height: 30 }, 2),
		);
		const header = Buffer.from(value ?? []);
		expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([80, 60]);
	});

	test('gives pictures of pages that are open at the same time', async () => {
		const browser = await sharedBrowser();
		const look = (html: string) =>
			browser.withPage({ task: 'look', html }, async (page) => {
				const pictures = [];
				for (let at = 0; at < 4; at++) pictures.push(await page.png({ x: at, y: 0, width: 20, height: 20 }));
				return pictures.length;
			});
		const all = await Promise.all(['<p>one', '<p>two', '<p>three'].map(look));
		expect(all.map(({ value }) => value)).toEqual([4, 4, 4]);
	});

	test('shares the browser with other pages', async () => {
		const browser = await sharedBrowser();
		const texts = await Promise.all(
			['a', 'b', 'c'].map((html) =>
				browser.withPage({ task: 'look', html }, (page) => page.evaluate('document.body.innerText')),
			),
		);
		expect(texts.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
	});
});

withBrowser('a browser', { timeout: 60_000 }, () => {
	test('is ended when a page needs too long, and the next page gets a new one', async () => {
		const browser = await open();
		const endless = (page: { evaluate(expression: string): Promise<unknown> }) =>
			page.evaluate('while (true) {}');
		const late = await browser.withPage({ task: 'print atlas', html: '', timeLimitMs: 1_000 }, endless);
		expect(late).toEqual({ diagnostics: [{ code: 'MB404', args: { seconds: 1, task: 'print atlas' } }] });
		const next = await browser.withPage({ task: 'look', html: 'x' }, (page) => page.evaluate('1 + 1'));
		expect(next.value).toBe(2);
		await browser.close();
	});

	test('is ended when an SVG multiplies itself beyond measure', async () => {
		const browser = await open();
		const levels = Array.from({ length: 16 }, (_, level) => {
			const uses = `<use href="#l${level}"/>`.repeat(10);
			return `<g id="l${level + 1}">${uses}</g>`;
		});
		const html = `<svg><defs><rect id="l0" width="1" height="1"/>${levels.join('')}</defs><use href="#l16"/></svg>`;
		const bomb = await browser.withPage({ task: 'print bomb', html, timeLimitMs: 1_500 }, (page) =>
			page.pdf(),
		);
		expect(bomb.diagnostics).toMatchObject([{ code: 'MB404' }]);
		await browser.close();
	});

	test('is started anew once after a crash', async () => {
		const browser = await open();
		let tries = 0;
		const crash = async (page: { evaluate(expression: string): Promise<unknown> }) => {
			tries += 1;
			if (tries === 1) await killBrowsers();
			return page.evaluate('1 + 1');
		};
		expect(await browser.withPage({ task: 'look', html: '' }, crash)).toEqual({ value: 2, diagnostics: [] });
		const always = async (page: { evaluate(expression: string): Promise<unknown> }) => {
			await killBrowsers();
			return page.evaluate('1 + 1');
		};
		expect((await browser.withPage({ task: 'look', html: '' }, always)).diagnostics).toMatchObject([
			{ code: 'MB403' },
		]);
		await browser.close();
	});

	test('does not repeat work that fails by itself', async () => {
		let tries = 0;
		const { diagnostics } = await (await sharedBrowser()).withPage({ task: 'look', html: '' }, async () => {
			tries += 1;
			throw new Error('no such slide\nand more');
		});
		expect(tries).toBe(1);
		expect(diagnostics[0]?.args.reason).toBe('could not look: no such slide');
	});

	test('ends at a signal, even while a page is busy', async () => {
		const stop = new AbortController();
		const browser = await open(stop.signal);
		const busy = browser.withPage({ task: 'look', html: '' }, (page) => page.evaluate('while (true) {}'));
		await delay(300);
		stop.abort();
		expect((await busy).diagnostics).toHaveLength(1);
		await browser.close();
		expect((await browser.withPage({ task: 'look', html: '' }, async () => 1)).value).toBeUndefined();
	});

	test('is closed at once when the signal came while it started', async () => {
		const browser = await open(AbortSignal.abort());
		expect((await browser.withPage({ task: 'look', html: '' }, async () => 1)).value).toBeUndefined();
	});

	test('goes away when the process that opened it is killed', async () => {
		const folder = await temporaryFolder();
		const program = await childProgram(
			folder,
			`
			import os from 'node:os';
			import { machineOf } from '../../src/effects/machine.js';
			import { startBrowser } from '../../src/effects/start-browser.js';
			const { value } = await startBrowser(machineOf(process, os));
			process.stdout.write(value.found.path);
			setInterval(() => undefined, 1000);
		`,
		);
		const resolvable = join('dist', `child-${process.pid}.mjs`);
		await disk.copyFile(program, resolvable);
		const child = spawn(process.execPath, [resolvable], {
			env: {
				...process.env,
				XDG_CACHE_HOME: folder,
				...(found?.kind === 'embedded' ? {} : { CHROME_PATH: found?.path }),
			},
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		await once(child.stdout, 'data');
		await disk.unlink(resolvable);
		expect(await processesWith(folder)).not.toEqual([]);
		child.kill('SIGKILL');
		await once(child, 'exit');
		await expect.poll(() => processesWith(folder), { timeout: 3_000 }).toEqual([]);
	});

	test('reports a program that is no browser, when the user named it', async () => {
		const fake = await programThatFails('chrome');
		const { diagnostics } = await startBrowser({
			...machine,
			env: { PATH: process.env.PATH, CHROME_PATH: fake },
		});
		expect(diagnostics).toMatchObject([{ code: 'MB403', args: { path: fake } }]);
	});

	test.runIf(hasEmbeddedBrowser(machine))(
		'gives way to the embedded one when it is only installed',
		async () => {
			const fake = await programThatFails('google-chrome-stable');
			const { value } = await startBrowser({
				...machine,
				env: { ...process.env, PATH: dirname(fake), MODELBRIEF_BROWSER: '' },
			});
			expect(value?.found.kind).toBe('embedded');
			await value?.close();
		},
	);

	test('leaves no profile behind', async () => {
		const cache = await temporaryFolder();
		if (found === undefined) return;
		const { value } = await openBrowser(
			found,
			testMachine({ env: { ...process.env, XDG_CACHE_HOME: cache } }),
			disk,
		);
		expect(await readdir(join(cache, 'modelbrief/profiles'))).toHaveLength(1);
		await value?.close();
		expect(await readdir(join(cache, 'modelbrief/profiles'))).toEqual([]);
	});
});

async function programThatFails(name: string): Promise<string> {
	const path = join(await temporaryFolder(), name);
	await writeFile(path, '#!/bin/sh\nexit 3\n');
	await chmod(path, 0o755);
	return path;
}

/** Ids of the running processes whose command line holds a text. */
async function processesWith(text: string): Promise<string[]> {
	if (process.platform !== 'linux') {
		const { stdout } = await run('ps', ['-eo', 'pid,args']);
		const lines = stdout.split('\n').filter((line) => line.includes(text));
		return lines.map((line) => line.trim().split(' ')[0] ?? '');
	}
	const found: string[] = [];
	for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
		const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
		if (command.includes(text)) found.push(id);
	}
	return found;
}

/** Ends the browsers that this process has opened, by the name of their profile. */
async function killBrowsers(): Promise<void> {
	for (const id of await processesWith(`profiles/${process.pid}-`)) {
		try {
			process.kill(Number(id), 'SIGKILL');
		} catch {
			// it was gone before its turn came
		}
	}
}
