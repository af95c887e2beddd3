// A deck rendered with what is remembered must be the deck that is rendered afresh.

import { expect, test } from 'vitest';
import { createMemory } from '../../src/present/memory.js';
import { renderHtml } from '../../src/render/render-html.js';
import { CHART, htmlInput } from './html-support.js';

const FIRST = [
	'# One\n\n<!--\nSay — one: two.\n-->',
	'## Two\n\ntext',
	'## Three\n\n![a chart](charts/gains.svg)',
	'## Four\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- _class: wide -->',
	'## Five\n\n- x\n- y',
];

const paginated = (slides: readonly string[]) =>
	`---\nmarp: true\ntheme: plain\npaginate: true\nfooter: "Foot"\n---\n\n${slides.join('\n\n---\n\n')}\n`;

const STEPS: readonly (readonly [string, readonly string[], string])[] = [
	['as it was', FIRST, CHART],
	['one text changed', FIRST.with(1, '## Two, changed'), CHART],
	['a note changed', FIRST.with(0, '# One\n\n<!--\nSay — three.\n-->'), CHART],
	['the chart changed', FIRST, CHART.replace('Two rows', 'Three rows')],
	['a slide more', FIRST.toSpliced(2, 0, '## New'), CHART],
	['a slide less', FIRST.toSpliced(1, 1), CHART],
	['two slides change places', [...FIRST.slice(0, 3), FIRST[4] ?? '', FIRST[3] ?? ''], CHART],
	[
		'a slide twice',
		[...FIRST, FIRST[1] ?? ''].map((text, index) => (index === 5 ? text.replace('Two', 'Other') : text)),
		CHART,
	],
	['a directive that lasts', FIRST.with(1, '<!-- class: odd -->\n\n## Two'), CHART],
	['the directive gone again', FIRST, CHART],
	['another front matter', FIRST, CHART],
];

test('gives the same pages as rendering afresh, whatever changes', async () => {
	const remember = createMemory();
	for (const [what, slides, chart] of STEPS) {
		const markdown = paginated(slides).replace(
			'"Foot"',
			what === 'another front matter' ? '"Another"' : '"Foot"',
		);
		const input = htmlInput([], { markdown, charts: new Map([['charts/gains.svg', chart]]) });
		const kept = await renderHtml({ ...input, remember });
		const fresh = await renderHtml(input);
		expect(kept.value?.slides, what).toEqual(fresh.value?.slides);
		expect(kept.value?.html === fresh.value?.html, what).toBe(true);
		expect(kept.value?.printHtml === fresh.value?.printHtml, what).toBe(true);
		expect(kept.diagnostics).toEqual(fresh.diagnostics);
	}
});

test('reports a bad image at its slide, and again the next time', async () => {
	const remember = createMemory();
	const render = (slides: readonly string[]) =>
		renderHtml({ ...htmlInput([], { markdown: paginated(slides) }), remember });
	await render(FIRST);
	const bad = FIRST.with(3, '![x](nowhere.png)');
	const fresh = await renderHtml(htmlInput([], { markdown: paginated(bad) }));
	expect(fresh.diagnostics).toMatchObject([{ code: 'MB391', args: { slide: 4 } }, { code: 'MB392' }]);
	for (const found of [await render(bad), await render(bad)])
		expect(found.diagnostics).toEqual(fresh.diagnostics);
	expect((await render(FIRST)).diagnostics).toEqual([]);
});
