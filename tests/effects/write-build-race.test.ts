// Slow tests with child processes: builds that are killed, and builds that run at the same time.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { childProgram, temporaryFolder } from './support.js';

const FILES = 30;
// Writes builds for ever; every file of a build holds the same word.
const WRITER = `
	import os from 'node:os';
	import { disk } from '../../src/effects/files.js';
	import { machineOf } from '../../src/effects/machine.js';
	import { writeBuild } from '../../src/effects/write-build.js';
	const [outputRoot, name, times] = process.argv.slice(2);
	const machine = machineOf(process, os);
	for (let round = 0; round < Number(times); round += 1) {
		const word = (name + '-' + round + '\\n').repeat(2000);
		const files = new Map(Array.from({ length: ${FILES} }, (_, index) => ['part' + index + '/file.txt', word]));
		files.set('manifest.json', JSON.stringify({ tool: 'modelbrief', word }));
		const { value, diagnostics } = await writeBuild({ outputRoot, brief: 'atlas', files }, machine, disk);
		if (value === undefined) throw new Error(JSON.stringify(diagnostics));
		if (round === 0) process.stdout.write('first');
	}
`;

async function wordsOfOutput(root: string): Promise<Set<string>> {
	const folder = await realpath(join(root, 'atlas'));
	const { word } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
	const parts = Array.from({ length: FILES }, (_, index) =>
		readFile(join(folder, `part${index}/file.txt`), 'utf8'),
	);
	return new Set([word, ...(await Promise.all(parts))]);
}

function start(program: string, args: string[]): ChildProcess {
	return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

test('leaves a whole build when it is killed at any moment, and the next build clears up', {
	timeout: 60_000,
}, async () => {
	const root = await temporaryFolder();
	const program = await childProgram(await temporaryFolder(), WRITER);
	for (let kill = 0; kill < 15; kill += 1) {
		const child = start(program, [root, `killed${kill}`, '100000']);
		const { stdout } = child;
		if (stdout === null) throw new Error('the child has no output');
		await once(stdout, 'data');
		await delay((kill * 7) % 23);
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(await wordsOfOutput(root)).toHaveProperty('size', 1);
	}
	const [code] = await once(start(program, [root, 'last', '1']), 'exit');
	expect(code).toBe(0);
	expect([...(await wordsOfOutput(root))][0]).toMatch(/^last-0\n/);
	expect((await readdir(join(root, '.builds'))).length).toBeLessThanOrEqual(2);
});

test('gives one whole build when eight are written at once', { timeout: 60_000 }, async () => {
	const root = await temporaryFolder();
	const program = await childProgram(await temporaryFolder(), WRITER);
	const children = Array.from({ length: 8 }, (_, index) => start(program, [root, `builder${index}`, '10']));
	const exits = Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
	let isRunning = true;
	void exits.then(() => {
		isRunning = false;
	});
	let looks = 0;
	while (isRunning) {
		await delay(5);
		// A reader that is overtaken twice finds its generation cleared away, but never a mixed one.
		const words = await wordsOfOutput(root).catch(() => undefined);
		if (words === undefined) continue;
		looks += 1;
		expect(words.size).toBe(1);
	}
	expect(await exits).toEqual(children.map(() => 0));
	expect(looks).toBeGreaterThan(0);
	expect((await wordsOfOutput(root)).size).toBe(1);
});
