// A throw-away profile folder for one browser process; also sweeps away those that killed runs left behind.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from './embedded-browser.js';
import type { Disk } from './files.js';
import { isAlive } from './live-process.js';
import type { Machine } from './machine.js';

/** The folder's name starts with the id of our process, by which a later run knows whether it is still in use. */
export async function newProfile(machine: Machine, disk: Disk): Promise<string> {
	const folder = join(cacheFolder(machine), 'profiles');
	await disk.mkdir(folder, { recursive: true, mode: 0o700 });
	for (const name of await disk.readdir(folder)) {
		if (!isAlive(Number.parseInt(name, 10))) await removeProfile(join(folder, name), disk);
	}
	const profile = join(folder, `${machine.processId}-${randomBytes(6).toString('hex')}`);
	await disk.mkdir(profile, { mode: 0o700 });
	return profile;
}

/** Tries again while the browser's last children are still writing. */
export async function removeProfile(profile: string, disk: Disk): Promise<void> {
	await disk.rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
