import { expect, test } from 'vitest';
import { openTerminal, type TerminalOptions } from '../../src/effects/terminal.js';

function open(isTTY: boolean, env: Record<string, string> = {}, options: TerminalOptions = {}) {
	const written = { out: '', err: '' };
	const stdout = {
		write: (text: string) => {
			written.out += text;
		},
	};
	const stderr = {
		isTTY,
		columns: 20,
		write: (text: string) => {
			written.err += text;
		},
	};
	return { written, terminal: openTerminal(stdout, stderr, { env }, options) };
}

test('keeps stdout for data and ends it with one line break', () => {
	const { written, terminal } = open(true);
	terminal.progress(0, 2, 'atlas');
	terminal.line('1 warning.');
	terminal.data('{}');
	terminal.data('{}\n');
	expect(written.out).toBe('{}\n{}\n');
});

test('shows progress on one line of a terminal, cut to its width', () => {
	const { written, terminal } = open(true);
	terminal.progress(0, 2, 'atlas');
	terminal.progress(1, 2, 'a long name of a deck');
	terminal.clear();
	expect(written.err).toBe('[0/2] atlas\r\u001b[2K[1/2] a long name …\r\u001b[2K');
});

test('puts a line above the progress line', () => {
	const { written, terminal } = open(true);
	terminal.progress(0, 2, 'atlas');
	terminal.line('hello');
	expect(written.err).toBe('[0/2] atlas\r\u001b[2Khello\n[0/2] atlas');
});

test.each([
	['no terminal', false, {}],
	['CI', true, { CI: 'true' }],
	['a dumb terminal', true, { TERM: 'dumb' }],
])('writes plain lines with %s, each step once', (_, isTTY, env) => {
	const { written, terminal } = open(isTTY, env);
	terminal.progress(0, 2, 'a long name of a deck');
	terminal.progress(0, 2, 'a long name of a deck');
	terminal.line('hello');
	terminal.clear();
	expect(written.err).toBe('[0/2] a long name of a deck\nhello\n');
});

test('drops progress but no lines when quiet', () => {
	const { written, terminal } = open(true, {}, { isQuiet: true });
	terminal.progress(0, 2, 'atlas');
	terminal.line('hello');
	expect(written.err).toBe('hello\n');
});

test.each([
	['a terminal', true, {}, {}, true],
	['CI=false', true, { CI: 'false' }, {}, true],
	['an empty NO_COLOR', true, { NO_COLOR: '' }, {}, true],
	['NO_COLOR=0', true, { NO_COLOR: '0' }, {}, false],
	['--no-color', true, {}, { noColor: true }, false],
	['a pipe', false, {}, {}, false],
])('colours with %s: %#', (_, isTTY, env, options, expected) => {
	expect(open(isTTY, env, options).terminal.hasColor).toBe(expected);
});
