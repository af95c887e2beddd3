// Makes a finished generation the output in one rename, and knows whether what stands there is ours to replace.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './files.js';
import type { Machine } from './machine.js';
import { BUILDS } from './output-folder.js';

/** What manifest.json holds as `tool`, by which a later build knows a folder as ours. */
const MANIFEST_TOOL = 'modelbrief';

/** Something else stands where the output should go. */
export class ForeignOutput extends Error {
	constructor(readonly kind: string) {
		super(`the output is ${kind}`);
	}
}

export type Present =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'link'; readonly generation: string }
	/** Made where links are not to be had, or copied here, or empty. */
	| { readonly kind: 'folder' };

/** Throws ForeignOutput for anything that modelbrief did not make. */
export async function whatIsThere(target: string, brief: string, disk: Disk): Promise<Present> {
	const stat = await disk.lstat(target).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (stat === undefined) return { kind: 'nothing' };
	if (stat.isSymbolicLink()) {
		const [folder, generation = '', ...rest] = (await disk.readlink(target)).split(/[\\/]/);
		if (folder === BUILDS && rest.length === 0 && isGenerationOf(brief, generation))
			return { kind: 'link', generation };
		throw new ForeignOutput('a link');
	}
	if (!stat.isDirectory()) throw new ForeignOutput('a file');
	if ((await hasOurManifest(target, disk)) || (await disk.readdir(target)).length === 0)
		return { kind: 'folder' };
	throw new ForeignOutput('a folder');
}

/** Whether a name is `<brief>-` and twelve hexadecimal digits. */
export function isGenerationOf(brief: string, name: string): boolean {
	return name.startsWith(`${brief}-`) && /^[0-9a-f]{12}$/.test(name.slice(brief.length + 1));
}

/** Gives the name of the generation that was the output before. */
export async function switchOutput(
	outputRoot: string,
	brief: string,
	generation: string,
	machine: Machine,
	disk: Disk,
): Promise<string | undefined> {
	const target = join(outputRoot, brief);
	if (machine.platform === 'win32') return switchByTwoRenames(outputRoot, brief, generation, disk);
	const link = join(outputRoot, BUILDS, `${generation}.link`);
	await disk.symlink(join(BUILDS, generation), link);
	try {
		const present = await whatIsThere(target, brief, disk);
		const replaced = present.kind === 'folder' ? await moveAway(outputRoot, brief, disk) : undefined;
		await disk.rename(link, target).catch((error) => moveBack(outputRoot, brief, replaced, error, disk));
		return present.kind === 'link' ? present.generation : replaced;
	} catch (error) {
		await disk.rm(link, { force: true });
		throw error;
	}
}

// Links need special rights on Windows. Between the two renames there is no output; another build may come between.
async function switchByTwoRenames(
	outputRoot: string,
	brief: string,
	generation: string,
	disk: Disk,
): Promise<string | undefined> {
	const target = join(outputRoot, brief);
	for (let attempt = 1; ; attempt += 1) {
		const present = await whatIsThere(target, brief, disk);
		const replaced = present.kind === 'nothing' ? undefined : await moveAway(outputRoot, brief, disk);
		try {
			await disk.rename(join(outputRoot, BUILDS, generation), target);
			return replaced;
		} catch (error) {
			const wasFilledMeanwhile = ['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(
				(error as NodeJS.ErrnoException).code ?? '',
			);
			if (!wasFilledMeanwhile || attempt === 20) await moveBack(outputRoot, brief, replaced, error, disk);
		}
	}
}

async function moveAway(outputRoot: string, brief: string, disk: Disk): Promise<string | undefined> {
	const name = `${brief}-${randomBytes(6).toString('hex')}`;
	try {
		await disk.rename(join(outputRoot, brief), join(outputRoot, BUILDS, name));
		return name;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // another build was faster
		throw error;
	}
}

async function moveBack(
	outputRoot: string,
	brief: string,
	name: string | undefined,
	error: unknown,
	disk: Disk,
): Promise<never> {
	if (name !== undefined) await disk.rename(join(outputRoot, BUILDS, name), join(outputRoot, brief));
	throw error;
}

async function hasOurManifest(folder: string, disk: Disk): Promise<boolean> {
	const path = join(folder, 'manifest.json');
	const stat = await disk.lstat(path).catch(() => undefined);
	if (stat?.isFile() !== true || stat.size > 50_000_000) return false;
	try {
		return JSON.parse(await disk.readFile(path, 'utf8')).tool === MANIFEST_TOOL;
	} catch {
		return false; // not JSON, or null: not ours
	}
}
