// Today's date for files that carry one: SOURCE_DATE_EPOCH, else the day that the caller gives. Never the machine's clock.

import type { Checked } from '../diagnostics/diagnostic.js';
import type { Machine } from './machine.js';

const LAST_SECOND = 253_402_300_799; // of the year 9999

/** `fallback` is an ISO date, such as a brief's as-of date, and means midnight UTC. */
export function buildDate(machine: Pick<Machine, 'env'>, fallback: string): Checked<Date> {
	const value = machine.env.SOURCE_DATE_EPOCH ?? '';
	if (value === '') return { value: new Date(`${fallback}T00:00:00Z`), diagnostics: [] };
	const seconds = Number(value);
	if (!/^\d{1,12}$/.test(value) || seconds > LAST_SECOND) {
		return { diagnostics: [{ code: 'MB581', args: { value } }] };
	}
	return { value: new Date(seconds * 1000), diagnostics: [] };
}
