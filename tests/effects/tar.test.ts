import { expect, test } from 'vitest';
import { readTar } from '../../src/effects/tar.js';

function entry(name: string, content: string, kind = '0', prefix = ''): Buffer {
	const header = Buffer.alloc(512);
	header.write(name, 0);
	header.write(content.length.toString(8).padStart(11, '0'), 124);
	header.write(kind, 156);
	header.write(prefix, 345);
	const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
	body.write(content);
	return Buffer.concat([header, body]);
}

const end = Buffer.alloc(1024);

test('gives regular files with their bytes and skips folders', () => {
	const long = 'x'.repeat(600);
	const archive = Buffer.concat([
		entry('lib/', '', '5'),
		entry('lib/a.so', long),
		entry('b', 'B', '0', 'deep/er'),
		end,
	]);
	const files = readTar(archive).map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
	expect(files).toEqual([
		['lib/a.so', long],
		['deep/er/b', 'B'],
	]);
});

test.each([
	['a climbing path', entry('../evil', 'x')],
	['an absolute path', entry('/etc/evil', 'x')],
	['a link', entry('link', '', '2')],
	['an extended header', entry('pax', 'x', 'x')],
])('refuses %s', (_, bytes) => {
	expect(() => readTar(Buffer.concat([bytes, end]))).toThrow('archive');
});
