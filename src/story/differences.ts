// Differences of two printed values, with what bounds and ranges leave open left open: `over 3 points`, `−6 to +1`.

import type { Unit } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Cited } from '../model/story.js';
import { decimalsOfDifference, isRoughly } from '../model/written.js';
import { citeFinding, type Desk, differenceName } from './cite.js';
import { formatDifference, unitOfDifference } from './format.js';
import { type Interval, printedEnds } from './printed-ends.js';

export interface Difference extends Cited {
	/** The middle of what is possible, or its only end; for sorting. */
	readonly amount: number;
	/** Ends of what the printed values allow; without a bound, infinite. */
	readonly low: number;
	readonly high: number;
}

/**
 * `left − right`, computed from two printed values. Null where either has no number or is another thing (`as`, another
 * unit), and where their bounds allow any difference.
 */
export function citeDifference(
	left: Finding,
	right: Finding,
	desk: Desk,
	options: { readonly signed: boolean; readonly unit: Unit | null },
): Difference | null {
	const [of, to] = [printedEnds(left), printedEnds(right)];
	if (of === undefined || to === undefined) return null;
	const inputs = [left, right].map((finding) => ({ value: finding.value, isRough: isRough(finding) }));
	const decimals = decimalsOfDifference(...inputs);
	const printed = between(of, to, decimals);
	if (!Number.isFinite(printed.from) && !Number.isFinite(printed.to)) return null;
	const contested = left.contested || right.contested;
	const possible = between(claimedEnds(left, of), claimedEnds(right, to), decimals);
	const [a, b] = [citeFinding(left, desk), citeFinding(right, desk)];
	const textOf = (ends: Interval) => differenceText(ends, decimals, options, desk.language);
	const isBound = !Number.isFinite(printed.from) || !Number.isFinite(printed.to);
	const about = inputs.some((input) => input.isRough) && !isBound ? 'about ' : '';
	return {
		kind: 'cited',
		text: `${about}${textOf(printed)}`,
		// With a sign and without it, an open end is worded too differently to compare.
		...(isBound ? {} : { key: `difference ${left.key} ${right.key}` }),
		claims: [...a.claims, ...b.claims],
		contested,
		independent: Math.min(left.support.independent, right.support.independent),
		range: contested && possible.from !== possible.to ? textOf(possible) : null,
		about: differenceName(left.topic, right.topic, desk) ?? `${a.about} against ${b.about}`,
		amount: middleOf(printed),
		low: printed.from,
		high: printed.to,
	};
}

const isRough = ({ headline, value }: Finding) => headline?.value === value && isRoughly(headline);

function between(of: Interval, to: Interval, decimals: number): Interval {
	const rounded = (number: number) => (Number.isFinite(number) ? Number(number.toFixed(decimals)) : number);
	return {
		from: rounded(of.from - to.to),
		to: rounded(of.to - to.from),
		isStrict: of.isStrict || to.isStrict,
	};
}

/** For a contested value, all that any of its sources says. */
function claimedEnds({ contested, spread }: Finding, printed: Interval): Interval {
	if (!contested || spread === undefined) return printed;
	return {
		...printed,
		from: Math.min(printed.from, spread.low),
		to: Math.max(printed.to, spread.high),
	};
}

function middleOf({ from, to }: Interval): number {
	if (!Number.isFinite(from)) return to;
	return Number.isFinite(to) ? (from + to) / 2 : from;
}

/** `+3.1`, `3.1`, `+2.6 to +5.6`, `2.6–5.6`, `over 3`, `below −3`; what lies on both sides of zero always has its signs. */
function differenceText(
	ends: Interval,
	decimals: number,
	{ signed, unit }: { readonly signed: boolean; readonly unit: Unit | null },
	language: string,
): string {
	const isPlain = !signed && (ends.from >= 0 || ends.to <= 0);
	const { from, to } = isPlain && ends.to <= 0 ? { from: -ends.to, to: -ends.from } : ends;
	const say = (end: number) => {
		const text = formatDifference(end + 0, decimals, language);
		return isPlain ? text.replace('+', '') : text;
	};
	const unitText = unit === null ? '' : unitOfDifference(unit, from === to ? say(from) : '');
	if (from === to) return `${say(from)}${unitText}`;
	if (Number.isFinite(from) && Number.isFinite(to))
		return `${say(from)}${isPlain ? '–' : ' to '}${say(to)}${unitText}`;
	if (Number.isFinite(from) && isPlain)
		return `${ends.isStrict ? 'over' : 'at least'} ${say(from)}${unitText}`;
	if (Number.isFinite(from))
		return ends.isStrict ? `above ${say(from)}${unitText}` : `${say(from)}${unitText} or higher`;
	return ends.isStrict ? `below ${say(to)}${unitText}` : `${say(to)}${unitText} or lower`;
}
