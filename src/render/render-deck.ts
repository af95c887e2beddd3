// A deck's templates and a story to Marp Markdown: one file, slides in the order of deck.md.hbs, each closed with the
// source line for exactly the claims on it and with presenter notes. Pure; charts are requested, not drawn.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { ChartRequest } from '../model/chart.js';
import type { Fit, RenderedSlide } from '../model/deck.js';
import { isRightToLeftLanguage } from '../model/direction.js';
import { withFields } from '../model/lazily.js';
import { afresh } from '../model/remember.js';
import type { DeckTrace } from '../model/trace.js';
import { closeSlides, type OpenSlide, summaryOf } from './close-slides.js';
import type { DeckInput } from './deck-input.js';
import { deckNames, templatesOf } from './deck-names.js';
import { escapeMarkdown } from './escape-markdown.js';
import { guard } from './guard.js';
import { LIST_HELPERS } from './list-helpers.js';
import { Markup } from './print.js';
import { draftsOf, fitOf, type SlideDraft } from './slide-drafts.js';
import { openRecord, recordOfPart } from './slide-record.js';
import { SlideWriter } from './slide-writer.js';
import { splitSlide } from './split-slide.js';
import { type BlockOptions, createTemplateEngine, type TemplateEngine } from './template/template-engine.js';
import { TemplateError } from './template/template-error.js';
import { TraceLog } from './trace-log.js';

export interface RenderedDeck {
	readonly markdown: string;
	readonly slides: readonly RenderedSlide[];
	readonly charts: readonly ChartRequest[];
	readonly trace: Omit<DeckTrace, 'charts'>;
}

export const renderDeck = (input: DeckInput): Checked<RenderedDeck> => new DeckSession(input).run();

class DeckSession {
	private readonly engine: TemplateEngine;
	private readonly writer: SlideWriter;
	private readonly slides: RenderedSlide[] = [];
	private readonly charts: ChartRequest[] = [];
	private readonly diagnostics: Diagnostic[] = [];
	private readonly log = new TraceLog();
	private calls = 0;

	constructor(private readonly input: DeckInput) {
		this.writer = new SlideWriter(input, this.log);
		const helpers = {
			...this.writer.helpers,
			...LIST_HELPERS,
			slide: (name: unknown, options: unknown) => this.slideHelper(String(name), options as BlockOptions),
		};
		this.engine = createTemplateEngine(templatesOf(input.deck, input.templates), helpers, input.remember);
	}

	run(): Checked<RenderedDeck> {
		const { deck, story } = this.input;
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
			body = this.engine.render(`${deck}/deck`, guard(story));
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

	private slideHelper(name: string, { hash }: BlockOptions): Markup {
		const { deck, fit = 'error' } = this.input;
		const own = hash.fit === undefined ? fit : fitOf(hash.fit, `${deck}/slides/${name}`);
		const texts = draftsOf(name, hash, this.writer.widthShare).flatMap((drafts) =>
			this.finish(name, own, drafts),
		);
		return new Markup(texts.map((text) => `${text}${SEPARATOR}`).join(''));
	}

	/**
	 * Slides that continue one another; as they were, where all that they are made of is. What each call of `{{slide}}` fills
	 * them with follows from the story and the deck's own template.
	 */
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
		this.calls += 1;
		const finished = remember(`slides ${this.calls} ${name}`, inputs, () => this.make(name, fit, drafts));
		this.slides.push(...finished.slides);
		this.charts.push(...finished.charts);
		this.diagnostics.push(...finished.diagnostics);
		return this.log.take(finished.texts, finished.log);
	}

	private make(name: string, fit: Fit, drafts: readonly SlideDraft[]): FinishedSlides {
		const log = new TraceLog();
		const open = drafts.map((draft) => this.slide(name, fit, draft, log));
		const slides = open.flatMap(({ value = [] }) => value);
		return {
			log,
			slides: slides.map(summaryOf),
			charts: open.flatMap(({ charts }) => charts),
			diagnostics: open.flatMap(({ diagnostics }) => diagnostics),
			texts: closeSlides(slides, this.input),
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
		const record = openRecord(id, template, log, isRightToLeftLanguage(language));
		const own = words[name];
		const context = guard(withFields(story, { item: null, page: null, words: own, ...extra }));
		try {
			const content = this.writer.onSlide(record, own, () => this.engine.render(template, context)).trim();
			const { charts } = record;
			if (fit === 'error') return { value: [{ name, id, fit, content, record }], charts, diagnostics: [] };
			const value = splitSlide(content, cuts?.get(id) ?? new Map()).map((part) => ({
				name,
				id,
				fit,
				content: part,
				record: recordOfPart(record, part),
			}));
			return { value, charts, diagnostics: [] };
		} catch (error) {
			if (error instanceof TemplateError && error.code === 'MB304' && error.culprit === template) throw error;
			return { charts: [], diagnostics: [this.engine.locate(error)] };
		}
	}
}

interface FinishedSlides {
	/** Marked in `log`. */
	readonly texts: readonly string[];
	readonly slides: readonly RenderedSlide[];
	readonly charts: readonly ChartRequest[];
	readonly diagnostics: readonly Diagnostic[];
	readonly log: TraceLog;
}

const SEPARATOR = '\n\n---\n\n';

/** Slides are separated, not terminated; blank lines collapse to one. */
function tidy(body: string): string {
	const slides = body.split(SEPARATOR).map((slide) => slide.trim());
	return slides
		.filter((slide) => slide !== '')
		.join(SEPARATOR)
		.replace(/\n{3,}/g, '\n\n');
}
