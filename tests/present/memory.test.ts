import { expect, test } from 'vitest';
import { createMemory } from '../../src/present/memory.js';

test('makes a value again only when an input is another one', () => {
	const remember = createMemory();
	let made = 0;
	const make = () => {
		made += 1;
		return { made };
	};
	const [a, b] = [{}, {}];
	const first = remember('slot', [a, 'text'], make);
	expect(remember('slot', [a, 'te'.concat('xt')], make)).toBe(first);
	expect(remember('slot', [b, 'text'], make)).not.toBe(first);
	expect(remember('slot', [b], make)).toEqual({ made: 3 });
	expect(remember('other', [b], make)).toEqual({ made: 4 });
	// Only the last is kept.
	expect(remember('slot', [a, 'text'], make)).toEqual({ made: 5 });
});
