// A claim's value as a person writes it in `over:` of a ruling: 77.3, [65.4, 69.9], 2026-02-05, for, barely ahead.

import type { Value } from './evidence.js';

export function spellValue(value: Value): string {
	switch (value.kind) {
		case 'number':
			return String(value.number);
		case 'range':
			return spellPair(value.from, value.to);
		case 'date':
			return value.from === value.to ? value.from : spellPair(value.from, value.to);
		case 'text':
			return value.text;
		case 'assertion':
			return value.holds ? 'for' : 'against';
		default:
			return 'not reported';
	}
}

export const spellPair = (from: string | number, to: string | number) => `[${from}, ${to}]`;
