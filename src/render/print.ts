// The one place where a template's value becomes output: escaped for where it stands, and its claims recorded.

import type { Cited, Phrase } from '../model/story.js';
import { escapeMarkdown, escapeNote, escapeNumbering } from './escape-markdown.js';
import { recordCited, type SlideRecord } from './slide-record.js';
import { TemplateError } from './template-error.js';

/** Markdown that our own helpers made; passes through unescaped. */
export class Markup {
	constructor(readonly markdown: string) {}
}

export const CONTESTED_MARK = '†';

export function print(value: unknown, record: SlideRecord, culprit: string | undefined): string {
	if (value instanceof Markup) return value.markdown;
	if (typeof value === 'string') return escapeFor(record, value);
	if (typeof value === 'number') return String(value);
	if (isPhrase(value)) {
		const text = value.parts.map((part) => printPart(part, record)).join('');
		// A value and the full stop after it would be the number of a list.
		return record.mode === 'note' ? text : escapeNumbering(text);
	}
	if (isCited(value)) return printCited(value, record);
	const kind =
		value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
	throw new TemplateError('MB306', { kind }, culprit);
}

/** Parts of a phrase keep the spaces at their ends, which escaping would trim. */
function printPart(part: Phrase['parts'][number], record: SlideRecord): string {
	if (typeof part !== 'string')
		return part.kind === 'strong' ? printStrong(part.text, record) : printCited(part, record);
	const before = /^\s/.test(part) ? ' ' : '';
	const after = part.length > 1 && /\s$/.test(part) ? ' ' : '';
	return `${before}${escapeFor(record, part)}${after}`;
}

function printStrong(text: string, record: SlideRecord): string {
	const escaped = escapeFor(record, text);
	return record.mode === 'note' ? escaped : `**${escaped}**`;
}

function printCited(cited: Cited, record: SlideRecord): string {
	recordCited(record, cited);
	const text = escapeFor(record, cited.text);
	if (record.mode === 'note')
		return cited.contested && cited.range !== null ? `${text} (contested: ${cited.range})` : text;
	return cited.contested ? `${text}<sup class="mark">${CONTESTED_MARK}</sup>` : text;
}

const escapeFor = (record: SlideRecord, text: string) =>
	record.mode === 'note' ? escapeNote(text) : escapeMarkdown(text);

const hasKind = (value: unknown, kind: string) =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

const isCited = (value: unknown): value is Cited => hasKind(value, 'cited');
const isPhrase = (value: unknown): value is Phrase => hasKind(value, 'phrase');
