// Names in Arabic, Hebrew and Chinese, from the evidence to the pages: figures stay on their side, and what the fonts lack is said.

import { describe, expect, test } from 'vitest';
import { copyExample, newPlace, type Place } from './command-line.js';

const FONTS = `${process.cwd()}/node_modules/@fontsource/ibm-plex-sans/files`;
const BUILD = 'build talk --format html,md --deck executive-brief';

/** Inter has no Greek, and none of its faces here; Plex has. */
const BRAND = [400, 500, 600, 700]
	.flatMap((weight) =>
		['Inter', ...(weight === 600 ? ['Source Serif 4'] : [])].map(
			(family) => `  - { family: ${family}, weight: ${weight}, file: greek-${weight}.woff2 }`,
		),
	)
	.join('\n');

function talk(place: Place, names: Readonly<Record<string, string>>, language = 'en'): void {
	const renamed = (text: string) =>
		Object.entries(names).reduce((all, [from, to]) => all.replaceAll(`name: ${from}`, `name: "${to}"`), text);
	copyExample(place, 'talk', {
		'models.yaml': renamed,
		'benchmarks.yaml': renamed,
		'brief.yaml': (text) => `${text}language: ${language}\n`,
	});
}

const ARABIC = { 'Nightjar 5': 'نسر الليل 5', 'Harbour Radio': 'راديو المرفأ' };

describe('a name that is written from right to left', { timeout: 60_000 }, () => {
	test('is isolated from the figures beside it, in slides and in charts, by elements and not by characters', async () => {
		const place = newPlace();
		talk(place, ARABIC);
		expect((await place.run(BUILD)).code).toBe(0);
		const markdown = place.read('output/talk/executive-brief.md');
		expect(markdown).toContain('against \u2068نسر الليل 5\u2069 −1.0 to +0.7 points');
		const html = place.read('output/talk/executive-brief.html');
		expect(html).toContain('against <bdi>نسر الليل 5</bdi> −1.0 to +0.7 points');
		expect(html).toContain('<tspan unicode-bidi="plaintext">راديو المرفأ</tspan>');
		const shown = html.slice(html.indexOf('<section'), html.lastIndexOf('</section>'));
		expect(shown).not.toMatch(/[\u2066-\u2069]/);
	});

	test('in a language of its own turns the slides, and what is English on them keeps its order', async () => {
		const place = newPlace();
		talk(place, ARABIC, 'ar');
		expect((await place.run(BUILD)).code).toBe(0);
		const html = place.read('output/talk/executive-brief.html');
		expect(html).toContain('dir="rtl"');
		expect(html).toMatch(
			/<li[^>]* data-read="left-to-right"[^>]*>Findings with differences: <bdi>6<\/bdi> of/,
		);
	});
});

test('a font for another script joins the family of the theme', { timeout: 60_000 }, async () => {
	const place = newPlace();
	talk(place, { 'Harbour Radio': 'Ραδιόφωνο' });
	const before = await place.run(BUILD);
	expect(before.stderr).toContain('Greek (Ρ α δ ι');
	place.write('talk/brand.yaml', `fonts:\n${BRAND}\n`);
	for (const weight of [400, 500, 600, 700])
		place.copy(`${FONTS}/ibm-plex-sans-greek-${weight}-normal.woff2`, `talk/greek-${weight}.woff2`);
	const after = await place.run(BUILD);
	expect([after.code, after.stderr]).toEqual([0, expect.not.stringContaining('MB332')]);
});
