// The source drawer: beside the slide, never over it, and it follows the slide. Opened by key, by button, or by clicking
// a figure, which then stands first and open.

import type { DeckSources } from '../../model/slide-sources.js';
import { dataTable } from './data-table.js';
import type { Deck } from './deck.js';
import { element } from './element.js';
import { type Figure, figureAt, figuresOf, paint, topicsOfChart } from './figures.js';
import { PATCHED, readSources } from './sources.js';
import { documentList, topicCard } from './topic-card.js';

export interface Drawer {
	readonly isOpen: () => boolean;
	readonly toggle: () => void;
	readonly close: () => void;
}

/** With so few figures on a slide, all of them show their claims at once. */
const FEW = 2;

export function createDrawer(deck: Deck): Drawer {
	let sources = readSources();
	let figures: readonly Figure[] = [];
	let returnTo: HTMLElement | undefined;
	const root = document.documentElement;
	const title = element('h2', { text: 'Sources', attributes: { id: 'mb-drawer-title', tabindex: '-1' } });
	const summary = element('p', { class: 'mb-summary', attributes: { 'aria-live': 'polite' } });
	const list = element('ul', { class: 'mb-topics' });
	const drawer = element(
		'section',
		{
			class: 'mb-drawer',
			// Not modal: the slide beside it stays in use.
			attributes: { id: 'mb-drawer', role: 'dialog', 'aria-labelledby': 'mb-drawer-title' },
		},
		element(
			'header',
			{},
			title,
			summary,
			element('button', {
				class: 'mb-close',
				text: 'Close',
				attributes: { type: 'button', 'aria-keyshortcuts': 's' },
				on: { click: close },
			}),
		),
		list,
	);
	drawer.hidden = true;
	document.body.append(drawer);

	const slideOf = () => sources.slides[deck.index()] ?? { name: '', topics: [], prints: [] };

	function fill(first: readonly number[] = []): void {
		const slide = slideOf();
		const topics = [...first, ...slide.topics.filter((topic) => !first.includes(topic))];
		const areFew = topics.length <= FEW;
		const tables = sources.tables[deck.index()] ?? [];
		const hadFocus = list.contains(document.activeElement);
		list.replaceChildren(
			...topics.flatMap((id) => {
				const topic = sources.topics[id];
				if (topic === undefined) return [];
				return topicCard(topic, id, sources, areFew || first.includes(id));
			}),
			...tables.map((table, index) =>
				element(
					'li',
					{ class: 'mb-chart' },
					element('h3', { text: 'The chart as a table' }),
					dataTable(table, `mb-data-${index}`),
				),
			),
		);
		if (topics.length === 0) list.append(documentList(sources));
		list.scrollTop = 0;
		if (hadFocus) title.focus({ preventScroll: true });
		summary.textContent = summaryOf(topics, sources, deck.index());
	}

	function refresh(): void {
		figures = figuresOf(deck.section(), slideOf(), sources);
		for (const chart of deck.section()?.querySelectorAll('figure.chart > svg') ?? [])
			chart.setAttribute('aria-description', 'Press S for its sources and its data as a table.');
		paint('mb-figure', isOpen() ? figures : []);
		paint('mb-pointed', []);
		if (isOpen()) fill();
	}

	function open(first: readonly number[] = []): void {
		if (!isOpen())
			returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
		drawer.hidden = false;
		root.classList.add('mb-has-drawer');
		paint('mb-figure', figures);
		fill(first);
		(list.querySelector<HTMLElement>('.mb-topic-button[aria-expanded="true"]') ?? title).focus({
			preventScroll: true,
		});
	}

	function close(): void {
		drawer.hidden = true;
		root.classList.remove('mb-has-drawer');
		paint('mb-figure', []);
		paint('mb-pointed', []);
		returnTo?.focus();
		// Where there is nothing to return to.
		if (drawer.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
	}

	const isOpen = () => !drawer.hidden;

	drawer.addEventListener('keydown', (event) => walkTopics(event, list));
	for (const kind of ['focusin', 'mouseover'] as const)
		drawer.addEventListener(kind, ({ target }) => {
			const id = (target as Element).closest<HTMLElement>('[data-topic]')?.dataset.topic;
			paint(
				'mb-pointed',
				id === undefined ? [] : figures.filter(({ topics }) => topics.includes(Number(id))),
			);
		});
	listenToSlides(deck, {
		figures: () => figures,
		chartTopics: (target, section) => topicsOfChart(target, section, slideOf(), sources),
		contested: () => slideOf().topics.filter((id) => sources.topics[id]?.contested === true),
		open,
	});
	document.addEventListener(PATCHED, () => {
		sources = readSources();
		refresh();
	});
	deck.onMove(refresh);
	return { isOpen, close, toggle: () => (isOpen() ? close() : open()) };
}

function summaryOf(topics: readonly number[], sources: DeckSources, index: number): string {
	const contested = topics.filter((id) => sources.topics[id]?.contested === true).length;
	if (topics.length === 0) return `Slide ${index + 1} · no finding`;
	return [
		`Slide ${index + 1}`,
		`${topics.length} ${topics.length === 1 ? 'finding' : 'findings'}`,
		...(contested === 0 ? [] : [`${contested} contested`]),
	].join(' · ');
}

/** Up and down go from figure to figure; left and right still turn the slides. */
function walkTopics(event: KeyboardEvent, list: HTMLElement): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step === undefined) return;
	event.preventDefault();
	event.stopPropagation();
	const buttons = [...list.querySelectorAll<HTMLElement>('.mb-topic-button')];
	const current = buttons.findIndex((button) =>
		button.closest('.mb-topic')?.contains(document.activeElement),
	);
	buttons[Math.min(Math.max(current + step, 0), buttons.length - 1)]?.focus();
}

interface SlideListener {
	readonly figures: () => readonly Figure[];
	readonly chartTopics: (target: Element, section: HTMLElement) => readonly number[];
	readonly contested: () => readonly number[];
	readonly open: (topics: readonly number[]) => void;
}

function listenToSlides(deck: Deck, { figures, chartTopics, contested, open }: SlideListener): void {
	if (deck.view !== 'slides') return;
	const parent = deck.slides[0]?.parentElement;
	/** Which stand first; undefined where nothing has sources, and none where all of the slide's have. */
	const topicsAt = ({ clientX, clientY, target }: MouseEvent): readonly number[] | undefined => {
		const section = deck.section();
		if (!(target instanceof Element) || section === null || target.closest('a, button') !== null)
			return undefined;
		if (target.closest('.sources') !== null) return target.closest('.contested') === null ? [] : contested();
		const topics = figureAt(figures(), clientX, clientY)?.topics ?? chartTopics(target, section);
		return topics.length === 0 ? undefined : topics;
	};
	parent?.addEventListener('click', (event) => {
		const topics = topicsAt(event);
		if (topics !== undefined && getSelection()?.isCollapsed !== false) open(topics);
	});
	parent?.addEventListener('mousemove', (event) => {
		if (event.buttons !== 0) return;
		const pointed = figureAt(figures(), event.clientX, event.clientY);
		paint('mb-pointed', pointed === undefined ? [] : [pointed]);
		parent.classList.toggle('mb-on-figure', pointed !== undefined || topicsAt(event) !== undefined);
	});
}
