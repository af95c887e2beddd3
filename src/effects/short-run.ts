// Settings of Node's engine for a process that ends within seconds.

import { setFlagsFromString } from 'node:v8';

/**
 * Making fast code of what ran often takes the other core half as long as the work itself, and takes it from the
 * browser. JavaScript must run some eight times as often before; HarfBuzz, which works for a tenth of a second, for ever.
 */
export function expectShortRun(): void {
	setFlagsFromString('--interrupt-budget=500000');
	setFlagsFromString('--wasm-tiering-budget=1000000000');
}
