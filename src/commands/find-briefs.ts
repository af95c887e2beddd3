// What the user named on the command line to folders of evidence: a path, or the name of a brief in `data/`.

import { basename, join, resolve } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Files } from '../effects/files.js';
import type { Machine } from '../effects/machine.js';
import { shownPath } from './load-assets.js';

export interface BriefFolder {
	readonly name: string;
	/** As shown to the user. */
	readonly path: string;
}

/** Without names: every brief in the working directory's `data/`. */
export async function findBriefs(
	names: readonly string[],
	packageRoot: string,
	files: Files,
	machine: Machine,
): Promise<Checked<readonly BriefFolder[]>> {
	const places = [...new Set([join(machine.workingDirectory, 'data'), join(packageRoot, 'data')])];
	const listed = await Promise.all(
		places.map(async (place) => [place, (await files.folderNames(place)).value ?? []] as const),
	);
	const known = new Map(
		listed.toReversed().flatMap(([place, folders]) => folders.map((name) => [name, join(place, name)])),
	);
	const show = (path: string) => shownPath(path, machine.workingDirectory);
	if (names.length === 0) {
		const own = listed[0]?.[1] ?? [];
		const folder = show(places[0] ?? 'data');
		if (own.length === 0) return { diagnostics: [{ code: 'MB511', args: { folder } }] };
		return { value: own.map((name) => ({ name, path: show(join(places[0] ?? '', name)) })), diagnostics: [] };
	}
	const diagnostics: Diagnostic[] = [];
	const briefs: BriefFolder[] = [];
	for (const name of names) {
		const path = resolve(machine.workingDirectory, name);
		const isFolder = (await files.folderNames(path)).value !== undefined;
		const found = isFolder ? path : known.get(name);
		if (found !== undefined) briefs.push({ name: basename(found), path: show(found) });
		else
			diagnostics.push({
				code: 'MB512',
				args: { name, nearest: nearest(name, known.keys()) ?? '', known: [...known.keys()].join(', ') },
			});
	}
	return diagnostics.length > 0 ? { diagnostics } : { value: briefs, diagnostics: [] };
}
