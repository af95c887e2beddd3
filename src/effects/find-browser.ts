// The machine in, the browser to use out: the named one, else an installed one, else the one inside our npm package.
// It never falls back from a browser that the user named.

import { join } from 'node:path';
import type { Checked } from '../diagnostics/diagnostic.js';
import { hasEmbeddedBrowser, unpackEmbeddedBrowser } from './embedded-browser.js';
import type { Disk } from './files.js';
import type { Machine } from './machine.js';

export interface FoundBrowser {
	readonly kind: 'named' | 'installed' | 'embedded';
	readonly path: string;
	/** Environment for the browser's process only. */
	readonly env: Readonly<Record<string, string>>;
}

const LINUX_NAMES = [
	'google-chrome-stable',
	'google-chrome',
	'chromium',
	'chromium-browser',
	'chromium-headless-shell',
	'microsoft-edge-stable',
	'microsoft-edge',
	'chrome',
];
const LINUX_FOLDERS = [
	'/usr/bin',
	'/usr/local/bin',
	'/snap/bin',
	'/opt/google/chrome',
	'/opt/microsoft/msedge',
];
const MAC_APPS = [
	'Google Chrome.app/Contents/MacOS/Google Chrome',
	'Chromium.app/Contents/MacOS/Chromium',
	'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
	'Google\\Chrome\\Application\\chrome.exe',
	'Chromium\\Application\\chrome.exe',
	'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Order: CHROME_PATH, the usual places, the embedded browser. MODELBRIEF_BROWSER=embedded skips the first two. */
export async function findBrowser(machine: Machine, disk: Disk): Promise<Checked<FoundBrowser>> {
	const wanted = machine.env.MODELBRIEF_BROWSER ?? '';
	if (wanted !== '' && wanted !== 'embedded') {
		const reason = 'which is not a choice: it can only be `embedded`';
		return {
			diagnostics: [{ code: 'MB401', args: { variable: 'MODELBRIEF_BROWSER', path: wanted, reason } }],
		};
	}
	if (wanted === '') {
		const named = machine.env.CHROME_PATH ?? '';
		if (named !== '') return namedBrowser(named, disk);
		for (const path of usualPlaces(machine)) {
			if ((await whyNotExecutable(path, disk)) === undefined) {
				return { value: { kind: 'installed', path, env: {} }, diagnostics: [] };
			}
		}
	}
	if (!hasEmbeddedBrowser(machine)) return { diagnostics: [{ code: 'MB402', args: {} }] };
	return unpackEmbeddedBrowser(machine, disk);
}

async function namedBrowser(path: string, disk: Disk): Promise<Checked<FoundBrowser>> {
	const reason = await whyNotExecutable(path, disk);
	if (reason === undefined) return { value: { kind: 'named', path, env: {} }, diagnostics: [] };
	return { diagnostics: [{ code: 'MB401', args: { variable: 'CHROME_PATH', path, reason } }] };
}

async function whyNotExecutable(path: string, disk: Disk): Promise<string | undefined> {
	try {
		const stat = await disk.stat(path);
		if (!stat.isFile()) return 'which is not a file';
		await disk.access(path, disk.constants.X_OK);
		return undefined;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return code === 'ENOENT' || code === 'ENOTDIR' ? 'which does not exist' : 'which may not be executed';
	}
}

function usualPlaces({ platform, env, home }: Machine): string[] {
	if (platform === 'win32') {
		const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
		return WINDOWS_PROGRAMS.flatMap((program) =>
			roots.flatMap((root) => (root === undefined ? [] : [`${root}\\${program}`])),
		);
	}
	if (platform === 'darwin') {
		return MAC_APPS.flatMap((app) => [join('/Applications', app), join(home, 'Applications', app)]);
	}
	const onPath = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
	const folders = [...new Set([...onPath, ...LINUX_FOLDERS])];
	return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}
