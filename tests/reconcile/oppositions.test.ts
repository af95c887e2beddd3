import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/model/evidence.js';
import { spellValue } from '../../src/model/spell-value.js';
import { about, claim, range, reconcile, words } from './make-evidence.js';

const by = (source: string, made: Claim): Claim => ({ ...made, source });
const at = (source: string, value: number, setup: Claim['setup'] = {}) => claim(value, { source, setup });
const roughly = (source: string) => by(source, about(1000, 'over'));

const pairs = (claims: readonly Claim[]) =>
	reconcile(claims).oppositions.map(({ one, other }) => [one, other].map(({ value }) => spellValue(value)));

describe('two claims that contradict only each other', () => {
	test.each<[string, readonly Claim[], readonly string[][]]>([
		[
			'two numbers under one bound',
			[roughly('a'), roughly('b'), at('c', 1200), at('d', 1500)],
			[['1200', '1500']],
		],
		[
			'two finer numbers under one rounded',
			[at('a', 77), at('b', 77), at('c', 76.6), at('d', 77.3)],
			[['76.6', '77.3']],
		],
		[
			'two numbers inside one range',
			[claim(range(60, 70)), by('b', claim(range(60, 70))), at('c', 61), at('d', 69)],
			[['61', '69']],
		],
		[
			'one in the setup of a claim that agrees with the printed one',
			[at('a', 80, { effort: 'high' }), at('b', 80, { effort: 'low' }), at('c', 70, { effort: 'low' })],
			[['80', '70']],
		],
		[
			'two under another name',
			[at('a', 80), at('b', 80), claim(60, { source: 'c', as: 'X' }), claim(65, { source: 'd', as: 'X' })],
			[['60', '65']],
		],
	])('make a finding contested: %s', (_, claims, expected) => {
		expect(pairs(claims)).toEqual(expected);
		expect(reconcile(claims)).toMatchObject({ contested: true, unresolved: false });
	});

	test.each<[string, readonly Claim[]]>([
		['contradicts the printed one anyway', [at('a', 80), at('b', 80), at('c', 70), at('d', 75)]],
		[
			'says it in words',
			[at('a', 80), at('b', 80), by('c', claim(words('high'))), by('d', claim(words('fair')))],
		],
		['rounds the other', [roughly('a'), roughly('b'), at('c', 1200), at('d', 1200.4)]],
	])('are not looked for where one of them %s', (_, claims) => {
		expect(pairs(claims)).toEqual([]);
	});
});

test('two sides that nothing decides leave the finding open, and print the whole range', () => {
	const finding = reconcile([roughly('a'), at('b', 1200), at('c', 1500)]);
	expect(finding).toMatchObject({ unresolved: true, value: { kind: 'range', from: 1000, to: 1500 } });
});

test('two that are said of something else never change what is printed', () => {
	const odd = (source: string, value: number) => claim(value, { source, as: 'Another test' });
	const finding = reconcile([at('a', 80), odd('b', 60), odd('c', 65)]);
	expect(finding).toMatchObject({
		contested: true,
		unresolved: false,
		value: { kind: 'number', number: 80 },
	});
});
