// A small deck with a chart, for the tests of what comes after the Markdown.

import { readFileSync } from 'node:fs';
import { parsePlayer } from '../../src/render/html-player.js';
import type { HtmlInput } from '../../src/render/render-html.js';

export const CHART =
	'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="gains-title" viewBox="0 0 400 200" width="400" height="200">' +
	'<title id="gains-title">Atlas leads</title><desc>Two rows.</desc>' +
	'<defs><clipPath id="gains-clip"><rect width="400" height="200"/></clipPath></defs>' +
	'<g clip-path="url(#gains-clip)"><rect width="310" height="20" fill="var(--chart-1, #0a5bb0)"/></g></svg>';

const font = readFileSync('node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2').toString(
	'base64',
);

const THEME = `/* @theme plain */
section { width: 1280px; height: 720px; padding: 40px; background: #fff; font: 400 22px Inter; --chart-1: #0a5bb0 }`;

export function htmlInput(slides: readonly string[], changes: Partial<HtmlInput> = {}): HtmlInput {
	return {
		markdown: `---\nmarp: true\ntheme: plain\n---\n\n${slides.join('\n\n---\n\n')}\n`,
		themeCss: THEME,
		fontCss: `@font-face{font-family:Inter;font-weight:400;src:url(data:font/woff2;base64,${font})}`,
		charts: new Map([['charts/gains.svg', CHART]]),
		title: 'Atlas <2>: "first" look & more',
		language: 'en',
		player: parsePlayer(readFileSync('dist/player.json', 'utf8')),
		...changes,
	};
}
