// One scalar: numbers must be finite, exact and written in full; text must be printable. Refused numbers become a
// harmless value, so that the rest of the file can still be checked.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../model/location.js';
import { codePoint } from './decode-text.js';

type ScalarValue = string | number | boolean | null;

const PLAIN_NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const UNPRINTABLE = /(?![\t\n\r\u0085])\p{Cc}|\p{Cs}/u;

export function checkScalar(value: unknown, raw: string, where: Location): Checked<ScalarValue> {
	if (typeof value === 'number') return checkNumber(value, raw, where);
	if (typeof value === 'string') {
		const bad = UNPRINTABLE.exec(value);
		if (!bad) return { value, diagnostics: [] };
		const args = { character: codePoint(bad[0]) };
		return { value: value.replaceAll(bad[0], ''), diagnostics: [{ code: 'MB108', location: where, args }] };
	}
	return { value: typeof value === 'boolean' ? value : null, diagnostics: [] };
}

function checkNumber(value: number, raw: string, where: Location): Checked<number> {
	const fail = (diagnostic: Diagnostic, harmless: number) => ({ value: harmless, diagnostics: [diagnostic] });
	if (!Number.isFinite(value)) return fail({ code: 'MB133', location: where, args: { raw } }, 0);
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
		return fail({ code: 'MB132', location: where, args: { raw, stored: inFull(value) } }, value);
	}
	if (!PLAIN_NUMBER.test(raw)) {
		return fail({ code: 'MB134', location: where, args: { raw, stored: inFull(value) } }, value);
	}
	return { value, diagnostics: [] };
}

/** Decimal digits without an exponent. */
function inFull(value: number): string {
	if (Number.isInteger(value)) return BigInt(value).toString();
	const text = String(value);
	return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
