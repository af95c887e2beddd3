// A browser that keeps its promises: bounded time, a second try after a crash, and an end when it is told to end.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import {
	type BrowserPage,
	isSandboxed,
	launchBrowser,
	type PageSettings,
	type RunningBrowser,
} from './browser.js';
import type { Disk } from './files.js';
import type { FoundBrowser } from './find-browser.js';
import type { Machine } from './machine.js';

export interface Browser {
	readonly found: FoundBrowser;
	/** e.g. `Chrome/147.0.7727.15` */
	readonly version: string;
	/** False for root, for whom Chromium has no sandbox: worth one line to the user. */
	readonly isSandboxed: boolean;
	/** Hands a loaded document to `work`. Ends the browser when time is up; tries once more in a new one after a crash. */
	withPage<T>(settings: PageSettings, work: (page: BrowserPage) => Promise<T>): Promise<Checked<T>>;
	/** Ends the browser and its children within two seconds. */
	close(): Promise<void>;
}

type Outcome<T> =
	| { readonly kind: 'done'; readonly value: T }
	| { readonly kind: 'late' }
	| { readonly kind: 'failed'; readonly reason: string };

const PAGE_LIMIT_MS = 60_000;
/** The first that gives a PDF an outline. */
const OLDEST_MAJOR = 122;

/** `signal` ends the browser at once, e.g. on Ctrl-C. */
export async function openBrowser(
	found: FoundBrowser,
	machine: Machine,
	disk: Disk,
	signal?: AbortSignal,
): Promise<Checked<Browser>> {
	const launch = () => settle(launchBrowser(found, machine, disk));
	const first = await launch();
	if (first.kind !== 'done') return { diagnostics: [notStarted(found, first)] };
	const major = Number(/\/(\d+)/.exec(first.value.version)?.[1]);
	if (!(major >= OLDEST_MAJOR)) {
		await first.value.end();
		return {
			diagnostics: [failed(found, `is ${first.value.version}; at least version ${OLDEST_MAJOR} is needed`)],
		};
	}

	let running: Promise<Outcome<RunningBrowser>> = Promise.resolve(first);
	let isClosed = false;
	// Several pages may notice the same crash: only the first to come replaces the browser.
	const replace = async (broken: RunningBrowser) => {
		const current = await running;
		if (current.kind === 'done' && current.value === broken && !isClosed) running = launch();
		await broken.end();
	};
	const browser: Browser = {
		found,
		version: first.value.version,
		isSandboxed: isSandboxed(machine),
		async withPage(settings, work) {
			const limit = settings.timeLimitMs ?? PAGE_LIMIT_MS;
			for (let isSecondTry = false; ; isSecondTry = true) {
				const current = await running;
				if (current.kind !== 'done') return { diagnostics: [notStarted(found, current)] };
				const outcome = await settle(within(limit, current.value.use(settings, work)));
				if (outcome.kind === 'done') return { value: outcome.value, diagnostics: [] };
				if (outcome.kind === 'late') {
					await replace(current.value);
					return { diagnostics: [{ code: 'MB404', args: { seconds: limit / 1000, task: settings.task } }] };
				}
				const hasCrashed = !current.value.isConnected() || /crashed|closed|detached/i.test(outcome.reason);
				if (hasCrashed && !isClosed) await replace(current.value);
				if (!hasCrashed || isSecondTry || isClosed) {
					return { diagnostics: [failed(found, `could not ${settings.task}: ${outcome.reason}`)] };
				}
			}
		},
		async close() {
			isClosed = true;
			const current = await running;
			if (current.kind === 'done') await current.value.end();
		},
	};
	signal?.addEventListener('abort', () => void browser.close(), { once: true });
	if (signal?.aborted === true) await browser.close();
	return { value: browser, diagnostics: [] };
}

const LATE = Symbol('late');

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(LATE), limitMs);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function settle<T>(work: Promise<T>): Promise<Outcome<T>> {
	try {
		return { kind: 'done', value: await work };
	} catch (error) {
		if (error === LATE) return { kind: 'late' };
		return { kind: 'failed', reason: firstLine(error) };
	}
}

function firstLine(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? '';
}

function notStarted(found: FoundBrowser, outcome: Outcome<RunningBrowser>): Diagnostic {
	return failed(
		found,
		`cannot be started: ${outcome.kind === 'failed' ? outcome.reason : 'it took too long'}`,
	);
}

function failed(found: FoundBrowser, reason: string): Diagnostic {
	return { code: 'MB403', args: { path: found.path, reason } };
}
