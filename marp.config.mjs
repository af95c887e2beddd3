// Lets the stock Marp tools open what modelbrief wrote: `npx marp output/<brief>/<deck>.md`.
// The engine's options are those of src/render/render-html.ts; a test compares them.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Marp } from '@marp-team/marp-core';

const themes = fileURLToPath(new URL('dist/themes/', import.meta.url));
const themeFiles = existsSync(themes) ? readdirSync(themes).filter((name) => name.endsWith('.css')) : [];

export default {
	engine: (options) =>
		new Marp({
			...options,
			emoji: { unicode: false, shortcode: false },
			html: { br: [], div: ['class'], span: ['class'], sub: ['class'], sup: ['class'] },
			markdown: { linkify: false },
			math: false,
		}),
	themeSet: themeFiles.map((name) => `${themes}${name}`),
	// A deck's charts are files beside it, which a PDF can only show with this.
	allowLocalFiles: true,
};
