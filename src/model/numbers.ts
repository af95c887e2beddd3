// Arithmetic on numbers as they were written: decimals are read from the decimal text, not from the binary value.

/** How many decimals the number's shortest decimal text has. */
export function decimalsOf(number: number): number {
	const [digits = '', exponent = '0'] = String(number).split('e');
	const decimals = digits.split('.')[1]?.length ?? 0;
	return Math.max(0, decimals - Number(exponent));
}

/** Rounds half away from zero on the decimal text, so that 2.675 becomes 2.68. */
export function roundHalfUp(number: number, decimals: number): number {
	const sign = number < 0 ? -1 : 1;
	return sign * shifted(Math.round(shifted(Math.abs(number), decimals)), -decimals);
}

/** Moves the decimal point in the text of the number: multiplying would leave crumbs. */
function shifted(number: number, places: number): number {
	const [digits, exponent = '0'] = String(number).split('e');
	return Number(`${digits}e${Number(exponent) + places}`);
}
