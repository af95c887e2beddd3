// The bytes of a tar archive in, its regular files out. Refuses paths that would leave the folder they are put in.

export interface TarFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

const BLOCK = 512;
const REGULAR = new Set(['0', '\0']);

/** Skips folders; throws on links, extended headers and absolute or climbing paths, which our archives do not have. */
export function readTar(archive: Uint8Array): TarFile[] {
	const files: TarFile[] = [];
	for (let at = 0; at + BLOCK <= archive.length; ) {
		const header = archive.subarray(at, at + BLOCK);
		const name = field(header, 0, 100);
		if (name === '') break; // two empty blocks end the archive
		const prefix = field(header, 345, 155);
		const path = prefix === '' ? name : `${prefix}/${name}`;
		const size = Number.parseInt(field(header, 124, 12), 8);
		const kind = String.fromCharCode(header[156] ?? 0);
		if (REGULAR.has(kind)) {
			if (path.startsWith('/') || path.split('/').includes('..'))
				throw new Error(`unsafe path in archive: ${path}`);
			files.push({ path, bytes: archive.subarray(at + BLOCK, at + BLOCK + size) });
		} else if (kind !== '5') {
			throw new Error(`entry of kind ${JSON.stringify(kind)} in archive: ${path}`);
		}
		at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
	}
	return files;
}

function field(header: Uint8Array, start: number, length: number): string {
	const text = Buffer.from(header.subarray(start, start + length)).toString('latin1');
	const end = text.indexOf('\0');
	return (end === -1 ? text : text.slice(0, end)).trim();
}
