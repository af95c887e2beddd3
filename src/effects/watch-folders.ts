// Says which files below some folders have changed. What the system reports only wakes it: whether a file changed is
// decided by looking, so that rename-saves, bursts and missed reports come to the same. Where the system cannot watch,
// it looks at intervals.

import { join } from 'node:path';
import { type Disk, disk as realDisk } from './files.js';

export interface WatchOptions {
	/** Folders that need not exist yet. */
	readonly folders: readonly string[];
	readonly endings: readonly string[];
	/** Never called twice at once for one change; gets paths of files that came, went or changed. */
	readonly onChange: (paths: ReadonlySet<string>) => void;
	readonly disk?: Disk;
	/** How long to wait for more of the same; default 2. */
	readonly settleMs?: number;
}

export interface FolderWatch {
	readonly close: () => void;
}

const SETTLE_MS = 2;
/** A file that never stops changing is looked at all the same. */
const LONGEST_SETTLE_MS = 80;
/** For systems that report nothing, such as some network disks. */
const LOOK_AGAIN_MS = 2_000;
const POLL_MS = 400;
/** Editors empty a file before they write it; one that stays empty for so long was meant to be. */
const EMPTY_MS = 60;
const MOST_WAITS = 3;

type Stamps = Map<string, string>;

const isEmpty = (stamp: string | undefined) => stamp?.split(' ')[1] === '0';

/** Resolves when every file has been seen once; what changes from then on is reported. */
export async function watchFolders(options: WatchOptions): Promise<FolderWatch> {
	const { folders, endings, onChange, disk = realDisk, settleMs = SETTLE_MS } = options;
	const watched = new Map<string, { readonly stamp: string; readonly close: () => void }>();
	let stamps: Stamps = new Map();
	let canWatch = true;
	let isClosed = false;
	let isLooking = false;
	let firstWake = 0;
	const dirty = new Set<string>();
	let needsAll = false;
	let timer: NodeJS.Timeout | undefined;
	let waits = 0;

	const isWanted = (path: string) => endings.some((ending) => path.endsWith(ending));

	const wake = (path: string | undefined) => {
		if (isClosed) return;
		if (path !== undefined && isWanted(path)) dirty.add(path);
		else needsAll = true;
		const now = performance.now();
		if (timer === undefined) firstWake = now;
		clearTimeout(timer);
		timer = setTimeout(flush, Math.max(0, Math.min(settleMs, firstWake + LONGEST_SETTLE_MS - now)));
	};

	const watch = (folder: string, stamp: string) => {
		if (!canWatch || watched.get(folder)?.stamp === stamp) return;
		watched.get(folder)?.close();
		try {
			const watcher = disk.watch(folder, (_event, name) =>
				wake(name === null ? undefined : join(folder, name.toString())),
			);
			watcher.on('error', () => wake(undefined));
			watched.set(folder, { stamp, close: () => watcher.close() });
		} catch {
			// Too many watched folders, or none can be watched here: looking at intervals is enough.
			canWatch = false;
			clearInterval(again);
			again = setInterval(() => wake(undefined), POLL_MS);
		}
	};

	/** All files below the folders; begins to watch folders that are new. */
	const lookAtAll = async (): Promise<Stamps> => {
		const found: Stamps = new Map();
		const seen = new Set<string>();
		const visit = async (folder: string): Promise<void> => {
			const stat = await statOf(folder, disk);
			if (stat === undefined) return;
			seen.add(folder);
			watch(folder, `${stat.ino}`);
			const entries = await disk.readdir(folder, { withFileTypes: true }).catch(() => []);
			await Promise.all(
				entries.map(async (entry) => {
					const path = join(folder, entry.name);
					if (entry.isDirectory()) return entry.name.startsWith('.') ? undefined : visit(path);
					if (!isWanted(path)) return undefined;
					const stamp = await stampOf(path, disk);
					if (stamp !== undefined) found.set(path, stamp);
				}),
			);
		};
		await Promise.all(folders.map(visit));
		for (const [folder, { close }] of watched) {
			if (seen.has(folder)) continue;
			close();
			watched.delete(folder);
		}
		return found;
	};

	const flush = async (): Promise<void> => {
		timer = undefined;
		if (isLooking) {
			wake(undefined);
			return;
		}
		isLooking = true;
		const paths = [...dirty];
		const isAll = needsAll;
		dirty.clear();
		needsAll = false;
		const next = isAll ? await lookAtAll() : new Map(stamps);
		if (!isAll) {
			for (const path of paths) {
				const stamp = await stampOf(path, disk);
				if (stamp === undefined) next.delete(path);
				else next.set(path, stamp);
			}
		}
		isLooking = false;
		const emptied = [...next].filter(
			([path, stamp]) => isEmpty(stamp) && stamps.has(path) && !isEmpty(stamps.get(path)),
		);
		if (emptied.length > 0 && waits < MOST_WAITS) {
			waits += 1;
			for (const path of [...paths, ...emptied.map(([path]) => path)]) dirty.add(path);
			needsAll ||= isAll;
			timer ??= setTimeout(flush, EMPTY_MS);
			return;
		}
		waits = 0;
		const changed = differing(stamps, next);
		stamps = next;
		if (changed.size > 0 && !isClosed) onChange(changed);
	};

	let again = setInterval(() => wake(undefined), LOOK_AGAIN_MS);
	stamps = await lookAtAll();
	return {
		close() {
			isClosed = true;
			clearInterval(again);
			clearTimeout(timer);
			for (const { close } of watched.values()) close();
			watched.clear();
		},
	};
}

function differing(before: Stamps, after: Stamps): ReadonlySet<string> {
	const changed = new Set<string>();
	for (const [path, stamp] of after) if (before.get(path) !== stamp) changed.add(path);
	for (const path of before.keys()) if (!after.has(path)) changed.add(path);
	return changed;
}

async function stampOf(path: string, disk: Disk): Promise<string | undefined> {
	const stat = await statOf(path, disk);
	return stat === undefined ? undefined : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

async function statOf(path: string, disk: Disk) {
	try {
		return await disk.stat(path);
	} catch {
		return undefined; // it has gone; that is what we wanted to know
	}
}
