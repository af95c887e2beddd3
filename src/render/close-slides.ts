// Slides as their templates made them to slides with a source line and presenter notes, and what each tells of itself.

import type { ChartRequest } from '../model/chart.js';
import type { ChartLabel, RenderedSlide } from '../model/deck.js';
import type { DeckInput } from './deck-input.js';
import { type SlideRecord, traced } from './slide-record.js';
import { sourceLine } from './source-line.js';
import { placeMark } from './trace-log.js';

/** A slide before it is known how many continue it. */
export interface OpenSlide extends Pick<RenderedSlide, 'name' | 'id' | 'fit'> {
	readonly content: string;
	readonly record: SlideRecord;
}

/** Slides that continue one another say which they are; each gets the source line for what it shows, and notes. */
export function closeSlides(
	slides: readonly OpenSlide[],
	{ sources, templates }: Pick<DeckInput, 'sources' | 'templates'>,
): readonly string[] {
	return slides.map(({ content, record }, index) => {
		const count = (number: number) => traced(record, String(number), String(number), { kind: 'count' });
		const place = slides.length === 1 ? '' : ` (${count(index + 1)} of ${count(slides.length)})`;
		const line = sourceLine(record, sources);
		const file = templates.get(record.template)?.file ?? record.template;
		const own = line === '' ? '' : `${placeMark('template', { file, line: 1, column: 1 })}${line}`;
		return [behindHeadline(content, place), own, noteComment(record)]
			.filter((part) => part !== '')
			.join('\n\n');
	});
}

export const summaryOf = ({ name, id, fit, record }: OpenSlide): RenderedSlide => ({
	name,
	id,
	fit,
	claims: [...record.claims].sort(),
	prints: record.prints,
	labels: record.charts.flatMap(labelsOf),
	charts: record.charts.map((chart) => chart.name),
});

function labelsOf({ rows }: ChartRequest): readonly ChartLabel[] {
	return rows.flatMap(({ item, key, label, detailKey, detail }) => [
		...(key === undefined ? [] : [{ key, about: item, text: label }]),
		...(detailKey === undefined || detail === undefined
			? []
			: [{ key: detailKey, about: item, text: detail }]),
	]);
}

const behindHeadline = (content: string, text: string) =>
	content.replace(/^(?:\ufdd2[^\ufdd3]*\ufdd3)*#{1,6} .*$/m, (headline) => `${headline}${text}`);

function noteComment({ notes }: SlideRecord): string {
	const lines = [
		notes.say === '' ? '' : `Say — ${notes.say}`,
		notes.caveat === '' ? '' : `Caveat — ${notes.caveat}`,
		notes.question === '' ? '' : `Expect — ${notes.question}`,
		notes.answer === '' ? '' : `Answer — ${notes.answer}`,
		...notes.data.map((lines) => `Data — ${lines}`),
	].filter((line) => line !== '');
	return lines.length === 0 ? '' : `<!--\n${lines.join('\n\n')}\n-->`;
}
