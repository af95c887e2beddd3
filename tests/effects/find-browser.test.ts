import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Disk, disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { temporaryFolder, testMachine } from './support.js';

/** A disk that holds nothing but these programs. */
function diskWith(programs: readonly string[]): Disk {
	const missing = () => Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
	const stat = async (path: string) => (programs.includes(path) ? { isFile: () => true } : missing());
	const access = async (path: string) => (programs.includes(path) ? undefined : missing());
	return { ...disk, stat, access } as unknown as Disk;
}

describe('CHROME_PATH', () => {
	test('comes before everything else', async () => {
		const machine = testMachine({ env: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' } });
		const { value } = await findBrowser(machine, diskWith(['/opt/mine', '/usr/bin/chromium']));
		expect(value).toEqual({ kind: 'named', path: '/opt/mine', env: {} });
	});

	test('is never replaced by another browser when it is wrong', async () => {
		const machine = testMachine({ env: { CHROME_PATH: '/opt/missing', PATH: '/usr/bin' } });
		expect(await findBrowser(machine, diskWith(['/usr/bin/chromium']))).toEqual({
			diagnostics: [
				{
					code: 'MB401',
					args: { variable: 'CHROME_PATH', path: '/opt/missing', reason: 'which does not exist' },
				},
			],
		});
	});

	test('must be a file that may be executed', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'folder'));
		await writeFile(join(folder, 'text'), '');
		await chmod(join(folder, 'text'), 0o644);
		const reasonFor = async (name: string) =>
			(await findBrowser(testMachine({ env: { CHROME_PATH: join(folder, name) } }), disk)).diagnostics[0]
				?.args.reason;
		expect(await reasonFor('folder')).toBe('which is not a file');
		expect(await reasonFor('text')).toBe('which may not be executed');
	});
});

describe('the usual places', () => {
	test.each([
		['linux', { PATH: '/home/me/bin:/usr/bin' }, '/home/me/bin/chromium'],
		['linux', { PATH: '' }, '/usr/bin/google-chrome-stable'],
		['linux', { PATH: '' }, '/snap/bin/chromium'],
		['linux', { PATH: '' }, '/opt/google/chrome/chrome'],
		['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
		['darwin', {}, '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
		['win32', { PROGRAMFILES: 'C:\\P' }, 'C:\\P\\Google\\Chrome\\Application\\chrome.exe'],
		['win32', { 'PROGRAMFILES(X86)': 'C:\\P86' }, 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'],
	])('on %s with %j hold %s', async (platform, env, path) => {
		const machine = testMachine({ platform, env, home: '/home/me' });
		const { value } = await findBrowser(machine, diskWith([path]));
		expect(value).toEqual({ kind: 'installed', path, env: {} });
	});

	test('prefer Chrome to Chromium to Edge', async () => {
		const machine = testMachine({ platform: 'linux', env: {} });
		const all = ['/usr/bin/microsoft-edge', '/usr/bin/chromium', '/usr/bin/google-chrome'];
		expect((await findBrowser(machine, diskWith(all))).value?.path).toBe('/usr/bin/google-chrome');
		expect((await findBrowser(machine, diskWith(all.slice(0, 2)))).value?.path).toBe('/usr/bin/chromium');
	});

	test('ignore a PATH that depends on the folder one is in', async () => {
		const machine = testMachine({ platform: 'linux', arch: 'arm64', env: { PATH: '.:bin' } });
		expect((await findBrowser(machine, diskWith(['chromium', 'bin/chromium']))).value).toBeUndefined();
	});
});

test.each([
	['linux', 'arm64'],
	['darwin', 'arm64'],
	['win32', 'x64'],
])('without any browser says so on %s %s', async (platform, arch) => {
	expect(await findBrowser(testMachine({ platform, arch, env: {} }), diskWith([]))).toEqual({
		diagnostics: [{ code: 'MB402', args: {} }],
	});
});

test('refuses a MODELBRIEF_BROWSER that it does not know', async () => {
	const machine = testMachine({ env: { MODELBRIEF_BROWSER: 'firefox' } });
	expect((await findBrowser(machine, disk)).diagnostics).toMatchObject([
		{ code: 'MB401', args: { variable: 'MODELBRIEF_BROWSER', path: 'firefox' } },
	]);
});
