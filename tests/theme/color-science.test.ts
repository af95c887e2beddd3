import { describe, expect, test } from 'vitest';
import {
	contrast,
	deltaE2000,
	difference,
	mix,
	nearestReadable,
	VISIONS,
} from '../../src/theme/color-science.js';

/** From the test data of Sharma, Wu and Dalal 2005: one pair for each branch of the formula. */
const SHARMA: readonly [number[], number[], number][] = [
	[[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
	[[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
	[[50, 0, 0], [50, -1, 2], 2.3669],
	[[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
	[[50, 2.5, 0], [73, 25, -18], 27.1492],
	[[50, 2.5, 0], [58, 24, 15], 19.4535],
	[[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
	[[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
	[[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
	[[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

describe('CIEDE2000', () => {
	test.each(SHARMA)('%j and %j differ by %f', (first, second, expected) => {
		expect(deltaE2000(first as never, second as never)).toBeCloseTo(expected, 4);
		expect(deltaE2000(second as never, first as never)).toBeCloseTo(expected, 4);
	});
});

test.each([
	['#000000', '#ffffff', 21],
	['#ffffff', '#ffffff', 1],
	['#767676', '#ffffff', 4.54],
	['#0000ff', '#ffffff', 8.59],
])('the contrast of %s on %s is %f', (a, b, expected) => {
	expect(contrast(a, b)).toBeCloseTo(expected, 2);
	expect(contrast(b, a)).toBe(contrast(a, b));
});

describe('colour blindness', () => {
	test.each(VISIONS)('%s: grey stays grey', (vision) => {
		expect(difference('#808080', '#808080', vision)).toBe(0);
		expect(difference('#000000', '#ffffff', vision)).toBeCloseTo(100, 0);
	});

	test('red and green of one lightness are told apart by most people and hardly by two of the kinds', () => {
		const [red, green] = ['#c0392b', '#5d7f20'];
		expect(difference(red, green)).toBeGreaterThan(45);
		expect(difference(red, green, 'deutan')).toBeLessThan(difference(red, green) / 2);
		expect(difference(red, green, 'tritan')).toBeGreaterThan(40);
	});
});

describe('the nearest readable colour', () => {
	test.each([
		['#ffcc00', '#ffffff', 4.5],
		['#f5a623', '#ffffff', 3],
		['#0a3d91', '#0d1726', 4.5],
		['#808080', '#777777', 4.5],
	])('%s on %s reaches %f', (color, background, ratio) => {
		const found = nearestReadable(color, [background], ratio);
		expect(contrast(found, background)).toBeGreaterThanOrEqual(ratio);
		expect(contrast(found, background)).toBeLessThan(ratio + 0.6);
	});

	test('leaves a readable colour alone', () => {
		expect(nearestReadable('#0a5bb0', ['#ffffff'], 4.5)).toBe('#0a5bb0');
	});

	test('is black or white where no colour of the hue will do', () => {
		expect(nearestReadable('#808080', ['#ffffff', '#000000'], 7)).toMatch(/^#(?:000000|ffffff)$/);
	});
});

test('a mixture starts and ends at its colours', () => {
	expect(mix('#0a5bb0', '#ffffff', 1)).toBe('#0a5bb0');
	expect(mix('#0a5bb0', '#ffffff', 0)).toBe('#ffffff');
});
