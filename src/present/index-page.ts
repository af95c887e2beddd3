// The list of decks: each with a picture of its first slide, which is that slide itself, made small.

import type { BuiltDeck } from '../model/deck.js';

export interface ListedDeck {
	readonly brief: string;
	/** With the token. */
	readonly href: string;
	readonly built: BuiltDeck;
}

/** Asks for nothing, runs nothing. */
export const INDEX_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function indexPage(decks: readonly ListedDeck[]): string {
	const fonts = [...new Set(decks.map(({ built }) => built.parts.fontCss))].join('\n');
	const briefs = [...new Set(decks.map(({ brief }) => brief))];
	const title = briefs.length === 1 ? (briefs[0] ?? '') : 'Decks';
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8">',
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<link rel="icon" href="data:,">',
		`<title>${escapeHtml(title)} · modelbrief</title>`,
		`<style>${fonts}</style><style>${CSS}</style></head><body><main>`,
		...briefs.map(
			(brief) =>
				`<section><h1>${escapeHtml(brief)}</h1><ul>${decks
					.filter((deck) => deck.brief === brief)
					.map(card)
					.join('')}</ul></section>`,
		),
		`<footer>Press <kbd>?</kbd> in a deck for its keys. What you save shows up here at once in open decks.</footer>`,
		'</main></body></html>\n',
	].join('');
}

function card({ href, built }: ListedDeck): string {
	const { title, slides, parts } = built;
	const notes = parts.slides.filter((slide) => slide.notes.length > 0).length;
	const address = escapeHtml(href);
	return [
		'<li>',
		`<a class="picture" href="${address}" tabindex="-1" aria-hidden="true">${picture(built)}</a>`,
		`<h2><a href="${address}">${escapeHtml(title)}</a></h2>`,
		`<p>${slides.length} slides, ${built.charts.size} charts${notes === 0 ? ', no notes' : ''}</p>`,
		`<p><a href="${address}">Slides</a><a href="${address}?view=presenter">Presenter view</a></p>`,
		'</li>',
	].join('');
}

/** In a tree of its own, so that the styles of two decks cannot meet. */
function picture({ parts }: BuiltDeck): string {
	const css = `${parts.css}\n:host{display:block}svg{display:block;width:100%;height:auto}`;
	return `<span class="slide" inert><template shadowrootmode="open"><style>${css}</style><div id=":$p">${parts.slides[0]?.html ?? ''}</div></template></span>`;
}

const CSS = `
:root { color-scheme: light dark; --text: #16202e; --muted: #56637a; --rule: #d5dce6; --back: #f4f6f9; --accent: #0a5bb0; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --text: #edf1f6; --muted: #a5b0c0; --rule: #343c48; --back: #14171c; --accent: #7db8f5 } }
body { margin: 0; background: var(--back); color: var(--text); font: 400 16px/1.5 Inter, system-ui, sans-serif }
main { max-width: 1160px; margin: 0 auto; padding: 56px 32px 40px }
h1 { margin: 0 0 28px; padding-bottom: 14px; border-bottom: 2px solid var(--text); font: 600 36px/1.15 "Source Serif 4", Georgia, serif; letter-spacing: -0.012em }
section + section { margin-top: 56px }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr)); gap: 40px; margin: 0; padding: 0; list-style: none }
.picture { display: block; border: 1px solid var(--rule); background: var(--paper) }
.picture:hover { border-color: var(--accent) }
.slide { display: block; aspect-ratio: auto }
h2 { margin: 16px 0 2px; font: 600 22px/1.25 "Source Serif 4", Georgia, serif }
h2 a { color: inherit; text-decoration: none }
h2 a:hover { text-decoration: underline; text-underline-offset: 4px }
p { margin: 0; color: var(--muted) }
p a { margin-right: 20px; color: var(--accent); text-underline-offset: 3px; line-height: 2 }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px }
footer { margin-top: 48px; padding-top: 14px; border-top: 1px solid var(--rule); color: var(--muted); font-size: 14px }
kbd { padding: 1px 7px; border: 1px solid var(--rule); border-bottom-width: 2px; border-radius: 4px; font: inherit }
@media (max-width: 560px) { main { padding: 28px 16px } h1 { font-size: 28px } }
`;

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
