// How a stage may skip work that it did before: a value made from the very same inputs is the same value. A build makes
// everything afresh; the present server remembers from one save to the next.

/** Gives the value of the last call with this `slot` if all inputs are identical (`===`) to that call's. */
export type Remember = <T>(slot: string, inputs: readonly unknown[], make: () => T) => T;

export const afresh: Remember = (_slot, _inputs, make) => make();

/** The value of the last call with this `slot` where the new one holds the same, so that what was made from it stands. */
export const steady = <T>(remember: Remember, slot: string, value: T): T =>
	remember === afresh ? value : remember(slot, [JSON.stringify(value)], () => value);
