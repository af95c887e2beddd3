// Who may ask the present server, and for what. Pure: the parts of a request in, a path or a refusal out.
// It answers nobody but pages of its own, on this machine, that were given the token.

import { timingSafeEqual } from 'node:crypto';

export interface AskedFor {
	readonly method: string;
	/** As it stands in the request line. */
	readonly target: string;
	readonly host: string | undefined;
	readonly origin: string | undefined;
	readonly fetchSite: string | undefined;
}

export interface Admission {
	/** `127.0.0.1:4480`: the only values of the Host header that are answered. */
	readonly hosts: ReadonlySet<string>;
	/** First part of every path. */
	readonly token: string;
}

export type Answer =
	| { readonly kind: 'path'; readonly path: string }
	| { readonly kind: 'refused'; readonly status: 400 | 403 | 405; readonly reason: string };

/** Letters, digits and a few marks: nothing to decode, no empty part, none that starts with a dot. */
const PLAIN_PATH = /^(?:\/(?!\.)[\w.~-]+)*\/?$/;
const LONGEST_TARGET = 2_000;

export function checkRequest(asked: AskedFor, { hosts, token }: Admission): Answer {
	const { method, target, host, origin, fetchSite } = asked;
	if (method !== 'GET' && method !== 'HEAD') return refused(405, 'Only GET and HEAD are answered.');
	// A page of another site can make its own name lead to this machine; its browser then says that name here.
	if (host === undefined || !hosts.has(host.toLowerCase()))
		return refused(403, 'This server does not answer to that name.');
	if (origin !== undefined && origin !== `http://${host}`)
		return refused(403, 'Other sites may not read this server.');
	if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none')
		return refused(403, 'Other sites may not read this server.');
	const path = target.split('?', 1)[0] ?? '';
	if (target.length > LONGEST_TARGET || !PLAIN_PATH.test(path))
		return refused(400, 'There is no such address.');
	const [, given = '', ...rest] = path.split('/');
	if (!isSame(given, token)) return refused(403, 'Open the address that `modelbrief present` printed.');
	return { kind: 'path', path: `/${rest.join('/')}`.replace(/\/$/, '') };
}

const refused = (status: 400 | 403 | 405, reason: string): Answer => ({ kind: 'refused', status, reason });

function isSame(given: string, token: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(token)];
	return a.length === b.length && timingSafeEqual(a, b);
}
