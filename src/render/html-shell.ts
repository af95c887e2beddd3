// Rendered slides in, whole documents out: one to present (with the player) and one to print (without any script).
// It escapes titles and notes; the slides must have passed html-gate.ts before.

import { createHash } from 'node:crypto';
import type { Player } from './html-player.js';

export interface Slides {
	/** `<div id=":$p">…</div>`, as Marp renders it. */
	readonly html: string;
	readonly css: string;
	readonly fontCss: string;
	readonly title: string;
	readonly language: string;
	/** Paragraphs of presenter notes, slide by slide. */
	readonly notes: readonly (readonly string[])[];
	/** JSON for the source drawer. */
	readonly data?: string;
	/** Rules for the page to print alone. */
	readonly printCss?: string;
}

const STYLE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** A page that presents itself: works from disk, asks the network for nothing, runs only the scripts it was made with. */
export function presentationPage(slides: Slides, player: Player, extraScripts: readonly string[]): string {
	const scripts = [player.helper, player.script, player.client, ...extraScripts];
	const policy = [
		STYLE_POLICY,
		`script-src ${scripts.map((script) => `'sha256-${sha256(script)}'`).join(' ')}`,
		// The presenter view shows the next slide in a frame of the page itself.
		"frame-src 'self' file:",
		...(extraScripts.length === 0 ? [] : ["connect-src 'self'"]),
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	return [
		head(slides, policy, {
			player: player.css,
			fonts: slides.fontCss,
			theme: slides.css,
			client: player.clientCss,
		}),
		`<body>${player.controls}${slides.html}`,
		...slides.notes.map(notesMarkup),
		`<!--\nPlayer: marp-cli ${player.version}, ${player.license}\n-->`,
		dataBlock(slides.data ?? '{}'),
		...scripts.map((script) => `<script>${script}</script>`),
		'</body></html>\n',
	].join('');
}

/** A page to print: the same slides with no script, no notes and no way to load anything. */
export function printPage(slides: Slides): string {
	return `${head(slides, STYLE_POLICY, { fonts: slides.fontCss, theme: slides.css, print: slides.printCss ?? '' })}<body>${slides.html}</body></html>\n`;
}

/** Each style sheet is named, so that the present server can replace one. */
function head(slides: Slides, policy: string, styles: Readonly<Record<string, string>>): string {
	return [
		`<!DOCTYPE html><html lang="${escapeHtml(slides.language)}"><head><meta charset="UTF-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width,height=device-height,initial-scale=1.0">',
		`<title>${escapeHtml(slides.title)}</title>`,
		...Object.entries(styles)
			.filter(([, css]) => css !== '')
			.map(([part, css]) => `<style data-part="${part}">${css}</style>`),
		'</head>',
	].join('');
}

/** Not a script to the browser, so the policy needs no hash of it; `<` could end the element. */
function dataBlock(json: string): string {
	return `<script type="application/json" id="modelbrief-data">${json.replaceAll('<', '\\u003c')}</script>`;
}

function notesMarkup(paragraphs: readonly string[], index: number): string {
	if (paragraphs.length === 0) return '';
	const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
	return `<div class="bespoke-marp-note" data-index="${index}" tabindex="0">${text}</div>`;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}

function escapeHtml(text: string): string {
	const names: Record<string, string> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}
