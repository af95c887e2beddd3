// Slow: unpacks 180 MB once. Only on the machines that the embedded browser is made for.

import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasEmbeddedBrowser, unpackEmbeddedBrowser } from '../../src/effects/embedded-browser.js';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { openBrowser } from '../../src/effects/open-browser.js';
import { temporaryFolder, testMachine } from './support.js';

const itIsHere = test.runIf(hasEmbeddedBrowser(testMachine()));

itIsHere(
	'is unpacked once into a private folder, whole or not at all, and prints',
	{ timeout: 120_000 },
	async () => {
		const cache = await temporaryFolder();
		const env = { XDG_CACHE_HOME: cache, MODELBRIEF_BROWSER: 'embedded', CHROME_PATH: '/not/looked/at' };
		const machine = testMachine({ env: { ...process.env, ...env } });
		const [first, second] = await Promise.all([findBrowser(machine, disk), findBrowser(machine, disk)]);
		expect(first).toEqual(second);
		if (first.value === undefined) throw new Error(JSON.stringify(first.diagnostics));
		expect(first.value.kind).toBe('embedded');

		const folder = join(cache, 'modelbrief');
		expect((await stat(folder)).mode & 0o777).toBe(0o700);
		expect(await readdir(folder)).toEqual([expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/)]);
		const { mtimeMs } = await stat(first.value.path);
		await findBrowser(machine, disk);
		expect((await stat(first.value.path)).mtimeMs).toBe(mtimeMs);

		const browser = await openBrowser(first.value, machine, disk);
		if (browser.value === undefined) throw new Error(JSON.stringify(browser.diagnostics));
		const printed = await browser.value.withPage({ task: 'print', html: '<p>Hello' }, (page) => page.pdf());
		await browser.value.close();
		expect(Buffer.from(printed.value ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
		expect(await readdir(join(folder, 'profiles'))).toEqual([]);
	},
);

itIsHere('is not unpacked where others may write', async () => {
	const cache = await temporaryFolder();
	await mkdir(join(cache, 'modelbrief'));
	await chmod(join(cache, 'modelbrief'), 0o777);
	const machine = testMachine({ env: { XDG_CACHE_HOME: cache } });
	const { value, diagnostics } = await unpackEmbeddedBrowser(machine, disk);
	expect(value).toBeUndefined();
	expect(diagnostics).toMatchObject([{ code: 'MB403' }]);
});
