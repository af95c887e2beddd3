// Marks generations that are being written, and clears away those that nobody needs any more.

import { join } from 'node:path';
import type { Disk } from './files.js';
import { isAlive } from './live-process.js';
import type { Machine } from './machine.js';
import { BUILDS } from './output-folder.js';
import { isGenerationOf, whatIsThere } from './switch-output.js';

const HOUR_MS = 3_600_000;

/** Must come before the generation's folder exists and stay until it is the output. */
export async function markGeneration(
	builds: string,
	generation: string,
	machine: Machine,
	disk: Disk,
): Promise<void> {
	const writer = { processId: machine.processId, hostname: machine.hostname };
	await disk.writeFile(markerOf(builds, generation), JSON.stringify(writer), { flag: 'wx' });
}

export async function unmarkGeneration(builds: string, generation: string, disk: Disk): Promise<void> {
	await disk.rm(markerOf(builds, generation), { force: true });
}

/**
 * Keeps the output, the generation that it replaced (somebody may be reading it still) and what a live build writes.
 * Leaves what it may not remove: the next build tries again.
 */
export async function clearGenerations(
	outputRoot: string,
	brief: string,
	replaced: string | undefined,
	machine: Machine,
	disk: Disk,
): Promise<void> {
	const builds = join(outputRoot, BUILDS);
	for (const name of await disk.readdir(builds)) {
		const generation = name.replace(/\.(?:link|writing)$/, '');
		if (generation === replaced || !isGenerationOf(brief, generation)) continue;
		// First the marker, then the link: a build takes its marker away only after it has set the link.
		if (await isBeingWritten(builds, generation, machine, disk)) continue;
		const present = await whatIsThere(join(outputRoot, brief), brief, disk);
		if (present.kind === 'link' && present.generation === generation) continue;
		await disk.rm(join(builds, name), { recursive: true, force: true }).catch(leaveIt);
	}
}

async function isBeingWritten(
	builds: string,
	generation: string,
	machine: Machine,
	disk: Disk,
): Promise<boolean> {
	const marker = markerOf(builds, generation);
	try {
		const writer = JSON.parse(await disk.readFile(marker, 'utf8'));
		if (writer.hostname === machine.hostname) return isAlive(writer.processId);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
	}
	// Written on another machine, or by a build that has only just made the file.
	const stat = await disk.stat(marker).catch(() => undefined);
	return stat !== undefined && Date.now() - stat.mtimeMs < HOUR_MS;
}

function markerOf(builds: string, generation: string): string {
	return join(builds, `${generation}.writing`);
}

function leaveIt(): undefined {
	return undefined;
}
