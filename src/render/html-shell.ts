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
}

const STYLE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** A page that presents itself: works from disk, asks the network for nothing, runs only the scripts it was made with. */
export function presentationPage(slides: Slides, player: Player, extraScripts: readonly string[]): string {
	const scripts = [player.helper, player.script, ...extraScripts];
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
		head(slides, policy, [player.css, slides.fontCss, slides.css]),
		`<body>${player.controls}${slides.html}`,
		...slides.notes.map(notesMarkup),
		`<!--\nPlayer: marp-cli ${player.version}, ${player.license}\n-->`,
		...scripts.map((script) => `<script>${script}</script>`),
		'</body></html>\n',
	].join('');
}

/** A page to print: the same slides with no script, no notes and no way to load anything. */
export function printPage(slides: Slides): string {
	return `${head(slides, STYLE_POLICY, [slides.fontCss, slides.css])}<body>${slides.html}</body></html>\n`;
}

function head(slides: Slides, policy: string, styles: readonly string[]): string {
	return [
		`<!DOCTYPE html><html lang="${escapeHtml(slides.language)}"><head><meta charset="UTF-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width,height=device-height,initial-scale=1.0">',
		`<title>${escapeHtml(slides.title)}</title>`,
		...styles.filter((css) => css !== '').map((css) => `<style>${css}</style>`),
		'</head>',
	].join('');
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
