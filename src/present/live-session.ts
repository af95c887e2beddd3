// From a save to the pages that show it. One rebuild runs at a time, and what is saved meanwhile makes one more; decks
// that somebody looks at come first. A deck with a mistake keeps its last good version, and its pages are told.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import { greeting, makePatch, type Version, versionOf } from './make-patch.js';
import type { LiveMessage } from './messages.js';
import { isError, problemsOf } from './problems.js';

/** A deck that can be rendered from the evidence as it is now. */
export interface Sheet {
	/** Its path on the server: `/gpt-5.3-codex/executive-brief`. */
	readonly path: string;
	readonly render: () => Promise<Checked<BuiltDeck>>;
	/** What takes too long to wait for: done when nothing else is to do. */
	readonly inspect: (built: BuiltDeck) => readonly Diagnostic[];
}

export interface Workbench {
	/** Reads what changed; `diagnostics` are what keeps decks from being rendered at all. */
	readonly prepare: (changed: ReadonlySet<string>) => Promise<{
		readonly sheets: readonly Sheet[];
		readonly diagnostics: readonly Diagnostic[];
		readonly texts: ReadonlyMap<string, string>;
	}>;
}

export interface SessionOptions {
	readonly isListenedTo: (path: string) => boolean;
	readonly send: (path: string, message: LiveMessage) => void;
	/** After each rebuild. */
	readonly onRebuilt: (rebuilt: Rebuilt) => void;
}

export interface Rebuilt {
	readonly changed: ReadonlySet<string>;
	/** Path to number of slides that changed; -1 where the deck has other slides now. */
	readonly decks: ReadonlyMap<string, number>;
	readonly diagnostics: readonly Diagnostic[];
	readonly texts: ReadonlyMap<string, string>;
	/** Until what somebody looks at was up to date. */
	readonly ms: number;
}

export interface LiveSession {
	readonly version: (path: string) => Version | undefined;
	readonly greet: (path: string) => readonly LiveMessage[] | undefined;
	readonly rebuild: (changed: ReadonlySet<string>) => void;
	/** Resolves when nothing is left to do. */
	readonly settled: () => Promise<void>;
}

/** A mistake is shown only if it is still there then: an editor may be half-way through writing. */
const HALF_WRITTEN_MS = 120;
/** Decks that nobody looks at, and a closer look at all of them, wait until the pages have been painted. */
const REST_AFTER_MS = 150;

export function startLiveSession(
	workbench: Workbench,
	first: ReadonlyMap<string, BuiltDeck>,
	options: SessionOptions,
): LiveSession {
	const versions = new Map([...first].map(([path, built]) => [path, versionOf(built)]));
	let problems: readonly LiveMessage[] = [];
	let queued: Set<string> | undefined;
	let running: Promise<void> | undefined;

	let wake: (() => void) | undefined;

	/** Ends early when there is something to do. */
	const pause = (ms: number) =>
		new Promise<void>((done) => {
			const timer = setTimeout(done, ms);
			wake = () => {
				clearTimeout(timer);
				done();
			};
		});

	const publish = (path: string, built: BuiltDeck): number | undefined => {
		const before = versions.get(path);
		const after = before?.built === built ? before : versionOf(built);
		versions.set(path, after);
		if (before === undefined || before.id === after.id) return undefined;
		const patch = makePatch(before, after);
		options.send(path, patch);
		return patch.kind === 'patch' ? patch.slides.length : -1;
	};

	const tell = (messages: readonly LiveMessage[]) => {
		problems = messages;
		for (const path of versions.keys()) for (const message of messages) options.send(path, message);
	};

	const run = async (changed: ReadonlySet<string>): Promise<void> => {
		const start = performance.now();
		const { sheets, diagnostics: early, texts } = await workbench.prepare(changed);
		const diagnostics = [...early];
		const decks = new Map<string, number>();
		const show = async ({ path, render }: Sheet): Promise<void> => {
			const rendered = await render();
			diagnostics.push(...rendered.diagnostics);
			if (rendered.value === undefined || rendered.diagnostics.some(isError)) return;
			const slides = publish(path, rendered.value);
			if (slides !== undefined) decks.set(path, slides);
			// Lets the message leave before anything else takes the time.
			await new Promise((done) => setImmediate(done));
		};
		const finish = () => options.onRebuilt({ changed, decks, diagnostics, texts, ms });

		const seen = sheets.filter(({ path }) => options.isListenedTo(path));
		for (const sheet of seen) await show(sheet);
		const ms = performance.now() - start;
		const isSound = !diagnostics.some(isError);
		await pause(isSound ? REST_AFTER_MS : HALF_WRITTEN_MS);
		// What was saved meanwhile comes first, and brings the rest along.
		if (queued !== undefined) {
			if (isSound && decks.size > 0) finish();
			return;
		}
		for (const sheet of sheets.filter((one) => !seen.includes(one))) await show(sheet);
		for (const { path, inspect } of sheets) {
			const built = versions.get(path)?.built;
			if (isSound && built !== undefined) diagnostics.push(...inspect(built));
		}
		const errors = diagnostics.filter(isError);
		if (errors.length > 0) {
			tell([{ kind: 'problems', problems: problemsOf(errors, texts) }]);
		} else if (problems.length > 0) {
			for (const path of versions.keys()) options.send(path, { kind: 'problems', problems: [] });
			problems = [];
		}
		finish();
	};

	const work = async (): Promise<void> => {
		for (let changed = queued; changed !== undefined; changed = queued) {
			queued = undefined;
			await run(changed);
		}
		running = undefined;
	};

	return {
		version: (path) => versions.get(path),
		greet(path) {
			const version = versions.get(path);
			return version === undefined ? undefined : [greeting(version), ...problems];
		},
		rebuild(changed) {
			queued = new Set([...(queued ?? []), ...changed]);
			wake?.();
			running ??= work();
		},
		settled: async () => {
			await running;
		},
	};
}
