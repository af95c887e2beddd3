import { describe, expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { testMachine } from '../effects/support.js';
import { newPlace, type Place } from './command-line.js';

const hasOne = (await findBrowser(testMachine(), disk)).value !== undefined;
const DOT =
	'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';
const bullets = Array.from({ length: 17 }, (_, n) => `- Bullet ${n + 1}\n`).join('');

/** Code, line and what is said of each problem. */
async function problems(place: Place, command: string) {
	const { code, stdout } = await place.run(`${command} --json`);
	const { diagnostics } = JSON.parse(stdout) as {
		diagnostics: { code: string; location?: { line: number }; what: string }[];
	};
	return { code, found: diagnostics.map((one) => [one.code, one.location?.line, one.what] as const) };
}

describe.runIf(hasOne)('check of Marp Markdown', { timeout: 60_000 }, () => {
	test('names the bullets that Marp would lose, by their lines', async () => {
		const place = newPlace();
		place.write('talk.md', `---\nmarp: true\n---\n\n# Seventeen\n\n${bullets}`);
		const { code, found } = await problems(place, 'check talk.md');
		expect(code).toBe(1);
		expect(found).toEqual([
			[
				'MB362',
				18,
				expect.stringContaining('the list item “Bullet 12” and 5 more stick out of the lower edge'),
			],
		]);
	});

	test.each(['default', 'gaia', 'uncover'])('finds nothing wrong with a plain deck in %s', async (theme) => {
		const place = newPlace();
		place.write(
			'talk.md',
			`---\nmarp: true\ntheme: ${theme}\npaginate: true\n---\n\n# Title\n\nSubtitle\n\n---\n\n## List\n\n- one\n  - two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n\`code\`\n\n\`\`\`js\nlet a = 1;\n\`\`\`\n`,
		);
		expect(await problems(place, 'check talk.md')).toEqual({ code: 0, found: [] });
	});

	// The default theme's footers have a contrast of 3.4.
	test('tells once what is wrong with every footer', async () => {
		const place = newPlace();
		place.write('talk.md', '---\nfooter: F\n---\n\n# One\n\n---\n\n# Two\n');
		expect((await problems(place, 'check talk.md')).found.map(([code]) => code)).toEqual(['MB370']);
	});

	test('measures in the theme that is named', async () => {
		const place = newPlace();
		place.write('talk.md', '# Faint\n\nText\n');
		place.write(
			'my.css',
			'@import "default"; @font-face{font-family:X;src:url(https://example.com/x.woff2)} section,section h1{background:#333;color:#777;font-family:X}',
		);
		const { found } = await problems(place, 'check talk.md --theme my.css');
		expect(found.map(([code, line]) => [code, line])).toEqual([
			['MB333', 1],
			['MB370', 1],
		]);
		expect(await problems(place, 'check talk.md --theme uncover')).toEqual({ code: 0, found: [] });
	});

	test('says which theme it does not have, and which does not exist', async () => {
		const place = newPlace();
		place.write('talk.md', '---\ntheme: acme\n---\n\n# Title\n');
		expect((await problems(place, 'check talk.md')).found.map(([code, line]) => [code, line])).toEqual([
			['MB374', 2],
		]);
		expect((await problems(place, 'check talk.md --theme acme')).code).toBe(1);
		expect((await problems(place, 'check talk.md --theme ./none.css')).found[0]?.[0]).toBe('MB101');
		place.write('broken.css', 'section { color: ');
		const { found } = await problems(place, 'check talk.md --theme broken.css');
		expect(found.map(([code]) => code)).toEqual(['MB334']);
	});

	test('shows pictures from beside the deck, and reports those that it cannot', async () => {
		const place = newPlace();
		place.write('talks/a b.svg', DOT);
		place.write(
			'talks/talk.md',
			'# Pictures\n\n![A dot](a%20b.svg)\n![Far](https://example.com/x.png)\n![Gone](gone.png)\n![](a%20b.svg)\n\n---\n\n![bg left](a%20b.svg)\n\nBeside\n',
		);
		const { found } = await problems(place, 'check talks/talk.md');
		expect(found.map(([code, line]) => [code, line])).toEqual([
			['MB367', 4],
			['MB367', 5],
			['MB371', 6],
		]);
	});

	test('measures what Marp scales in the size that Marp gives it', async () => {
		const place = newPlace();
		const code = (lines: number, text: string) => `\`\`\`js\n${`${text}\n`.repeat(lines)}\`\`\`\n`;
		const slides = [
			'# <!-- fit --> Fit\n\nPushed\n\nbelow the slide\n',
			`# <!-- fit --> ${'A title that shrinks to one line '.repeat(3)}\n\n${'Text\n\n'.repeat(8)}`,
			`# Long\n\n${code(39, 'let a = 1;')}`,
			`# Wide\n\n${code(2, 'const x = 1; '.repeat(30))}`,
			`# Fine\n\n${code(9, 'const x = 1; '.repeat(5))}`,
		];
		place.write('talk.md', slides.join('\n---\n\n'));
		const { found } = await problems(place, 'check talk.md');
		expect(found.map(([code, , what]) => `${code} ${what}`)).toEqual([
			expect.stringMatching(/^MB362 .*slide 1 .*the paragraph “below the slide” sticks out of the lower/),
			expect.stringMatching(/^MB365 .*slide 3 .*the code “let a = 1;.*” is set in 11\.\d px/),
			expect.stringMatching(/^MB365 .*slide 4 .*the code “const x = 1;.*” is set in 4\.\d px/),
		]);
	});

	// Marp's themes let tables scroll, which no slide does.
	test('names the rows and columns of a table that are lost', async () => {
		const place = newPlace();
		const row = (cell: string, columns = 2) => `|${` ${cell} |`.repeat(columns)}\n`;
		const table = (rows: number, columns: number) =>
			`# Table\n\n${row('head', columns)}${row('---', columns)}${row('a_long_word', columns).repeat(rows)}`;
		place.write('talk.md', `${table(14, 2)}\n---\n\n${table(2, 14)}`);
		const { code, found } = await problems(place, 'check talk.md');
		expect(code).toBe(1);
		expect(found).toEqual([
			['MB362', 14, expect.stringContaining('the row “a_long_word a_long_word” and 4 more stick out')],
			['MB363', 24, expect.stringMatching(/the table “head .*” holds \d+ px more in width/)],
		]);
	});

	test('names backgrounds that are not shown, once', async () => {
		const place = newPlace();
		place.write('broken.png', 'no picture');
		place.write(
			'talk.md',
			"---\nbackgroundImage: url('https://example.com/x.svg')\n---\n\n# One\n\n---\n\n# Two\n\n![bg right](broken.png)\n",
		);
		expect((await problems(place, 'check talk.md')).found).toEqual([
			['MB367', 2, expect.stringContaining('slide 1 (“One”): the image https://example.com/x.svg')],
			['MB367', 9, expect.stringContaining('slide 2 (“Two”): the background broken.png')],
		]);
	});

	test('takes decks and briefs in one run', async () => {
		const place = newPlace();
		place.write('talk.md', '# One\n\n---\n');
		const { code, stderr } = await place.run('check talk.md example --deck executive-brief');
		expect(code).toBe(0);
		expect(stderr).toContain('warning MB369  slide-empty   talk.md:3:1');
		expect(stderr).toMatch(/talk\.md: 2 slides\nexample: .*\n {2}executive-brief: \d+ slides/);
	});

	test('annotates a pull request', async () => {
		const place = newPlace();
		place.write('talk.md', '# 100% sure, or not\n\n---\n');
		const { code, stdout } = await place.run('check talk.md --reporter github');
		expect(code).toBe(0);
		expect(stdout).toBe(
			'::warning file=talk.md,line=3,col=1,title=MB369 slide-empty::talk.md, slide 2 is empty. Fill it or remove it; a `---` at the end of a deck makes one slide more.\n',
		);
	});
});

test('a deck that is not there is an error', async () => {
	const { code, stderr } = await newPlace().run('check talk.md');
	expect(code).toBe(3);
	expect(stderr).toContain('talk.md cannot be read: it does not exist.');
});
