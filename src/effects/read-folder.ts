// A folder in, the bytes of its regular files out. Refuses anything that could block, be endless or lie elsewhere.

import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Disk } from './files.js';

export interface ReadLimits {
	/** Endings of the files to read, e.g. `.yaml`; other files are not looked at. */
	readonly endings: readonly string[];
	readonly maxBytes: number;
	/** Also reads folders inside the folder; names then hold `/`. */
	readonly isDeep?: boolean;
	/** Only these, by name, where they are there. */
	readonly only?: readonly string[];
}

/** Files by name, in the order of their names; reports every file that it refuses. */
export async function readFolder(
	folder: string,
	limits: ReadLimits,
	disk: Disk,
): Promise<Checked<ReadonlyMap<string, Uint8Array>>> {
	const diagnostics: Diagnostic[] = [];
	const files = new Map<string, Uint8Array>();
	const names = await tryTo(folder, diagnostics, () => namesIn(folder, '', limits, disk));
	for (const name of wantedOf(names ?? [], limits)) {
		const path = join(folder, name);
		const bytes = await tryTo(path, diagnostics, () => readInside(path, folder, limits, disk, diagnostics));
		if (bytes !== undefined) files.set(name, bytes);
	}
	return names === undefined ? { diagnostics } : { value: files, diagnostics };
}

function wantedOf(names: readonly string[], { only }: ReadLimits): readonly string[] {
	return only === undefined ? names : names.filter((name) => only.includes(name));
}

async function namesIn(folder: string, prefix: string, limits: ReadLimits, disk: Disk): Promise<string[]> {
	const entries = await disk.readdir(join(folder, prefix), { withFileTypes: true });
	const names: string[] = [];
	for (const entry of entries) {
		const name = `${prefix}${entry.name}`;
		if (entry.isDirectory() && limits.isDeep === true)
			names.push(...(await namesIn(folder, `${name}/`, limits, disk)));
		else if (limits.endings.some((ending) => entry.name.endsWith(ending))) names.push(name);
	}
	return names.sort(byCodeUnit);
}

// Looks before it opens: opening a pipe would wait for ever. What was opened is looked at again.
async function readInside(
	path: string,
	folder: string,
	limits: ReadLimits,
	disk: Disk,
	diagnostics: Diagnostic[],
): Promise<Uint8Array | undefined> {
	const real = await disk.realpath(path);
	if (isInside(real, await disk.realpath(folder)))
		return readRegular(path, folder, limits.maxBytes, disk, diagnostics);
	diagnostics.push({ code: 'MB110', args: { path, kind: 'a link to a place outside', folder } });
	return undefined;
}

async function readRegular(
	path: string,
	folder: string,
	maxBytes: number,
	disk: Disk,
	diagnostics: Diagnostic[],
): Promise<Uint8Array | undefined> {
	const kind = kindOf(await disk.stat(path));
	if (kind !== undefined) {
		diagnostics.push({ code: 'MB110', args: { path, kind, folder } });
		return undefined;
	}
	const file = await disk.open(path, 'r');
	try {
		const { size } = await file.stat();
		if (size <= maxBytes) return await file.readFile();
		diagnostics.push({ code: 'MB111', args: { path, bytes: size, limit: maxBytes } });
		return undefined;
	} finally {
		await file.close();
	}
}

/** Reads one file wherever it is, as long as it is a regular one. */
export async function readFile(path: string, maxBytes: number, disk: Disk): Promise<Checked<Uint8Array>> {
	const diagnostics: Diagnostic[] = [];
	const bytes = await tryTo(path, diagnostics, () =>
		readRegular(path, dirname(path), maxBytes, disk, diagnostics),
	);
	return bytes === undefined ? { diagnostics } : { value: bytes, diagnostics };
}

/** Names of the folders in a folder, in order, without hidden ones. */
export async function folderNames(folder: string, disk: Disk): Promise<Checked<readonly string[]>> {
	const diagnostics: Diagnostic[] = [];
	const entries = await tryTo(folder, diagnostics, () => disk.readdir(folder, { withFileTypes: true }));
	if (entries === undefined) return { diagnostics };
	const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
	return { value: names.map((entry) => entry.name).sort(byCodeUnit), diagnostics };
}

async function tryTo<T>(
	path: string,
	diagnostics: Diagnostic[],
	work: () => Promise<T>,
): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		diagnostics.push({ code: 'MB101', args: { path, reason: whyNot(error) } });
		return undefined;
	}
}

interface FileKind {
	isFile(): boolean;
	isDirectory(): boolean;
	isFIFO(): boolean;
	isSocket(): boolean;
}

function kindOf(stat: FileKind): string | undefined {
	if (stat.isFile()) return undefined;
	if (stat.isDirectory()) return 'a folder';
	if (stat.isFIFO()) return 'a pipe';
	return stat.isSocket() ? 'a socket' : 'a device';
}

/** Whether a real path is a folder or something in it. */
export function isInside(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** What the system says, in words that fit a sentence. */
export function whyNot(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	const words: Record<string, string> = {
		EACCES: 'you have no permission',
		EPERM: 'the system does not allow it',
		EROFS: 'it is on a read-only disk',
		ENOSPC: 'the disk is full',
		EDQUOT: 'your share of the disk is used up',
		ENOENT: 'it does not exist',
		ENOTDIR: 'a part of its path is not a folder',
		EISDIR: 'it is a folder',
		ELOOP: 'its links lead in a circle',
		EMFILE: 'too many files are open',
		ENAMETOOLONG: 'its name is too long',
	};
	return words[code ?? ''] ?? message;
}

function byCodeUnit(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
