// Chromium's headless shell for Linux x64, which comes inside @sparticuz/chromium: unpacks it once into a private
// folder and says how to start it. The package's own way is not used: it shares fixed names in the temporary folder.

import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { Disk } from './files.js';
import type { FoundBrowser } from './find-browser.js';
import type { Machine } from './machine.js';
import { readTar } from './tar.js';

const require = createRequire(import.meta.url);

/** Whether the optional package is installed and made for this machine. */
export function hasEmbeddedBrowser(machine: Machine): boolean {
	return machine.platform === 'linux' && machine.arch === 'x64' && packageFolder() !== undefined;
}

/** Reuses what an earlier run unpacked; the folder appears under its name only when it is complete. */
export async function unpackEmbeddedBrowser(machine: Machine, disk: Disk): Promise<Checked<FoundBrowser>> {
	const source = packageFolder();
	if (source === undefined) return { diagnostics: [{ code: 'MB402', args: {} }] };
	const cache = cacheFolder(machine);
	try {
		const { version } = JSON.parse(await disk.readFile(join(source, 'package.json'), 'utf8'));
		const folder = join(cache, `chromium-${version}`);
		await disk.mkdir(cache, { recursive: true, mode: 0o700 });
		if (!(await isPrivate(cache, machine, disk))) {
			const reason = 'it belongs to somebody else or others may write to it';
			return { diagnostics: [notUnpacked(cache, reason)] };
		}
		if (!(await exists(join(folder, 'chromium'), disk))) await unpack(join(source, 'bin'), folder, disk);
		const env = { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
		return { value: { kind: 'embedded', path: join(folder, 'chromium'), env }, diagnostics: [] };
	} catch (error) {
		return { diagnostics: [notUnpacked(cache, (error as Error).message)] };
	}
}

/** `$XDG_CACHE_HOME/modelbrief`, else `~/.cache/modelbrief`. */
export function cacheFolder(machine: Machine): string {
	const given = machine.env.XDG_CACHE_HOME ?? '';
	return join(given.startsWith('/') ? given : join(machine.home, '.cache'), 'modelbrief');
}

function packageFolder(): string | undefined {
	try {
		// The entry is <package>/build/<format>/index.*
		return dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))));
	} catch {
		return undefined; // an optional dependency: not being there is an answer
	}
}

async function unpack(source: string, folder: string, disk: Disk): Promise<void> {
	const stage = `${folder}.${randomBytes(6).toString('hex')}`;
	try {
		await disk.mkdir(stage, { mode: 0o700 });
		const libraries = await unpackTar(join(source, 'al2023.tar.br'), stage, disk);
		const fonts = await unpackTar(join(source, 'fonts.tar.br'), stage, disk);
		if (libraries === 0 || fonts === 0) throw new Error(`${source} lacks its libraries or fonts`);
		await disk.writeFile(join(stage, 'fonts.conf'), fontConfiguration(folder));
		await pipeline(
			disk.createReadStream(join(source, 'chromium.br')),
			createBrotliDecompress({ chunkSize: 2 ** 21 }),
			disk.createWriteStream(join(stage, 'chromium'), { mode: 0o700 }),
		);
		await putInPlace(stage, folder, disk);
	} finally {
		await disk.rm(stage, { recursive: true, force: true });
	}
}

// Another process may have been first: its copy is as good as ours.
async function putInPlace(stage: string, folder: string, disk: Disk): Promise<void> {
	try {
		await disk.rename(stage, folder);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
		if (await exists(join(folder, 'chromium'), disk)) return;
		await disk.rm(folder, { recursive: true, force: true });
		await disk.rename(stage, folder);
	}
}

async function unpackTar(archive: string, folder: string, disk: Disk): Promise<number> {
	const files = readTar(brotliDecompressSync(await disk.readFile(archive)));
	for (const { path, bytes } of files) {
		const target = join(folder, path);
		await disk.mkdir(dirname(target), { recursive: true, mode: 0o700 });
		await disk.writeFile(target, bytes, { mode: 0o600 });
	}
	return files.length;
}

// Only the fonts of the package: a deck brings its own, and what the machine has would change the bytes.
function fontConfiguration(folder: string): string {
	return [
		'<?xml version="1.0"?>',
		'<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
		`<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
		'',
	].join('\n');
}

async function isPrivate(folder: string, machine: Machine, disk: Disk): Promise<boolean> {
	const stat = await disk.stat(folder);
	return stat.uid === machine.userId && (stat.mode & 0o022) === 0;
}

async function exists(path: string, disk: Disk): Promise<boolean> {
	return disk.access(path).then(
		() => true,
		() => false,
	);
}

function notUnpacked(folder: string, reason: string) {
	return {
		code: 'MB403',
		args: { path: 'inside modelbrief', reason: `cannot be unpacked to ${folder}: ${reason}` },
	} as const;
}
