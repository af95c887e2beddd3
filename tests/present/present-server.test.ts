// Talks to the server over plain sockets, as no browser would.

import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { LiveMessage } from '../../src/present/messages.js';
import {
	type PresentServer,
	type ServerOptions,
	startPresentServer,
} from '../../src/present/present-server.js';

const GREETING: readonly LiveMessage[] = [{ kind: 'hello', version: 'one', slides: ['title'] }];

async function start(
	changes: Partial<ServerOptions> = {},
): Promise<PresentServer & { readonly port: number }> {
	const started = await startPresentServer(
		{
			page: (path) =>
				path === '/atlas/brief' || path === ''
					? { html: `page ${path}`, policy: "frame-ancestors 'self'" }
					: undefined,
			greet: (path) => (path === '/atlas/brief' ? GREETING : undefined),
		},
		{ host: '127.0.0.1', port: 0, token: 'token', names: ['localhost'], ...changes },
	);
	if (started.value === undefined) throw new Error(JSON.stringify(started.diagnostics));
	const server = started.value;
	onTestFinished(() => server.close());
	return { ...server, port: Number(new URL(server.address).port) };
}

/** Sends bytes and gives all that comes back until the end, or until `until` has come. */
function send(port: number, text: string, until?: string): Promise<string> {
	return new Promise((done, fail) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(text));
		let answer = '';
		socket.on('data', (chunk) => {
			answer += chunk;
			if (until === undefined || !answer.includes(until)) return;
			socket.destroy();
			done(answer);
		});
		socket.on('close', () => done(answer));
		socket.on('error', (error) => (answer === '' ? fail(error) : done(answer)));
		onTestFinished(() => void socket.destroy());
	});
}

const get = (port: number, path: string, headers = '', method = 'GET') =>
	send(port, `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${headers}\r\n`);

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

test('serves its pages with headers that keep other sites out', async () => {
	const { port } = await start();
	const answer = await get(port, '/token/atlas/brief');
	expect(statusOf(answer)).toBe(200);
	expect(answer).toContain('page /atlas/brief');
	for (const header of [
		"Content-Security-Policy: frame-ancestors 'self'",
		'X-Frame-Options: SAMEORIGIN',
		'X-Content-Type-Options: nosniff',
		'Cross-Origin-Resource-Policy: same-origin',
		'Cross-Origin-Opener-Policy: same-origin',
		'Referrer-Policy: no-referrer',
		'Cache-Control: no-store',
	])
		expect(answer).toContain(header);
	expect(answer).not.toMatch(/access-control|x-powered-by|^server:/im);
});

test('a HEAD request gets the headers alone', async () => {
	const { port } = await start();
	const answer = await get(port, '/token/', '', 'HEAD');
	expect(statusOf(answer)).toBe(200);
	expect(answer).not.toContain('page');
});

test.each([
	['a foreign Host', 'GET /token/ HTTP/1.1\r\nHost: evil.example\r\n\r\n', 403],
	['no Host', 'GET /token/ HTTP/1.1\r\n\r\n', 400],
	['two Hosts', 'GET /token/ HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n', 403],
	['no token', 'GET /atlas/brief HTTP/1.1\r\nHost: HOST\r\n\r\n', 403],
	['a foreign Origin', 'GET /token/ HTTP/1.1\r\nHost: HOST\r\nOrigin: http://evil.example\r\n\r\n', 403],
	['a cross-site request', 'GET /token/ HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: cross-site\r\n\r\n', 403],
	['POST', 'POST /token/ HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9000000000\r\n\r\n', 405],
	['OPTIONS', 'OPTIONS /token/ HTTP/1.1\r\nHost: HOST\r\n\r\n', 405],
	['TRACE', 'TRACE /token/ HTTP/1.1\r\nHost: HOST\r\n\r\n', 405],
	['a way out', 'GET /token/../../etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
	['a way out, encoded', 'GET /token/%2e%2e%2fetc HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
	['a folder', 'GET /token/atlas HTTP/1.1\r\nHost: HOST\r\n\r\n', 404],
	['another deck', 'GET /token/atlas/brief2 HTTP/1.1\r\nHost: HOST\r\n\r\n', 404],
	['events of no deck', 'GET /token/events HTTP/1.1\r\nHost: HOST\r\n\r\n', 404],
	[
		'a header of a megabyte',
		`GET /token/ HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`,
		431,
	],
	['no HTTP at all', 'hello\r\n\r\n', 400],
])('refuses %s', async (_, request, status) => {
	const { port } = await start();
	expect(statusOf(await send(port, request.replaceAll('HOST', `127.0.0.1:${port}`)))).toBe(status);
});

test('a proxy cannot be made of it', async () => {
	const { port } = await start();
	const answer = await send(port, `CONNECT evil.example:80 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
	expect(answer).not.toContain('200');
});

test('tells those who listen to a deck, and only those', async () => {
	const server = await start();
	const listening = send(
		server.port,
		`GET /token/atlas/brief/events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`,
		'"problems"',
	);
	await expect.poll(() => server.isListenedTo('/atlas/brief')).toBe(true);
	expect(server.isListenedTo('/atlas/other')).toBe(false);
	server.send('/atlas/other', { kind: 'hello', version: 'not for us', slides: [] });
	server.send('/atlas/brief', { kind: 'problems', problems: [] });
	const heard = await listening;
	expect(heard).toContain('Content-Type: text/event-stream');
	expect(heard).toContain('data: {"kind":"hello","version":"one","slides":["title"]}');
	expect(heard).not.toContain('not for us');
	await expect.poll(() => server.isListenedTo('/atlas/brief')).toBe(false);
});

test('turns listeners away when there are too many', async () => {
	const { port } = await start();
	const request = `GET /token/atlas/brief/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
	for (let n = 0; n < 32; n += 1) void send(port, request);
	await expect.poll(async () => statusOf(await send(port, request, '\r\n\r\n'))).toBe(503);
});

test('a client that never finishes its headers is let go', async () => {
	const { port } = await start();
	const started = performance.now();
	const answer = await send(port, `GET /token/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `);
	expect(statusOf(answer)).toBe(408);
	expect(performance.now() - started).toBeLessThan(9_000);
});

test('closes at once, although somebody listens', async () => {
	const server = await start();
	void send(server.port, `GET /token/atlas/brief/events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
	await expect.poll(() => server.isListenedTo('/atlas/brief')).toBe(true);
	const started = performance.now();
	await server.close();
	expect(performance.now() - started).toBeLessThan(500);
});

test('says that a port which was asked for is in use; takes the next free one otherwise', async () => {
	const first = await start();
	const site = { page: () => undefined, greet: () => undefined };
	const wanted = { host: '127.0.0.1', token: 'token', names: [] };
	const second = await startPresentServer(site, { ...wanted, port: first.port });
	expect(second.diagnostics).toEqual([
		{ code: 'MB521', args: { host: '127.0.0.1', port: first.port, reason: 'is in use' } },
	]);
	const [third, fourth] = [await startPresentServer(site, wanted), await startPresentServer(site, wanted)];
	onTestFinished(async () => {
		await third.value?.close();
		await fourth.value?.close();
	});
	expect(third.value?.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/token\/$/);
	expect(fourth.value?.address).not.toBe(third.value?.address);
});

test('an address of another machine cannot be listened to', async () => {
	const { diagnostics } = await startPresentServer(
		{ page: () => undefined, greet: () => undefined },
		{ host: '203.0.113.1', port: 0, token: 'token', names: [] },
	);
	expect(diagnostics.map(({ code }) => code)).toEqual(['MB521']);
});
