// Files that are read again only after a change. What did not change keeps its identity, which tells the pipeline what
// it can use again.

import { dirname, resolve } from 'node:path';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { Files } from '../effects/files.js';

export interface RememberingFiles {
	readonly files: Files;
	/** Absolute paths of files that may have changed. */
	readonly forget: (paths: ReadonlySet<string>) => void;
}

export function rememberingFiles(files: Files, workingDirectory: string): RememberingFiles {
	const folders = new Map<string, Promise<Checked<ReadonlyMap<string, Uint8Array>>>>();
	const single = new Map<string, Promise<Checked<Uint8Array>>>();
	const names = new Map<string, Promise<Checked<readonly string[]>>>();
	const bytes = new Map<string, Uint8Array>();
	const stale = new Map<string, string>();

	/** The earlier bytes, where they are equal. */
	const same = (path: string, next: Uint8Array): Uint8Array => {
		const before = bytes.get(path);
		if (before !== undefined && Buffer.compare(before, next) === 0) return before;
		bytes.set(path, next);
		return next;
	};
	const once = <T>(cache: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> => {
		const known = cache.get(key);
		if (known !== undefined) return known;
		const reading = read();
		cache.set(key, reading);
		return reading;
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
				stale.set(key, resolve(workingDirectory, folder));
				return once(folders, key, async () => {
					const read = await files.readFolder(folder, limits);
					if (read.value === undefined) return read;
					const value = new Map([...read.value].map(([name, next]) => [name, same(`${key}${name}`, next)]));
					return { ...read, value };
				});
			},
		},
		forget(paths) {
			names.clear();
			for (const [key, folder] of stale) {
				const isTouched = [...paths].some(
					(path) => path.startsWith(`${folder}/`) || dirname(path) === folder,
				);
				if (isTouched) folders.delete(key);
			}
			for (const path of single.keys()) if (paths.has(resolve(workingDirectory, path))) single.delete(path);
		},
	};
}
