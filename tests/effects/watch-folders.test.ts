import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { type WatchOptions, watchFolders } from '../../src/effects/watch-folders.js';
import { temporaryFolder } from './support.js';

async function watch(changes: Partial<WatchOptions> = {}) {
	const folder = await temporaryFolder();
	const at = (path: string) => join(folder, path);
	mkdirSync(at('data/atlas'), { recursive: true });
	writeFileSync(at('data/atlas/a.yaml'), 'a: 1');
	const seen: string[] = [];
	const calls = { count: 0 };
	const watching = await watchFolders({
		folders: [at('data'), at('themes')],
		endings: ['.yaml'],
		onChange(paths) {
			calls.count += 1;
			for (const path of paths) seen.push(path.slice(folder.length + 1));
		},
		...changes,
	});
	onTestFinished(watching.close);
	return { at, seen, calls, watching };
}

test('says what was written, made, renamed into place and removed', async () => {
	const { at, seen } = await watch();
	writeFileSync(at('data/atlas/a.yaml'), 'a: 2');
	await expect.poll(() => seen).toEqual(['data/atlas/a.yaml']);
	writeFileSync(at('data/atlas/.a.yaml.tmp'), 'a: 3');
	renameSync(at('data/atlas/.a.yaml.tmp'), at('data/atlas/a.yaml'));
	await expect.poll(() => seen).toEqual(['data/atlas/a.yaml', 'data/atlas/a.yaml']);
	writeFileSync(at('data/atlas/b.yaml'), 'b: 1');
	await expect.poll(() => seen.at(-1)).toBe('data/atlas/b.yaml');
	rmSync(at('data/atlas/b.yaml'));
	await expect.poll(() => seen).toHaveLength(4);
});

test('sees folders that come later, and one that goes and comes back', async () => {
	const { at, seen } = await watch();
	mkdirSync(at('data/new'));
	writeFileSync(at('data/new/x.yaml'), 'x: 1');
	await expect.poll(() => seen).toContain('data/new/x.yaml');
	rmSync(at('data/atlas'), { recursive: true });
	await expect.poll(() => seen).toContain('data/atlas/a.yaml');
	mkdirSync(at('data/atlas'));
	writeFileSync(at('data/atlas/c.yaml'), 'c: 1');
	await expect.poll(() => seen).toContain('data/atlas/c.yaml');
	writeFileSync(at('data/atlas/c.yaml'), 'c: 22');
	await expect.poll(() => seen.filter((path) => path.endsWith('c.yaml'))).toHaveLength(2);
});

test('finds a folder that did not exist at first', async () => {
	const { at, seen } = await watch();
	mkdirSync(at('themes'));
	writeFileSync(at('themes/own.yaml'), 'name: own');
	await expect.poll(() => seen, { timeout: 5_000 }).toEqual(['themes/own.yaml']);
});

test('says nothing of other files, and nothing when nothing changed', async () => {
	const { at, seen, calls } = await watch();
	writeFileSync(at('data/atlas/a.txt'), 'x');
	writeFileSync(at('data/atlas/.swp'), 'x');
	await new Promise((done) => setTimeout(done, 150));
	expect(seen).toEqual([]);
	expect(calls.count).toBe(0);
});

test('a burst of saves is few changes', async () => {
	const { at, seen, calls } = await watch();
	for (let turn = 0; turn < 300; turn += 1) writeFileSync(at('data/atlas/a.yaml'), `a: ${turn}`);
	await expect.poll(() => seen.length).toBeGreaterThan(0);
	await new Promise((done) => setTimeout(done, 200));
	expect(calls.count).toBeLessThan(10);
});

test('waits for a file that was emptied to be written, but not for ever', async () => {
	const { at, seen } = await watch();
	writeFileSync(at('data/atlas/a.yaml'), '');
	await new Promise((done) => setTimeout(done, 60));
	expect(seen).toEqual([]);
	writeFileSync(at('data/atlas/a.yaml'), 'a: 9');
	await expect.poll(() => seen).toEqual(['data/atlas/a.yaml']);
	writeFileSync(at('data/atlas/a.yaml'), '');
	await expect.poll(() => seen, { timeout: 2_000 }).toHaveLength(2);
});

test('looks at intervals where the system has no watch left', async () => {
	const noWatch = vi.fn(() => {
		throw Object.assign(new Error('ENOSPC: made up by a test'), { code: 'ENOSPC' });
	});
	const { at, seen } = await watch({ disk: { ...disk, watch: noWatch as unknown as typeof disk.watch } });
	writeFileSync(at('data/atlas/a.yaml'), 'a: 2');
	await expect.poll(() => seen, { timeout: 3_000 }).toEqual(['data/atlas/a.yaml']);
	expect(noWatch).toHaveBeenCalledTimes(1);
});

test('is quiet once closed', async () => {
	const { at, seen, watching } = await watch();
	watching.close();
	writeFileSync(at('data/atlas/a.yaml'), 'a: 2');
	await new Promise((done) => setTimeout(done, 120));
	expect(seen).toEqual([]);
});
