import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { checkOutput, checkWritable } from '../../src/effects/output-folder.js';
import { failingDisk, temporaryFolder, testMachine } from './support.js';

async function project() {
	const workingDirectory = await temporaryFolder();
	await mkdir(join(workingDirectory, 'data/atlas'), { recursive: true });
	return testMachine({ workingDirectory, home: join(workingDirectory, 'home') });
}

test.each([
	['/', 'the root of the file system'],
	['home', 'your home folder'],
	['./home/', 'your home folder'],
	['.', 'the folder that you are in'],
	['', 'the folder that you are in'],
	['data', 'inside the folder of the evidence'],
	['data/atlas', 'inside the folder of the evidence'],
	['data/../data/new', 'inside the folder of the evidence'],
	['..', 'a folder that holds the evidence'],
])('refuses %j: it is %s', async (output, reason) => {
	const machine = await project();
	expect(await checkOutput(output, 'data', machine, disk)).toEqual([
		{ code: 'MB582', args: { path: output, reason } },
	]);
});

test('sees through a link', async () => {
	const machine = await project();
	await symlink('data', join(machine.workingDirectory, 'alias'));
	expect(await checkOutput('alias/out', 'data', machine, disk)).toHaveLength(1);
});

test.each(['output', 'out/of/the/way', 'database', '/tmp/modelbrief-elsewhere'])(
	'accepts %s',
	async (output) => {
		expect(await checkOutput(output, 'data', await project(), disk)).toEqual([]);
	},
);

test('creates a writable output folder and leaves nothing in it but the folder for builds', async () => {
	const root = join(await temporaryFolder(), 'a/b');
	expect(await checkWritable(root, disk)).toEqual([]);
	expect(await readdir(root)).toEqual(['.builds']);
	expect(await readdir(join(root, '.builds'))).toEqual([]);
});

test.each([
	['EACCES', 'you have no permission', /^Give yourself the right/],
	['EROFS', 'it is on a read-only disk', /^Give yourself the right/],
	['ENOSPC', 'the disk is full', /^Free some space/],
])('reports %s before any work is done', async (code, reason, remedy) => {
	const root = await temporaryFolder();
	const [problem] = await checkWritable(root, failingDisk('writeFile', code));
	expect(problem).toMatchObject({ code: 'MB411', args: { path: root, reason } });
	expect(problem?.args.remedy).toMatch(remedy);
});

test('reports an output folder that is a file', async () => {
	const root = join(await temporaryFolder(), 'file');
	await writeFile(root, '');
	expect(await checkWritable(root, disk)).toMatchObject([{ code: 'MB411' }]);
});
