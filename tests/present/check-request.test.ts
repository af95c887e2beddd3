import { describe, expect, test } from 'vitest';
import { type AskedFor, checkRequest } from '../../src/present/check-request.js';

const ADMISSION = { hosts: new Set(['127.0.0.1:4480', 'localhost:4480']), token: 'secret-token' };

const ask = (changes: Partial<AskedFor>) =>
	checkRequest(
		{
			method: 'GET',
			target: '/secret-token/atlas/executive-brief',
			host: '127.0.0.1:4480',
			origin: undefined,
			fetchSite: undefined,
			...changes,
		},
		ADMISSION,
	);

const statusOf = (changes: Partial<AskedFor>) => {
	const answer = ask(changes);
	return answer.kind === 'refused' ? answer.status : 200;
};

test('gives the path behind the token, without query and last slash', () => {
	expect(ask({})).toEqual({ kind: 'path', path: '/atlas/executive-brief' });
	expect(ask({ target: '/secret-token/atlas/executive-brief/events' })).toEqual({
		kind: 'path',
		path: '/atlas/executive-brief/events',
	});
	expect(ask({ target: '/secret-token/a/b?view=presenter&sync=1#x' })).toEqual({
		kind: 'path',
		path: '/a/b',
	});
	for (const target of ['/secret-token', '/secret-token/', '/secret-token/?x'])
		expect(ask({ target })).toEqual({ kind: 'path', path: '' });
});

describe('answers nobody but its own pages', () => {
	test.each([
		['another name that leads here', 'evil.example:4480', 403],
		['its own name with more behind it', 'localhost.evil.example:4480', 403],
		['no name', undefined, 403],
		['no port', '127.0.0.1', 403],
		['another port', '127.0.0.1:80', 403],
		['an address of the network', '192.168.1.5:4480', 403],
		['a user before the name', 'user@127.0.0.1:4480', 403],
		['its own', '127.0.0.1:4480', 200],
		['its other own, in capitals', 'LOCALHOST:4480', 200],
	])('%s', (_, host, status) => {
		expect(statusOf({ host })).toBe(status);
	});

	test.each([
		['http://evil.example', undefined, 403],
		['null', undefined, 403],
		['https://127.0.0.1:4480', undefined, 403],
		['http://127.0.0.1:4481', undefined, 403],
		['http://localhost:4480', undefined, 403],
		['http://127.0.0.1:4480', 'same-origin', 200],
		[undefined, 'cross-site', 403],
		[undefined, 'same-site', 403],
		[undefined, 'none', 200],
	])('origin %s, from %s: %i', (origin, fetchSite, status) => {
		expect(statusOf({ origin, fetchSite })).toBe(status);
	});
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])(
	'refuses the method %s',
	(method) => {
		expect(statusOf({ method })).toBe(405);
	},
);

test.each([
	['/', 403],
	['/wrong-token/atlas/executive-brief', 403],
	['/secret-token2/atlas', 403],
	['/SECRET-TOKEN/atlas', 403],
	['//secret-token/atlas', 400],
	['/secret-token//atlas', 400],
	['/secret-token/../secret-token/atlas', 400],
	['/secret-token/..%2f..%2fetc/passwd', 400],
	['/secret-token/%2e%2e/x', 400],
	['/secret-token/%252e%252e/x', 400],
	['/secret-token/a\\..\\b', 400],
	['/secret-token/a%00', 400],
	['/secret-token/a\0', 400],
	['/secret-token/%', 400],
	['/secret-token/.git/config', 400],
	['/secret-token/a/.env', 400],
	['/secret-token/a;b', 400],
	['http://127.0.0.1:4480/secret-token/', 400],
	['*', 400],
	['', 403],
	[`/secret-token/${'a'.repeat(3000)}`, 400],
])('%s: %i', (target, status) => {
	expect(statusOf({ target })).toBe(status);
});
