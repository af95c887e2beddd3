// The bar at the foot of the presenter view: clock, elapsed time against the plan, buttons, and a line with a piece for each
// section of the talk.

import type { DeckSources } from '../../model/slide-sources.js';
import type { Deck } from './deck.js';
import { element } from './element.js';
import { behindMs, clockText, type Plan, type PlannedSlide, planTalk } from './pace.js';
import { PATCHED, readSources } from './sources.js';
import { createStopwatch, type Stopwatch } from './stopwatch.js';

/** Less than this is nobody's concern. */
const TOLERATED_MS = 15_000;

export function timeBar(deck: Deck): HTMLElement {
	let sources = readSources();
	const watch = createStopwatch(`modelbrief-time-${sources.deck}`, () => sources.minutes ?? 0);
	const clock = element('time', { class: 'mb-clock', attributes: { title: 'Time of day' } });
	const elapsed = element('time', { class: 'mb-elapsed', attributes: { title: 'Elapsed' } });
	const pace = element('span', { class: 'mb-pace', attributes: { role: 'status' } });
	const section = element('span', { class: 'mb-section' });
	const page = element('button', {
		class: 'mb-page',
		attributes: { type: 'button', title: 'Overview' },
		on: { click: () => click('info-page') },
	});
	const run = element('button', {
		attributes: { type: 'button' },
		on: {
			click() {
				if (watch.isRunning()) watch.pause();
				else watch.start();
				tick();
			},
		},
	});
	const minutes = element('input', {
		attributes: { type: 'number', min: '0', max: '600', 'aria-label': 'Planned minutes', placeholder: '–' },
		on: {
			input: () => {
				watch.minutes = Math.max(0, Number(minutes.value) || 0);
				refresh();
			},
		},
	});
	const short = element('span', { class: 'mb-late', attributes: { role: 'status' } });
	const track = element('div', { class: 'mb-track', attributes: { 'aria-hidden': 'true' } });
	const made = element(
		'div',
		{ class: 'mb-bar' },
		track,
		element(
			'div',
			{ class: 'mb-times' },
			clock,
			elapsed,
			element('div', { class: 'mb-paces' }, pace, section),
		),
		element(
			'div',
			{ class: 'mb-moves' },
			moveButton('Back', 'info-page-prev'),
			page,
			moveButton('Next', 'info-page-next'),
		),
		element(
			'div',
			{ class: 'mb-tools' },
			run,
			element('button', {
				text: 'Reset',
				attributes: { type: 'button' },
				on: {
					click() {
						watch.reset();
						tick();
					},
				},
			}),
			element('label', {}, 'Plan ', minutes, ' min'),
			short,
		),
	);

	let plan: Plan | undefined;
	const refresh = () => {
		sources = readSources();
		plan = planTalk(plannedSlides(deck, sources), watch.minutes);
		if (document.activeElement !== minutes) minutes.value = watch.minutes > 0 ? String(watch.minutes) : '';
		minutes.placeholder = plan === undefined ? '–' : String(Math.round(plan.totalMs / 60_000));
		short.textContent = plan?.shortMs ? `${clockText(plan.shortMs)} short` : '';
		short.title = 'Single slides were given more than the talk has; all of them are shortened.';
		drawTrack(track, plan, deck);
		tick();
	};
	const tick = () => {
		const ms = watch.elapsedMs();
		clock.textContent = new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
		elapsed.textContent = clockText(ms);
		run.textContent = watch.isRunning() ? 'Pause' : 'Start';
		page.textContent = `${deck.index() + 1} / ${deck.slides.length}`;
		showPace(plan, watch, deck, { pace, section, track });
	};
	let isFirst = true;
	deck.onMove((index) => {
		watch.turnTo(index);
		if (!isFirst) watch.start();
		isFirst = false;
		tick();
	});
	document.addEventListener(PATCHED, refresh);
	setInterval(tick, 500);
	refresh();
	return made;
}

function moveButton(text: string, part: string): HTMLElement {
	return element('button', { text, attributes: { type: 'button' }, on: { click: () => click(part) } });
}

/** The player's own buttons are hidden, and know about fragments. */
function click(part: string): void {
	document.querySelector<HTMLElement>(`.bespoke-marp-presenter-${part}`)?.click();
}

function plannedSlides(deck: Deck, { slides }: DeckSources): readonly PlannedSlide[] {
	return deck.slides.map((_, index) => ({
		...(slides[index]?.minutes === undefined ? {} : { minutes: slides[index].minutes }),
		section: deck.section(index)?.querySelector('.kicker')?.textContent?.trim() ?? '',
		words: spokenText(index).split(/\s+/).length,
	}));
}

/** The data of charts stand in the notes to be looked up, not to be said. */
function spokenText(index: number): string {
	const paragraphs = [
		...document.querySelectorAll(`.bespoke-marp-note[data-index="${index}"] p:not(.mb-looked-up)`),
	];
	return paragraphs.map(({ textContent }) => textContent ?? '').join(' ');
}

function drawTrack(track: HTMLElement, plan: Plan | undefined, deck: Deck): void {
	track.replaceChildren(
		...(
			plan?.sections ?? deck.slides.map((_, index) => ({ title: '', from: index, to: index + 1, ms: 1 }))
		).map(({ title, from, to, ms }) => {
			const part = element('i', { attributes: { 'data-from': String(from), 'data-to': String(to), title } });
			part.style.flexGrow = String(ms);
			return part;
		}),
		...(plan === undefined ? [] : [element('u')]),
	);
}

function showPace(
	plan: Plan | undefined,
	watch: Stopwatch,
	deck: Deck,
	{
		pace,
		section,
		track,
	}: { readonly pace: HTMLElement; readonly section: HTMLElement; readonly track: HTMLElement },
): void {
	const index = deck.index();
	for (const part of track.querySelectorAll('i')) {
		const [from, to] = [Number(part.dataset.from), Number(part.dataset.to)];
		part.className = index >= to ? 'mb-done' : index >= from ? 'mb-now' : '';
	}
	if (plan === undefined) {
		pace.textContent = '';
		section.textContent = '';
		return;
	}
	const ms = watch.elapsedMs();
	const total = plan.totalMs;
	// Before the talk begins nobody is ahead, whatever slide is on view.
	const behind = ms === 0 ? 0 : behindMs(plan, index, ms);
	const left = total - ms;
	pace.textContent = [
		leftText(left),
		Math.abs(behind) >= TOLERATED_MS && `${clockText(behind)} ${behind > 0 ? 'behind' : 'ahead'}`,
	]
		.filter(Boolean)
		.join(' · ');
	pace.classList.toggle('mb-late', behind >= TOLERATED_MS || left < 0);
	for (const [at, part] of track.querySelectorAll('i').entries()) {
		const of = plan.sections[at];
		if (of === undefined) continue;
		const spent = watch.spentMs(of.from, of.to);
		part.title = `${of.title}: ${clockText(of.ms)} planned, ${clockText(spent)} spent`;
		part.classList.toggle('mb-over', spent > of.ms);
	}
	const here = plan.sections.find(({ to }) => index < to);
	if (here !== undefined) {
		const rest = here.ms - watch.spentMs(here.from, here.to);
		section.textContent = `${leftText(rest)} of ${clockText(here.ms)} · ${here.title}`;
		section.classList.toggle('mb-late', rest < 0);
	}
	const now = track.querySelector('u');
	if (now !== null) now.style.left = `${Math.min(100, (ms / total) * 100)}%`;
}

const leftText = (ms: number) => `${clockText(ms)} ${ms < 0 ? 'over' : 'left'}`;
