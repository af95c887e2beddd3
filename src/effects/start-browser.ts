// What commands call: finds a browser and opens it.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { hasEmbeddedBrowser, unpackEmbeddedBrowser } from './embedded-browser.js';
import { type Disk, disk as realDisk } from './files.js';
import { findBrowser } from './find-browser.js';
import type { Machine } from './machine.js';
import { type Browser, openBrowser } from './open-browser.js';

export interface StartOptions {
	/** Ends the browser at once, e.g. on Ctrl-C. */
	readonly signal?: AbortSignal;
	readonly disk?: Disk;
}

/** An installed browser that does not start gives way to the embedded one; one that the user named never does. */
export async function startBrowser(
	machine: Machine,
	{ signal, disk = realDisk }: StartOptions = {},
): Promise<Checked<Browser>> {
	const found = await findBrowser(machine, disk);
	if (found.value === undefined) return { diagnostics: found.diagnostics };
	const opened = await openBrowser(found.value, machine, disk, signal);
	const mayTryNext = found.value.kind === 'installed' && hasEmbeddedBrowser(machine);
	if (opened.value !== undefined || !mayTryNext) return opened;
	const embedded = await unpackEmbeddedBrowser(machine, disk);
	if (embedded.value === undefined) return opened;
	return openBrowser(embedded.value, machine, disk, signal);
}

export interface BrowserOnDemand {
	/** Starts the browser the first time, and gives the same one from then on. */
	readonly open: () => Promise<Checked<Browser>>;
	/** What kept it from starting, when it was asked for. */
	readonly diagnostics: () => Promise<readonly Diagnostic[]>;
	readonly close: () => Promise<void>;
}

export function browserOnDemand(machine: Machine, options: StartOptions = {}): BrowserOnDemand {
	let opening: Promise<Checked<Browser>> | undefined;
	return {
		open() {
			opening ??= startBrowser(machine, options);
			return opening;
		},
		diagnostics: async () => (await opening)?.diagnostics ?? [],
		close: async () => (await opening)?.value?.close(),
	};
}
