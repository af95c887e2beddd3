// The project's own templates, chart specs and themes, as a command would read them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets, TextFile } from '../src/model/deck.js';

const PROJECT = join(import.meta.dirname, '..');

export function readAssets(): Assets {
	const read = (folder: string, ending: string): Map<string, TextFile> =>
		new Map(
			readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
				.filter((path) => path.endsWith(ending))
				.map((path) => [
					path.slice(0, -ending.length).replaceAll('\\', '/'),
					{ file: `${folder}/${path}`, text: readFileSync(join(PROJECT, folder, path), 'utf8') },
				]),
		);
	return {
		templates: read('templates', '.md.hbs'),
		charts: read('templates/charts', '.vl.json'),
		themes: read('themes', '.yaml'),
		baseCss: readFileSync(join(PROJECT, 'themes/base.css'), 'utf8'),
	};
}
