import { lstat, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { markGeneration } from '../../src/effects/generations.js';
import { writeBuild } from '../../src/effects/write-build.js';
import { failingDisk, temporaryFolder, testMachine } from './support.js';

const machine = testMachine();
const manifest = '{"tool":"modelbrief"}';

function build(outputRoot: string, deck: string, keep: string[] = []) {
	const files = new Map([
		['manifest.json', manifest],
		['charts/gains.svg', `<svg>${deck}</svg>`],
		['deck.md', deck],
	]);
	return { outputRoot, brief: 'atlas', files, keep };
}

test('writes every file, text and bytes, in folders of their own', async () => {
	const root = join(await temporaryFolder(), 'output');
	const files = new Map<string, string | Uint8Array>([
		['manifest.json', manifest],
		['deck.pdf', new Uint8Array([37, 80])],
		['charts/gains.svg', '<svg/>'],
	]);
	const { value, diagnostics } = await writeBuild({ outputRoot: root, brief: 'atlas', files }, machine, disk);
	expect(diagnostics).toEqual([]);
	expect(value).toBe(join(root, 'atlas'));
	expect([...(await readFile(join(root, 'atlas/deck.pdf')))]).toEqual([37, 80]);
	expect(await readFile(join(root, 'atlas/charts/gains.svg'), 'utf8')).toBe('<svg/>');
});

test('is a relative link, so that the output folder can be moved', async () => {
	const root = await temporaryFolder();
	await writeBuild(build(root, 'one'), machine, disk);
	expect(await readlink(join(root, 'atlas'))).toMatch(/^\.builds\/atlas-[0-9a-f]{12}$/);
});

test('replaces the earlier build, keeps that one generation for its readers, and no more', async () => {
	const root = await temporaryFolder();
	for (const deck of ['one', 'two', 'three', 'four']) await writeBuild(build(root, deck), machine, disk);
	expect(await readFile(join(root, 'atlas/deck.md'), 'utf8')).toBe('four');
	expect(await readdir(join(root, '.builds'))).toHaveLength(2);
});

test('leaves out what an earlier build had, except what is to be kept', async () => {
	const root = await temporaryFolder();
	const first = build(root, 'one');
	first.files.set('notes/other.txt', 'kept').set('old.pdf', 'dropped');
	await writeBuild(first, machine, disk);
	await writeBuild(build(root, 'two', ['notes/other.txt', 'deck.md', 'never-there.html']), machine, disk);
	expect(await readFile(join(root, 'atlas/notes/other.txt'), 'utf8')).toBe('kept');
	expect(await readFile(join(root, 'atlas/deck.md'), 'utf8')).toBe('two');
	expect((await readdir(join(root, 'atlas'))).sort()).toEqual([
		'charts',
		'deck.md',
		'manifest.json',
		'notes',
	]);
});

test('moves a real folder with our manifest out of the way', async () => {
	const root = await temporaryFolder();
	await mkdir(join(root, 'atlas'));
	await writeFile(join(root, 'atlas/manifest.json'), manifest);
	expect((await writeBuild(build(root, 'two'), machine, disk)).diagnostics).toEqual([]);
	expect((await lstat(join(root, 'atlas'))).isSymbolicLink()).toBe(true);
});

test.each([
	['a folder', async (path: string) => void (await mkdir(join(path, 'photos'), { recursive: true }))],
	['a folder', async (path: string) => writeForeignManifest(path, '{"name":"web app"}')],
	['a folder', async (path: string) => writeForeignManifest(path, 'null')],
	['a link', async (path: string) => symlink('/tmp', path)],
	['a link', async (path: string) => symlink('.builds/other-0123456789ab', path)],
	['a link', async (path: string) => symlink('.builds/../../atlas-0123456789ab', path)],
	['a file', async (path: string) => writeFile(path, 'mine')],
])('refuses to replace %s that it did not make', async (kind, put) => {
	const root = await temporaryFolder();
	const target = join(root, 'atlas');
	await put(target);
	const { value, diagnostics } = await writeBuild(build(root, 'one'), machine, disk);
	expect(value).toBeUndefined();
	expect(diagnostics).toEqual([{ code: 'MB412', args: { path: target, kind } }]);
	expect(await readdir(root)).toEqual(['atlas']);
});

async function writeForeignManifest(path: string, text: string): Promise<void> {
	await mkdir(path);
	await writeFile(join(path, 'manifest.json'), text);
}

test.each([
	['open', 'ENOSPC', 2, 'the disk is full'],
	['open', 'EDQUOT', 1, 'your share of the disk is used up'],
	['mkdir', 'EROFS', 1, 'it is on a read-only disk'],
	['writeFile', 'EACCES', 1, 'you have no permission'],
	['rename', 'EACCES', 1, 'you have no permission'],
	['symlink', 'EPERM', 1, 'the system does not allow it'],
] as const)('keeps the earlier build when %s fails with %s', async (name, code, from, reason) => {
	const root = await temporaryFolder();
	await writeBuild(build(root, 'one'), machine, disk);
	const { value, diagnostics } = await writeBuild(build(root, 'two'), machine, failingDisk(name, code, from));
	expect(value).toBeUndefined();
	expect(diagnostics).toMatchObject([{ code: 'MB411', args: { path: join(root, 'atlas'), reason } }]);
	expect(await readFile(join(root, 'atlas/deck.md'), 'utf8')).toBe('one');
	expect(await readdir(join(root, '.builds'))).toHaveLength(1);
});

test('puts a real folder back when the switch fails', async () => {
	const root = await temporaryFolder();
	await writeForeignManifest(join(root, 'atlas'), manifest);
	const failing = { ...disk };
	let renames = 0;
	failing.rename = async (...args) => {
		renames += 1;
		if (renames === 2) throw Object.assign(new Error('EIO'), { code: 'EIO' });
		return disk.rename(...args);
	};
	expect((await writeBuild(build(root, 'two'), machine, failing)).diagnostics).toHaveLength(1);
	expect(await readFile(join(root, 'atlas/manifest.json'), 'utf8')).toBe(manifest);
});

test('clears what a dead build left, not what a live one writes nor what another brief has', async () => {
	const root = await temporaryFolder();
	const builds = join(root, '.builds');
	const put = async (generation: string, writer?: Partial<typeof machine>) => {
		await mkdir(join(builds, generation), { recursive: true });
		if (writer !== undefined) await markGeneration(builds, generation, { ...machine, ...writer }, disk);
	};
	const gone = { processId: 2 ** 22 + 1 };
	await put('atlas-00000000000a', gone);
	await put('atlas-00000000000b', { processId: process.ppid });
	await put('atlas-00000000000c', { ...gone, hostname: 'another-machine' });
	await put('atlas-00000000000d');
	// Killed before it made its folder.
	await markGeneration(builds, 'atlas-0000000000ab', { ...machine, ...gone }, disk);
	await put('atlas-two-00000000000e');
	await symlink('.builds/atlas-00000000000f', join(builds, 'atlas-00000000000f.link'));
	await writeBuild(build(root, 'one'), machine, disk);
	const left = (await readdir(builds)).filter((name) => /-0{10}/.test(name) && !name.endsWith('.writing'));
	expect(left.sort()).toEqual(['atlas-00000000000b', 'atlas-00000000000c', 'atlas-two-00000000000e']);
	expect((await readdir(builds)).filter((name) => name.endsWith('.writing'))).toHaveLength(2);
});

test('stays done when clearing up fails', async () => {
	const root = await temporaryFolder();
	for (const deck of ['one', 'two']) await writeBuild(build(root, deck), machine, disk);
	const { diagnostics } = await writeBuild(build(root, 'three'), machine, failingDisk('readdir', 'EIO'));
	expect(diagnostics).toEqual([]);
	expect(await readFile(join(root, 'atlas/deck.md'), 'utf8')).toBe('three');
});

test('works without links, where it renames twice', async () => {
	const root = await temporaryFolder();
	const windows = testMachine({ platform: 'win32' });
	await writeBuild(build(root, 'one'), windows, disk);
	await writeBuild(build(root, 'two', ['old.txt']), windows, disk);
	expect((await lstat(join(root, 'atlas'))).isDirectory()).toBe(true);
	expect(await readFile(join(root, 'atlas/deck.md'), 'utf8')).toBe('two');
});

test.each(['../deck.md', '/etc/passwd', 'a//b', './a', 'a\\b', 'c:x', ''])(
	'takes %j as a bug: it is no path inside a build',
	async (path) => {
		const root = await temporaryFolder();
		const files = new Map([[path, 'x']]);
		await expect(writeBuild({ outputRoot: root, brief: 'atlas', files }, machine, disk)).rejects.toThrow(
			'not a path',
		);
	},
);
