// A deck's templates and a story to Marp Markdown: one file, slides in the order of deck.md.hbs, each closed with the
// source line for exactly the claims on it and with presenter notes. Pure; charts are requested, not drawn.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { ChartRequest, ChartWords } from '../model/chart.js';
import type { ChartLabel, Cuts, Fit, Print } from '../model/deck.js';
import { isRightToLeftLanguage } from '../model/direction.js';
import { withFields } from '../model/lazily.js';
import { afresh, type Remember } from '../model/remember.js';
import type { Room } from '../model/room.js';
import type { Cited, Phrase, Story, StoryChart, Words } from '../model/story.js';
import type { DeckTrace } from '../model/trace.js';
import { escapeMarkdown, escapeNote } from './escape-markdown.js';
import { guard } from './guard.js';
import { Markup, print } from './print.js';
import { chooseStep, type StepRange } from './room/choose-step.js';
import {
	openRecord,
	placePrints,
	recordCited,
	recordOfPart,
	type SlideRecord,
	show,
	traced,
	type WordedNote,
} from './slide-record.js';
import { type SourceIndex, sourceLine } from './source-line.js';
import { splitSlide } from './split-slide.js';
import { type BlockOptions, createTemplateEngine, type TemplateEngine } from './template-engine.js';
import { TemplateError } from './template-error.js';
import { EVERY_PART, MARK, markedPlace, placeMark, TraceLog } from './trace-log.js';

export interface DeckInput {
	/** Folder name under templates/. */
	readonly deck: string;
	readonly title: string;
	readonly theme: string;
	readonly language: string;
	readonly story: Story;
	/** By slide. */
	readonly words: Readonly<Record<string, Words>>;
	/** Template name to file and text. */
	readonly templates: ReadonlyMap<string, { readonly file: string; readonly text: string }>;
	readonly sources: SourceIndex;
	readonly describeChart: (request: ChartRequest) => ChartWords;
	readonly remember?: Remember;
	/** The slide's content zone; templates give the width of a chart for one of 1136 pixels. Without it, every slide is set in the regular size. */
	readonly room?: Room;
	/** What becomes of slides that hold too much, unless they say so themselves. */
	readonly fit?: Fit;
	readonly cuts?: Cuts;
}

export interface RenderedSlide {
	/** Name of its template. */
	readonly name: string;
	/** What the slide is continued by has the same. */
	readonly id: string;
	readonly fit: Fit;
	readonly claims: readonly string[];
	readonly prints: readonly Print[];
	readonly labels: readonly ChartLabel[];
	readonly charts: readonly string[];
}

export interface RenderedDeck {
	readonly markdown: string;
	readonly slides: readonly RenderedSlide[];
	readonly charts: readonly ChartRequest[];
	readonly trace: Omit<DeckTrace, 'charts'>;
}

/** Names of a deck's slides: the templates in its `slides/` folder. */
export function slideNames(templates: ReadonlyMap<string, unknown>, deck: string): readonly string[] {
	const folder = `${deck}/slides/`;
	return [...templates.keys()]
		.filter((name) => name.startsWith(folder))
		.map((name) => name.slice(folder.length));
}

/** Names of the decks: template folders with a `deck.md.hbs`. */
export const deckNames = (templates: ReadonlyMap<string, unknown>): readonly string[] =>
	[...templates.keys()]
		.filter((name) => name.endsWith('/deck'))
		.map((name) => name.slice(0, -'/deck'.length));

/** A deck's own templates and all that belong to no deck; reading those of the others would be wasted. */
function templatesOf(deck: string, templates: DeckInput['templates']): DeckInput['templates'] {
	const others = deckNames(templates).filter((name) => name !== deck);
	return new Map([...templates].filter(([name]) => !others.some((other) => name.startsWith(`${other}/`))));
}

export function renderDeck(input: DeckInput): Checked<RenderedDeck> {
	const session = new DeckSession(input);
	return session.run();
}

class DeckSession {
	private readonly engine: TemplateEngine;
	private readonly slides: RenderedSlide[] = [];
	private readonly charts: ChartRequest[] = [];
	private readonly diagnostics: Diagnostic[] = [];
	private readonly log = new TraceLog();
	private record: SlideRecord;
	private words: Words | undefined;

	constructor(private readonly input: DeckInput) {
		this.record = openRecord('', `${input.deck}/deck`, this.log);
		const session = this;
		this.engine = createTemplateEngine(
			templatesOf(input.deck, input.templates),
			{
				print: (value, name, place) => {
					const printed = print(value, session.record, String(name));
					placePrints(session.record, typeof place === 'string' ? markedPlace(place) : undefined);
					return typeof place === 'string' && printed !== '' ? `${place}${printed}` : printed;
				},
				slide: (name, options) => session.slideHelper(String(name), options as BlockOptions),
				heading(options) {
					return session.heading(options as BlockOptions, this);
				},
				subtitle(options) {
					return session.block('subtitle', options as BlockOptions, this);
				},
				body(layout, options) {
					return session.body(String(layout), options as BlockOptions, this);
				},
				takeaway(options) {
					return session.takeaway(options as BlockOptions, this);
				},
				say: noteHelper(session, 'say'),
				caveat: noteHelper(session, 'caveat'),
				question: noteHelper(session, 'question'),
				answer: noteHelper(session, 'answer'),
				chart: (chart, options) => session.chart(chart, options as BlockOptions),
				caveats: () => session.caveats(),
				shown: (rows, most) => shownOf(listOf(rows, 'shown').length, Number(most)),
				top: (rows, most) => listOf(rows, 'top').slice(0, Number(most)),
				plural: (count, one, many) => (isOne(count) ? String(one) : String(many)),
				rest: (rows, most) => restOf(listOf(rows, 'rest').length - Number(most)),
			},
			input.remember,
		);
	}

	run(): Checked<RenderedDeck> {
		const { deck, story, words } = this.input;
		if (this.engine.diagnostics.length > 0) return { diagnostics: this.engine.diagnostics };
		if (!this.engine.has(`${deck}/deck`)) {
			const known = deckNames(this.input.templates);
			return {
				diagnostics: [
					{ code: 'MB308', args: { deck, nearest: nearest(deck, known) ?? '', known: known.join(', ') } },
				],
			};
		}
		let body = '';
		try {
			body = this.engine.render(`${deck}/deck`, guard(withFields(story, { words })));
		} catch (error) {
			this.diagnostics.push(this.engine.locate(error));
		}
		if (this.diagnostics.length > 0) return { diagnostics: this.diagnostics };
		if (this.slides.length === 0) return { diagnostics: [{ code: 'MB307', args: { deck } }] };
		const { markdown, printed, lines } = this.log.read(`${this.frontMatter()}\n`, `${tidy(body)}\n`);
		const { slides, charts } = this;
		const trace = { printed, lines, typed: this.engine.typedTexts(deck) };
		return { value: { markdown, slides, charts, trace }, diagnostics: [] };
	}

	/** Values are JSON strings, which are YAML and cannot break out. */
	private frontMatter(): string {
		const { theme, language, title, story } = this.input;
		const names = `<span>${escapeMarkdown(story.brief.title)} · ${escapeMarkdown(title)}</span>`;
		const footer = `<span class="running">${names}${story.brief.invented ? ' · invented example' : ''}</span>`;
		const entries = {
			marp: true,
			theme,
			lang: language,
			title: `${story.brief.title}: ${title}`,
			paginate: true,
			footer,
		};
		const lines = Object.entries(entries).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
		return ['---', ...lines, '---', ''].join('\n');
	}

	/** `{{slide "gains" needs=gains}}`, `{{slide "benchmark" each=benchmarks}}`, `{{slide "ledger" pages=ledger size=9}}`. */
	private slideHelper(name: string, options: BlockOptions): Markup {
		const { needs, each, pages, size, fit } = options.hash as Record<string, unknown>;
		const own =
			fit === undefined ? (this.input.fit ?? 'error') : fitOf(fit, `${this.input.deck}/slides/${name}`);
		if ('needs' in options.hash && isEmpty(needs)) return new Markup('');
		if ('each' in options.hash) {
			const items = listOf(each, name).map((item, index) => ({
				id: `${name}-${idOf(item, index)}`,
				extra: { item },
			}));
			return joined(items.flatMap((item) => this.finish(name, own, [item])));
		}
		if ('pages' in options.hash) {
			const rows = listOf(pages, name);
			const chunks = pagesOf(rows, Math.floor(Number(size) * this.widthShare)).map((page, index) => ({
				id: `${name}-${index + 1}`,
				extra: { page: { rows: page, isFirst: index === 0 } },
			}));
			return joined(this.finish(name, own, chunks));
		}
		return joined(this.finish(name, own, [{ id: name, extra: {} }]));
	}

	/** Slides that continue one another; as they were, where all that they are made of is. */
	private finish(name: string, fit: Fit, drafts: readonly SlideDraft[]): readonly string[] {
		const { deck, story, words, sources, language, room, cuts, remember = afresh } = this.input;
		const inputs = [
			story,
			sources,
			room,
			JSON.stringify([words[name], language, fit, drafts.map(({ id }) => [id, [...(cuts?.get(id) ?? [])]])]),
			...this.engine.textsOf(`${deck}/deck`),
			...this.engine.textsOf(`${deck}/slides/${name}`),
		];
		const finished = remember(`slides ${name} ${drafts[0]?.id}`, inputs, () => this.make(name, fit, drafts));
		this.slides.push(...finished.slides);
		this.charts.push(...finished.charts);
		this.diagnostics.push(...finished.diagnostics);
		return this.log.take(finished.texts, finished.log);
	}

	private make(name: string, fit: Fit, drafts: readonly SlideDraft[]): FinishedSlides {
		const { record, words } = this;
		const log = new TraceLog();
		const open = drafts.map((draft) => this.slide(name, fit, draft, log));
		// What the deck's own template prints belongs to no slide.
		this.record = record;
		this.words = words;
		const slides = open.flatMap(({ value = [] }) => value);
		return {
			log,
			slides: slides.map(summaryOf),
			charts: open.flatMap(({ charts }) => charts),
			diagnostics: open.flatMap(({ diagnostics }) => diagnostics),
			texts: this.close(slides),
		};
	}

	/** One slide, or its parts; a mistake in it is reported and the next slide goes on, so that one run shows all. */
	private slide(
		name: string,
		fit: Fit,
		{ id, extra }: SlideDraft,
		log: TraceLog,
	): Checked<readonly OpenSlide[]> & Pick<FinishedSlides, 'charts'> {
		const { deck, story, words, language, cuts } = this.input;
		const template = `${deck}/slides/${name}`;
		this.record = openRecord(id, template, log, isRightToLeftLanguage(language));
		this.words = words[name];
		const context = guard(withFields(story, { item: null, page: null, words: this.words, ...extra }));
		try {
			const content = this.engine.render(template, context).trim();
			const { record } = this;
			const { charts } = record;
			if (fit === 'error') return { value: [{ name, id, fit, content, record }], charts, diagnostics: [] };
			const parts = splitSlide(content, cuts?.get(id) ?? new Map());
			const value = parts.map((text) => ({
				name,
				id,
				fit,
				content: text,
				record: recordOfPart(record, text),
			}));
			return { value, charts, diagnostics: [] };
		} catch (error) {
			if (error instanceof TemplateError && error.code === 'MB304' && error.culprit === template) throw error;
			return { charts: [], diagnostics: [this.engine.locate(error)] };
		}
	}

	/** Slides that continue one another say which they are; each gets the source line for what it shows, and notes. */
	private close(slides: readonly OpenSlide[]): readonly string[] {
		return slides.map(({ content, record }, index) => {
			const count = (number: number) => traced(record, String(number), String(number), { kind: 'count' });
			const place = slides.length === 1 ? '' : ` (${count(index + 1)} of ${count(slides.length)})`;
			const line = sourceLine(record, this.input.sources);
			const file = this.input.templates.get(record.template)?.file ?? record.template;
			const own = line === '' ? '' : `${placeMark('template', { file, line: 1, column: 1 })}${line}`;
			return [behindHeadline(content, place), own, noteComment(record)]
				.filter((part) => part !== '')
				.join('\n\n');
		});
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

	/** Of the width that templates are written for. */
	private get widthShare(): number {
		return (this.input.room?.width ?? DRAFT_WIDTH) / DRAFT_WIDTH;
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

	note(part: WordedNote, options: BlockOptions, context: unknown): string {
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

function noteHelper(session: DeckSession, part: WordedNote) {
	return function (this: unknown, options: unknown) {
		return session.note(part, options as BlockOptions, this);
	};
}

function labelsOf({ rows }: ChartRequest): readonly ChartLabel[] {
	return rows.flatMap(({ item, key, label, detailKey, detail }) => [
		...(key === undefined ? [] : [{ key, about: item, text: label }]),
		...(detailKey === undefined || detail === undefined
			? []
			: [{ key: detailKey, about: item, text: detail }]),
	]);
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

/** Content width of a 16:9 slide with the usual margins, for which templates are written. */
const DRAFT_WIDTH = 1136;

/** Pixels of a chart's key and axis. */
const CHART_FRAME = 80;

const SEPARATOR = '\n\n---\n\n';

/** A slide before it is known how many continue it. */
interface OpenSlide extends Pick<RenderedSlide, 'name' | 'id' | 'fit'> {
	readonly content: string;
	readonly record: SlideRecord;
}

/** What a template is filled with besides the story. */
interface SlideDraft {
	readonly id: string;
	readonly extra: Readonly<Record<string, unknown>>;
}

interface FinishedSlides {
	/** Marked in `log`. */
	readonly texts: readonly string[];
	readonly slides: readonly RenderedSlide[];
	readonly charts: readonly ChartRequest[];
	readonly diagnostics: readonly Diagnostic[];
	readonly log: TraceLog;
}

const summaryOf = ({ name, id, fit, record }: OpenSlide): RenderedSlide => ({
	name,
	id,
	fit,
	claims: [...record.claims].sort(),
	prints: record.prints,
	labels: record.charts.flatMap(labelsOf),
	charts: record.charts.map((chart) => chart.name),
});

const behindHeadline = (content: string, text: string) =>
	content.replace(/^(?:\ufdd2[^\ufdd3]*\ufdd3)*#{1,6} .*$/m, (headline) => `${headline}${text}`);

function fitOf(value: unknown, culprit: string): Fit {
	if (value === 'split' || value === 'error') return value;
	throw new TemplateError('MB316', { fit: String(value) }, culprit);
}

const joined = (slides: readonly string[]) =>
	new Markup(slides.map((slide) => `${slide}${SEPARATOR}`).join(''));

/** Slides are separated, not terminated; blank lines collapse to one. */
function tidy(body: string): string {
	const slides = body.split(SEPARATOR).map((slide) => slide.trim());
	return slides
		.filter((slide) => slide !== '')
		.join(SEPARATOR)
		.replace(/\n{3,}/g, '\n\n');
}

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

/** `5 of 9` where a list is cut, so that a reader knows; nothing where it is whole. */
function shownOf(all: number, most: number): Cited | null {
	if (all <= most) return null;
	return countOf(`${most} of ${all}`);
}

/** Of a count or of a list. */
function isOne(count: unknown): boolean {
	if (Array.isArray(count)) return count.length === 1;
	return typeof count === 'object' && count !== null && 'text' in count && count.text === '1';
}

const restOf = (count: number): Cited | null => (count > 0 ? countOf(count) : null);

/** A count that the deck itself makes. */
function countOf(count: number | string): Cited {
	const text = String(count);
	return { kind: 'cited', text, claims: [], contested: false, independent: null, range: null, about: '' };
}

function listOf(value: unknown, culprit: string): readonly unknown[] {
	if (Array.isArray(value)) return value;
	throw new TemplateError('MB306', { kind: 'no list' }, culprit);
}

const isEmpty = (value: unknown) =>
	value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

const idOf = (item: unknown, index: number) =>
	typeof item === 'object' && item !== null && 'id' in item
		? String(item.id).replaceAll('.', '-')
		: String(index + 1);

/**
 * Rows in pages of at most `size` lines; a row counts its `lines`, or one. Pages are evened out, so that the last is
 * not left with one row.
 */
function pagesOf(rows: readonly unknown[], size: number): readonly (readonly unknown[])[] {
	const pack = (most: number) => {
		const pages: unknown[][] = [];
		let used = Number.POSITIVE_INFINITY;
		for (const row of rows) {
			const lines = linesOf(row);
			if (used + lines > most) {
				pages.push([]);
				used = 0;
			}
			pages.at(-1)?.push(row);
			used += lines;
		}
		return pages;
	};
	const fewest = pack(size).length;
	let most = size;
	while (most > 1 && pack(most - 1).length === fewest) most -= 1;
	return pack(most);
}

const linesOf = (row: unknown): number =>
	typeof row === 'object' && row !== null && 'lines' in row && typeof row.lines === 'number' ? row.lines : 1;

/** A copy without the guard's proxies, since chart rows leave this stage. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
