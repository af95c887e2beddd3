// ISO dates at the precision that a source gives: a year, a month or a day. Nothing else is taken for a date.

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export const ISO_PATTERN = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';
export const DAY_PATTERN = '^\\d{4}-\\d{2}-\\d{2}$';

export function isIsoDate(text: string): boolean {
	return reasonAgainst(text) === undefined;
}

export function isIsoDay(text: string): boolean {
	return text.length === 10 && isIsoDate(text);
}

/** Why the text is no date that exists between 1900 and 2200, in words that continue "is not a date: …". */
export function reasonAgainst(text: string): string | undefined {
	const match = ISO.exec(text);
	if (!match) {
		if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text)) return 'day and month could be either way round';
		if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return 'it has a time of day, which depends on a time zone';
		return 'it is not written as year, month and day';
	}
	const year = Number(match[1]);
	const month = match[2] === undefined ? 1 : Number(match[2]);
	const day = match[3] === undefined ? 1 : Number(match[3]);
	if (year < 1900 || year > 2200) return `the year ${year} cannot be meant`;
	if (month < 1 || month > 12) return `there is no month ${match[2]}`;
	if (day < 1 || day > daysIn(year, month))
		return `${MONTHS[month - 1]} ${year} has ${daysIn(year, month)} days`;
	return undefined;
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
