import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { folderNames, isInside, readFile, readFolder } from '../../src/effects/read-folder.js';
import { failingDisk, run, temporaryFolder } from './support.js';

const limits = { endings: ['.yaml'], maxBytes: 100 };
const hasPipes = process.platform !== 'win32';

test('reads the files with a wanted ending, in the order of their names', async () => {
	const folder = await temporaryFolder();
	for (const name of ['sources.yaml', 'brief.yaml', 'notes.txt', 'B.yaml'])
		await writeFile(join(folder, name), name);
	const { value, diagnostics } = await readFolder(folder, limits, disk);
	expect(diagnostics).toEqual([]);
	expect([...(value ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
		['B.yaml', 'B.yaml'],
		['brief.yaml', 'brief.yaml'],
		['sources.yaml', 'sources.yaml'],
	]);
});

test('looks into folders only when it is asked to', async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, 'slides'));
	await writeFile(join(folder, 'slides/cover.yaml'), 'x');
	expect([...((await readFolder(folder, limits, disk)).value ?? [])]).toEqual([]);
	const deep = await readFolder(folder, { ...limits, isDeep: true }, disk);
	expect([...(deep.value?.keys() ?? [])]).toEqual(['slides/cover.yaml']);
});

test('follows a link that stays in the folder', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'real.yaml'), 'x');
	await symlink('real.yaml', join(folder, 'alias.yaml'));
	expect([...((await readFolder(folder, limits, disk)).value ?? new Map()).keys()]).toEqual([
		'alias.yaml',
		'real.yaml',
	]);
});

test.runIf(hasPipes).each([
	['a link to a place outside', (path: string) => symlink('/etc/hostname', path)],
	['a link to a place outside', (path: string) => symlink('/dev/zero', path)],
	['a folder', (path: string) => mkdir(path)],
	['a pipe', (path: string) => run('mkfifo', [path])],
])('refuses %s without opening it, and reads the rest', async (kind, put) => {
	const folder = await temporaryFolder();
	const path = join(folder, 'odd.yaml');
	await put(path);
	await writeFile(join(folder, 'good.yaml'), 'x');
	const { value, diagnostics } = await readFolder(folder, limits, disk);
	expect([...(value?.keys() ?? [])]).toEqual(['good.yaml']);
	expect(diagnostics).toEqual([{ code: 'MB110', args: { path, kind, folder } }]);
});

test('refuses a file over the limit by its size alone', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'big.yaml'), 'x'.repeat(101));
	const { diagnostics } = await readFolder(folder, limits, disk);
	expect(diagnostics).toEqual([
		{ code: 'MB111', args: { path: join(folder, 'big.yaml'), bytes: 101, limit: 100 } },
	]);
});

test('says why a folder or a file cannot be read', async () => {
	const folder = await temporaryFolder();
	const missing = join(folder, 'missing');
	const reason = 'it does not exist';
	expect(await readFolder(missing, limits, disk)).toEqual({
		diagnostics: [{ code: 'MB101', args: { path: missing, reason } }],
	});
	await symlink('nowhere', join(folder, 'a.yaml'));
	expect((await readFolder(folder, limits, disk)).diagnostics).toMatchObject([
		{ code: 'MB101', args: { reason } },
	]);
	const denied = await readFile(join(folder, 'b'), 100, failingDisk('stat', 'EACCES'));
	expect(denied.diagnostics).toMatchObject([{ code: 'MB101', args: { reason: 'you have no permission' } }]);
});

test('lists folders in order, without hidden ones and files', async () => {
	const folder = await temporaryFolder();
	for (const name of ['titan', 'atlas', '.git']) await mkdir(join(folder, name));
	await writeFile(join(folder, 'readme'), '');
	expect((await folderNames(folder, disk)).value).toEqual(['atlas', 'titan']);
});

test.each([
	['/data', '/data', true],
	['/data/a', '/data', true],
	['/data/..a', '/data', true],
	['/database', '/data', false],
	['/', '/data', false],
])('%s is inside %s: %s', (path, folder, expected) => {
	expect(isInside(path, folder)).toBe(expected);
});
