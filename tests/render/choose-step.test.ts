import { expect, test } from 'vitest';
import type { Room } from '../../src/model/room.js';
import { chooseStep } from '../../src/render/room/choose-step.js';

/** Every character is 0.6 of its size wide. */
const ROOM: Room = {
	width: 1136,
	height: 430,
	size: {
		headline: 40,
		subtitle: 18,
		grand: 30,
		large: 26,
		text: 22,
		medium: 20,
		small: 18,
		kicker: 14,
		'table-head': 16,
		source: 13,
		fact: 40,
		'chart-label': 18,
		'chart-axis': 16,
	},
	row: 12,
	gap: 16,
	column: 48,
	cell: 24,
	widthEm: (text) => text.length * 0.6,
};

const tiles = (...values: readonly string[]) => {
	const each = values.map(
		(value) => `<div class="tile">\n<div class="number">\n\n${value}\n\n</div>\n</div>`,
	);
	return `<div class="body figure-tiles">\n\n<div class="tiles">\n\n${each.join('\n')}\n\n</div>\n\n</div>`;
};
const stepOf = (...values: readonly string[]) => chooseStep(tiles(...values), ROOM, () => 0).step.name;

test.each([
	['as large as can be', ['$0.80', '25%', '9 s'], 'grand'],
	['over two lines between words', ['about 1,000 tokens/s', '25%', '9 s'], 'grand'],
	['over two lines within a name', ['Donaudampfschifffahrt', '25%', '9 s'], 'grand'],
	['smaller, where it would break a number', ['$0.000015', '25%', '9 s'], 'roomy'],
	['as small as need be', ['$0.00000015', '25%', '9 s'], 'regular'],
	[
		'as small as the layout wants, if even that is too large',
		[`0.${'0'.repeat(40)}1`, '25%', '9 s'],
		'close',
	],
])('figures are set %s', (_, values, step) => {
	expect(stepOf(...values)).toBe(step);
});
