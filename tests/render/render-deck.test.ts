import { describe, expect, test } from 'vitest';
import type { Topic } from '../../src/model/evidence.js';
import { renderHtml } from '../../src/render/render-html.js';
import { claim, figure, says, source } from '../reconcile/make-evidence.js';
import { complaints, deckOf, report, slidesOf, tryDeck } from './deck-support.js';
import { htmlInput } from './html-support.js';

const FIGURES = {
	sources: [source('a'), source('b'), source('c'), source('d', { derivesFrom: ['a'] })],
	topics: [
		figure([claim(77.3), claim(77.3, { source: 'd' }), claim(75, { source: 'c' })], 'percent', 'score'),
		figure([claim(3, { source: 'b' })], 'days', 'wait'),
	],
};

describe('the source line', () => {
	test('lists exactly the sources of the claims that the slide prints', () => {
		const deck = deckOf({
			evidence: FIGURES,
			slides: {
				all: '{{#each latency.figures}}\n- {{value}}\n{{/each}}',
				last: '{{#each (top latency.figures 1)}}{{#unless ../latency.chart}}{{label}}{{/unless}}{{/each}}',
				none: '## Nothing from a source',
			},
		});
		const [all, label, none] = slidesOf(deck);
		expect(all).toContain('**Sources** 1 A · 2 B · 4 D.');
		expect(label).not.toContain('Source');
		expect(none).toBe('## Nothing from a source');
		expect(deck.slides.map(({ claims }) => claims)).toEqual([['score#1', 'score#2', 'wait#1'], [], []]);
	});

	test('names one source as one, and counts the origins behind a value', () => {
		const [first, second] = slidesOf(
			deckOf({
				evidence: FIGURES,
				slides: {
					one: '{{#each latency.figures}}{{#if dissent}}{{else}}{{value}}{{/if}}{{/each}}',
					two: '{{#each latency.figures}}{{#if dissent}}{{value}}{{/if}}{{/each}}',
				},
			}),
		);
		expect(first).toContain('**Source** 2 B. One origin.');
		expect(second).toContain('**Sources** 1 A · 4 D. One origin each.');
	});

	test('counts what only the notes print', () => {
		const [slide] = slidesOf(
			deckOf({
				evidence: FIGURES,
				slides: { one: 'Text\n\n{{#say}}{{#each latency.figures}}{{value}} {{/each}}{{/say}}' },
			}),
		);
		expect(slide).toContain('**Sources** 1 A · 2 B · 4 D.');
	});
});

describe('a contested value', () => {
	const slide = '{{#each (top latency.figures 1)}}{{value}}{{#say}}It is {{value}}.{{/say}}{{/each}}';
	const [shown] = slidesOf(deckOf({ evidence: FIGURES, slides: { one: slide } }));

	test('carries the mark, which the foot of the slide explains', () => {
		expect(shown).toContain('77.3%<sup class="mark">†</sup>');
		const plain = shown?.replaceAll('\u00a0', ' ');
		expect(plain).toContain('<sup class="mark">†</sup> sources differ: Label of score 75–77.3%.');
	});

	test('says so in words in a note', () => {
		expect(shown?.replaceAll('\u00a0', ' ')).toContain('Say — It is 77.3% (contested: 75–77.3%).');
	});

	test('is one of many: then the foot says only that sources disagree', () => {
		const topics = ['a score', 'a second score', 'a third score', 'a fourth score', 'a fifth score'].map(
			(key) => figure([claim(1), claim(2, { source: 'b' })], 'percent', key),
		);
		const [many] = slidesOf(
			deckOf({ evidence: { topics }, slides: { one: '{{#each latency.figures}}{{value}} {{/each}}' } }),
		);
		expect(many).toContain('sources disagree on what has this mark.');
	});

	test('without a contradiction has no mark', () => {
		const topics = [figure([claim(77), claim(77.3, { source: 'b' })], 'percent', 'x')];
		expect(
			deckOf({ evidence: { topics }, slides: { one: '{{#each latency.figures}}{{value}}{{/each}}' } })
				.markdown,
		).not.toContain('†');
	});
});

describe('which slides there are', () => {
	const slides = { first: '# First', gains: '{{gains.top.name}}', item: '## {{item.label}}', last: '# Last' };

	test('a slide whose data is missing is left out', () => {
		const deck =
			'{{slide "first"}}\n{{slide "gains" needs=gains}}\n{{slide "item" each=demos}}\n{{slide "last"}}';
		expect(slidesOf(deckOf({ slides, deck }))).toEqual(['# First', '# Last']);
	});

	test('one slide each, in order', () => {
		const deck = '{{slide "item" each=latency.figures}}';
		const rendered = deckOf({ evidence: FIGURES, slides, deck });
		expect(slidesOf(rendered)).toEqual(['## Label of score', '## Label of wait']);
	});

	test('a slide that prints nothing is no slide', () => {
		expect(slidesOf(deckOf({ slides: { first: '# First', empty: '{{#if gains}}x{{/if}}' } }))).toEqual([
			'# First',
		]);
	});

	test('a deck with no slide is refused', () => {
		expect(report(tryDeck({ slides, deck: '{{slide "gains" needs=gains}}' }).diagnostics)).toContain('MB307');
	});
});

describe('paging', () => {
	const pages = (count: number, size: number) => {
		const topics = Array.from({ length: count }, (_, index) => figure([claim(1)], 'days', `f${index + 1}`));
		const deck = `{{slide "table" pages=latency.figures size=${size}}}`;
		const table = '{{#each page.rows}}{{label}} {{/each}}';
		const { value } = tryDeck({ evidence: { topics }, slides: { table }, deck });
		return value === undefined ? [] : slidesOf(value).map((slide) => slide.split('Label').length - 1);
	};

	test.each([
		[1, 9, [1]],
		[9, 9, [9]],
		[10, 9, [5, 5]],
		[19, 9, [7, 7, 5]],
		[3, 1, [1, 1, 1]],
	])('%d rows, at most %d a page', (count, size, rows) => {
		expect(pages(count, size)).toEqual(rows);
	});

	test('numbers the headlines only when there are several', () => {
		const small = { evidence: FIGURES, slides: { table: '## Page\n\n{{#if page.isFirst}}First{{/if}}' } };
		expect(slidesOf(deckOf({ ...small, deck: '{{slide "table" pages=latency.figures size=1}}' }))).toEqual([
			'## Page (1 of 2)\n\nFirst',
			'## Page (2 of 2)',
		]);
		expect(slidesOf(deckOf({ ...small, deck: '{{slide "table" pages=latency.figures size=2}}' }))).toEqual([
			'## Page\n\nFirst',
		]);
	});
});

describe('a continued slide', () => {
	const slides = {
		one: '## All\n\n{{#each latency.figures}}\n- {{label}}: {{value}}\n{{/each}}\n\n{{#say}}Look.{{/say}}',
	};
	const cuts = new Map([['one', new Map([[3, 1]])]]);
	const deck = '{{slide "one" fit="split"}}';

	test('has the sources of what it shows, its number and the notes', () => {
		const parts = slidesOf(deckOf({ evidence: FIGURES, slides, deck, cuts }));
		expect(
			parts.map((part) =>
				part
					.replace(/<\/?(?:div|sup|span)[^>]*>|<!--|-->/g, '')
					.trim()
					.split(/\n+/),
			),
		).toEqual([
			[
				'## All (1 of 2)',
				'- Label of score: 77.3%†',
				expect.stringContaining('**Sources** 1 A · 4 D.'),
				'Say — Look.',
			],
			['## All (2 of 2)', '- Label of wait: 3 days', '**Source** 2 B. One origin.', 'Say — Look.'],
		]);
	});

	test('keeps apart what its parts print', () => {
		const { slides: parts } = deckOf({ evidence: FIGURES, slides, deck, cuts });
		expect(parts.map(({ id, claims, prints }) => [id, claims, prints.map(({ text }) => text)])).toEqual([
			['one', ['score#1', 'score#2'], ['77.3%']],
			['one', ['wait#1'], ['3 days']],
		]);
	});

	test.each([
		['the deck', 'split', '{{slide "one"}}', 2],
		['the slide', 'error', deck, 2],
		['neither', 'error', '{{slide "one"}}', 1],
		['the deck and not the slide', 'split', '{{slide "one" fit="error"}}', 1],
	] as const)('is one where %s says so', (_, fit, order, count) => {
		expect(slidesOf(deckOf({ evidence: FIGURES, slides, deck: order, fit, cuts }))).toHaveLength(count);
	});
});

describe('presenter notes', () => {
	const notesOf = async (slide: string, words = 'harmless') => {
		const topic: Topic = {
			...{ kind: 'statement', key: 's', topic: 'capability', label: words, text: words, model: 'atlas-2' },
			...{ claims: [claim(says(true), { id: 's#1' })], where: { file: 'x', line: 1, column: 1 } },
		};
		const { markdown } = deckOf({ evidence: { topics: [topic] }, slides: { one: slide } });
		const { value, diagnostics } = await renderHtml(htmlInput([], { markdown }));
		if (value === undefined) throw new Error(JSON.stringify(diagnostics));
		return value;
	};
	const FOUR =
		'# One\n\n{{#say}}First.{{/say}}{{#caveat}}But.{{/caveat}}{{#question}}Why?{{/question}}{{#answer}}So.{{/answer}}';

	test('come in the order in which they are needed', async () => {
		const { slides } = await notesOf(FOUR);
		expect(slides[0]?.notes).toEqual(['Say — First.', 'Caveat — But.', 'Expect — Why?', 'Answer — So.']);
	});

	test.each([
		'class: evil',
		'_class: evil',
		'theme: x',
		'{ class: evil }',
		'a: b # c',
		'--> <!-- class: evil',
		'x:',
	])('a note that says “%s” stays a note and sets nothing', async (words) => {
		const slide =
			'# One\n\n{{#each capabilities}}{{#say}}{{label}}{{/say}}{{#caveat}}{{label}}{{/caveat}}{{/each}}';
		const [hostile, harmless] = [await notesOf(slide, words), await notesOf(slide)];
		const bare = (html: string | undefined) => html?.replace(/ id="[^"]*"/g, '');
		expect(bare(hostile.slides[0]?.html)).toBe(bare(harmless.slides[0]?.html));
		const text = (note: string) => note.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
		expect(hostile.slides[0]?.notes.map(text)).toEqual([`Say — ${words}`, `Caveat — ${words}`]);
	});

	test.each([
		[
			'only what to say',
			'{{#say}}The decision: see the last slide.{{/say}}',
			['Say — The decision: see the last slide.'],
		],
		['only a caveat', '{{#caveat}}One thing: it is old.{{/caveat}}', ['Caveat — One thing: it is old.']],
		['a comment sign', '{{#say}}Take note #1 first.{{/say}}', ['Say — Take note #1 first.']],
	])('the template’s own words reach the presenter: %s', async (_, slide, notes) => {
		const { slides } = await notesOf(`# One\n\n${slide}`);
		expect(slides[0]?.notes.map((note) => note.replaceAll('\u00a0', ' '))).toEqual(notes);
	});
});

describe('front matter', () => {
	test.each(['a"b', 'a\n---\ntheme: evil', "it's: # x", '\\', '{{x}}'])(
		'a title such as %j cannot break out of it',
		async (title) => {
			const { brief } = (await import('../reconcile/make-evidence.js')).evidence();
			const { markdown } = deckOf({ evidence: { brief: { ...brief, title } }, slides: { one: '# One' } });
			const { value } = await renderHtml(htmlInput([], { markdown }));
			expect(value?.slides).toHaveLength(1);
			expect(value?.slides[0]?.html).toContain('data-theme="plain"');
		},
	);

	test('says on every slide that an invented subject is invented', () => {
		const [, footer = ''] = /^footer: (".*")$/m.exec(deckOf({ slides: { one: '# One' } }).markdown) ?? [];
		// Beside what is shortened where it is long.
		expect(JSON.parse(footer)).toMatch(/<span>[^<]* · [^<]*<\/span> · invented example<\/span>$/);
	});
});

/** A layout with a slot that must be filled and one that need not, and a slide that fills the first. */
const TWO = { 'partials/two': 'a\n\n{{> @partial-block this}}\n\n{{> right this}}{{#> foot this}}{{/foot}}' };
const FILLED =
	'{{#> partials/two this}}\n{{#*inline "right"}}{{brief.title}}{{/inline}}\nmiddle\n{{/partials/two}}';

test('a layout prints what fills its slots, and nothing for a slot that may stay empty', () => {
	const [slide] = slidesOf(deckOf({ slides: { one: FILLED }, partials: TWO }));
	expect(slide?.split(/\s+/)).toEqual(['a', 'middle', 'Atlas', '2']);
});

describe('a mistake in a template is named with file, line and column', () => {
	const one = (text: string) => ({ slides: { one: text } });

	test.each([
		['MB301 an unclosed block', one('a\n{{#if gains}}\nb'), ['MB301 slides/one:3:1 b']],
		['MB301 a mismatched close', one('a\n{{#if gains}}\nb{{/each}}'), ['MB301 slides/one:2:4 i']],
		['MB302 an unknown field', one('# A\n\n{{brief.nmae}}'), ['MB302 slides/one:3:3 brief.nmae']],
		[
			'MB302 an unknown field in #if',
			one('# A\n{{#if brief.nmae}}x{{/if}}'),
			['MB302 slides/one:2:7 brief.nmae'],
		],
		['MB302 an unknown field in #each', one('{{#each gainz}}x{{/each}}'), ['MB302 slides/one:1:9 gainz']],
		['MB302 an unknown field in #with', one('{{#with gainz}}x{{/with}}'), ['MB302 slides/one:1:9 gainz']],
		['MB302 an unknown field as an argument', one('{{top gainz 3}}'), ['MB302 slides/one:1:7 gainz']],
		[
			'MB302 an unknown field in a heading',
			one('{{#heading kicker="A"}}{{nope}}{{/heading}}'),
			['MB302 slides/one:1:26 nope'],
		],
		[
			'MB302 an unknown field of a partial',
			{ ...one('{{> parts/x brief}}'), partials: { 'parts/x': 'a\n{{nope}}' } },
			['MB302 templates/parts/x:2:3 nope'],
		],
		[
			'MB302 a field of a section that is absent',
			one('# A\n{{#if gains.top}}x{{/if}}'),
			['MB302 slides/one:2:7 gains.top'],
		],
		['MB303 an unknown helper', one('a {{shout brief.title}}'), ['MB303 slides/one:1:5 shout']],
		['MB303 an unknown block', one('{{#repeat 3}}x{{/repeat}}'), ['MB303 slides/one:1:4 repeat']],
		[
			'MB303 an unknown helper within another',
			one('{{top (shout gains) 1}}'),
			['MB303 slides/one:1:8 shout'],
		],
		[
			'MB303 a helper of Handlebars that we do not offer',
			one('{{lookup brief "title"}}'),
			['MB303 slides/one:1:3 lookup'],
		],
		[
			'MB304 an unknown partial',
			one('# A\n{{> parts/y brief}}'),
			['MB304 slides/one:2:1 {{> parts/y brief}}'],
		],
		[
			'MB304 an unknown slide',
			{ ...one('# A'), deck: '{{slide "one"}}\n{{slide "two"}}' },
			['MB304 deck:2:9 "two"'],
		],
		[
			'MB305 raw output with three braces',
			one('{{{brief.title}}}'),
			['MB305 slides/one:1:1 {{{brief.title}}}'],
		],
		[
			'MB305 raw output with an ampersand',
			one('a {{&brief.title}}'),
			['MB305 slides/one:1:3 {{&brief.title}}'],
		],
		['MB305 a dynamic partial', one('{{> (top gains 1)}}'), ['MB305 slides/one:1:1 {{> (top gains 1)}}']],
		[
			'MB304 an unknown layout',
			one('{{#> partials/x this}}a{{/partials/x}}'),
			['MB304 slides/one:1:1 {{#> partials/x this}}a{{/partials/x}}'],
		],
		['MB305 a decorator', one('{{* inline "a"}}'), ['MB305 slides/one:1:1 {{* inline "a"}}']],
		[
			'MB315 a slot that the layout lacks',
			{ ...one(FILLED.replace('right', 'rihgt')), partials: TWO },
			['MB315 slides/one:2:1 {', 'MB315 slides/one:1:1 {'],
		],
		[
			'MB315 a slot that must be filled',
			{ ...one(FILLED.replace(/\{\{#\*.*\n/, '')), partials: TWO },
			['MB315 slides/one:1:1 {'],
		],
		['MB315 a slot of a slide', one('{{> right this}}'), ['MB315 slides/one:1:1 {']],
		[
			'MB302 an unknown field in a slot',
			{ ...one(FILLED.replace('title', 'tilte')), partials: TWO },
			['MB302 slides/one:2:23 brief.tilte'],
		],
		[
			'MB316 a way to fit that there is not',
			{ slides: { one: 'a' }, deck: '{{slide "one" fit="shrink"}}' },
			['MB316 deck:1:9 "one"'],
		],
		['MB306 a section where text is due', one('a\n{{brief}}'), ['MB306 slides/one:2:3 brief']],
		[
			'MB306 nothing where text is due',
			one('{{brief.predecessor}}'),
			['MB306 slides/one:1:3 brief.predecessor'],
		],
		['MB306 a list where text is due', one('{{sources}}'), ['MB306 slides/one:1:3 sources']],
		[
			'MB310 a template that includes itself',
			{ ...one('{{> parts/x brief}}'), partials: { 'parts/x': '\n {{> parts/x this}}' } },
			['MB310 templates/parts/x:2:2 {{> parts/x this}}'],
		],
		[
			'all mistakes of all slides at once',
			{ slides: { one: '{{nope}}', two: '{{brief.nmae}}', three: '# fine' } },
			['MB302 slides/one:1:3 nope', 'MB302 slides/two:1:3 brief.nmae'],
		],
	])('%s', (_, small, expected) => {
		expect(complaints(small)).toEqual(expected);
	});

	test.each([
		'constructor',
		'__proto__',
		'brief.constructor',
		'brief.__proto__',
		'brief.title.constructor',
		'toString',
		'hasOwnProperty',
	])('{{%s}} gives nothing away', (path) => {
		expect(complaints(one(`{{${path}}}`))).not.toEqual(['rendered']);
	});

	test('more than 64 nested blocks are refused before they are compiled', () => {
		const deep = `${'{{#if gains}}'.repeat(200)}x${'{{/if}}'.repeat(200)}`;
		expect(complaints(one(deep)).map((line) => line.slice(0, 5))).toEqual(['MB305']);
	});

	test('the nearest name is offered', () => {
		expect(report(tryDeck(one('{{brief.subjekt}}')).diagnostics)).toContain('Did you mean `subject`?');
	});
});
