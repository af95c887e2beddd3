import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript, which the stock Marp tools load
import marpConfig from '../../marp.config.mjs';
import { MARP_OPTIONS, type RenderedDeck, renderHtml } from '../../src/render/render-html.js';
import { CHART, htmlInput } from './html-support.js';

async function render(...[slides, changes]: Parameters<typeof htmlInput>): Promise<RenderedDeck> {
	const { value, diagnostics } = await renderHtml(htmlInput(slides, changes));
	if (value === undefined) throw new Error(JSON.stringify(diagnostics));
	return value;
}

async function problems(...[slides, changes]: Parameters<typeof htmlInput>) {
	const { value, diagnostics } = await renderHtml(htmlInput(slides, changes));
	expect(value).toBeUndefined();
	return diagnostics;
}

test('gives the same bytes for the same input', async () => {
	const slides = ['# One\n\n![a](charts/gains.svg)', '# Two'];
	expect(await render(slides)).toEqual(await render(slides));
});

test('names the language and escapes the title', async () => {
	const { html, printHtml } = await render(['# One'], { language: 'de"' });
	for (const page of [html, printHtml]) {
		expect(page).toContain('<html lang="de&quot;">');
		expect(page).toContain('<title>Atlas &lt;2&gt;: &quot;first&quot; look &amp; more</title>');
	}
});

test('an empty cell is filled for the PDF, and the style sheet still knows it', async () => {
	const { html, printHtml } = await render(['| A | B |\n|---|--:|\n| one | 2 |\n|  | 3 |']);
	expect(html).toContain('<td></td>');
	expect(printHtml).toContain('<td data-empty>&nbsp;</td>');
});

test('puts a chart in as a figure, whatever words its alternative text has', async () => {
	const { slides } = await render(['# One\n\n![bg w:10 blur fit](charts/gains.svg)']);
	expect(slides[0]?.html).toContain(`</h1>\n<figure class="chart" role="none">${CHART}</figure>`);
	expect(slides[0]?.html).not.toContain('<p>');
	expect(slides[0]?.html).not.toContain('background');
});

test.each([
	['![x](charts/other.svg)', 'charts/other.svg', 'which is not a chart of this deck'],
	['![bg](https://evil.example/a.png)', 'https://evil.example/a.png', 'which is not a chart of this deck'],
	['> ![x](../secret.png "t")', '../secret.png', 'which is not a chart of this deck'],
	['see ![x](charts/gains.svg)', 'charts/gains.svg', 'which shares its paragraph with text'],
	['# ![x](charts/gains.svg)', 'charts/gains.svg', 'which shares its paragraph with text'],
])('refuses the image %s', async (markdown, src, reason) => {
	const found = await problems(['# One', markdown]);
	expect(found[0]).toEqual({ code: 'MB391', args: { slide: 2, src, reason } });
});

test('reports all problems of all slides at once', async () => {
	const found = await problems(['![x](a.png)', '![x](b.png)', '<style>p{}</style>']);
	expect(found.map(({ code, args }) => `${code} ${args.slide ?? args.place}`)).toEqual([
		'MB391 1',
		'MB391 2',
		'MB392 slide 3',
		'MB392 slide 1',
		'MB392 slide 2',
	]);
});

test.each([
	['a script', '<script>alert(1)</script>'],
	['an element outside the few', '<iframe src="https://evil.example"></iframe>'],
	['a handler', '<span class="a" onclick="x()">b</span>'],
	['a style', '<div class="a" style="position:fixed">b</div>'],
	['a dangerous link', '[x](javascript:alert(1))'],
])('shows %s as text or drops it', async (_, markdown) => {
	const { html } = await render([markdown]);
	const slides = html.slice(html.indexOf('<div id=":$p">'), html.indexOf('<!--'));
	expect(slides).not.toMatch(/<script|<iframe|<[^>]*onclick|<[^>]*position|href/);
});

test.each([
	['<!-- _backgroundImage: url(https://evil.example/a.png) -->', 'slide 1'],
	['<style scoped>p{color:red}</style>', 'slide 1'],
])('refuses %s', async (markdown, place) => {
	const found = await problems([markdown]);
	expect(new Set(found.map(({ code, args }) => `${code} ${args.place}`))).toEqual(
		new Set([`MB392 ${place}`]),
	);
});

test.each([
	['themeCss', '/* @theme plain */ section{background:url(https://evil.example/a.png)}'],
	['themeCss', '/* @theme plain */ @import url("https://evil.example/a.css"); section{color:red}'],
	['fontCss', '@font-face{font-family:F;src:url(fonts/f.woff2)}'],
	['fontCss', '</style><script>alert(1)</script>'],
])('refuses a %s that reaches outside: %s', async (part, css) => {
	const found = await problems(['# One'], { [part]: css });
	expect(found.map(({ code }) => code)).toContain('MB392');
});

test('refuses a style sheet in the front matter', async () => {
	const { markdown } = htmlInput(['# One']);
	const changed = markdown.replace(
		'theme: plain',
		'theme: plain\nstyle: "section{background:url(//evil.example)}"',
	);
	const found = await problems([], { markdown: changed });
	expect(found.map(({ args }) => args.place)).toContain('style sheet');
});

test('makes nothing of emoji, bare addresses and formulas', async () => {
	const { slides } = await render([':smile: 🎉 www.example.com https://example.com $x^2$']);
	expect(slides[0]?.html).toContain('<p>:smile: 🎉 www.example.com https://example.com $x^2$</p>');
});

test('keeps the elements that templates use, with their class only', async () => {
	const { slides } = await render(['<div class="cols" id="x">\n\n**a**<br>b<sup>2</sup>\n\n</div>']);
	expect(slides[0]?.html).toContain(
		'<div class="cols">\n<p><strong>a</strong><br />b<sup>2</sup></p>\n</div>',
	);
});

test('carries notes, slide by slide, decoded once and escaped again', async () => {
	const deck = await render([
		'# One\n\n<!-- Say &lt;b&gt;.\n\nThen &#42;wait&#42;. -->',
		'# Two',
		'# Three\n\n<!-- End. -->',
	]);
	expect(deck.slides.map(({ notes }) => notes)).toEqual([['Say <b>.', 'Then *wait*.'], [], ['End.']]);
	expect(deck.html).toContain(
		'<div class="bespoke-marp-note" data-index="0" tabindex="0"><p>Say &lt;b&gt;.</p><p>Then *wait*.</p></div>',
	);
	expect(deck.html).toContain('<div class="bespoke-marp-note" data-index="2" tabindex="0"><p>End.</p></div>');
	expect(deck.printHtml).not.toContain('wait');
});

test('leaves notes out of the page on request', async () => {
	const deck = await render(['# One\n\n<!-- Say it. -->'], { notes: false });
	expect(deck.html).not.toContain('Say it.');
	expect(deck.slides[0]?.notes).toEqual([]);
});

test('allows exactly the scripts that it holds', async () => {
	const { html } = await render(['# One'], { scripts: ['console.log(1)'] });
	const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
	const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
	expect(scripts).toHaveLength(4);
	expect(html).toContain(`script-src ${hashes.join(' ')};`);
	expect(html).toContain("content=\"default-src 'none';");
});

test('prints without any script, one slide a page', async () => {
	const { printHtml } = await render(['# One', '# Two']);
	expect(printHtml).not.toContain('<script');
	expect(printHtml).toContain(
		`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"`,
	);
	expect(printHtml).toContain('@page {size:1280px 720px;margin:0}');
});

test('lets only a served deck talk to its server', async () => {
	expect((await render(['# One'])).html).not.toContain('connect-src');
	expect((await render(['# One'], { scripts: ['1'] })).html).toContain("connect-src 'self';");
});

test('survives half a character', async () => {
	expect((await render(['# One \ud800'])).slides[0]?.html).toContain('One \ufffd');
});

test('refuses a deck in which nothing is to be seen', async () => {
	expect(await problems(['<!-- A note. -->', '   '])).toEqual([{ code: 'MB393', args: {} }]);
});

test('never throws and never lets markup through, whatever the Markdown', { timeout: 60_000 }, async () => {
	const parts = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(parts, async (pieces) => {
			const { value } = await renderHtml(htmlInput([`# x\n\n${pieces.join('')}`]));
			const slides = (value?.slides ?? []).map(({ html }) => html).join('');
			expect(slides).not.toMatch(
				/<(?:script|style|iframe|img|object|!)|<[a-z][^>]*\shref="\s*(?!https?:|#)/i,
			);
			expect(slides.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]* on\w+=/i);
		}),
		{ numRuns: 200 },
	);
});

test('is configured as the stock Marp tools are by marp.config.mjs', () => {
	const { options } = marpConfig.engine({});
	const { emoji, html, markdown, math } = MARP_OPTIONS;
	expect(options).toMatchObject({ emoji, html, math });
	expect(options.markdown).toContainEqual(expect.objectContaining(markdown ?? {}));
});

const HOSTILE = [
	...[
		'<',
		'>',
		'"',
		"'",
		'&',
		'&#60;',
		'&lt;',
		'&#xd800;',
		'\ud800',
		'\0',
		'\u202e',
		'\\',
		'`',
		'```',
		'|',
		'$',
		'{{',
	],
	...[
		'<script>',
		'</script>',
		'<style>',
		'</style>',
		'<!--',
		'-->',
		'<![CDATA[',
		']]>',
		'<?x?>',
		'<svg onload=x>',
	],
	...[
		'</section>',
		'</foreignObject></svg>',
		'<span class="',
		'<div>',
		'</div>',
		'<sup>',
		'<br>',
		'<a href=',
	],
	...[
		'![',
		'bg ',
		'](',
		'[',
		'](http://a)',
		'](charts/gains.svg)',
		'](javascript:x)',
		'<http://a b>',
		'<mailto:a@b.c>',
	],
	...['\n', '\n\n', '\n---\n', '# ', '- ', '*', '**', '_', '~~', '  ', '\t', 'a', 'é', '日', '🎉'],
	...['_class: x', 'style: a', 'backgroundImage: url(x)', 'url(', 'onload=', 'https://a.example/?a=1&b="2"'],
];
