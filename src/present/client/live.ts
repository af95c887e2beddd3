// Runs only in pages of the present server: takes what changed and puts it in place, so that slide, fragment and windows
// stay as they are. Where the deck's slides come and go, the page is loaded again at the slide of the same name.

import type { Hello, LiveMessage, Patch, Problem, Problems } from '../messages.js';
import { element } from './element.js';
import { PATCHED, readSources } from './sources.js';

/** One window of a browser listens for all: a browser opens only six connections to a server. */
const channel = new BroadcastChannel(`modelbrief-live${location.pathname}`);

/** What the listening window knows, for windows that join later. */
let version: Hello | undefined;
let problems: Problems = { kind: 'problems', problems: [] };
let isListening = false;
const ASK = 'what is new?';

if (window === window.top) {
	channel.addEventListener('message', ({ data }) => {
		if (data !== ASK) take(data as LiveMessage | Connection);
		else if (isListening && version !== undefined)
			for (const message of [version, problems]) channel.postMessage(message);
	});
	channel.postMessage(ASK);
	if ('locks' in navigator) {
		void navigator.locks.request(channel.name, () => {
			listen();
			return new Promise(() => undefined);
		});
	} else listen();
}

function listen(): void {
	isListening = true;
	const events = new EventSource(`${location.pathname}/events`);
	events.addEventListener('message', ({ data }) => {
		const message = JSON.parse(data) as LiveMessage;
		if (message.kind === 'hello') version = message;
		else if (message.kind === 'problems') problems = message;
		else version = { kind: 'hello', version: message.to, slides: message.names };
		take(message);
		channel.postMessage(message);
	});
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tell = (isConnected: boolean) => {
		showConnection(isConnected);
		channel.postMessage({ kind: 'connection', isConnected });
	};
	events.addEventListener('open', () => {
		clearTimeout(timer);
		timer = undefined;
		tell(true);
	});
	events.addEventListener('error', () => {
		timer ??= setTimeout(tell, MISSED_MS, false);
	});
	window.addEventListener('pagehide', () => events.close());
}

/** A connection that is back sooner was not missed. */
const MISSED_MS = 2_000;

/** From the window that listens to the others. */
interface Connection {
	readonly kind: 'connection';
	readonly isConnected: boolean;
}

let notice: HTMLElement | undefined;

/** Whoever saves a file should know why nothing happens; the talk itself goes on. */
function showConnection(isConnected: boolean): void {
	notice?.remove();
	notice = undefined;
	if (isConnected) return;
	notice = element('p', {
		class: 'mb-notice',
		text: 'modelbrief present has ended: saved files no longer show up here.',
		attributes: { role: 'status' },
	});
	document.body.append(notice);
}

function take(message: LiveMessage | Connection): void {
	if (message.kind === 'connection') showConnection(message.isConnected);
	else if (message.kind === 'problems') showProblems(message.problems);
	else if (message.kind === 'patch') applyPatch(message);
	else if (message.version !== versionOf(document)) reload(message.slides);
}

const versionOf = ({ body }: Document) => body.dataset.version;

function applyPatch(patch: Patch): void {
	if (
		patch.from !== versionOf(document) ||
		patch.slides.some(({ index, html }) => !canPatch(document, index, html))
	) {
		reload(patch.names);
		return;
	}
	for (const page of pages()) {
		for (const { index, html } of patch.slides) patchSlide(page, index, html);
		for (const { index, paragraphs } of patch.notes) patchNotes(page, index, paragraphs);
		for (const { part, text } of patch.styles) {
			const style = page.querySelector(`style[data-part="${part}"]`);
			if (style !== null) style.textContent = text;
		}
		const data = page.getElementById('modelbrief-data');
		if (patch.data !== undefined && data !== null) data.textContent = patch.data;
		page.body.dataset.version = patch.to;
		// Once the slide is on view: the drawer and the presenter view may follow a moment later.
		setTimeout(() => page.dispatchEvent(new Event(PATCHED)));
	}
}

/** This page and the frames in it: the next slide of the presenter view, the overview. */
function pages(): readonly Document[] {
	const frames = [...document.querySelectorAll('iframe')].flatMap(
		({ contentDocument }) => contentDocument ?? [],
	);
	return [document, ...frames.filter(({ body }) => body?.dataset.version !== undefined)];
}

const slideAt = (page: Document, index: number) => page.querySelectorAll('svg.bespoke-marp-slide')[index];

/** The player holds on to fragments, so a slide that has them cannot change under it. */
function canPatch(page: Document, index: number, html: string): boolean {
	const slide = slideAt(page, index);
	return (
		slide !== undefined &&
		!html.includes('data-marpit-fragment') &&
		slide.querySelector('[data-marpit-fragment]') === null
	);
}

function patchSlide(page: Document, index: number, html: string): void {
	const slide = slideAt(page, index);
	const next = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
	if (slide === undefined || next === null) return;
	for (const { name, value } of next.attributes) if (name !== 'class') slide.setAttribute(name, value);
	slide.replaceChildren(...[...next.childNodes].map((node) => page.importNode(node, true)));
}

function patchNotes(page: Document, index: number, paragraphs: readonly string[]): void {
	const note = page.querySelector(`.bespoke-marp-note[data-index="${index}"]`);
	note?.replaceChildren(...paragraphs.map((text) => element('p', { text })));
}

/** To the slide of the same name, wherever it is now. */
function reload(names: readonly string[]): void {
	const here = [...document.querySelectorAll('svg.bespoke-marp-slide')].findIndex((slide) =>
		slide.classList.contains('bespoke-marp-active'),
	);
	const before = readSources().slides.map(({ name }) => name);
	const nth = before.slice(0, here).filter((name) => name === before[here]).length;
	const there = names.flatMap((name, index) => (name === before[here] ? [index] : []))[nth] ?? here;
	if (there !== here) history.replaceState(history.state, '', `#${Math.min(there, names.length - 1) + 1}`);
	location.reload();
}

let overlay: HTMLElement | undefined;

function showProblems(problems: readonly Problem[]): void {
	overlay?.remove();
	overlay = undefined;
	if (problems.length === 0) return;
	const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
	overlay = element(
		'div',
		{ class: 'mb-problems', attributes: { role: 'alert' } },
		element('h2', { text: `${count}. You see the last good version.` }),
		...problems.map(problemCard),
		element('button', {
			class: 'mb-close',
			text: 'Hide',
			attributes: { type: 'button' },
			on: { click: () => overlay?.remove() },
		}),
	);
	document.body.append(overlay);
}

/** What diagnostics set between backticks. */
const withCode = (text: string) =>
	text.split('`').map((part, index) => (index % 2 === 1 ? element('code', { text: part }) : part));

function problemCard({ code, name, severity, place, frame, what, why, also, fix }: Problem): HTMLElement {
	const row = (label: string, text: string | undefined) =>
		text !== undefined &&
		element('div', {}, element('dt', { text: label }), element('dd', {}, ...withCode(text)));
	return element(
		'article',
		{ class: `mb-problem mb-${severity}` },
		element(
			'h3',
			{},
			element('span', { class: 'mb-code', text: `${severity} ${code}` }),
			` ${name}`,
			place !== undefined && element('span', { class: 'mb-place', text: place }),
		),
		frame !== undefined && element('pre', { text: frame }),
		element(
			'dl',
			{},
			row('what', what),
			row('why', why),
			...also.map((text) => row('also', text)),
			row('fix', fix),
		),
	);
}
