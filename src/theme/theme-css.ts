// Tokens to CSS custom properties, in front of the base styles that read them.

import type { ThemeTokens } from '../model/theme.js';

/** Marp finds the theme by its `@theme` comment. */
export function themeCss(tokens: ThemeTokens, baseCss: string): string {
	const declarations = [
		...Object.entries(tokens.color).map(([role, value]) => `--color-${role}: ${value};`),
		`--font-heading: ${family(tokens.font.heading)}, serif;`,
		`--font-text: ${family(tokens.font.text)}, sans-serif;`,
		`--font-figures: ${family(tokens.font.figures)}, sans-serif;`,
		...Object.entries(tokens.size).map(([role, pixels]) => `--size-${role}: ${pixels}px;`),
		...Object.entries(tokens.space).map(([role, pixels]) => `--space-${role}: ${pixels}px;`),
	];
	return `/* @theme ${tokens.name} */\n\n:root {\n${declarations.map((line) => `\t${line}`).join('\n')}\n}\n\n${baseCss}`;
}

const family = (name: string) => `"${name}"`;
