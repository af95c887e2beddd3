// A save that breaks something, for every kind of file: the open page says what, where and how to mend it, over the last
// good slide, and the next good save takes that away.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, openPage, presentCopy, SLIDE_TEXT, sharedBrowser } from './present-support.js';

const SLIDES = 'templates/executive-brief/slides';

/** What is at the end of a file that is there, or all of one that is not. */
const BROKEN: readonly {
	readonly kind: string;
	readonly file: string;
	readonly from?: string | RegExp;
	readonly to: string;
	readonly says: readonly string[];
}[] = [
	{
		kind: 'evidence that is no YAML',
		file: 'data/example/results.yaml',
		from: 'claims:',
		to: 'claims: [',
		says: ['error MB1', 'data/example/results.yaml:'],
	},
	{
		kind: 'evidence with an unknown source',
		file: 'data/example/results.yaml',
		from: 'source: harbour-lab',
		to: 'source: harbor-lab',
		says: ['data/example/results.yaml:', 'harbor-lab', '^^^^', 'Did you mean harbour-lab?'],
	},
	{
		kind: 'a new storyline with a typed figure',
		file: 'data/example/storyline.yaml',
		to: 'executive-brief:\n  gains:\n    headline: Errors nearly halve, to 6.4%\n',
		says: ['MB232', 'data/example/storyline.yaml:3:', '6.4%', '^^^^'],
	},
	{
		kind: 'a new ruling on nothing',
		file: 'data/example/rulings.yaml',
		to: '- on: harbour-radoi/curlew-2\n  prefer: harbour-lab\n  reason: It measured.\n',
		says: ['data/example/rulings.yaml:1:', 'harbour-radio/curlew-2'],
	},
	{
		kind: 'a slide',
		file: `${SLIDES}/timeline.md.hbs`,
		from: 'timeline.chart.contested',
		to: 'timeline.chart.contestd',
		says: [`${SLIDES}/timeline.md.hbs:`, 'contested'],
	},
	{
		kind: 'a partial',
		file: 'templates/partials/timeline.md.hbs',
		from: /$/,
		to: '{{#if}}',
		says: ['templates/partials/timeline.md.hbs:'],
	},
	{
		kind: 'the order of the slides',
		file: 'templates/executive-brief/deck.md.hbs',
		from: '{{slide "timeline"',
		to: '{{slide "timelin"',
		says: ['templates/executive-brief/deck.md.hbs:', 'timelin'],
	},
	{
		kind: 'a chart that is no JSON',
		file: 'templates/charts/timeline.vl.json',
		from: '{',
		to: '{,',
		says: ['templates/charts/timeline.vl.json:'],
	},
	{
		kind: 'a chart with an unknown mark',
		file: 'templates/charts/timeline.vl.json',
		from: /"type": "(text|point|rule)"/,
		to: '"type": "sparkle"',
		says: ['templates/charts/timeline.vl.json', 'sparkle'],
	},
	{
		kind: 'the tokens of a theme',
		file: 'themes/executive.yaml',
		from: 'text: "{palette.ink}"',
		to: 'text: "{palette.inc}"',
		says: ['themes/executive.yaml:', 'palette.inc'],
	},
	{
		kind: 'the style sheet of the themes',
		file: 'themes/base.css',
		from: /$/,
		to: '\nsection { background: url(https://example.com/x.png); }\n',
		says: ['1 problem.', 'style sheet', 'url(https://example.com/x.png)'],
	},
	{
		kind: 'a new brand',
		file: 'data/example/brand.yaml',
		to: 'color:\n  accent: "#ff0000"\n',
		says: ['data/example/brand.yaml:1:1', 'did you mean colors?'],
	},
];

describe.runIf(found !== undefined)('a save that breaks', { timeout: 90_000 }, () => {
	const browser = sharedBrowser();

	async function open(name = 'example') {
		const presented = await presentCopy([], 'example', name);
		const opened = await openPage(browser(), `${presented.address}${name}/executive-brief#3`);
		await opened.page.evaluate('window.isSamePage = true');
		const problems = () =>
			opened.page.evaluate('document.querySelector(".mb-problems")?.innerText ?? ""') as Promise<string>;
		return { ...presented, ...opened, problems };
	}

	test('is told with its place and its fix, over the last good slide, until it is mended', async () => {
		const { page, problems, folder, read, child, errors, slide } = await open();
		const shown = await page.evaluate(SLIDE_TEXT);
		for (const { kind, file, from, to, says } of BROKEN) {
			const before = from === undefined ? undefined : read(file);
			const after = before === undefined ? to : before.replace(from ?? '', to);
			expect(after, `${kind} changes ${file}`).not.toBe(before);
			writeFileSync(join(folder, file), after);
			await expect.poll(problems, { message: kind, timeout: 15_000 }).toMatch(/error MB\d\d\d/);
			const told = await problems();
			for (const text of ['what', 'fix', ...says]) expect(told, kind).toContain(text);
			expect(await page.evaluate(SLIDE_TEXT), kind).toBe(shown);
			if (before === undefined) rmSync(join(folder, file));
			else writeFileSync(join(folder, file), before);
			await expect.poll(problems, { message: `${kind}, mended`, timeout: 15_000 }).toBe('');
		}
		expect(await slide()).toBe('3');
		expect(await page.evaluate('window.isSamePage')).toBe(true);
		expect(child.exitCode).toBe(null);
		expect(errors).toEqual([]);
	});

	test('is forgiven: a brief whose folder is renamed, and comes back', async () => {
		const { problems, folder, edit, page, child } = await open('curlew');
		const [brief, away] = [join(folder, 'data/curlew'), join(folder, 'data/elsewhere')];
		renameSync(brief, away);
		await expect.poll(problems, { timeout: 15_000 }).toContain('named curlew');
		renameSync(away, brief);
		await expect.poll(problems, { timeout: 15_000 }).toBe('');
		edit('templates/executive-brief/slides/gains.md.hbs', /kicker="[^"]*"/, 'kicker="Here again"');
		await expect.poll(() => page.evaluate(SLIDE_TEXT)).toMatch(/here again/i);
		expect(child.exitCode).toBe(null);
	});

	test('is forgiven: a slide that is named before its file is there', async () => {
		const { problems, write, edit, page, slide } = await open();
		edit('templates/executive-brief/deck.md.hbs', '{{slide "timeline"', '{{slide "aside"}}\n$&');
		await expect.poll(problems, { timeout: 15_000 }).toContain('aside');
		write(`${SLIDES}/aside.md.hbs`, '{{#heading kicker="Aside"}}By the way{{/heading}}\n\nNothing else.\n');
		await expect
			.poll(() => page.evaluate('document.body.textContent'), { timeout: 15_000 })
			.toContain('By the way');
		await expect.poll(problems).toBe('');
		expect(await slide()).toBe('3');
	});
});
