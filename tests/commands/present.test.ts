// The command as a user starts and ends it; what the pages do is in tests/present/.

import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT, presentCopy } from '../present/present-support.js';
import { copyExample, newPlace } from './command-line.js';

const get = (address: string, headers: Record<string, string> = {}) =>
	new Promise<{ status: number | undefined; text: string }>((done, fail) => {
		request(address, { headers }, (response) => {
			let text = '';
			response.on('data', (chunk) => {
				text += chunk;
			});
			response.on('end', () => done({ status: response.statusCode, text }));
		})
			.on('error', fail)
			.end();
	});

test('lists the decks with their first slides, and serves nothing without the token', async () => {
	const { address } = await presentCopy();
	const index = await get(address);
	expect(index.status).toBe(200);
	expect(index.text).toContain('Executive brief');
	expect(index.text).toContain('Engineering deep dive');
	expect(index.text.match(/<template shadowrootmode="open">/g)).toHaveLength(2);
	expect(index.text).not.toContain('<script');
	const { origin } = new URL(address);
	for (const path of ['/', '/example/executive-brief', '/data/example/brief.yaml', '/package.json'])
		expect((await get(`${origin}${path}`)).status).toBe(403);
	for (const path of ['package.json', 'data/example/brief.yaml', 'example', 'example/executive-brief.html'])
		expect((await get(`${address}${path}`)).status).toBe(404);
	expect((await get(address, { host: 'evil.example' })).status).toBe(403);
});

test.each(['SIGINT', 'SIGTERM'] as const)('ends within a second on %s', async (signal) => {
	const { child, address } = await presentCopy();
	const listening = request(`${address}example/executive-brief/events`).on('error', () => undefined);
	listening.end();
	await new Promise((done) => listening.on('response', done));
	const ended = new Promise<number | null>((done) => child.on('exit', done));
	const started = performance.now();
	child.kill(signal);
	expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143);
	expect(performance.now() - started).toBeLessThan(1_000);
});

test('ends while it still renders, and says nothing more', async () => {
	const place = newPlace();
	copyExample(place, 'data/example');
	const child = spawn(process.execPath, [join(PROJECT, 'dist/cli.js'), 'present', 'example', '--port', '0'], {
		cwd: place.folder,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let log = '';
	child.stderr.on('data', (chunk) => {
		if (log === '') child.kill('SIGINT');
		log += chunk;
	});
	expect(await new Promise((done) => child.on('exit', done))).toBe(130);
	expect(log).toMatch(/^(?:\[\d\/2\] .*\n)+$/);
});

test.runIf(process.platform !== 'win32')('ends when the process that started it is gone', async () => {
	const place = newPlace();
	copyExample(place, 'data/example');
	const cli = JSON.stringify(join(PROJECT, 'dist/cli.js'));
	// The parent prints the server's process id, and dies without a word to it.
	const script = `
		const { spawn } = require('node:child_process');
		const server = spawn(process.execPath, [${cli}, 'present', 'example', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
		let text = '';
		server.stderr.on('data', (chunk) => {
			text += chunk;
			if (!text.includes('Ctrl-C')) return;
			require('node:fs').writeSync(1, String(server.pid));
			process.kill(process.pid, 'SIGKILL');
		});`;
	const parent = spawn(process.execPath, ['-e', script], {
		cwd: place.folder,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const pid = Number(await new Promise((done) => parent.stdout.on('data', (chunk) => done(String(chunk)))));
	expect(pid).toBeGreaterThan(0);
	const isAlive = () => {
		try {
			return process.kill(pid, 0);
		} catch {
			return false;
		}
	};
	await expect.poll(isAlive, { timeout: 5_000 }).toBe(false);
});

test('says that the port is in use, with exit code 5', async () => {
	const other = createServer();
	await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
	onTestFinished(() => void other.close());
	const { port } = other.address() as { port: number };
	const place = newPlace();
	copyExample(place, 'data/example');
	const { code, stderr } = await place.run(`present example --port ${port}`);
	expect(code).toBe(5);
	expect(stderr).toContain('MB521');
	expect(stderr).toContain(`Port ${port} of 127.0.0.1 is in use.`);
	expect(stderr).toContain('Nothing is presented.');
});

test.each([
	['--port abc', 2],
	['--port 80', 2],
	['--port 99999', 2],
	['--minutes 0', 2],
	['--deck nothing', 2],
	['nowhere', 2],
])('refuses `present %s`', async (args, code) => {
	const place = newPlace();
	copyExample(place, 'data/example');
	expect((await place.run(`present ${args}`)).code).toBe(code);
});

test('does not begin with evidence that is not sound', async () => {
	const place = newPlace();
	copyExample(place, 'data/example', { 'brief.yaml': (text) => `${text}\nwrong: 1\n` });
	const { code, stderr } = await place.run('present');
	expect(code).toBe(3);
	expect(stderr).toContain('Nothing is presented.');
});

test.each(['0.0.0.0', '::', '192.168.1.20', 'my-laptop.local'])(
	'does not listen on %s unless the network is allowed',
	async (host) => {
		const place = newPlace();
		copyExample(place, 'data/example');
		const { code, stderr } = await place.run(`present example --host ${host}`);
		expect(code).toBe(2);
		expect(stderr).toContain('MB523');
		expect(stderr).toContain('`--allow-lan`');
		expect(stderr).toContain('Nothing is presented.');
	},
);

test('warns when others may read the decks', async () => {
	const { log, address } = await presentCopy(['--host', '0.0.0.0', '--allow-lan']);
	await expect.poll(log).toContain('Ctrl-C ends.');
	expect(log()).toContain('MB522');
	expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/);
	expect((await get(address)).status).toBe(200);
	expect((await get(address, { host: `evil.example:${new URL(address).port}` })).status).toBe(403);
});
