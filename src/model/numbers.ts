// Arithmetic on numbers as they were written: decimals are read from the decimal text, not from the binary value.

/** How many decimals the number's shortest decimal text has. */
export function decimalsOf(number: number): number {
	const text = String(number);
	const dot = text.indexOf('.');
	return dot < 0 || text.includes('e') ? 0 : text.length - dot - 1;
}

/** Rounds half away from zero on the decimal text, so that 2.675 becomes 2.68. */
export function roundHalfUp(number: number, decimals: number): number {
	const sign = number < 0 ? -1 : 1;
	return sign * Number(`${Math.round(Number(`${Math.abs(number)}e${decimals}`))}e-${decimals}`);
}
