// Tokens to CSS custom properties, in front of the base styles that read them. The size of the slide is written out,
// because Marp reads it from the text of the style sheet.

import { AIRS, STEPS } from '../model/room.js';
import type { ThemeTokens } from '../model/theme.js';

export interface BrandCss {
	/** Data URI. */
	readonly logo?: string;
	readonly footer?: string;
}

/** Marp finds the theme by its `@theme` comment. */
export function themeCss(tokens: ThemeTokens, baseCss: string, brand: BrandCss = {}): string {
	const { page } = tokens;
	const declarations = [
		`color-scheme: ${tokens.mode === 'dark' ? 'dark' : 'light'};`,
		...Object.entries(tokens.color).map(([role, value]) => `--color-${role}: ${value};`),
		...Object.entries(tokens.font).map(([role, name]) => `--font-${role}: ${family(name)};`),
		...Object.entries(tokens.size).map(([role, pixels]) => `--size-${role}: ${pixels}px;`),
		...Object.entries(tokens.space).map(([role, pixels]) => `--space-${role}: ${pixels}px;`),
		...Object.entries(page).map(([role, pixels]) => `--page-${role}: ${pixels}px;`),
	];
	return [
		`/* @theme ${tokens.name} */`,
		`:root {\n${declarations.map((line) => `\t${line}`).join('\n')}\n}`,
		`section {\n\twidth: ${page.width}px;\n\theight: ${page.height}px;\n}`,
		baseCss,
		...roomRules(),
		...brandRules(brand, page.footer > page.foot + 20),
	].join('\n\n');
}

/** What the class of a slide's body sets: the sizes of its text and the space of its rows. */
function roomRules(): string[] {
	return [
		...STEPS.map(
			({ name, text, small, figure, row }) =>
				`.body.${name} {\n\t--text: var(--size-${text});\n\t--small: var(--size-${small});\n\t--figure: calc(var(--size-headline) * ${figure});\n\t--step-row: ${row};\n}`,
		),
		...AIRS.map(({ name, row }) => `.body.${name} {\n\t--air: ${row};\n}`),
	];
}

/** The logo is decoration, repeated on every slide: it has no alternative text and stays out of the reading order. */
function brandRules({ logo, footer }: BrandCss, isFooterAlone: boolean): string[] {
	return [
		...(logo === undefined
			? []
			: [
					`section {\n\tbackground-image: url(${logo});\n\tbackground-repeat: no-repeat;\n\tbackground-size: auto 26px;\n\tbackground-position: right var(--page-margin) top calc(var(--page-header) - 8px);\n}`,
					'section:dir(rtl) {\n\tbackground-position-x: left var(--page-margin);\n}',
					// The panel covers the corner of the slide.
					'section.title {\n\tbackground-image: none;\n}',
					`section.title .facts {\n\tbackground-image: url(${logo});\n\tbackground-repeat: no-repeat;\n\tbackground-size: auto 44px;\n\tbackground-position: left 48px top 64px;\n}`,
					'section.title .facts:dir(rtl) {\n\tbackground-position-x: right 48px;\n}',
				]),
		...(footer === undefined || footer === ''
			? []
			: isFooterAlone
				? [`footer::after {\n\tcontent: ${cssString(` · ${footer}`)};\n}`]
				: [`footer::after {\n\tcontent: ${cssString(footer)};\n\tdisplay: block;\n}`]),
	];
}

/** What the family lacks is shown in one of its kind. */
const family = (name: string) => `"${name}", ${kindOf(name)}`;

function kindOf(name: string): string {
	if (/mono|code\b|courier|consolas|menlo/i.test(name)) return 'monospace';
	const isSerif = /(?<!sans[ -]?)serif|slab|roman|times|georgia|garamond|baskerville|caslon|bodoni/i.test(
		name,
	);
	return isSerif ? 'serif' : 'sans-serif';
}

/** Everything but letters, digits and blanks is written as its code, so that a text cannot end the string. */
function cssString(text: string): string {
	return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
