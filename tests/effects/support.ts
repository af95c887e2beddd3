// What the tests of the effects share: a machine, folders that go away, and disks that fail.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import { type Disk, disk } from '../../src/effects/files.js';
import { type Machine, machineOf } from '../../src/effects/machine.js';

export const run = promisify(execFile);

export function testMachine(changes: Partial<Machine> = {}): Machine {
	return { ...machineOf(process, os), ...changes };
}

/** A new folder, removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(os.tmpdir(), 'modelbrief-test-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

/** A disk on which the named function fails with a system error from its `from`-th call on, counted from 1. */
export function failingDisk(name: keyof Disk, code: string, from = 1): Disk {
	let calls = 0;
	const real = disk[name] as (...args: unknown[]) => unknown;
	const failing = (...args: unknown[]) => {
		calls += 1;
		if (calls < from) return real(...args);
		return Promise.reject(Object.assign(new Error(`${code}: made up by a test`), { code }));
	};
	return { ...disk, [name]: failing };
}

/** Bundles a TypeScript program that imports from src/, and gives the path of a script for `node`. */
export async function childProgram(folder: string, source: string): Promise<string> {
	const outfile = join(folder, 'program.mjs');
	await build({
		stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
		bundle: true,
		format: 'esm',
		platform: 'node',
		external: ['puppeteer-core', '@sparticuz/chromium'],
		outfile,
	});
	return outfile;
}
