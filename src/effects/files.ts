// The only door to node:fs. `Files` is what commands use of it, so that a test can hand in files in memory; `Disk` is
// what the effects beneath are given, so that a test can hand in a disk that fails.

import { createReadStream, createWriteStream, watch } from 'node:fs';
import * as fs from 'node:fs/promises';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Machine } from './machine.js';
import { checkOutput, checkWritable } from './output-folder.js';
import { folderNames, type ReadLimits, readFile, readFolder } from './read-folder.js';
import { type BuildOutput, writeBuild } from './write-build.js';

/** What modelbrief does with a disk: a choice of node:fs/promises, and its streams. */
export type Disk = Pick<
	typeof fs,
	| 'access'
	| 'chmod'
	| 'constants'
	| 'copyFile'
	| 'lstat'
	| 'mkdir'
	| 'open'
	| 'readdir'
	| 'readFile'
	| 'readlink'
	| 'realpath'
	| 'rename'
	| 'rm'
	| 'rmdir'
	| 'stat'
	| 'symlink'
	| 'unlink'
	| 'writeFile'
> & {
	readonly createReadStream: typeof createReadStream;
	readonly createWriteStream: typeof createWriteStream;
	readonly watch: typeof watch;
};

export const disk: Disk = { ...fs, createReadStream, createWriteStream, watch };

export interface Files {
	/** Names of the folders in a folder, in order; hidden ones are left out. */
	folderNames(folder: string): Promise<Checked<readonly string[]>>;
	/** One file that the user or our package names; the path may be a link. */
	readFile(path: string, maxBytes: number): Promise<Checked<Uint8Array>>;
	/** The files of a folder that somebody else may have made. */
	readFolder(folder: string, limits: ReadLimits): Promise<Checked<ReadonlyMap<string, Uint8Array>>>;
	/** Call both before any work whose result is to be written. */
	checkOutput(outputRoot: string, dataFolder: string): Promise<readonly Diagnostic[]>;
	checkWritable(outputRoot: string): Promise<readonly Diagnostic[]>;
	/** Gives the path of the output. With a diagnostic, nothing has changed. */
	writeBuild(output: BuildOutput): Promise<Checked<string>>;
}

export function filesOnDisk(machine: Machine): Files {
	return {
		folderNames: (folder) => folderNames(folder, disk),
		readFile: (path, maxBytes) => readFile(path, maxBytes, disk),
		readFolder: (folder, limits) => readFolder(folder, limits, disk),
		checkOutput: (outputRoot, dataFolder) => checkOutput(outputRoot, dataFolder, machine, disk),
		checkWritable: (outputRoot) => checkWritable(outputRoot, disk),
		writeBuild: (output) => writeBuild(output, machine, disk),
	};
}
