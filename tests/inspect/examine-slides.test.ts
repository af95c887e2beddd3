// With whatever browser the machine has: one slide for each thing that can be wrong, and its neighbour that is right.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { type Browser, openBrowser } from '../../src/effects/open-browser.js';
import { examineSlides } from '../../src/inspect/examine-slides.js';
import { testMachine } from '../effects/support.js';

const CSS = `section{width:1280px;height:720px;box-sizing:border-box;overflow:hidden;position:relative;padding:60px;background:#fff;color:#222;font:24px/1.4 sans-serif}
*{margin:0} .at{position:absolute}`;

/** Each text is the inside of one slide. */
function pageOf(slides: readonly string[]): string {
	const frames = slides.map(
		(html) =>
			`<svg data-marpit-svg="" viewBox="0 0 1280 720" width="1280"><foreignObject width="1280" height="720"><section data-line="1">${html}</section></foreignObject></svg>`,
	);
	return `<!DOCTYPE html><html lang="en"><head><style>${CSS}</style></head><body>${frames.join('')}</body></html>`;
}

const machine = testMachine();
const hasOne = (await findBrowser(machine, disk)).value !== undefined;
let browser: Browser | undefined;

beforeAll(async () => {
	const found = await findBrowser(machine, disk);
	browser = found.value && (await openBrowser(found.value, machine, disk)).value;
});
afterAll(() => browser?.close());

async function examine(...slides: readonly string[]): Promise<readonly Diagnostic[]> {
	const measured = await browser?.withPage({ task: 'examine', html: pageOf(slides) }, (page) =>
		examineSlides(page, {
			name: 'deck',
			placeOf: (slide, line) => ({
				location: { file: `slide-${slide}`, line: Math.max(1, line), column: 1 },
			}),
		}),
	);
	if (measured?.value === undefined) throw new Error(JSON.stringify(measured));
	return measured.value;
}

const chart = (inside: string) =>
	`<h2>Chart</h2><svg role="img" width="400" height="200" viewBox="0 0 400 200" font-family="sans-serif" font-size="16"><title>Chart</title>${inside}</svg>`;
const DOT =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const at = (top: number, left: number, text: string) =>
	`<p class="at" style="top:${top}px;left:${left}px;white-space:nowrap">${text}</p>`;

const WRONG: readonly (readonly [string, string, string])[] = [
	['text below the slide', `<h2>A</h2>${at(710, 100, 'low')}`, 'MB362 the paragraph “low” lower 20'],
	['text beyond the right edge', `<h2>A</h2>${at(300, 1200, 'x'.repeat(20))}`, 'MB362 right'],
	['text too near to the edge', `<h2>A</h2>${at(688, 100, 'low')}`, 'MB375 too near to the lower edge'],
	[
		'a picture below the slide',
		`<h2>A</h2><img alt="dot" class="at" style="top:500px;height:300px" src="${DOT}">`,
		'MB362 the image “dot” 80',
	],
	[
		'a box that cuts off',
		'<h2>A</h2><div style="height:40px;overflow:hidden"><p>one</p><p>two</p></div>',
		'MB363 more in height',
	],
	[
		'a line that ends in an ellipsis',
		`<h2>A</h2><p style="width:200px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${'long '.repeat(20)}</p>`,
		'MB363 more in width',
	],
	[
		'a box that scrolls sideways',
		`<h2>A</h2><div style="width:200px;overflow:auto;white-space:nowrap">${'wide '.repeat(20)}</div>`,
		'MB363 more in width',
	],
	[
		'text over text',
		`<h2>A</h2>${at(300, 100, 'first text')}${at(306, 120, 'second')}`,
		'MB364 the paragraph “first text” over the paragraph “second”',
	],
	['small text', '<h2>A</h2><p style="font-size:13px">note</p>', 'MB365 the paragraph “note” 13'],
	[
		'a small word',
		'<h2>A</h2><p>Press <kbd style="font-size:11px">Ctrl</kbd></p>',
		'MB365 the text “Ctrl” 11',
	],
	[
		'a label that is cut',
		chart('<text x="330" y="50">A long label</text>'),
		'MB378 the label “A long label”',
	],
	[
		'labels that touch',
		chart('<text x="50" y="50">first</text><text x="60" y="54">second</text>'),
		'MB366 the label “first” the label “second”',
	],
	['a small label', chart('<text x="50" y="50" font-size="9">tiny</text>'), 'MB365 the label “tiny” 9'],
	[
		'a faint label on a bar',
		chart('<path d="M20,20h200v60h-200Z" fill="#ddd"/><text x="50" y="50" fill="#fff">77</text>'),
		'MB370 the label “77” #ffffff #dddddd',
	],
	[
		'a label that begins on a bar and ends beside it',
		chart('<path d="M20,20h60v60h-60Z" fill="#004"/><text x="60" y="50" fill="#223">seventy</text>'),
		'MB370 the label “seventy” #222233 #000044',
	],
	[
		'a label on a line as thick as a bar',
		chart(
			'<line x1="20" y1="44" x2="220" y2="44" stroke="#333" stroke-width="30"/><text x="50" y="50">77</text>',
		),
		'MB370 the label “77” #000000 #333333',
	],
	[
		'a warm label on a tinted band that shows half through',
		chart(
			'<g opacity="0.5"><rect x="20" y="20" width="200" height="60" fill="#b3431c"/></g><text x="50" y="50" fill="#b3431c">75.1</text>',
		),
		'MB370 the label “75.1” #b3431c #d9a18e',
	],
	[
		'a label that is faint because its fill is half clear',
		chart('<text x="50" y="50" fill="#222" fill-opacity="0.4">77</text>'),
		'MB370 the label “77” #a7a7a7 #ffffff',
	],
	[
		'an image that cannot be read',
		'<h2>A</h2><img alt="A map" src="data:image/png;base64,AAAA">',
		'MB367 the image “A map”',
	],
	['an image without words', `<h2>A</h2><img alt="" src="${DOT}">`, 'MB371 the image'],
	[
		'a drawing without a name',
		'<h2>A</h2><svg width="40" height="40"><path d="M0,0h9v9z"/></svg>',
		'MB371 the drawing',
	],
	[
		'a table of seventeen rows',
		`<h2>A</h2><table style="font-size:15px;line-height:1.2"><tr><th>h</th></tr>${'<tr><td>x</td></tr>'.repeat(17)}</table>`,
		'MB376 the table “h” 17',
	],
	['a skipped level', '<h2>A</h2><h4>B</h4>', 'MB368 the heading “B” 4 2'],
	['nothing but a footer', '<footer class="at" style="top:650px">F</footer>', 'MB369'],
	[
		'faint text',
		'<h2>A</h2><p style="color:#999;font-size:18px">faint</p>',
		'MB370 #999999 #ffffff 2.84 4.5',
	],
	[
		'dark text on a dark gradient',
		'<h2>A</h2><p style="background:linear-gradient(90deg,#222,#333);color:#555">dim</p>',
		'MB370 the paragraph “dim” #555555 3',
	],
	[
		'text on the dark half of a picture',
		`<h2>A</h2><p style="background:linear-gradient(90deg,#fff 50%,#222 50%);color:#444;width:max-content">half of it</p>`,
		'MB370 the paragraph “half of it” #444444 #222222',
	],
	[
		'text that is faint because of its opacity',
		'<h2>A</h2><p style="opacity:.3;color:#000">faint</p>',
		'MB370 #b3b3b3',
	],
];

const RIGHT: readonly (readonly [string, string])[] = [
	['a heading, text and a list', '<h2>A</h2><p>One</p><ul><li>two<ul><li>three</li></ul></li></ul>'],
	['text at the foot of the slide', `<h2>A</h2>${at(678, 100, 'foot')}`],
	['a small raised mark', '<h2>A</h2><p>77<sup style="font-size:10px">†</sup></p>'],
	[
		'a footer that ends in an ellipsis, with a mark beside it',
		`<h2>A</h2><footer class="at" style="top:660px;left:800px;width:300px;display:flex;white-space:pre"><span style="overflow:hidden;text-overflow:ellipsis">${'long '.repeat(20)}</span> · mark</footer>`,
	],
	['a box that holds its text', '<h2>A</h2><div style="height:90px;overflow:hidden"><p>one</p></div>'],
	[
		'close lines',
		'<h2 style="line-height:1">A</h2><p style="line-height:1">B</p><p style="line-height:1">C</p>',
	],
	[
		'a chart whose labels stand apart',
		chart('<text x="50" y="50">first</text><text x="50" y="70">second</text>'),
	],
	[
		'a light label on a dark bar',
		chart('<path d="M20,20h200v60h-200Z" fill="#005a50"/><text x="50" y="50" fill="#fff">77</text>'),
	],
	[
		'a label in the box of a shape, but beside what it fills',
		chart('<path d="M0,0L200,0L0,150Z" fill="#222"/><text x="160" y="140">77</text>'),
	],
	[
		'a label that a hairline crosses',
		chart('<line x1="60" y1="0" x2="60" y2="100" stroke="#666"/><text x="50" y="50">777</text>'),
	],
	[
		'a table of sixteen rows',
		`<h2>A</h2><table style="font-size:15px;line-height:1.2"><tr><th>h</th></tr>${'<tr><td>x</td></tr>'.repeat(16)}</table>`,
	],
	['large grey text', '<h2>A</h2><p style="color:#888;font-size:26px">large</p>'],
	[
		'light text on a dark gradient',
		'<h2>A</h2><p style="background:linear-gradient(#222,#333);color:#fff">A</p>',
	],
	[
		'text that crosses a thin line',
		'<h2>A</h2><p style="background:linear-gradient(#fff 45%,#222 45%,#222 50%,#fff 50%)">A</p>',
	],
	[
		'text on a picture from elsewhere',
		'<h2>A</h2><p style="background:url(https://example.com/x.png);color:#eee">unknown</p>',
	],
	[
		'text with a shadow on a picture',
		`<h2>A</h2><p style="background:url(${DOT});color:#eee;text-shadow:0 0 2px #000">A</p>`,
	],
	['a picture alone', `<img alt="A dot" src="${DOT}" width="300">`],
];

describe.runIf(hasOne)('a slide in the browser', () => {
	test.each(WRONG)('%s is found', async (_, html, says) => {
		const found = await examine(html);
		const [code, ...words] = says.split(/ (?=[a-z#\d])/);
		expect(found.map((one) => one.code)).toEqual([code]);
		const told = Object.values(found[0]?.args ?? {}).join(' | ');
		for (const word of words
			.join(' ')
			.match(/the \w+(?: “[^”]+”)?|too near|right|lower|more in \w+|#\w+|[\d.]+/g) ?? [])
			expect(told).toContain(word);
	});

	test.each(RIGHT)('%s is fine', async (_, html) => {
		expect(await examine(html)).toEqual([]);
	});

	test('what many elements have in common is told once, with its slide and its place', async () => {
		const items = Array.from({ length: 17 }, (_, n) => `<li data-line="${n + 3}">Item ${n}</li>`);
		const found = await examine(
			'<h2>First</h2>',
			`<h2>Second</h2><ul style="line-height:2">${items.join('')}</ul>`,
		);
		expect(found).toMatchObject([
			{
				code: 'MB362',
				location: { file: 'slide-1', line: 15 },
				args: { slide: 2, headline: 'Second', element: 'the list item “Item 12” and 4 more' },
			},
		]);
	});

	test('levels are followed from slide to slide', async () => {
		expect(await examine('<h1>A</h1>', '<h2>B</h2><h3>C</h3>', '<h3>D</h3>', '<h2>E</h2>')).toEqual([]);
		expect((await examine('<h2>A</h2>', '<h4>B</h4>')).map(({ args }) => args.slide)).toEqual([2]);
	});
});
