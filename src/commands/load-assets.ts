// Templates, chart specs and themes from disk. The package's own come first; files of the same name in the working
// directory's `templates/` and `themes/` take their place, so that a user changes one slide by copying one file.

import { isAbsolute, join, relative } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Files } from '../effects/files.js';
import type { Machine } from '../effects/machine.js';
import type { Assets, TextFile } from '../model/deck.js';

const MAX_BYTES = 1_000_000;

export async function loadAssets(
	packageRoot: string,
	files: Files,
	machine: Machine,
): Promise<Checked<Assets>> {
	const roots = [...new Set([packageRoot, machine.workingDirectory])];
	const diagnostics: Diagnostic[] = [];
	const read = async (folder: string, ending: string): Promise<Map<string, TextFile>> => {
		const found = new Map<string, TextFile>();
		for (const root of roots) {
			const path = join(root, folder);
			if (root !== packageRoot && !(await exists(path, files))) continue;
			const contents = await files.readFolder(path, { endings: [ending], maxBytes: MAX_BYTES, isDeep: true });
			diagnostics.push(...contents.diagnostics);
			for (const [name, bytes] of contents.value ?? [])
				found.set(name.slice(0, -ending.length), {
					file: shownPath(join(path, name), machine.workingDirectory),
					text: new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'),
				});
		}
		return found;
	};
	const templates = await read('templates', '.md.hbs');
	const charts = await read('templates/charts', '.vl.json');
	const themes = await read('themes', '.yaml');
	const styles = await read('themes', '.css');
	// Layout is no theme; a theme of tokens goes before one of the same name in CSS.
	for (const [name, style] of styles) if (name !== 'base' && !themes.has(name)) themes.set(name, style);
	if (diagnostics.length > 0) return { diagnostics };
	return { value: { templates, charts, themes, baseCss: styles.get('base')?.text ?? '' }, diagnostics: [] };
}

async function exists(folder: string, files: Files): Promise<boolean> {
	return (await files.folderNames(folder)).value !== undefined;
}

/** As the user would type it: relative where the file lies below the working directory. */
export function shownPath(path: string, workingDirectory: string): string {
	const short = relative(workingDirectory, path);
	return short.startsWith('..') || isAbsolute(short) ? path : short;
}
