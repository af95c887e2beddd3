// What a build was made from and what it made, as JSON that a person can read and a program can check.

import { createHash } from 'node:crypto';
import type { BuiltDeck } from '../model/deck.js';

export interface ManifestInput {
	readonly version: string;
	readonly brief: string;
	readonly asOf: string;
	/** By path inside the brief. */
	readonly inputs: ReadonlyMap<string, Uint8Array>;
	/** By path inside the output folder. */
	readonly outputs: ReadonlyMap<string, Uint8Array | string>;
	/** Outputs of an earlier build that are still there, with their hashes. */
	readonly kept: ReadonlyMap<string, string>;
	readonly decks: readonly BuiltDeck[];
	/** Absent when no PDF was printed. */
	readonly browser?: string;
}

export function manifestJson(input: ManifestInput): string {
	const manifest = {
		tool: 'modelbrief',
		version: input.version,
		brief: input.brief,
		asOf: input.asOf,
		browser: input.browser ?? null,
		inputs: hashes(input.inputs),
		outputs: { ...hashes(input.outputs), ...Object.fromEntries(input.kept) },
		decks: Object.fromEntries(
			input.decks.map((deck) => [
				deck.name,
				deck.slides.map(({ name, claims, charts }, index) => ({
					slide: index + 1,
					template: name,
					claims,
					charts,
				})),
			]),
		),
	};
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

function hashes(files: ReadonlyMap<string, Uint8Array | string>): Record<string, string> {
	const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(
		entries.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
	);
}

/** The outputs that a manifest lists, by path; empty when there is no readable manifest. */
export function outputsOf(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
	if (bytes === undefined) return new Map();
	try {
		const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
		const outputs =
			typeof manifest === 'object' && manifest !== null && 'outputs' in manifest ? manifest.outputs : {};
		return new Map(Object.entries(outputs as Record<string, string>));
	} catch (error) {
		if (error instanceof SyntaxError) return new Map();
		throw error;
	}
}
