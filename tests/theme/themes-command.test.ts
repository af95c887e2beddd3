// The commands as a user types them: themes from outside, brands, modes and the gallery.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { SAMPLE_CHARTS } from '../../src/commands/gallery-charts.js';
import { drawChart, loadTheme } from '../../src/pipeline.js';
import { copyExample, newPlace } from '../commands/command-line.js';
import { readAssets } from '../project-assets.js';

const assets = readAssets();
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1H0z"/></svg>';

describe('a theme from outside', () => {
	test('extends a bundled one, in every mode and size', async () => {
		const place = newPlace();
		place.write('talks/acme.yaml', 'name: acme\nextends: policy\ncolor: { accent: "#00584e" }\n');
		const run = await place.run(
			'build example --theme talks/acme.yaml --mode dark --size 4:3 --format html -d executive-brief',
		);
		expect(run.code, run.stderr).toBe(0);
		const html = place.read('output/example/executive-brief.html');
		expect(html).toContain('viewBox="0 0 960 720"');
		expect(html).toContain('--color-background: #191620');
		expect(place.read('output/example/executive-brief.md')).toContain('theme: "acme-dark-narrow"');
	});

	test('lies in themes/ under its name', async () => {
		const place = newPlace();
		place.write('themes/acme.yaml', 'name: acme\nextends: policy\ncolor: { accent: "#00584e" }\n');
		const run = await place.run('build example --theme acme --format html -d executive-brief');
		expect(run.code, run.stderr).toBe(0);
		expect(place.read('output/example/executive-brief.html')).toContain('--color-accent: #00584e');
	});

	test.each([
		['a misspelt name', 'executiv', 1, 'Did you mean `executive`?'],
		['the base of all themes', 'base', 1, 'MB309'],
		['a file that is not there', './none.yaml', 3, 'MB101'],
	])('%s', async (_, theme, code, words) => {
		const run = await newPlace().run(`check example --theme ${theme}`);
		expect(run.stderr).toContain(words);
		expect(run.code).toBe(code);
	});

	test('a mistake is shown at its line', async () => {
		const place = newPlace();
		place.write('acme.yaml', 'name: acme\nextends: executive\ncolor:\n  acent: "#00584e"\n');
		const run = await place.run('check example --theme ./acme.yaml');
		expect(run.code).toBe(1);
		expect(run.stderr).toContain('acme.yaml:4:3');
		expect(run.stderr).toContain('Did you mean `color.accent`?');
	});

	test('a faint colour is a warning, which --strict refuses', async () => {
		const place = newPlace();
		place.write('acme.yaml', 'name: acme\nextends: executive\ncolor: { muted: "#9aa5b5" }\n');
		const run = await place.run('check example -d executive-brief --theme ./acme.yaml');
		expect(run.code).toBe(0);
		expect(run.stderr).toMatch(/MB328[\s\S]*`muted` \(#9aa5b5\) on `background`[\s\S]*2\.4\d/);
		expect((await place.run('check example -d executive-brief --theme ./acme.yaml --strict')).code).toBe(4);
	});
});

describe('a brand', () => {
	test('in the folder of the brief lies over its theme, and is no evidence', async () => {
		const place = newPlace();
		copyExample(place, 'talks/curlew');
		place.write('talks/curlew/logo.svg', LOGO);
		place.write('talks/curlew/brand.yaml', 'colors: { accent: "#00584e" }\nlogo: logo.svg\nfooter: Acme\n');
		const run = await place.run('build talks/curlew --format html -d executive-brief');
		expect(run.code, run.stderr).toBe(0);
		const html = place.read('output/curlew/executive-brief.html');
		expect(html).toContain('--color-accent: #00584e');
		expect(html).toContain(`data:image/svg+xml;base64,${Buffer.from(LOGO).toString('base64')}`);
		expect(html).toMatch(/content:\s*["']Acme["']/);
		expect(JSON.parse(place.read('output/curlew/manifest.json')).inputs).toHaveProperty(['brand.yaml']);
	});

	test('what is missing is an error with its line', async () => {
		const place = newPlace();
		place.write(
			'brand.yaml',
			'logo: logo.svg\nfont: { heading: Acme }\nfonts:\n  - { family: Acme, weight: 600, file: acme.woff2 }\n',
		);
		const run = await place.run('check example -d executive-brief --brand brand.yaml');
		expect(run.code).toBe(1);
		expect(run.stderr).toContain('brand.yaml:1:7');
		expect(run.stderr).toContain('brand.yaml:4:40');
	});
});

test('a colour of the brand that cannot be read is told once for all decks', async () => {
	const place = newPlace();
	copyExample(place, 'talks/curlew');
	place.write('talks/curlew/brand.yaml', 'colors: { accent: "#ffe066" }\n');
	const { stdout } = await place.run('check talks/curlew --json');
	const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
	expect(diagnostics.map(({ code }) => code).filter((code) => code === 'MB344')).toHaveLength(1);
});

test('characters that the fonts lack are listed', async () => {
	const place = newPlace();
	copyExample(place, 'talks/curlew', {
		'brief.yaml': (text) => text.replace(/^title: .*$/m, 'title: 模型 ⚙'),
	});
	const run = await place.run('check talks/curlew -d executive-brief');
	expect(run.stderr.replaceAll(/\s+/g, ' ')).toContain('Chinese characters (模 型), symbols (⚙)');
	expect(run.code).toBe(0);
});

test('a right-to-left language turns the slides, not the controls', async () => {
	const place = newPlace();
	copyExample(place, 'talks/curlew', {
		'brief.yaml': (text) => `${text}language: ar\n`,
	});
	const run = await place.run('build talks/curlew -d executive-brief --format html');
	expect(run.code, run.stderr).toBe(0);
	const html = place.read('output/curlew/executive-brief.html');
	expect(html).toContain('<html lang="ar">');
	expect(html).toContain('<div id=":$p" dir="rtl">');
});

describe('themes', () => {
	test('lists them on request and writes nothing', async () => {
		const place = newPlace();
		const run = await place.run('themes --list');
		expect(run.code, run.stderr).toBe(0);
		for (const name of ['engineering', 'executive', 'policy']) expect(run.stderr).toContain(name);
		expect(place.has('output')).toBe(false);
	});

	test('writes a gallery without scripts or addresses, with a theme of the user’s own in it', async () => {
		const place = newPlace();
		place.write('acme.yaml', 'name: acme\nextends: policy\ncolor: { accent: "#00584e" }\n');
		const run = await place.run('themes --theme ./acme.yaml');
		expect(run.code, run.stderr).toBe(0);
		const page = place.read('output/themes/index.html');
		expect(page).not.toMatch(/<script|<link|<iframe|\ssrc="http/);
		// Four themes in four modes and two sizes.
		expect(page.match(/<section id="look-/g)).toHaveLength(32);
		expect(page).toContain('--color-accent: #00584e');
		// What the example's decks do not use is shown beside them.
		for (const form of ['human-baseline', 'bars'])
			expect(page.match(new RegExp(`<figcaption>${form}<`, 'g'))).toHaveLength(32);
	});
});

test('there is a sample of every form of chart, and it can be drawn', async () => {
	const theme = await loadTheme('executive', assets, async ({ module }) => ({
		value: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(module))),
		diagnostics: [],
	}));
	if (theme.value === undefined) throw new Error(JSON.stringify(theme.diagnostics));
	expect(Object.keys(SAMPLE_CHARTS).sort()).toEqual([...assets.charts.keys()].sort());
	for (const [form, request] of Object.entries(SAMPLE_CHARTS)) {
		const { value, diagnostics } = await drawChart(request, assets.charts.get(form), theme.value);
		expect(diagnostics, form).toEqual([]);
		expect(value?.svg).toContain('<svg');
	}
});
