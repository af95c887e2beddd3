import { describe, expect, test } from 'vitest';
import { deckOf, type SmallDeck } from './deck-support.js';

/** Each line of a deck's Markdown that something printed, and what: `## One ← one:1`. */
function placesOf(small: SmallDeck): readonly string[] {
	const { markdown, trace } = deckOf(small);
	const lines = markdown.split('\n');
	expect(trace.lines).toHaveLength(lines.length);
	return lines.flatMap((line, index) => {
		const { template, words } = trace.lines[index] ?? {};
		const places = [template, words].flatMap((place) =>
			place === undefined
				? []
				: [
						`${place.file.replace(/^templates\/(?:small\/slides\/)?/, '').replace('.md.hbs', '')}:${place.line}:${place.column}`,
					],
		);
		return places.length === 0 ? [] : [`${line} ← ${places.join(' ')}`];
	});
}

describe('every line of the Markdown knows', () => {
	test('the line of the template that typed or printed it', () => {
		expect(
			placesOf({
				slides: {
					one: '{{#heading}}One{{/heading}}\n\n{{#if brief.title}}\n- typed\n  - {{brief.title}}\n{{/if}}\n\n  {{~brief.title}}\n',
				},
			}),
		).toEqual(['## One ← one:1:1', '- typed ← one:4:1', '  - Atlas 2 ← one:5:3', 'Atlas 2 ← one:8:3']);
	});

	test('the line of the partial, for each row of a table', () => {
		expect(
			placesOf({
				slides: { one: '# One\n\n{{> partials/rows rows=rows}}\n' },
				partials: { 'partials/rows': '\n| a |\n|---|\n{{#each rows}}\n| {{this}} |\n{{/each}}\n' },
				story: { rows: ['x', 'y'] },
			}),
		).toEqual([
			'# One ← one:1:1',
			'| a | ← partials/rows:2:1',
			'|---| ← partials/rows:3:1',
			'| x | ← partials/rows:5:1',
			'| y | ← partials/rows:5:1',
		]);
	});

	test('the line of the storyline, and the template that prints it', () => {
		const where = { file: 'storyline.yaml', line: 3, column: 15 };
		const one = { headline: { text: 'Own', where }, points: [], where };
		const slides = { one: '{{#heading kicker="K"}}x{{/heading}}\n' };
		expect(placesOf({ slides, evidence: { storyline: { small: { one } } } })).toEqual([
			'K ← one:1:1',
			'## Own ← one:1:1 storyline.yaml:3:15',
		]);
	});

	test('nothing of marks that evidence brings along', () => {
		const deck = deckOf({
			slides: { one: '# {{own}}\n' },
			story: { own: 'a\ufdd2t1:1:x\ufdd3b' },
		});
		expect(deck.markdown).toContain('# a\ufffdt1:1:x\ufffdb\n');
	});
});
