import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSlide } from '../../src/render/split-slide.js';
import { EVERY_PART, withoutMarks } from '../../src/render/trace-log.js';

/** The parts of a slide as lines without blanks; `cuts` are lines of the slide that begin a part. */
const parts = (markdown: string, cuts: Readonly<Record<number, number>> = {}) =>
	splitSlide(markdown, new Map(Object.entries(cuts).map(([line, part]) => [Number(line), part]))).map(
		(part) =>
			withoutMarks(part)
				.split('\n')
				.filter((line) => line !== ''),
	);

const TABLE = '| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n| 3 | z |';

describe('a continued slide', () => {
	test('is left alone where nothing is cut', () => {
		const slide = `## One\n\n<div class="body">\n\n${TABLE}\n\n</div>`;
		expect(splitSlide(slide, new Map()).map(withoutMarks)).toEqual([slide]);
	});

	test('repeats headline, subtitle, directives and the head of its table', () => {
		const head = '<!-- _class: wide -->\n\n## One\n\n<div class="subtitle">\n\nunit\n\n</div>\n\n';
		const shown = ['<!-- _class: wide -->', '## One', '<div class="subtitle">', 'unit', '</div>'];
		expect(parts(`${head}<div class="body">\n\n${TABLE}\n\n</div>`, { 15: 1, 16: 2 })).toEqual([
			[...shown, '<div class="body">', '| a | b |', '|---|---|', '| 1 | x |', '</div>'],
			[...shown, '<div class="body">', '| a | b |', '|---|---|', '| 2 | y |', '</div>'],
			[...shown, '<div class="body">', '| a | b |', '|---|---|', '| 3 | z |', '</div>'],
		]);
	});

	test('keeps items with what belongs to them, and the title of a list with its items', () => {
		expect(parts('## One\n\n### Rules\n\n- a\n  - a1\n- b\n  more\n\n- c', { 6: 1 })).toEqual([
			['## One', '### Rules', '- a', '  - a1'],
			['## One', '### Rules', '- b', '  more', '- c'],
		]);
	});

	test('shows what follows a list behind its last row, and what precedes it before its first', () => {
		expect(parts('## One\n\nbefore\n\n- a\n- b\n\nafter\n\n- c', { 5: 1 })).toEqual([
			['## One', 'before', '- a'],
			['## One', '- b', 'after', '- c'],
		]);
	});

	test('goes on in each column by itself, and drops columns that are through', () => {
		const columns =
			'<div class="columns">\n<div class="column">\n\n- a\n- b\n\n</div>\n<div class="column">\n\ntext\n\n</div>\n</div>';
		expect(parts(`## One\n\n${columns}\n\nbelow`, { 6: 1 })).toEqual([
			[
				'## One',
				'<div class="columns">',
				'<div class="column">',
				'- a',
				'</div>',
				'<div class="column">',
				'text',
				'</div>',
				'</div>',
			],
			['## One', '<div class="columns">', '<div class="column">', '- b', '</div>', '</div>', 'below'],
		]);
	});

	test('repeats what must travel with its claims', () => {
		expect(
			parts(`## One\n\n- a\n- b\n\n${EVERY_PART}<div class="note">\n\ncaveat\n\n</div>`, { 3: 1 }),
		).toEqual([
			['## One', '- a', '<div class="note">', 'caveat', '</div>'],
			['## One', '- b', '<div class="note">', 'caveat', '</div>'],
		]);
	});

	test('keeps numbered lists whole', () => {
		expect(parts('## One\n\n1. a\n1. b', { 3: 1 })).toEqual([['## One', '1. a', '1. b']]);
	});

	test('takes code for code', () => {
		const code = '```\n- a\n- b\n```';
		expect(parts(`## One\n\n${code}\n\n- c`, { 3: 1, 4: 2 })).toEqual([
			['## One', ...code.split('\n'), '- c'],
		]);
	});

	test('loses no row and keeps their order, wherever it is cut', () => {
		const rows = fc.array(
			fc.constantFrom(
				'- item',
				'| cell |',
				'',
				'text',
				'### title',
				'<div class="columns">',
				'<div>',
				'</div>',
			),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(rows, fc.array(fc.tuple(fc.nat(30), fc.nat(5))), (lines, cuts) => {
				const numbered = lines.map((line, index) =>
					/item|cell|text/.test(line) ? line.replace(/item|cell|text/, `w${index}w`) : line,
				);
				const slide = `## One\n\n| h |\n|---|\n${numbered.join('\n')}`;
				const words = (text: string) => text.match(/w\d+w/g) ?? [];
				const shown = splitSlide(slide, new Map(cuts.map(([line, part]) => [line + 4, part]))).join('\n');
				expect([...words(withoutMarks(shown))].sort()).toEqual([...words(slide)].sort());
			}),
		);
	});
});
