import { describe, expect, test } from 'vitest';
import type { Cited } from '../../src/model/story.js';
import { Markup, print } from '../../src/render/print.js';
import { openRecord } from '../../src/render/slide-record.js';
import { TemplateError } from '../../src/render/template/template-error.js';
import { TraceLog } from '../../src/render/trace-log.js';

const cited = (text: string, changes: Partial<Cited> = {}): Cited => ({
	kind: 'cited',
	text,
	claims: ['score#1'],
	contested: false,
	independent: 1,
	range: null,
	about: 'Score',
	...changes,
});

const phrase = (...parts: readonly unknown[]) => ({ kind: 'phrase', parts });
const strong = (text: string) => ({ kind: 'strong', text });

describe.each([['markdown'], ['note']] as const)('as %s', (mode) => {
	const isNote = mode === 'note';

	test.each([
		['text', 'a * b', isNote ? 'a * b' : 'a &#42; b'],
		['a number', 7, '7'],
		['our own markup', new Markup('**x**'), '**x**'],
		['a value', cited('77.3%'), '77.3%'],
		[
			'a contested value',
			cited('77.3%', { contested: true, range: '75.0–77.3%' }),
			isNote ? '77.3% (contested:\u00a075.0–77.3%)' : '77.3%<sup class="mark">†</sup>',
		],
		[
			'a contested value in words',
			cited('yes', { contested: true }),
			isNote ? 'yes' : 'yes<sup class="mark">†</sup>',
		],
		['a phrase', phrase('It rose by ', cited('5%'), ', they say.'), 'It rose by 5%, they say.'],
		['a phrase of words', phrase(strong('One.'), ' Two'), isNote ? 'One. Two' : '**One.** Two'],
		[
			'a value before a full stop',
			phrase(cited('5'), '. It rose.'),
			isNote ? '5. It rose.' : '5&#46; It rose.',
		],
		[
			'a value before a bracket',
			phrase(cited('5'), ') It rose.'),
			isNote ? '5) It rose.' : '5&#41; It rose.',
		],
		['two values side by side', phrase(cited('5'), ' ', cited('6')), '5 6'],
	])('prints %s', (_, value, text) => {
		const log = new TraceLog();
		const printed = print(value, { ...openRecord('one', 'small/slides/one', log), mode }, 'x');
		expect(log.read('', printed).markdown).toBe(text);
	});
});

test('records the claims of every value, those within a phrase too', () => {
	const record = openRecord('one', 'small/slides/one', new TraceLog());
	print(
		phrase(
			'a ',
			cited('5', { claims: ['a#1', 'b#1'] }),
			' b ',
			cited('6', { claims: ['c#1'], contested: true }),
		),
		record,
		'x',
	);
	expect([...record.claims]).toEqual(['a#1', 'b#1', 'c#1']);
	expect([...record.contested.keys()]).toEqual(['Score']);
});

test.each([
	[null, 'nothing'],
	[undefined, 'nothing'],
	[[1, 2], 'a list'],
	[{ name: 'x' }, 'a object'],
	[true, 'a boolean'],
])('refuses %j', (value, kind) => {
	try {
		print(value, openRecord('one', 'small/slides/one', new TraceLog()), 'field');
		expect.unreachable();
	} catch (error) {
		expect(error).toBeInstanceOf(TemplateError);
		expect(error).toMatchObject({ code: 'MB306', args: { kind }, culprit: 'field' });
	}
});
