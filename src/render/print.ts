// The one place where a template's value becomes output: escaped for where it stands, and its claims recorded.

import { isolated } from '../model/direction.js';
import type { Cited, Phrase } from '../model/story.js';
import { escapeAfterNumber, escapeMarkdown, escapeNote } from './escape-markdown.js';
import { originOf, placePrints, recordCited, type SlideRecord, show, traced } from './slide-record.js';
import { TemplateError } from './template/template-error.js';
import { placeMark } from './trace-log.js';

/** Markdown that our own helpers made; passes through unescaped. */
export class Markup {
	constructor(readonly markdown: string) {}
}

export const CONTESTED_MARK = '†';

export function print(value: unknown, record: SlideRecord, culprit: string | undefined): string {
	if (value instanceof Markup) return value.markdown;
	const field = culprit ?? '';
	if (typeof value === 'string')
		return inPlace(record, value, traced(record, escapeFor(record, value), value, { kind: 'text', field }));
	if (typeof value === 'number')
		return inPlace(
			record,
			String(value),
			traced(record, String(value), String(value), { kind: 'typed', field }),
		);
	if (isPhrase(value)) return printPhrase(value, record);
	if (isCited(value)) return printCited(value, record);
	const kind =
		value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
	throw new TemplateError('MB306', { kind }, culprit);
}

function printPhrase(phrase: Phrase, record: SlideRecord): string {
	const where = 'where' in phrase ? phrase.where : undefined;
	const parts = phrase.parts.map((part, index) => printPart(part, record, startsWithNumber(phrase, index)));
	placePrints(record, where);
	return `${where === undefined ? '' : placeMark('words', where)}${parts.join('')}`;
}

/** Parts of a phrase keep the spaces at their ends, which escaping would trim. */
function printPart(part: Phrase['parts'][number], record: SlideRecord, isAfterNumber: boolean): string {
	if (typeof part !== 'string')
		return part.kind === 'strong' ? printStrong(part.text, record) : printCited(part, record);
	const before = /^\s/.test(part) ? ' ' : '';
	const after = part.length > 1 && /\s$/.test(part) ? ' ' : '';
	return `${before}${printWords(part, record, isAfterNumber)}${after}`;
}

function printStrong(text: string, record: SlideRecord): string {
	const printed = printWords(text, record);
	return record.mode === 'note' ? printed : `**${printed}**`;
}

function printWords(text: string, record: SlideRecord, isAfterNumber = false): string {
	const escaped = escapeFor(record, text);
	const isList = isAfterNumber && record.mode === 'markdown';
	return traced(record, isList ? escapeAfterNumber(escaped) : escaped, text, { kind: 'storyline' });
}

/** Whether all that stands before a part is a whole number: with a full stop after it, it would start a list. */
function startsWithNumber({ parts: [first] }: Phrase, index: number): boolean {
	return index === 1 && isCited(first) && /^\d+$/.test(first.text);
}

function printCited(cited: Cited, record: SlideRecord): string {
	const shown = show(record, (to) => recordCited(to, cited));
	const isNote = record.mode === 'note';
	const says = cited.range !== null && cited.range !== cited.text;
	const range = isNote && cited.contested && says ? ` (contested: ${cited.range})` : '';
	const text = `${cited.text}${range}`;
	const printed = `${shown}${traced(record, escapeFor(record, text), text, originOf(cited))}`;
	const marked = cited.contested && !isNote ? `${printed}<sup class="mark">${CONTESTED_MARK}</sup>` : printed;
	return inPlace(record, text, marked);
}

/** Figures and Latin letters in a text that is read from right to left keep their own order. */
const inPlace = ({ isRightToLeft }: SlideRecord, text: string, printed: string): string =>
	isRightToLeft && isolated(text) !== text && /[\p{Script=Latin}\p{N}]/u.test(text)
		? isolated(printed)
		: printed;

const escapeFor = (record: SlideRecord, text: string) =>
	record.mode === 'note' ? escapeNote(text) : escapeMarkdown(text);

const hasKind = (value: unknown, kind: string) =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

const isCited = (value: unknown): value is Cited => hasKind(value, 'cited');
const isPhrase = (value: unknown): value is Phrase => hasKind(value, 'phrase');
