// What commands may count on, of the files on disk and of the files in memory that their tests use instead.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, filesOnDisk } from '../../src/effects/files.js';
import { filesInMemory } from './memory-files.js';
import { temporaryFolder, testMachine } from './support.js';

const content = {
	'data/titan/brief.yaml': 'title: Titan',
	'data/atlas/sources.yaml': '[]',
	'data/atlas/brief.yaml': 'title: Atlas',
	'data/atlas/notes/more.yaml': 'x',
	'data/atlas/readme.md': 'x',
	'data/readme.md': 'x',
};
const limits = { endings: ['.yaml'], maxBytes: 1_000 };

async function inMemory(): Promise<{ files: Files; root: string }> {
	const paths = Object.entries(content).map(([path, text]) => [`/root/${path}`, text]);
	return { files: filesInMemory(Object.fromEntries(paths)), root: '/root' };
}

async function onDisk(): Promise<{ files: Files; root: string }> {
	const root = await temporaryFolder();
	for (const [path, text] of Object.entries(content)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
	return { files: filesOnDisk(testMachine()), root };
}

describe.each([
	['in memory', inMemory],
	['on disk', onDisk],
])('files %s', (_, open) => {
	test('list folders in order', async () => {
		const { files, root } = await open();
		expect((await files.folderNames(`${root}/data`)).value).toEqual(['atlas', 'titan']);
	});

	test('read a folder, by ending, in the order of names', async () => {
		const { files, root } = await open();
		const names = async (isDeep: boolean) => [
			...((await files.readFolder(`${root}/data/atlas`, { ...limits, isDeep })).value?.keys() ?? []),
		];
		expect(await names(false)).toEqual(['brief.yaml', 'sources.yaml']);
		expect(await names(true)).toEqual(['brief.yaml', 'notes/more.yaml', 'sources.yaml']);
	});

	test('read one file, or say that it is missing', async () => {
		const { files, root } = await open();
		const read = await files.readFile(`${root}/data/titan/brief.yaml`, 1_000);
		expect(new TextDecoder().decode(read.value)).toBe('title: Titan');
		const missing = await files.readFile(`${root}/data/titan/none.yaml`, 1_000);
		expect(missing.diagnostics).toMatchObject([{ code: 'MB101', args: { reason: 'it does not exist' } }]);
	});

	test('write a build and keep what was asked for', async () => {
		const { files, root } = await open();
		const output = { outputRoot: `${root}/output`, brief: 'atlas' };
		expect(await files.checkOutput(output.outputRoot, `${root}/data`)).toEqual([]);
		expect(await files.checkWritable(output.outputRoot)).toEqual([]);
		const manifest = '{"tool":"modelbrief"}';
		await files.writeBuild({
			...output,
			files: new Map([
				['manifest.json', manifest],
				['a.md', 'a'],
				['b.md', 'b'],
			]),
		});
		const second = {
			...output,
			files: new Map([
				['manifest.json', manifest],
				['b.md', 'B'],
			]),
			keep: ['a.md'],
		};
		expect(await files.writeBuild(second)).toEqual({ value: `${root}/output/atlas`, diagnostics: [] });
	});
});
