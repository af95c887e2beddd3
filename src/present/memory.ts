// What the pipeline made for the last save, to be used again where its inputs are the same.

import type { Remember } from '../model/remember.js';

export function createMemory(): Remember {
	const slots = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();
	return <T>(slot: string, inputs: readonly unknown[], make: () => T): T => {
		const kept = slots.get(slot);
		const isSame =
			kept !== undefined &&
			kept.inputs.length === inputs.length &&
			kept.inputs.every((input, index) => input === inputs[index]);
		if (isSame) return kept.value as T;
		const value = make();
		slots.set(slot, { inputs, value });
		return value;
	};
}
