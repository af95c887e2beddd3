// `Files` without a disk, for tests of commands: folders are prefixes, and builds can be looked at afterwards.

import type { Files } from '../../src/effects/files.js';

export interface MemoryFiles extends Files {
	/** The output of the last build of each brief, by brief and path. */
	readonly built: Map<string, ReadonlyMap<string, Uint8Array | string>>;
}

/** `content` holds every file by its full path. */
export function filesInMemory(content: Readonly<Record<string, string | Uint8Array>>): MemoryFiles {
	const paths = Object.keys(content).sort();
	const bytesOf = (path: string) => {
		const bytes = content[path];
		return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
	};
	const built: MemoryFiles['built'] = new Map();
	return {
		built,
		async folderNames(folder) {
			const inside = paths
				.filter((path) => path.startsWith(`${folder}/`))
				.map((path) => path.slice(folder.length + 1));
			const names = inside.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? '');
			return { value: [...new Set(names)], diagnostics: [] };
		},
		async readFile(path) {
			const bytes = bytesOf(path);
			if (bytes !== undefined) return { value: bytes, diagnostics: [] };
			return { diagnostics: [{ code: 'MB101', args: { path, reason: 'it does not exist' } }] };
		},
		async readFolder(folder, { endings, isDeep = false }) {
			const files = new Map<string, Uint8Array>();
			for (const path of paths) {
				const name = path.slice(folder.length + 1);
				const isWanted = endings.some((ending) => name.endsWith(ending)) && (isDeep || !name.includes('/'));
				const bytes = bytesOf(path);
				if (path.startsWith(`${folder}/`) && isWanted && bytes !== undefined) files.set(name, bytes);
			}
			return { value: files, diagnostics: [] };
		},
		checkOutput: async () => [],
		checkWritable: async () => [],
		async writeBuild({ outputRoot, brief, files, keep = [] }) {
			const kept = keep.flatMap((path) => {
				const earlier = built.get(brief)?.get(path);
				return earlier === undefined ? [] : [[path, earlier] as const];
			});
			built.set(brief, new Map([...kept, ...files]));
			return { value: `${outputRoot}/${brief}`, diagnostics: [] };
		},
	};
}
