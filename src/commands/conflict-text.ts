// The ledger of differences as text for a terminal of any width: grouped by cause, worst first, every side with its
// sources and their places. Pure.

import type { Cause } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Conflict, ConflictReport, ReportedGap, Side, SideClaim } from '../pipeline.js';

export interface TextOptions {
	readonly width: number;
	readonly color: boolean;
}

type Paint = (code: '1' | '2' | '31' | '33', text: string) => string;

const MEANING: Readonly<Record<Cause, readonly [title: string, meaning: string]>> = {
	contradiction: ['True contradictions', 'the sources cannot all be right'],
	estimate: ['Estimate against report', 'one source estimates what another reports'],
	benchmark: ['Other meaning', 'the same number under another name, or another test'],
	setup: ['Different setup', 'measured in another way'],
	unit: ['Unit mismatch', 'written in another unit or scale'],
	uncertainty: ['Within range', 'one value lies inside the range of the other'],
	rounding: ['Rounding', 'one value is the coarser form of the other'],
	agree: ['Agreement', 'no difference'],
};

const MOST_ITEMS = 6;

export function conflictText(report: ConflictReport, options: TextOptions): string {
	const paint = painter(options.color);
	const { summary } = report;
	const groups = Object.keys(summary.byCause) as Cause[];
	const lines = [
		...heading(report, paint),
		...wrap(
			`${plural(summary.claims, 'claim')} in ${plural(summary.sources, 'document')} about ${plural(summary.findings, 'thing')}. ` +
				(summary.differing === 0
					? 'Nowhere do they differ.'
					: `They differ on ${summary.differing} of them.`),
			options.width,
		),
		...groups.flatMap((cause) => {
			const members = report.conflicts.filter((conflict) => conflict.cause === cause);
			const [title, meaning] = MEANING[cause];
			return [
				'',
				...titled(`${title} (${members.length})`, meaning, options.width, paint),
				...members.flatMap((conflict) => ['', ...conflictLines(conflict, options.width, paint)]),
			];
		}),
		'',
		...closing(report, options.width),
	];
	return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

export function gapText(report: ConflictReport, options: TextOptions): string {
	const paint = painter(options.color);
	const gaps = report.gaps.filter(({ kind }) => kind !== 'open-question');
	const questions = report.gaps.filter(({ kind }) => kind === 'open-question');
	const lines = [
		...heading(report, paint),
		'What the evidence does not show.',
		...gaps.flatMap((gap) => ['', ...gapLines(gap, options.width, paint)]),
		...(questions.length === 0
			? []
			: [
					'',
					...titled(
						plural(questions.length, 'open question'),
						'no document answers them',
						options.width,
						paint,
					),
					...questions.flatMap(({ question, why, items }) => [
						...placed(question, items[0]?.where, options.width),
						...wrap(why, options.width - 6).map((line) => `      ${paint('2', line)}`),
					]),
				]),
	];
	return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function heading({ title, asOf }: ConflictReport, paint: Paint): readonly string[] {
	return [`${paint('1', clean(title))}, as of ${asOf}`];
}

function titled(title: string, meaning: string, width: number, paint: Paint): readonly string[] {
	const [head, tail] = [paint('1', title), paint('2', meaning)];
	return title.length + 2 + meaning.length <= width ? [`${head}  ${tail}`] : [head, `  ${tail}`];
}

function conflictLines(conflict: Conflict, width: number, paint: Paint): readonly string[] {
	const { name, key, unresolved, ruling, computed } = conflict;
	const mark = unresolved ? paint('31', '?') : conflict.contested ? paint('33', '†') : ' ';
	const [first = '', ...more] = titled(clean(name), clean(key), width - 2, paint);
	return [
		`${mark} ${first}`,
		...more.map((line) => `  ${line}`),
		...labelled(conflict.holds === false ? 'denies' : 'prints', printedText(conflict), width),
		...(ruling === null
			? []
			: labelled('ruling', `${clean(ruling.reason)} ${paint('2', placeOf(ruling.where))}`, width)),
		...(computed === null
			? []
			: labelled(
					'computed',
					`${clean(computed.text)}${computed.follows ? ', from which the printed value follows' : '; the printed claims do not follow from it'}`,
					width,
				)),
		...conflict.sides.flatMap((side) => sideLines(side, conflict, width, paint)),
	];
}

function printedText({ printed, range, unresolved, ruling, chosenBy, contested }: Conflict): string {
	const value = clean(printed);
	if (unresolved) return `${value}, undecided`;
	const span = contested && range !== null && range !== printed ? `, of ${clean(range)}` : '';
	return ruling === null ? `${value}${span} (${CHOSEN[chosenBy] ?? chosenBy})` : `${value}${span}`;
}

/** The words of the ledger's column, in full. */
const CHOSEN: Readonly<Record<string, string>> = {
	'first-party': 'a first-party document says so',
	'more origins': 'more independent origins',
	'more sources': 'more documents',
	newest: 'the newest document',
	computed: 'it follows from the printed scores',
	'as defined': 'the name and unit of the thing itself',
	either: 'no rule prefers one; they do not contradict',
};

function sideLines(
	{ says, cause, contradicts, claims }: Side,
	{ unresolved, sides, ruling, holds, printed }: Conflict,
	width: number,
	paint: Paint,
): readonly string[] {
	// A ruling that keeps the range chooses none of the sides.
	const isKept = ruling !== null && holds === null && says !== printed;
	const own = unresolved || isKept ? 'claimed' : 'chosen';
	const tag = cause === 'agree' ? own : TAGS[cause];
	const [first = '', ...more] = wrap(clean(says), width - 6 - tag.length);
	const opponents = contradicts.map((place) => clean(sides[place]?.says ?? '')).join(' and ');
	return [
		`    ${paint('1', first)}${more.length === 0 ? `  ${paint(cause === 'contradiction' ? '31' : '2', tag)}` : ''}`,
		...more.map((line, index) => `    ${paint('1', line)}${index === more.length - 1 ? `  ${tag}` : ''}`),
		...(opponents === '' ? [] : wrap(`contradicts ${opponents}`, width - 6)).map(
			(line) => `      ${paint('31', line)}`,
		),
		...bySource(claims).flatMap((list) => claimLines(list, width, paint)),
	];
}

const TAGS: Readonly<Record<Exclude<Cause, 'agree'>, string>> = {
	contradiction: 'contradicts it',
	estimate: 'estimate against report',
	benchmark: 'other meaning',
	setup: 'different setup',
	unit: 'unit mismatch',
	uncertainty: 'within range',
	rounding: 'coarser or finer form',
};

/** The first claim of a source stands for its others on the same side. */
function claimLines(list: readonly SideClaim[], width: number, paint: Paint): readonly string[] {
	const [first, ...more] = list;
	if (first === undefined) return [];
	const credits = first.credits.length === 0 ? '' : `, crediting ${first.credits.join(', ')}`;
	const others = more.length === 0 ? '' : ` and ${plural(more.length, 'more place')}`;
	const own = list.some(({ followsFromOwnSource }) => followsFromOwnSource)
		? ['        follows from other values in the same document']
		: [];
	const place = placeOf(first.where);
	const text = `${clean(first.short)}: ${clean(first.at)}${clean(credits)}${others}`;
	const isNarrow = width - place.length < 40;
	const lines = wrap(isNarrow ? text : `${place}  ${text}`, width - 8);
	return [
		...(isNarrow ? [`      ${place}`] : []),
		...lines.map((line, index) => `${index === 0 && !isNarrow ? '      ' : '        '}${line}`),
		...own,
	].map((line) => line.replace(place, paint('2', place)));
}

function bySource(claims: readonly SideClaim[]): readonly (readonly SideClaim[])[] {
	const groups = new Map<string, SideClaim[]>();
	for (const claim of claims) groups.set(claim.source, [...(groups.get(claim.source) ?? []), claim]);
	return [...groups.values()];
}

function gapLines(gap: ReportedGap, width: number, paint: Paint): readonly string[] {
	const shown = gap.items.slice(0, MOST_ITEMS);
	const hidden = gap.items.length - shown.length;
	return [
		...titled(clean(gap.question), gap.kind, width, paint),
		...wrap(clean(gap.why), width - 2).map((line) => `  ${line}`),
		...shown.flatMap(({ name, where }) => placed(name, where, width)),
		...(hidden === 0 ? [] : [`    and ${hidden} more; --json lists them all`]),
	];
}

function placed(name: string, where: Location | undefined, width: number): readonly string[] {
	const place = where === undefined ? '' : placeOf(where);
	const gap = width - 4 - name.length - place.length;
	if (place === '') return [`    ${clean(name)}`];
	return gap < 2
		? [...wrap(clean(name), width - 4).map((line) => `    ${line}`), `      ${place}`]
		: [`    ${clean(name)}${' '.repeat(Math.min(gap, Math.max(2, 44 - name.length)))}${place}`];
}

function closing({ summary, gaps, brief }: ConflictReport, width: number): readonly string[] {
	const { contested, unresolved, rulings } = summary;
	const decided =
		unresolved === 0
			? 'none is undecided.'
			: `${unresolved} ${unresolved === 1 ? 'is' : 'are'} undecided (?): decide in rulings.yaml, with a reason.`;
	return [
		...wrap(
			`${plural(contested, 'finding')} contested (†), ${plural(rulings, 'ruling')} written; ${decided}`,
			width,
		),
		...wrap(
			`${plural(gaps.length, 'gap')} in the evidence; \`modelbrief conflicts ${brief} --gaps\` lists them.`,
			width,
		),
	];
}

function labelled(label: string, text: string, width: number): readonly string[] {
	return wrap(text, width - 14).map((line, index) => `    ${(index === 0 ? label : '').padEnd(10)}${line}`);
}

const placeOf = ({ file, line }: Location) => clean(`${file}:${line}`);
const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Evidence may come from somebody else: no control character reaches the terminal. */
const clean = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** Breaks at blanks; the codes of colours have no width. */
function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of our own paint
	const widthOf = (part: string) => part.replace(/\u001b\[\d+m/g, '').length;
	for (const word of text.split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && widthOf(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}

function painter(color: boolean): Paint {
	return (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
}
