import { expect, test } from 'vitest';
import { copyExample, newPlace } from './command-line.js';

test('says what is in the evidence and writes nothing', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	const { code, stderr } = await place.run('check curlew');
	expect(code).toBe(0);
	expect(stderr).toMatch(
		/^curlew: 43 claims, 29 findings, 1 of them contested\n {2}executive-brief: \d+ slides/,
	);
	expect(Object.keys(place.hashes('.')).every((path) => path.startsWith('curlew/'))).toBe(true);
});

test('lets warnings pass, and fails on them when strict', async () => {
	const place = newPlace();
	copyExample(place, 'curlew', {
		'timeline.yaml': (text) => text.replace('value: 2026-04-29', 'value: 2026-06-29'),
	});
	expect((await place.run('check curlew --deck executive-brief')).code).toBe(0);
	const { code, stderr } = await place.run('check curlew --strict --deck executive-brief');
	expect(code).toBe(4);
	expect(stderr).toContain('warning MB230  future-date');
});

test('reports all mistakes of all files in one run', async () => {
	const place = newPlace();
	const misspell = (text: string) => text.replace('source: release-notes', 'source: release-note');
	copyExample(place, 'curlew', {
		'results.yaml': misspell,
		'figures.yaml': misspell,
		'timeline.yaml': misspell,
	});
	const { code, stdout } = await place.run('check curlew --json');
	expect(code).toBe(3);
	expect(
		JSON.parse(stdout).diagnostics.map(({ location }: { location: { file: string } }) => location.file),
	).toEqual(['curlew/figures.yaml', 'curlew/results.yaml', 'curlew/timeline.yaml']);
});

test('names a mistake in the user’s own template, once, under the path that the user knows', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	place.write('templates/executive-brief/slides/title.md.hbs', '# {{brief.titel}}\n');
	const { code, stderr } = await place.run('check curlew');
	expect(code).toBe(1);
	expect(stderr.match(/error MB302 .* templates\/executive-brief\/slides\/title\.md\.hbs:1:5/g)).toHaveLength(
		1,
	);
});

test('names a mistake that every deck runs into only once', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	place.write('templates/partials/own.md.hbs', '{{shout title}}\n');
	const { code, stderr } = await place.run('check curlew');
	expect(code).toBe(1);
	expect(stderr.match(/error MB303/g)).toHaveLength(1);
});
