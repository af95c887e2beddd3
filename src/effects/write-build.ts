// One build's files in, `<output>/<brief>` out: the whole new build or the whole old one, whatever happens meanwhile.
// Files go into a generation, a folder of their own under `.builds`; one rename of a link makes it the output.

import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { Disk } from './files.js';
import { clearGenerations, markGeneration, unmarkGeneration } from './generations.js';
import type { Machine } from './machine.js';
import { BUILDS, notWritable } from './output-folder.js';
import { ForeignOutput, switchOutput, whatIsThere } from './switch-output.js';

export interface BuildOutput {
	readonly outputRoot: string;
	/** Also the name of its folder in the output folder. */
	readonly brief: string;
	/** By path inside that folder, with `/`. `manifest.json` must be there, and say `"tool": "modelbrief"`. */
	readonly files: ReadonlyMap<string, Uint8Array | string>;
	/** Paths to take over from the earlier build, where it has them and `files` does not. */
	readonly keep?: readonly string[];
}

/** Gives the path of the output. With a diagnostic, nothing has changed. */
export async function writeBuild(
	output: BuildOutput,
	machine: Machine,
	disk: Disk,
): Promise<Checked<string>> {
	for (const path of [...output.files.keys(), ...(output.keep ?? [])]) refuseOddPath(path);
	const target = join(output.outputRoot, output.brief);
	const builds = join(output.outputRoot, BUILDS);
	const generation = `${output.brief}-${randomBytes(6).toString('hex')}`;
	try {
		await whatIsThere(target, output.brief, disk);
		await disk.mkdir(builds, { recursive: true });
		await markGeneration(builds, generation, machine, disk);
		const replaced = await finishOrDiscard(output, generation, machine, disk);
		// From here on the build is done: what cannot be cleared up now waits for the next one.
		await orUndefined(unmarkGeneration(builds, generation, machine, disk));
		await orUndefined(clearGenerations(output.outputRoot, output.brief, replaced, machine, disk));
		return { value: target, diagnostics: [] };
	} catch (error) {
		if (error instanceof ForeignOutput) {
			return { diagnostics: [{ code: 'MB412', args: { path: target, kind: error.kind } }] };
		}
		if ((error as NodeJS.ErrnoException).code === undefined) throw error;
		return { diagnostics: [notWritable(target, error)] };
	}
}

async function finishOrDiscard(
	output: BuildOutput,
	generation: string,
	machine: Machine,
	disk: Disk,
): Promise<string | undefined> {
	const { outputRoot, brief } = output;
	const builds = join(outputRoot, BUILDS);
	try {
		await writeGeneration(output, join(builds, generation), join(outputRoot, brief), machine, disk);
		return await switchOutput(outputRoot, brief, generation, machine, disk);
	} catch (error) {
		// On a full or broken disk this may fail too; the first error is the one to tell.
		await orUndefined(disk.rm(join(builds, generation), { recursive: true, force: true }));
		await orUndefined(unmarkGeneration(builds, generation, machine, disk));
		throw error;
	}
}

async function writeGeneration(
	{ files, keep = [] }: BuildOutput,
	folder: string,
	target: string,
	machine: Machine,
	disk: Disk,
): Promise<void> {
	await disk.mkdir(folder);
	const folders = new Set([folder, ...[...files.keys(), ...keep].map((path) => dirname(join(folder, path)))]);
	for (const path of folders) await disk.mkdir(path, { recursive: true });
	const written = [...files].map(([path, content]) => writeDurably(join(folder, path), content, disk));
	await Promise.all([
		...written,
		takeOver(
			keep.filter((path) => !files.has(path)),
			folder,
			target,
			disk,
		),
	]);
	if (machine.platform !== 'win32') await Promise.all([...folders].map((path) => syncFolder(path, disk)));
}

// Another build may clear the earlier generation away while we copy from it; then there is a newer one to copy from.
async function takeOver(paths: readonly string[], folder: string, target: string, disk: Disk): Promise<void> {
	if (paths.length === 0) return;
	for (let attempt = 0; attempt < 10; attempt += 1) {
		const earlier = await orUndefined(disk.realpath(target));
		if (earlier === undefined) return;
		for (const path of paths) {
			const bytes = await orUndefined(disk.readFile(join(earlier, path)));
			if (bytes !== undefined) await writeDurably(join(folder, path), bytes, disk);
		}
		if ((await orUndefined(disk.stat(join(earlier, 'manifest.json')))) !== undefined) return;
	}
}

async function writeDurably(path: string, content: Uint8Array | string, disk: Disk): Promise<void> {
	const file = await disk.open(path, 'w');
	try {
		await file.writeFile(content);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function syncFolder(path: string, disk: Disk): Promise<void> {
	const folder = await disk.open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
	return work.catch(() => undefined);
}

function refuseOddPath(path: string): void {
	const isOdd = path
		.split('/')
		.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part));
	if (isOdd) throw new Error(`not a path inside a build: ${JSON.stringify(path)}`);
}
