// Marks generations that are being written, and clears away those that nobody needs any more.

import { createHash } from 'node:crypto';
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
	await disk.writeFile(join(builds, markerOf(generation, machine)), '', { flag: 'wx' });
}

export async function unmarkGeneration(
	builds: string,
	generation: string,
	machine: Machine,
	disk: Disk,
): Promise<void> {
	await disk.rm(join(builds, markerOf(generation, machine)), { force: true });
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
		const generation = name.replace(/\.link$/, '').replace(MARKER, '');
		if (generation === replaced || !isGenerationOf(brief, generation)) continue;
		// First the marker, then the link: a build takes its marker away only after it has set the link.
		if (await isBeingWritten(builds, generation, machine, disk)) continue;
		const present = await whatIsThere(join(outputRoot, brief), brief, disk);
		if (present.kind === 'link' && present.generation === generation) continue;
		await disk.rm(join(builds, name), { recursive: true, force: true }).catch(leaveIt);
	}
}

/** Looks again at what is there: a list that was read while a build began may lack its marker. */
async function isBeingWritten(
	builds: string,
	generation: string,
	machine: Machine,
	disk: Disk,
): Promise<boolean> {
	const marker = (await disk.readdir(builds)).find(
		(name) => MARKER.test(name) && name.replace(MARKER, '') === generation,
	);
	if (marker === undefined) return false;
	const [, processId, host] = MARKER.exec(marker) ?? [];
	if (host === hostOf(machine)) return isAlive(Number(processId));
	const stat = await disk.stat(join(builds, marker)).catch(() => undefined);
	return stat !== undefined && Date.now() - stat.mtimeMs < HOUR_MS;
}

const MARKER = /\.(\d+)-([0-9a-f]{8})\.writing$/;

/** Who writes is said by the name alone: a build that is killed between making a file and filling it leaves no riddle. */
const markerOf = (generation: string, machine: Machine) =>
	`${generation}.${machine.processId}-${hostOf(machine)}.writing`;

const hostOf = ({ hostname }: Machine) => createHash('sha256').update(hostname).digest('hex').slice(0, 8);

function leaveIt(): undefined {
	return undefined;
}
