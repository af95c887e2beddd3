// Numbers, units and dates to text. The only place where a value gets its printed form; rounds nothing that is not asked.

import { hasRightToLeft, isolated, withoutIsolates } from '../model/direction.js';
import type { Qualifier, Unit, Value } from '../model/evidence.js';
import { finestDecimals, writtenIn } from '../model/written.js';

export interface FormatOptions {
	/** What a range says of an end that is a bound: `8 to over 12`. */
	readonly open?: { readonly from?: Qualifier; readonly to?: Qualifier };
	readonly language: string;
	readonly qualifiers?: readonly Qualifier[];
	/** Leaves the unit out, for tables and charts that name it once. */
	readonly bare?: boolean;
}

const UNIT_TEXT: Record<Unit, { readonly before?: string; readonly after?: string }> = {
	percent: { after: '%' },
	'percent-change': { after: '%' },
	points: { after: ' points' },
	times: { after: '×' },
	count: {},
	tokens: { after: ' tokens' },
	'tokens-per-second': { after: ' tokens/s' },
	seconds: { after: ' s' },
	minutes: { after: ' min' },
	hours: { after: ' h' },
	days: { after: ' days' },
	years: { after: ' years' },
	usd: { before: '$' },
	gigabytes: { after: ' GB' },
	elo: { after: ' Elo' },
	date: {},
	text: {},
};

export const UNIT_NAMES: Record<Unit, string> = {
	percent: 'percent',
	'percent-change': 'percent change',
	points: 'percentage points',
	times: 'times',
	count: 'number',
	tokens: 'tokens',
	'tokens-per-second': 'tokens per second',
	seconds: 'seconds',
	minutes: 'minutes',
	hours: 'hours',
	days: 'days',
	years: 'years',
	usd: 'US dollars',
	gigabytes: 'gigabytes',
	elo: 'Elo points',
	date: 'date',
	text: 'in words',
};

/** A printed value without its unit and its sign: `+26.5 points` and `26.5` are one value, as are `−4.8 to −3.1` and `3.1–4.8`. */
export function withoutUnit(text: string): string {
	const marks = [...Object.values(UNIT_TEXT), { before: 'dollars', after: undefined }].flatMap(
		({ before, after }) => [before, after, after?.replace(/s$/, '')].flatMap((mark) => mark?.trim() ?? []),
	);
	const longestFirst = [...new Set(marks)].filter((mark) => mark !== '').sort((a, b) => b.length - a.length);
	const unit = longestFirst.find(
		(mark) => text.endsWith(mark) && /[\d\s]$/.test(text.slice(0, -mark.length)),
	);
	const bare = (unit === undefined ? text : text.slice(0, -unit.length)).trim();
	if (bare.includes(' to ')) {
		const [, sign, from, to] = /^([+−])(\S+) to \1(\S+)$/.exec(bare) ?? [];
		return sign === undefined ? bare : sign === '−' ? `${to}–${from}` : `${from}–${to}`;
	}
	return bare
		.replace(/[$]/g, '')
		.replace(/^(\p{L}+ )?[+−]/u, '$1')
		.trim();
}

/** Behind a difference: percentages differ by points. */
export function unitOfDifference(unit: Unit, number: string): string {
	const { before, after = '' } = UNIT_TEXT[unit === 'percent' ? 'points' : unit];
	const text = before === '$' ? ' dollars' : after;
	return /^[+−]?1$/.test(number) ? singularOf(text) : text;
}

/** ` hour` of ` hours`; no unit of one letter is a plural. */
const singularOf = (after: string) =>
	after.endsWith('s') && after.length > 2 && !after.includes('/') ? after.slice(0, -1) : after;

/** What an axis prints after each number. */
export const unitSuffix = (unit: Unit) => (unit === 'percent' || unit === 'percent-change' ? '%' : '');

/** A value with its qualifiers and unit: `about 72%`, `65.4–69.9%`, `over $10 billion`, `12–13 Feb 2026`. */
export function formatValue(value: Value, unit: Unit, options: FormatOptions): string {
	switch (value.kind) {
		case 'not-reported':
			return 'not reported';
		case 'assertion':
			return value.holds ? 'yes' : 'no';
		case 'text':
			return value.text;
		case 'date':
			return qualify(formatDates(value.from, value.to, options.language), options.qualifiers);
		case 'number':
		case 'range':
			return qualify(withUnit(formatEnds(value, unit, options), unit, options), options.qualifiers);
	}
}

/** Each number with the decimals that its source wrote; a range says what kind of bound an end is. */
function formatEnds(value: Value, unit: Unit, { language, open = {} }: FormatOptions): string {
	const hasCents = unit === 'usd' && [1, 2].includes(finestDecimals(value));
	const [from = '', to] = writtenIn(value).map(({ number, decimals }) =>
		// Money has no cents or two of them: `$0.50–1.00`.
		formatNumber(number, { language, decimals: hasCents ? 2 : decimals }),
	);
	if (to === undefined) return from;
	const isSpelled = from.startsWith('−') || open.from !== undefined || open.to !== undefined;
	const [low, high] = [open.from, open.to].map((word) => (word === undefined ? '' : `${word} `));
	return `${low}${from}${isSpelled ? ' to ' : '–'}${high}${to}`;
}

function withUnit(number: string, unit: Unit, options: FormatOptions): string {
	if (options.bare) return number;
	const { before = '', after = '' } = UNIT_TEXT[unit];
	const sign = before !== '' && number.startsWith('−') ? '−' : '';
	return `${sign}${before}${number.slice(sign.length)}${/^−?1$/.test(number) ? singularOf(after) : after}`;
}

/** Millions and more are written in words; U+2212 for negative numbers. */
export function formatNumber(
	number: number,
	options: { readonly language: string; readonly decimals?: number },
): string {
	const absolute = Math.abs(number);
	const sign = number < 0 ? '−' : '';
	const scale = SCALES.find(({ size }) => absolute >= size);
	if (scale !== undefined)
		return `${sign}${plain(absolute / scale.size, undefined, options.language)} ${scale.name}`;
	return `${sign}${plain(absolute, options.decimals, options.language)}`;
}

const SCALES = [
	{ size: 1e12, name: 'trillion' },
	{ size: 1e9, name: 'billion' },
	{ size: 1e6, name: 'million' },
];

function plain(number: number, decimals: number | undefined, language: string): string {
	return numberFormat(language, decimals).format(number);
}

/** Making a formatter takes many times as long as using one. */
const NUMBER_FORMATS = new Map<string, Intl.NumberFormat>();
const DATE_FORMATS = new Map<string, Intl.DateTimeFormat>();

function numberFormat(language: string, decimals: number | undefined): Intl.NumberFormat {
	const key = `${language} ${decimals}`;
	const format =
		NUMBER_FORMATS.get(key) ??
		new Intl.NumberFormat(language, {
			minimumFractionDigits: decimals ?? 0,
			maximumFractionDigits: decimals ?? 6,
		});
	NUMBER_FORMATS.set(key, format);
	return format;
}

function dateFormat(language: string, hasDay: boolean): Intl.DateTimeFormat {
	const key = `${language} ${hasDay}`;
	const format =
		DATE_FORMATS.get(key) ??
		new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
			year: 'numeric',
			month: 'short',
			...(hasDay ? { day: 'numeric' } : {}),
			timeZone: 'UTC',
		});
	DATE_FORMATS.set(key, format);
	return format;
}

/** A difference with its sign: `+26.5`, `−7.3`, `0.0`. */
export function formatDifference(number: number, decimals: number, language: string): string {
	return `${number > 0 ? '+' : ''}${formatNumber(number, { language, decimals })}`;
}

function qualify(text: string, qualifiers: readonly Qualifier[] = []): string {
	const isEstimated = qualifiers.includes('estimated');
	const words = qualifiers.filter((word) => word !== 'estimated').join(' ');
	return `${words === '' ? '' : `${words} `}${text}${isEstimated ? ' (est.)' : ''}`;
}

/** ISO text at any precision to words; a span within one month names the month once. */
export function formatDates(from: string, to: string, language: string): string {
	if (from === to) return formatDate(from, language);
	if (from.slice(0, 7) === to.slice(0, 7) && from.length === 10 && to.length === 10)
		return inOnePiece(`${Number(from.slice(8))}–${withoutIsolates(formatDate(to, language))}`);
	return `${formatDate(from, language)} – ${formatDate(to, language)}`;
}

export function formatDate(iso: string, language: string): string {
	const [year, month, day] = iso.split('-');
	if (month === undefined) return year ?? '';
	const text = dateFormat(language, day !== undefined).format(new Date(`${iso.padEnd(10, '-01')}T00:00:00Z`));
	// British English has one month of four letters; axes and tables have room for three.
	if (language === 'en') return text.replace('Sept', 'Sep');
	return inOnePiece(text);
}

/** The parts of a date keep the order of its language. */
const inOnePiece = (text: string): string => (hasRightToLeft(text) ? isolated(text) : text);
