// A theme's token file, already parsed, to tokens. Every token must be there: a theme with a hole would print a default.

import { z } from 'zod';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import type { Location } from '../model/location.js';
import type { ThemeTokens } from '../model/theme.js';

const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0a5bb0');
const pixels = z.number().positive().max(400);
const name = z
	.string()
	.regex(/^[\p{L}\p{N} ._-]+$/u, 'may hold letters, digits, spaces, dots, hyphens and underscores');

const themeFile = z.strictObject({
	name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words with hyphens'),
	color: z.strictObject({
		background: color,
		surface: color,
		text: color,
		muted: color,
		faint: color,
		rule: color,
		accent: color,
		'accent-soft': color,
		risk: color,
		'risk-soft': color,
		good: color,
	}),
	font: z.strictObject({ heading: name, text: name, figures: name }),
	size: z.strictObject({
		headline: pixels,
		subtitle: pixels,
		text: pixels,
		small: pixels,
		'chart-label': pixels,
		'chart-axis': pixels,
	}),
	space: z.strictObject({ row: pixels, gap: pixels, top: pixels }),
	fonts: z.array(
		z.strictObject({
			family: name,
			weight: z.number().int().min(100).max(900),
			style: z.enum(['normal', 'italic']).default('normal'),
			module: z.string().regex(/\.woff2$/, 'must be a .woff2 file of a font package'),
		}),
	),
});

export function readTheme(root: TreeNode): Checked<ThemeTokens> {
	const result = themeFile.safeParse(plain(root));
	if (result.success) {
		const { fonts, ...tokens } = result.data;
		return { value: { ...tokens, fontFiles: fonts }, diagnostics: [] };
	}
	return {
		diagnostics: result.error.issues.map((issue) => ({
			code: 'MB321',
			location: placeOf(root, issue.path),
			args: { reason: `${issue.path.join('.') || 'the file'}: ${issue.message}` },
		})),
	};
}

function plain(node: TreeNode): unknown {
	if (node.kind === 'scalar') return node.value;
	if (node.kind === 'list') return node.items.map(plain);
	return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

/** Where the value at a path stands, or the nearest thing around it that exists. */
function placeOf(root: TreeNode, path: readonly PropertyKey[]): Location {
	let node = root;
	for (const key of path) {
		const next =
			node.kind === 'list'
				? node.items[Number(key)]
				: node.kind === 'map'
					? node.entries.find((entry) => entry.key === key)?.value
					: undefined;
		if (next === undefined) break;
		node = next;
	}
	return node.where;
}
