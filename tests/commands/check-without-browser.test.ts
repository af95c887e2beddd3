import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/commands/check.js';
import { filesOnDisk } from '../../src/effects/files.js';
import type { Machine } from '../../src/effects/machine.js';
import type { Terminal } from '../../src/effects/terminal.js';
import { testMachine } from '../effects/support.js';

const PROJECT = resolve(import.meta.dirname, '../..');

/** On a machine that has neither an installed nor an embedded browser, unless the changes give it one. */
async function run(options: Partial<CheckOptions>, changes: Partial<Machine> = {}) {
	const said: string[] = [];
	const say = (text: string) => void said.push(text);
	const terminal: Terminal = {
		hasColor: false,
		hasDataColor: false,
		dataWidth: 80,
		clear: () => undefined,
		progress: () => undefined,
		line: say,
		data: say,
	};
	const machine = testMachine({ platform: 'win32', env: {}, workingDirectory: PROJECT, ...changes });
	const code = await check(
		{
			briefs: ['example'],
			decks: ['executive-brief'],
			strict: false,
			json: false,
			github: false,
			...options,
		},
		{
			machine,
			terminal,
			files: filesOnDisk(machine),
			packageRoot: PROJECT,
			version: '0',
			signal: new AbortController().signal,
		},
	);
	return { code, said: said.join('\n') };
}

test('checks what it can without a browser, and says what it could not', async () => {
	const { code, said } = await run({});
	expect(code).toBe(0);
	expect(said).toContain('warning MB372  slides-not-measured');
	expect(said).toContain('executive-brief: 11 slides');
	expect((await run({ strict: true })).code).toBe(4);
});

test('a browser that the user named must be there', async () => {
	const { code, said } = await run({}, { env: { CHROME_PATH: '/nowhere/chrome' } });
	expect(code).toBe(5);
	expect(said).toContain('error MB401');
});

test('slides that may be continued stay whole, and a warning says so', async () => {
	const { code, said } = await run({ fit: 'split' });
	expect(code).toBe(0);
	expect(said).toContain('executive-brief has slides that are continued where they hold too much');
	expect(said).toContain('warning MB377');
});
