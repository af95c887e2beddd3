// Runs the built command in a folder of its own, as a user would.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

export interface Run {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Place {
	readonly folder: string;
	/** `run('build talks/atlas --format html')`: words are split at blanks. */
	run(command: string, env?: Readonly<Record<string, string>>): Promise<Run>;
	write(path: string, text: string): void;
	/** From anywhere. */
	copy(from: string, path: string): void;
	read(path: string): string;
	has(path: string): boolean;
	/** Path to SHA-256 of every file below a folder; links are followed, hidden names left out. */
	hashes(path: string): Readonly<Record<string, string>>;
}

/** A temporary folder that is gone after the test. */
export function newPlace(): Place {
	const folder = mkdtempSync(join(tmpdir(), 'modelbrief-command-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const at = (path: string) => join(folder, path);
	return {
		folder,
		run: (command, env = {}) => run(command.split(' '), folder, env),
		write(path, text) {
			mkdirSync(join(at(path), '..'), { recursive: true });
			writeFileSync(at(path), text);
		},
		copy: (from, path) => cpSync(from, at(path)),
		read: (path) => readFileSync(at(path), 'utf8'),
		has: (path) => existsSync(at(path)),
		hashes: (path) => Object.fromEntries(hashesBelow(at(path), '')),
	};
}

/** The example brief under another path, some of its files replaced. */
export function copyExample(
	place: Place,
	path: string,
	changes: Readonly<Record<string, (text: string) => string>> = {},
): void {
	cpSync(join(PROJECT, 'data/example'), join(place.folder, path), { recursive: true });
	for (const [file, change] of Object.entries(changes))
		place.write(join(path, file), change(place.read(join(path, file))));
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Run> {
	const child = spawn(process.execPath, [join(PROJECT, 'dist/cli.js'), ...args], {
		cwd,
		env: { ...process.env, NO_COLOR: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
	child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
	return new Promise((done, fail) => {
		child.on('error', fail);
		child.on('close', (code) =>
			done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
		);
	});
}

function hashesBelow(folder: string, prefix: string): readonly (readonly [string, string])[] {
	return readdirSync(folder)
		.filter((name) => !name.startsWith('.'))
		.sort()
		.flatMap((name) => {
			const path = join(folder, name);
			if (statSync(path).isDirectory()) return hashesBelow(path, `${prefix}${name}/`);
			return [[`${prefix}${name}`, createHash('sha256').update(readFileSync(path)).digest('hex')] as const];
		});
}
