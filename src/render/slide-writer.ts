// The helpers that a slide's template is written with: blocks, notes and charts. They write into the record of the slide
// that is being rendered.

import type { ChartRequest } from '../model/chart.js';
import { afresh } from '../model/remember.js';
import type { Phrase, StoryChart, Words } from '../model/story.js';
import type { DeckInput } from './deck-input.js';
import { escapeMarkdown, escapeNote } from './escape-markdown.js';
import { Markup, print } from './print.js';
import { chooseStep, type StepRange } from './room/choose-step.js';
import {
	openRecord,
	placePrints,
	recordCited,
	type SlideRecord,
	show,
	traced,
	type WordedNote,
} from './slide-record.js';
import type { BlockOptions, Helper } from './template/template-engine.js';
import { EVERY_PART, MARK, markedPlace, type TraceLog } from './trace-log.js';

/** Content width of a 16:9 slide with the usual margins, for which templates are written. */
const DRAFT_WIDTH = 1136;

/** Pixels of a chart's key and axis. */
const CHART_FRAME = 80;

export class SlideWriter {
	private record: SlideRecord;
	private words: Words | undefined;

	/** What the deck's own template prints belongs to no slide. */
	constructor(
		private readonly input: Pick<DeckInput, 'deck' | 'story' | 'room' | 'remember' | 'describeChart'>,
		log: TraceLog,
	) {
		this.record = openRecord('', `${input.deck}/deck`, log);
	}

	get helpers(): Readonly<Record<string, Helper>> {
		const writer = this;
		const note = (part: WordedNote): Helper =>
			function (options) {
				return writer.note(part, options as BlockOptions, this);
			};
		return {
			print: (value, name, place) => {
				const printed = print(value, writer.record, String(name));
				placePrints(writer.record, typeof place === 'string' ? markedPlace(place) : undefined);
				return typeof place === 'string' && printed !== '' ? `${place}${printed}` : printed;
			},
			heading(options) {
				return writer.heading(options as BlockOptions, this);
			},
			subtitle(options) {
				return writer.block('subtitle', options as BlockOptions, this);
			},
			body(layout, options) {
				return writer.body(String(layout), options as BlockOptions, this);
			},
			takeaway(options) {
				return writer.takeaway(options as BlockOptions, this);
			},
			say: note('say'),
			caveat: note('caveat'),
			question: note('question'),
			answer: note('answer'),
			chart: (chart, options) => writer.chart(chart, options as BlockOptions),
			caveats: () => writer.caveats(),
		};
	}

	/** Of the width that templates are written for. */
	get widthShare(): number {
		return (this.input.room?.width ?? DRAFT_WIDTH) / DRAFT_WIDTH;
	}

	/** What is written until `write` ends belongs to this slide. */
	onSlide<T>(record: SlideRecord, words: Words | undefined, write: () => T): T {
		const before = { record: this.record, words: this.words };
		this.record = record;
		this.words = words;
		try {
			return write();
		} finally {
			this.record = before.record;
			this.words = before.words;
		}
	}

	private heading(options: BlockOptions, context: unknown): string {
		const { kicker, level, place } = options.hash as HeadingOptions;
		const words = this.words;
		const small = words?.kicker ? this.print(words.kicker) : escapeMarkdown(kicker ?? '');
		const headline = words?.headline ? this.print(words.headline) : options.fn(context).trim();
		const lines = [
			...(small === '' ? [] : [div('kicker', `${place}${small}`)]),
			`${'#'.repeat(level ?? 2)} ${place}${headline.replace(BEFORE_UNIT, '\u00a0')}`,
		];
		return lines.join('\n\n');
	}

	/** The content zone of a layout, set as large as what is in it allows. Slots that nothing fills leave nothing. */
	private body(layout: string, options: BlockOptions, context: unknown): string {
		const content = withoutEmpty(options.fn(context).trim());
		const { room, remember = afresh } = this.input;
		const heights = new Map(this.record.charts.map(({ name, height }) => [`charts/${name}.svg`, height]));
		const plain = div(`body ${layout}`, content.replaceAll(MARK, ''));
		const range = options.hash as StepRange;
		const inputs = [plain, room, range.most, range.least, ...[...heights].flat()];
		const { step, air } = room
			? remember(`step ${this.record.name}`, inputs, () =>
					chooseStep(plain, room, (path) => heights.get(path) ?? 0, range),
				)
			: { step: { name: 'regular' }, air: { name: 'plain' } };
		return div(`body ${layout} ${step.name} ${air.name}`, content);
	}

	private takeaway(options: BlockOptions, context: unknown): string {
		const own = this.words?.takeaway;
		const text = own ? `${options.hash.place}${this.print(own)}` : options.fn(context).trim();
		return text === '' ? '' : div('takeaway', text);
	}

	private block(className: string, options: BlockOptions, context: unknown): string {
		const text = options.fn(context).trim();
		return text === '' ? '' : div(className, text);
	}

	/** What the claims printed so far on this slide ask to travel with them, unless it stands there already. */
	private caveats(): Markup {
		const { caveats } = this.input.story;
		const required = new Map(
			[...this.record.claims].flatMap((claim) => caveats[claim] ?? []).map((cited) => [cited.text, cited]),
		);
		const missing = [...required.values()].filter(
			({ claims }) => !claims.some((claim) => this.record.claims.has(claim)),
		);
		const texts = missing.map((cited) => print(cited, this.record, 'caveats'));
		return new Markup(texts.length === 0 ? '' : `${EVERY_PART}${div('note', texts.join(' '))}`);
	}

	private note(part: WordedNote, options: BlockOptions, context: unknown): string {
		const own = this.words?.notes[part];
		this.record.mode = 'note';
		this.record.notes[part] = own ? this.print(own) : options.fn(context).replace(/\s+/g, ' ').trim();
		this.record.mode = 'markdown';
		return '';
	}

	private chart(chart: unknown, options: BlockOptions): Markup {
		const story = chart as StoryChart;
		const { width: drafted, height: most, perRow } = options.hash as ChartSize;
		const width = Math.round(drafted * this.widthShare);
		const items = new Set(story.request.rows.map(({ item }) => item)).size;
		const height = perRow === undefined ? most : Math.min(most, CHART_FRAME + perRow * items);
		const base = `${this.input.deck}-${this.record.name}`;
		const name = this.record.charts.length === 0 ? base : `${base}-${this.record.charts.length + 1}`;
		const request: ChartRequest = { ...plain(story.request), name, width, height };
		const path = `charts/${name}.svg`;
		const { alt, lines } = this.input.describeChart(request);
		const origin = { kind: 'chart', path, claims: [...story.claims] } as const;
		const data = lines.map((line) => traced(this.record, escapeNote(line), line, origin)).join('\n');
		const shown = show(this.record, (record) => {
			for (const claim of story.claims) record.claims.add(claim);
			record.prints.push({ about: story.request.title, text: '', claims: [...story.claims], isNote: false });
			for (const count of story.independent) record.origins.add(count);
			for (const cited of story.contested) recordCited(record, cited);
			record.charts.push(request);
			record.notes.data.push(data);
		});
		return new Markup(`${shown}![${traced(this.record, escapeMarkdown(alt), alt, origin)}](${path})`);
	}

	private readonly print = (phrase: Phrase): string => print(phrase, this.record, undefined);
}

const div = (className: string, markdown: string) => `<div class="${className}">\n\n${markdown}\n\n</div>`;

/** A headline that is balanced over two lines would else end with a number whose unit starts the next. */
const BEFORE_UNIT =
	/(?<=\d) (?=(?:points?|tokens?|[mb]illion|trillion|s|min|h|days?|years?|GB|Elo)(?![\p{L}\d]))/gu;

/** `place` is where the block stands in its template, as a mark. */
interface HeadingOptions {
	readonly kicker?: string;
	readonly level?: number;
	readonly place: string;
}

/** Blocks with nothing in them go, and then those that had only such blocks. */
function withoutEmpty(markdown: string): string {
	const less = markdown.replace(EMPTY_BLOCK, '');
	return less === markdown ? markdown : withoutEmpty(less);
}

/** Marks of places may stand before its lines. */
const EMPTY_BLOCK = new RegExp(
	`(?:${MARK.source})*<div class="[^"]*">(?:\\s|${MARK.source})*</div>\\n*`,
	'gu',
);

/** `height` is the most that the slide has; with `perRow` a chart of few rows takes less, so that bars stay in shape. */
interface ChartSize {
	readonly width: number;
	readonly height: number;
	readonly perRow?: number;
}

/** A copy without the guard's proxies, since chart rows leave this stage. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
