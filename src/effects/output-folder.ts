// Looks at the output folder before any work is done: is it a sensible place, and can it be written?

import { randomBytes } from 'node:crypto';
import { dirname, join, parse, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Disk } from './files.js';
import type { Machine } from './machine.js';
import { isInside, whyNot } from './read-folder.js';

/** Where generations of output are kept, inside the output folder. */
export const BUILDS = '.builds';

/** Refuses places where replacing a folder could destroy something else. `dataFolder` is the folder of the briefs. */
export async function checkOutput(
	outputRoot: string,
	dataFolder: string,
	machine: Machine,
	disk: Disk,
): Promise<Diagnostic[]> {
	const [output, data, home, working] = (await Promise.all(
		[outputRoot, dataFolder, machine.home, machine.workingDirectory].map((path) =>
			realOrFuture(resolve(machine.workingDirectory, path), disk),
		),
	)) as [string, string, string, string];
	const reason = whyRefused(output, data, home, working);
	return reason === undefined ? [] : [{ code: 'MB582', args: { path: outputRoot, reason } }];
}

function whyRefused(output: string, data: string, home: string, working: string): string | undefined {
	if (output === parse(output).root) return 'the root of the file system';
	if (output === home) return 'your home folder';
	if (output === working) return 'the folder that you are in';
	if (isInside(output, data)) return 'inside the folder of the evidence';
	return isInside(data, output) ? 'a folder that holds the evidence' : undefined;
}

/** Creates the output folder and a file in it, then removes the file: says now what would fail after minutes. */
export async function checkWritable(outputRoot: string, disk: Disk): Promise<Diagnostic[]> {
	const probe = join(outputRoot, BUILDS, `probe-${randomBytes(6).toString('hex')}`);
	try {
		await disk.mkdir(join(outputRoot, BUILDS), { recursive: true });
		await disk.writeFile(probe, 'x', { flag: 'wx' });
		await disk.unlink(probe);
		return [];
	} catch (error) {
		return [notWritable(outputRoot, error)];
	}
}

export function notWritable(path: string, error: unknown): Diagnostic {
	const { code } = error as NodeJS.ErrnoException;
	const isFull = code === 'ENOSPC' || code === 'EDQUOT';
	const remedy = isFull
		? 'Free some space, or choose another folder with `--output`.'
		: 'Give yourself the right to write there, or choose another folder with `--output`.';
	return { code: 'MB411', args: { path, reason: whyNot(error), remedy } };
}

// The real path of what exists, with the rest of the path that does not exist yet.
async function realOrFuture(path: string, disk: Disk): Promise<string> {
	try {
		return await disk.realpath(path);
	} catch {
		const parent = dirname(path);
		return parent === path ? path : join(await realOrFuture(parent, disk), parse(path).base);
	}
}
