// Decks in many looks, in; one page on which a person browses them, out. It needs no script: what is chosen is kept by
// radio buttons, and each deck stands in a tree of its own, so that the styles of two themes cannot meet.

import type { BuiltDeck } from '../model/deck.js';
import {
	SLIDE_SIZES,
	type SlideSize,
	THEME_MODES,
	type ThemeMode,
	type ThemeTokens,
} from '../model/theme.js';

export type GalleryDeck = Pick<BuiltDeck, 'title' | 'slides' | 'parts'>;

export interface GalleryLook {
	readonly theme: string;
	readonly mode: ThemeMode;
	readonly size: SlideSize;
	readonly tokens: ThemeTokens;
	readonly decks: readonly GalleryDeck[];
	/** SVG by form, of those that the decks do not use. */
	readonly charts: ReadonlyMap<string, string>;
}

const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

export function galleryPage(
	looks: readonly GalleryLook[],
	descriptions: ReadonlyMap<string, string>,
): string {
	const themes = [...new Set(looks.map(({ theme }) => theme))];
	const fonts = new Set(
		looks.flatMap(({ decks }) => decks.flatMap(({ parts }) => parts.fontCss.split('\n'))),
	);
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8">',
		`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<title>Themes · modelbrief</title>',
		`<style>${[...fonts].join('\n')}</style><style>${CSS}\n${choices(looks)}</style></head><body>`,
		'<header><h1>Themes</h1>',
		chooser('theme', themes),
		chooser('mode', THEME_MODES),
		chooser('size', SLIDE_SIZES),
		'</header><main>',
		...looks.map((look) => section(look, descriptions.get(look.theme) ?? '')),
		'</main></body></html>\n',
	].join('');
}

function chooser(name: string, values: readonly string[]): string {
	const options = values.map((value, index) => {
		const id = idOf(name, value);
		const checked = index === 0 ? ' checked' : '';
		return `<input type="radio" name="${name}" id="${id}"${checked}><label for="${id}">${escapeHtml(value)}</label>`;
	});
	return `<fieldset><legend>${name}</legend>${options.join('')}</fieldset>`;
}

/** Shows the one look that all three choices name. */
function choices(looks: readonly GalleryLook[]): string {
	return looks
		.map(({ theme, mode, size }) => {
			const chosen = [idOf('theme', theme), idOf('mode', mode), idOf('size', size)];
			return `body${chosen.map((id) => `:has(#${id}:checked)`).join('')} #${lookId({ theme, mode, size })}{display:block}`;
		})
		.join('\n');
}

function section({ decks, tokens, charts, ...look }: GalleryLook, description: string): string {
	return [
		`<section id="${lookId(look)}" aria-label="${escapeHtml(`${look.theme}, ${look.mode}, ${look.size}`)}">`,
		`<p class="about">${escapeHtml(description)}.</p>`,
		swatches(tokens),
		...decks.map((deck) => `<h2>${escapeHtml(deck.title)}</h2>${slides(deck)}`),
		charts.size === 0 ? '' : `<h2>Other charts</h2>${otherCharts(charts, tokens)}`,
		'</section>',
	].join('');
}

function swatches({ color }: ThemeTokens): string {
	const items = Object.entries(color).map(
		([role, value]) => `<li><i style="background:${value}"></i>${role}<br><code>${value}</code></li>`,
	);
	return `<ul class="swatches">${items.join('')}</ul>`;
}

function slides({ parts, slides: named }: GalleryDeck): string {
	const figures = parts.slides.map(
		({ html }, index) =>
			`<figure><div id=":$p">${html}</div><figcaption>${escapeHtml(named[index]?.name ?? '')}</figcaption></figure>`,
	);
	return shadowed(figures, parts.css);
}

function otherCharts(charts: ReadonlyMap<string, string>, { color }: ThemeTokens): string {
	const figures = [...charts].map(
		([form, svg]) =>
			`<figure><div class="chart" style="background:${color.background}">${svg}</div><figcaption>${escapeHtml(form)}</figcaption></figure>`,
	);
	return shadowed(figures);
}

/** In a tree of its own, so that neither styles nor ids meet those of another look. */
const shadowed = (figures: readonly string[], css = '') =>
	`<div class="deck"><template shadowrootmode="open"><style>${css}\n${DECK_CSS}</style>${figures.join('')}</template></div>`;

const DECK_CSS =
	':host{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,440px),1fr));gap:24px}' +
	':host>figure{margin:0;padding:1px;content-visibility:auto;contain-intrinsic-size:440px 280px}' +
	':host>figure>div>svg{display:block;width:100%;height:auto;outline:1px solid var(--rule)}' +
	':host>figure>.chart{padding:24px;outline:1px solid var(--rule)}:host>figure>.chart>svg{outline:0}' +
	':host>figure>figcaption{margin-top:6px;font:400 13px/1.4 system-ui,sans-serif;color:var(--muted)}';

const CSS = `
:root { color-scheme: light dark; --text: CanvasText; --rule: color-mix(in srgb, CanvasText 18%, Canvas); --muted: color-mix(in srgb, CanvasText 68%, Canvas) }
body { margin: 0; background: color-mix(in srgb, CanvasText 4%, Canvas); color: var(--text); font: 400 16px/1.5 system-ui, sans-serif }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 12px 32px; padding: 14px 32px; background: Canvas; border-bottom: 1px solid var(--rule) }
h1 { margin: 0; font-size: 20px }
h2 { margin: 40px 0 16px; font-size: 18px }
main { padding: 24px 32px 64px; max-width: 1560px; margin: 0 auto }
section { display: none }
fieldset { display: flex; gap: 2px; margin: 0; padding: 0; border: 0 }
legend { float: left; margin-right: 10px; padding: 4px 0; color: var(--muted) }
input { position: absolute; opacity: 0 }
label { padding: 3px 12px; border: 1px solid var(--rule); border-radius: 4px; cursor: pointer }
input:checked + label { background: CanvasText; color: Canvas }
input:focus-visible + label { outline: 2px solid Highlight; outline-offset: 2px }
.about { margin: 0 0 16px; font-size: 18px }
.swatches { display: flex; flex-wrap: wrap; gap: 12px 20px; margin: 0; padding: 0; list-style: none; font-size: 13px; line-height: 1.4 }
.swatches i { display: block; width: 72px; height: 32px; margin-bottom: 4px; border: 1px solid var(--rule) }
code { color: var(--muted) }
`;

const lookId = ({ theme, mode, size }: Pick<GalleryLook, 'theme' | 'mode' | 'size'>) =>
	idOf('look', `${theme}-${mode}-${size}`);

/** A path or a `4:3` is no identifier as it is. */
const idOf = (name: string, value: string) =>
	`${name}-${value.replace(/[^a-z0-9]/gi, (character) => `_${character.charCodeAt(0)}_`)}`;

function escapeHtml(text: string): string {
	const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
	return text.replace(/[&<>"]/g, (character) => names[character] ?? '');
}
