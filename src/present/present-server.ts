// The server of `modelbrief present`: a fixed map from paths to pages, and one stream of events a deck. It knows no
// files and no folders, so no path can lead to one.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Checked } from '../diagnostics/diagnostic.js';
import { type Admission, checkRequest } from './check-request.js';
import type { LiveMessage } from './messages.js';

export interface ServedPage {
	readonly html: string;
	readonly policy: string;
}

export interface Site {
	/** The page of a path without the token, `` for the list of decks. */
	readonly page: (path: string) => ServedPage | undefined;
	/** What a new listener to a deck is told first; undefined where there is no such deck. */
	readonly greet: (path: string) => readonly LiveMessage[] | undefined;
}

export interface PresentServer {
	/** With the token. */
	readonly address: string;
	readonly isListenedTo: (path: string) => boolean;
	readonly send: (path: string, message: LiveMessage) => void;
	readonly close: () => Promise<void>;
}

export interface ServerOptions {
	readonly host: string;
	/** Absent: the first free one from 4480 on. 0: any. */
	readonly port?: number;
	readonly token: string;
	/** Other names of this machine that are answered, without port. */
	readonly names: readonly string[];
}

const FIRST_PORT = 4_480;
const PORTS_TO_TRY = 40;
const MOST_LISTENERS = 32;
const MOST_CONNECTIONS = 128;
const HEARTBEAT_MS = 15_000;
/** A listener that reads nothing is let go. */
const MOST_UNREAD_BYTES = 16_000_000;

export async function startPresentServer(
	site: Site,
	options: ServerOptions,
): Promise<Checked<PresentServer>> {
	const listeners = new Map<ServerResponse, string>();
	const hosts = new Set<string>();
	const server = createServer(
		{
			maxHeaderSize: 8_192,
			headersTimeout: 5_000,
			requestTimeout: 10_000,
			keepAliveTimeout: 5_000,
			connectionsCheckingInterval: 1_000,
		},
		(request, response) => answer(request, response, site, { hosts, token: options.token }, listeners),
	);
	server.maxHeadersCount = 60;
	server.maxConnections = MOST_CONNECTIONS;
	const listening = await listen(server, options);
	if (listening.value === undefined) return { diagnostics: listening.diagnostics };
	const port = listening.value;
	for (const name of [options.host, ...options.names]) hosts.add(`${bracketed(name)}:${port}`.toLowerCase());
	const heartbeat = setInterval(() => {
		for (const listener of listeners.keys()) listener.write(':\n\n');
	}, HEARTBEAT_MS);
	return {
		value: {
			address: `http://${bracketed(shownHost(options))}:${port}/${options.token}/`,
			isListenedTo: (path) => [...listeners.values()].includes(path),
			send(path, message) {
				for (const [listener, listened] of listeners) {
					if (listened !== path) continue;
					if (listener.writableLength > MOST_UNREAD_BYTES) listener.destroy();
					else listener.write(eventOf(message));
				}
			},
			close() {
				clearInterval(heartbeat);
				return new Promise((done) => {
					server.close(() => done());
					server.closeAllConnections();
				});
			},
		},
		diagnostics: [],
	};
}

/** `0.0.0.0` is no address that a browser could open. */
const shownHost = ({ host }: ServerOptions) =>
	host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

async function listen(server: Server, { host, port }: ServerOptions): Promise<Checked<number>> {
	const ports =
		port === undefined ? [...Array.from({ length: PORTS_TO_TRY }, (_, n) => FIRST_PORT + n), 0] : [port];
	for (const candidate of ports) {
		try {
			return { value: await listenAt(server, host, candidate), diagnostics: [] };
		} catch (error) {
			const { code, message } = error as NodeJS.ErrnoException;
			const isTaken = code === 'EADDRINUSE' || code === 'EACCES';
			if (isTaken && port === undefined) continue;
			const reason =
				code === 'EADDRINUSE'
					? 'is in use'
					: code === 'EACCES'
						? 'may not be used'
						: `cannot be used (${code ?? message})`;
			return { diagnostics: [{ code: 'MB521', args: { host, port: candidate, reason } }] };
		}
	}
	return {
		diagnostics: [
			{ code: 'MB521', args: { host, port: FIRST_PORT, reason: 'is in use, as are those after it' } },
		],
	};
}

function listenAt(server: Server, host: string, port: number): Promise<number> {
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen({ host, port, exclusive: true }, () => {
			server.off('error', fail);
			const address = server.address();
			done(typeof address === 'object' && address !== null ? address.port : port);
		});
	});
}

function answer(
	request: IncomingMessage,
	response: ServerResponse,
	site: Site,
	admission: Admission,
	listeners: Map<ServerResponse, string>,
): void {
	const { headers, method = '', url = '' } = request;
	const asked = checkRequest(
		{
			method,
			target: url,
			host: onlyOne(request.headersDistinct.host),
			origin: headers.origin,
			fetchSite: oneOf(headers['sec-fetch-site']),
		},
		admission,
	);
	if (asked.kind === 'refused') {
		refuse(response, asked.status, asked.reason);
		return;
	}
	if (asked.path.endsWith('/events')) {
		listenTo(asked.path.slice(0, -'/events'.length), request, response, site, listeners);
		return;
	}
	const page = site.page(asked.path);
	if (page === undefined) {
		refuse(response, 404, 'There is no such deck.');
		return;
	}
	const body = Buffer.from(page.html);
	response.writeHead(200, {
		...SAFE_HEADERS,
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Length': body.length,
		'Content-Security-Policy': page.policy,
	});
	response.end(method === 'HEAD' ? undefined : body);
}

/** Two Host headers are nobody's. */
const onlyOne = (values: readonly string[] = []) => (values.length === 1 ? values[0] : undefined);

const oneOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join() : value);

const SAFE_HEADERS = {
	'Cache-Control': 'no-store',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'SAMEORIGIN',
} as const;

function refuse(response: ServerResponse, status: number, reason: string): void {
	response.writeHead(status, {
		...SAFE_HEADERS,
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
		...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
		// What else a refused client sends is not read.
		Connection: 'close',
	});
	response.end(`${reason}\n`);
}

function listenTo(
	path: string,
	request: IncomingMessage,
	response: ServerResponse,
	site: Site,
	listeners: Map<ServerResponse, string>,
): void {
	const greeting = site.greet(path);
	if (greeting === undefined) {
		refuse(response, 404, 'There is no such deck.');
		return;
	}
	if (listeners.size >= MOST_LISTENERS) {
		refuse(response, 503, 'Too many windows are open.');
		return;
	}
	response.writeHead(200, { ...SAFE_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
	if (request.method === 'HEAD') {
		response.end();
		return;
	}
	request.socket.setNoDelay(true);
	response.write(`retry: 500\n\n${greeting.map(eventOf).join('')}`);
	listeners.set(response, path);
	response.on('close', () => listeners.delete(response));
}

const eventOf = (message: LiveMessage) => `data: ${JSON.stringify(message)}\n\n`;
