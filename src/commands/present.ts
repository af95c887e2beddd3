// `modelbrief present`: decks in a browser, kept up to date while their files are edited. Builds everything once, like
// `build` without a disk, then serves it until Ctrl-C. Nothing is written.

import { randomBytes } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeOf } from '../diagnostics/report.js';
import { openAddress } from '../effects/open-address.js';
import { ownAddresses } from '../effects/own-addresses.js';
import { type BrowserOnDemand, browserOnDemand } from '../effects/start-browser.js';
import { watchFolders } from '../effects/watch-folders.js';
import type { Assets, BuiltDeck, Fit, Theme } from '../model/deck.js';
import type { Remember } from '../model/remember.js';
import { INDEX_POLICY, indexPage, type ListedDeck } from '../present/index-page.js';
import {
	type LiveSession,
	type Rebuilt,
	type Sheet,
	startLiveSession,
	type Workbench,
} from '../present/live-session.js';
import { createMemory } from '../present/memory.js';
import { type Site, startPresentServer } from '../present/present-server.js';
import { isError } from '../present/problems.js';
import { rememberingFiles } from '../present/remembering-files.js';
import { type CommandContext, report } from './context.js';
import { type PreparedBrief, prepare, type Selection, type Workshop } from './prepare.js';
import { inspectDeck, renderCheckedDeck } from './render-checked-deck.js';

export interface PresentOptions extends Selection {
	readonly host: string;
	/** Whether that may be an address that other machines reach. */
	readonly allowsLan: boolean;
	/** Absent: the first that is free. */
	readonly port?: number;
	readonly opens: boolean;
	/** For the plan of the presenter view. */
	readonly minutes?: number;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const WATCHED = ['.yaml', '.yml', '.hbs', '.json', '.css', '.svg', '.png', '.woff2'];

export async function present(options: PresentOptions, context: CommandContext): Promise<number> {
	const { terminal, machine, files, packageRoot, signal } = context;
	const say = (diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>, outcome: string) =>
		report(diagnostics, context, { texts, json: false, strict: false, outcome });

	if (!options.allowsLan && !isThisMachine(options.host))
		return say([{ code: 'MB523', args: { host: options.host } }], new Map(), 'Nothing is presented.');

	const remembering = rememberingFiles(files, machine.workingDirectory);
	// Only decks with slides that may be continued are measured.
	const browser = browserOnDemand(machine, { signal });
	const bench = createBench(
		options,
		{ ...context, files: remembering.files, remember: createMemory() },
		browser.open,
	);
	const opened = await bench.open();
	if (signal.aborted) return 0;
	if (opened.decks.size === 0 || exitCodeOf(opened.diagnostics, { strict: false }) !== 0)
		return say(opened.diagnostics, opened.texts, 'Nothing is presented.');

	let session: LiveSession | undefined;
	const token = randomBytes(16).toString('base64url');
	const server = await startPresentServer(
		siteOf(token, () => session, bench.briefOf),
		{
			host: options.host,
			token,
			names: namesFor(options.host),
			...(options.port === undefined ? {} : { port: options.port }),
		},
	);
	if (server.value === undefined) return say(server.diagnostics, opened.texts, 'Nothing is presented.');
	const { address, close, ...channel } = server.value;

	session = startLiveSession(
		{
			prepare(changed) {
				remembering.forget(changed);
				return bench.prepare();
			},
		},
		opened.decks,
		{ ...channel, onRebuilt: rebuildReporter(context, say) },
	);
	const roots = [...new Set([packageRoot, machine.workingDirectory])];
	const watch = await watchFolders({
		folders: [
			...roots.flatMap((root) => [join(root, 'templates'), join(root, 'themes')]),
			...bench.folders().map((folder) => resolve(machine.workingDirectory, folder)),
		],
		endings: WATCHED,
		onChange: session.rebuild,
	});

	say([...opened.diagnostics, ...exposure(options.host)], opened.texts, '');
	for (const path of opened.decks.keys()) terminal.line(`  ${path.slice(1)}`);
	terminal.line(`Presenting at ${address}`);
	terminal.line('Saved files show up at once. Ctrl-C ends.');
	if (options.opens) openAddress(address, machine);
	await ended(signal);
	watch.close();
	await close();
	await browser.close();
	return 0;
}

const ended = (signal: AbortSignal) =>
	new Promise<void>((done) => {
		if (signal.aborted) done();
		else signal.addEventListener('abort', () => done(), { once: true });
	});

/** Names under which a browser may ask. */
function namesFor(host: string): readonly string[] {
	if (LOOPBACK.includes(host)) return LOOPBACK;
	return host === '0.0.0.0' || host === '::' ? [...LOOPBACK, ...ownAddresses()] : [];
}

const isThisMachine = (host: string) => LOOPBACK.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

const exposure = (host: string): readonly Diagnostic[] =>
	isThisMachine(host) ? [] : [{ code: 'MB522', args: { host } }];

/** The same mistakes are said once, not after every save. */
function rebuildReporter(
	{ terminal, machine }: CommandContext,
	say: (diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>, outcome: string) => number,
): (rebuilt: Rebuilt) => void {
	let said = '';
	return ({ changed, decks, diagnostics, texts, ms }) => {
		const errors = JSON.stringify(diagnostics.filter(isError));
		const isNew = errors !== said;
		said = errors;
		if (diagnostics.some(isError)) {
			if (isNew) say(diagnostics, texts, 'The last good version stays.');
			return;
		}
		const names = [...changed].map((path) => relative(machine.workingDirectory, path));
		const shown = names.length > 3 ? `${names.length} files` : names.join(', ');
		const what = [...decks].map(
			([path, slides]) => `${path.slice(1)}: ${slides < 0 ? 'other slides' : `${slides} changed`}`,
		);
		terminal.line(`${shown} → ${what.length === 0 ? 'no change' : what.join('; ')} (${Math.round(ms)} ms)`);
	};
}

/** Pages by path: the list of decks, and each deck in the version that it has now. */
function siteOf(
	token: string,
	session: () => LiveSession | undefined,
	briefOf: ReadonlyMap<string, string>,
): Site {
	const deckPolicy = "frame-ancestors 'self'";
	return {
		page(path) {
			const current = session();
			if (path === '') {
				const decks = [...briefOf].flatMap(([deck, brief]): ListedDeck[] => {
					const built = current?.version(deck)?.built;
					return built === undefined ? [] : [{ brief, href: `/${token}${deck}`, built }];
				});
				return { html: indexPage(decks), policy: INDEX_POLICY };
			}
			const version = current?.version(path);
			return version === undefined
				? undefined
				: { html: withVersion(version.built.html, version.id), policy: deckPolicy };
		},
		greet: (path) => session()?.greet(path),
	};
}

/** The page has to know which version it is, and a version is made of what is in the page. */
function withVersion(html: string, id: string): string {
	const at = html.indexOf('<body>', html.indexOf('</head>'));
	return `${html.slice(0, at)}<body data-version="${id}">${html.slice(at + '<body>'.length)}`;
}

interface Bench extends Workbench {
	readonly prepare: () => ReturnType<Workbench['prepare']>;
	readonly open: () => Promise<{
		readonly decks: ReadonlyMap<string, BuiltDeck>;
		readonly diagnostics: readonly Diagnostic[];
		readonly texts: ReadonlyMap<string, string>;
	}>;
	/** Path to the title of its brief. */
	readonly briefOf: ReadonlyMap<string, string>;
	readonly folders: () => readonly string[];
}

function createBench(
	options: PresentOptions,
	context: CommandContext & { readonly remember: Remember },
	open: BrowserOnDemand['open'],
): Bench {
	const briefOf = new Map<string, string>();
	const folders = new Set<string>();
	const settle = steadyThemes();

	const bench = async () => {
		const texts = new Map<string, string>();
		const { value, diagnostics } = await prepare(options, context, texts);
		// A deck that its brief no longer lists leaves the list; pages that show it keep what they have.
		for (const { folder } of value?.briefs ?? [])
			for (const path of briefOf.keys()) if (path.startsWith(`/${slug(folder.name)}/`)) briefOf.delete(path);
		const sheets = (value?.briefs ?? []).flatMap((brief) =>
			brief.decks.map(({ deck, theme, fit }): Sheet => {
				const path = `/${slug(brief.folder.name)}/${slug(deck)}`;
				folders.add(brief.folder.path);
				briefOf.set(path, brief.reconciled.evidence.brief.title);
				const { workshop } = value as { readonly workshop: Workshop };
				// What a deck remembers must not be taken for another brief's.
				const own: Remember = (slot, given, make) => context.remember(`${path} ${slot}`, given, make);
				return {
					path,
					render: () =>
						renderOnce(brief, deck, settle(path, theme), workshop, { ...options, fit, open }, own),
					inspect: (built) => inspectDeck(built, brief.reconciled, texts, own),
				};
			}),
		);
		return { sheets, diagnostics, texts };
	};

	return {
		briefOf,
		folders: () => [...folders],
		prepare: bench,
		async open() {
			const { sheets, diagnostics: early, texts } = await bench();
			const diagnostics = [...early];
			const decks = new Map<string, BuiltDeck>();
			for (const [index, { path, render, inspect }] of sheets.entries()) {
				if (context.signal.aborted) break;
				context.terminal.progress(index, sheets.length, path.slice(1));
				const rendered = await render();
				diagnostics.push(...rendered.diagnostics);
				if (rendered.value === undefined) continue;
				decks.set(path, rendered.value);
				diagnostics.push(...inspect(rendered.value));
			}
			context.terminal.clear();
			return { decks, diagnostics, texts };
		},
	};
}

/** Renders a deck only if something that it is made of has changed. */
function renderOnce(
	{ reconciled }: PreparedBrief,
	deck: string,
	theme: Theme,
	workshop: Workshop,
	{ minutes, fit, open }: PresentOptions & { readonly fit: Fit } & Pick<BrowserOnDemand, 'open'>,
	remember: Remember,
): Promise<Checked<BuiltDeck>> {
	const inputs = [reconciled, theme, fit, ...textsFor(deck, workshop.assets)];
	return remember('deck', inputs, () =>
		renderCheckedDeck(reconciled, deck, theme, workshop, {
			isLive: true,
			fit,
			open,
			remember,
			...(minutes === undefined ? {} : { minutes }),
		}),
	);
}

/** Its own templates, the partials and the chart specs. */
function textsFor(deck: string, { templates, charts }: Assets): readonly string[] {
	const mine = [...templates].filter(
		([name]) => name.startsWith(`${deck}/`) || !/\/(?:deck$|slides\/)/.test(name),
	);
	return [...mine, ...charts].flatMap(([name, { text }]) => [name, text]);
}

/** The earlier theme where a new one is the same, so that charts need not be drawn again. */
function steadyThemes(): (path: string, theme: Theme) => Theme {
	const known = new Map<string, Theme>();
	return (path, theme) => {
		const before = known.get(path);
		const isSame =
			before !== undefined &&
			before.css === theme.css &&
			before.fontCss === theme.fontCss &&
			JSON.stringify(before.tokens) === JSON.stringify(theme.tokens);
		if (isSame) return before;
		known.set(path, theme);
		return theme;
	};
}

/** A name as a part of an address. */
const slug = (name: string) => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || 'brief';
