import { describe, expect, test } from 'vitest';
import { copyExample, newPlace } from './command-line.js';

const BRIEF = 'executive-brief';

test('builds a brief that lies outside any project, next to where it is called', async () => {
	const place = newPlace();
	copyExample(place, 'talks/curlew');
	const { code, stdout, stderr } = await place.run('build talks/curlew --format html');
	expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
	expect(stderr).toContain('curlew → output/curlew');
	const { outputs } = JSON.parse(place.read('output/curlew/manifest.json'));
	const { 'manifest.json': _, ...written } = place.hashes('output/curlew');
	expect(outputs).toEqual(written);
	expect(Object.keys(written).filter((path) => !path.startsWith('charts/'))).toEqual([
		'engineering-deep-dive.html',
		'engineering-deep-dive.md',
		'executive-brief.html',
		'executive-brief.md',
	]);
});

test('builds a brief that has only its two required files', async () => {
	const place = newPlace();
	place.write(
		'tiny/brief.yaml',
		'title: Tiny\nsubject: { id: tiny, name: Tiny, vendor: Nobody }\nasOf: 2026-03-01\n',
	);
	place.write(
		'tiny/sources.yaml',
		'- { id: a, title: A note, short: Note, publisher: Somebody, kind: article, party: third }\n',
	);
	const { code, stderr } = await place.run('build tiny --format html');
	expect({ code, stderr }).toMatchObject({ code: 0 });
	expect(place.read(`output/tiny/${BRIEF}.md`)).not.toMatch(/undefined|NaN|\[object/);
});

test('broken evidence stops the build, and the earlier output stays as it was', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	expect((await place.run(`build curlew --format html --deck ${BRIEF}`)).code).toBe(0);
	const before = place.hashes('output');

	place.write(
		'curlew/results.yaml',
		place.read('curlew/results.yaml').replace('source: harbour-lab', 'source: harbor-lab'),
	);
	place.write('curlew/timeline.yaml', '- id: broken\n\tlabel: x\n');
	const { code, stderr } = await place.run('build curlew --format html');
	expect(code).toBe(3);
	expect(stderr).toContain('Nothing was written.');
	expect(stderr).toContain('curlew/timeline.yaml:2:1');
	expect(place.hashes('output')).toEqual(before);
});

test('all briefs of data/ are built, or none of them while one is broken', async () => {
	const place = newPlace();
	copyExample(place, 'data/one');
	place.write('data/two/brief.yaml', 'title: Two\n');
	const { code, stderr } = await place.run('build --format md');
	expect(code).toBe(3);
	expect(stderr).toContain('data/two');
	expect(place.has('output')).toBe(false);
});

test('one deck of two is built alone, and the other one is kept from the build before', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	await place.run('build curlew --format html');
	const before = place.hashes('output/curlew');
	place.write(
		'curlew/brief.yaml',
		place.read('curlew/brief.yaml').replace('title: Curlew 2', 'title: Curlew Two'),
	);
	expect((await place.run(`build curlew --format html --deck ${BRIEF}`)).code).toBe(0);
	const after = place.hashes('output/curlew');
	const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
	expect(changed).toEqual([`${BRIEF}.html`, `${BRIEF}.md`, 'manifest.json']);
	expect(Object.keys(after)).toEqual(Object.keys(before));
	const { outputs } = JSON.parse(place.read('output/curlew/manifest.json'));
	expect(outputs['engineering-deep-dive.html']).toBe(before['engineering-deep-dive.html']);
});

test('Markdown is written whatever the format', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	await place.run(`build curlew --format md --deck ${BRIEF} -o slides`);
	expect(Object.keys(place.hashes('slides/curlew')).filter((path) => path.startsWith(BRIEF))).toEqual([
		`${BRIEF}.md`,
	]);
});

test('a browser that is not there costs the PDF and the exit code, nothing else', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	const { code, stderr } = await place.run(`build curlew --deck ${BRIEF}`, {
		CHROME_PATH: '/nowhere/chrome',
	});
	expect(code).toBe(5);
	expect(stderr.match(/error MB401/g)).toHaveLength(1);
	expect(stderr).toContain('Everything else was written.');
	expect(
		[`${BRIEF}.md`, `${BRIEF}.html`, `${BRIEF}.pdf`].map((name) => place.has(`output/curlew/${name}`)),
	).toEqual([true, true, false]);
});

describe('a wrong call is exit code 2 and says what is right', () => {
	test.each([
		['an unknown brief', 'build curlew3', 'MB512', 'There is no folder and no brief named curlew3.'],
		['no brief at all', 'build --format html', 'MB511', 'There is no brief in data.'],
		[
			'an unknown deck',
			'build curlew --deck executive-breif --format html',
			'MB308',
			'Did you mean `executive-brief`?',
		],
		[
			'an unknown format',
			'build curlew --format pptx',
			'',
			'"pptx" is not a format. Formats: md, html, pdf.',
		],
		['a format twice', 'build curlew --format md,md', '', 'A format is named twice.'],
		['an unknown option', 'build curlew --themes x', '', 'Did you mean --theme?'],
		['an unknown command', 'bild curlew', '', 'Did you mean build?'],
		['output into the evidence', 'build curlew --format html -o data/out', 'MB582', ''],
	])('%s', async (_, command, diagnostic, text) => {
		const place = newPlace();
		copyExample(place, 'curlew');
		const { code, stdout, stderr } = await place.run(command);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain(diagnostic);
		expect(stderr).toContain(text);
		expect(place.has('output')).toBe(false);
	});
});

test('--json puts the diagnostics on stdout, one object, and nothing else', async () => {
	const place = newPlace();
	copyExample(place, 'curlew', {
		'results.yaml': (text) => text.replace('source: harbour-lab', 'source: harbor-lab'),
	});
	const { code, stdout } = await place.run('build curlew --format html --json');
	expect(code).toBe(3);
	const report = JSON.parse(stdout);
	expect(report).toMatchObject({ errors: 1, warnings: 0 });
	expect(report.diagnostics).toEqual([
		{
			code: 'MB220',
			name: expect.any(String),
			severity: 'error',
			location: {
				file: 'curlew/results.yaml',
				line: expect.any(Number),
				column: expect.any(Number),
				length: 10,
			},
			what: expect.stringContaining('harbor-lab'),
			also: expect.any(Array),
			fix: expect.stringContaining('harbour-lab'),
			args: expect.any(Object),
		},
	]);
});
