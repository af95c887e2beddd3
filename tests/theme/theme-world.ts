// The bundled themes as they lie on disk, resolved in any mode, size and density.

import { readdirSync, readFileSync } from 'node:fs';
import { parseYaml } from '../../src/load/parse-yaml.js';
import type { ThemeTokens } from '../../src/model/theme.js';
import { readTheme, type ThemeFile } from '../../src/theme/read-theme.js';
import { resolveTheme, type Variant } from '../../src/theme/resolve-theme.js';

export const THEMES = readdirSync('themes')
	.filter((name) => name.endsWith('.yaml') && name !== 'base.yaml')
	.map((name) => name.slice(0, -'.yaml'.length));

export const BASE_CSS = readFileSync('themes/base.css', 'utf8');

function parseTheme(text: string, file = 'theme.yaml') {
	const { root, diagnostics } = parseYaml(file, new TextEncoder().encode(text));
	if (root === undefined) throw new Error(JSON.stringify(diagnostics));
	return readTheme(root);
}

export function themeFile(name: string): ThemeFile {
	const path = `themes/${name}.yaml`;
	const { value, diagnostics } = parseTheme(readFileSync(path, 'utf8'), path);
	if (value === undefined) throw new Error(`${path}: ${JSON.stringify(diagnostics)}`);
	return value;
}

/** The theme and what it extends, the farthest first. */
export function chainOf(theme: ThemeFile): readonly ThemeFile[] {
	return theme.extends === undefined ? [theme] : [...chainOf(themeFile(theme.extends.name)), theme];
}

export function tokensOf(name: string, variant: Partial<Variant> = {}): ThemeTokens {
	const { value, diagnostics } = resolveTheme(chainOf(themeFile(name)), {
		mode: 'light',
		size: '16:9',
		...variant,
	});
	if (value === undefined) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
	return value;
}

/** A theme of a test, over the engineering theme, and what is wrong with it. */
export function resolveText(text: string, variant: Partial<Variant> = {}) {
	const read = parseTheme(text);
	if (read.value === undefined) return { diagnostics: read.diagnostics };
	return resolveTheme(chainOf(read.value), { mode: 'light', size: '16:9', ...variant });
}
