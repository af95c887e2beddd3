// Files that are read again only after a change. What did not change keeps its identity, which tells the pipeline what
// it can use again.

import { relative, resolve, sep } from 'node:path';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { Files } from '../effects/files.js';

export interface RememberingFiles {
	readonly files: Files;
	/** Absolute paths of files that may have changed. */
	readonly forget: (paths: ReadonlySet<string>) => void;
}

const EMPTY_MS = 15;
const MOST_TRIES = 6;

type Contents = Checked<ReadonlyMap<string, Uint8Array>>;
type ReadLimits = Parameters<Files['readFolder']>[1];

interface KeptFolder {
	/** Absolute. */
	readonly folder: string;
	readonly reading: Promise<Contents>;
	/** Names that may have changed since. */
	readonly changed: Set<string>;
}

export function rememberingFiles(files: Files, workingDirectory: string): RememberingFiles {
	const folders = new Map<string, KeptFolder>();
	const single = new Map<string, Promise<Checked<Uint8Array>>>();
	const names = new Map<string, Promise<Checked<readonly string[]>>>();
	const bytes = new Map<string, Uint8Array>();

	/** The earlier bytes, where they are equal. */
	const same = (key: string, next: Uint8Array): Uint8Array => {
		const before = bytes.get(key);
		if (before !== undefined && Buffer.compare(before, next) === 0) return before;
		bytes.set(key, next);
		return next;
	};

	/** Only what changed; all of it where a file came, went or cannot be read. */
	const readAgain = async (
		folder: string,
		limits: ReadLimits,
		kept: KeptFolder | undefined,
	): Promise<Contents> => {
		const before = await kept?.reading;
		const changed = [...(kept?.changed ?? [])];
		const isKnown = before?.diagnostics.length === 0 && changed.every((name) => before.value?.has(name));
		if (isKnown && changed.length > 0) {
			const some = await readWritten(() => files.readFolder(folder, { ...limits, only: changed }), before);
			if (some.value?.size === changed.length && some.diagnostics.length === 0)
				return { value: new Map([...(before.value ?? []), ...some.value]), diagnostics: [] };
		}
		return files.readFolder(folder, limits);
	};

	return {
		files: {
			...files,
			folderNames: (folder) => once(names, folder, () => files.folderNames(folder)),
			readFile: (path, maxBytes) =>
				once(single, path, async () => {
					const read = await files.readFile(path, maxBytes);
					return read.value === undefined ? read : { ...read, value: same(path, read.value) };
				}),
			readFolder(folder, limits) {
				const key = JSON.stringify([folder, limits]);
				const kept = folders.get(key);
				if (kept !== undefined && kept.changed.size === 0) return kept.reading;
				const reading = readAgain(folder, limits, kept).then((read): Contents => {
					if (read.value === undefined) return read;
					const value = [...read.value].map(([name, next]) => [name, same(`${key} ${name}`, next)] as const);
					return { ...read, value: new Map(value) };
				});
				folders.set(key, { folder: resolve(workingDirectory, folder), reading, changed: new Set() });
				return reading;
			},
		},
		forget(paths) {
			names.clear();
			for (const { folder, changed } of folders.values())
				for (const path of paths)
					if (path.startsWith(`${folder}${sep}`)) changed.add(relative(folder, path).replaceAll(sep, '/'));
			for (const path of single.keys()) if (paths.has(resolve(workingDirectory, path))) single.delete(path);
		},
	};
}

/** Editors empty a file before they write it, and it may be read in between. */
async function readWritten(read: () => Promise<Contents>, before: Contents): Promise<Contents> {
	let contents = await read();
	for (let tries = 0; tries < MOST_TRIES && isEmptied(contents, before); tries += 1) {
		await new Promise((done) => setTimeout(done, EMPTY_MS));
		contents = await read();
	}
	return contents;
}

function isEmptied({ value }: Contents, before: Contents): boolean {
	return [...(value ?? [])].some(
		([name, text]) => text.length === 0 && before.value?.get(name)?.length !== 0,
	);
}

function once<T>(cache: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
	const known = cache.get(key);
	if (known !== undefined) return known;
	const reading = read();
	cache.set(key, reading);
	return reading;
}
