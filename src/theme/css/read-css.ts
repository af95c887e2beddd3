// A theme written in CSS to its rules, flat and with their places. The only door to postcss. Follows imports of Marp's
// own themes and of nothing else; refuses every address on another machine.

import postcss, {
	type AtRule,
	type ChildNode,
	CssSyntaxError,
	type Declaration,
	type Root,
	type Rule,
} from 'postcss';
import type { Checked, Diagnostic } from '../../diagnostics/diagnostic.js';
import type { TextFile } from '../../model/deck.js';
import type { Location } from '../../model/location.js';

export interface CssDeclaration {
	readonly property: string;
	readonly value: string;
	readonly isImportant: boolean;
	/** Absent for what Marp's own themes say. */
	readonly where?: Location;
}

export interface CssRule {
	/** Without nesting. */
	readonly selectors: readonly string[];
	readonly declarations: readonly CssDeclaration[];
}

export interface CssSheet {
	readonly rules: readonly CssRule[];
	/** `@font-face` rules. */
	readonly faces: readonly (readonly CssDeclaration[])[];
	/** Files that `url()` names, as they stand there. */
	readonly files: readonly { readonly address: string; readonly where: Location }[];
}

/** Text of a theme that comes with Marp. */
export type MarpThemeCss = (name: string) => string | undefined;

const MARP_THEMES = ['default', 'gaia', 'uncover'];
const LONGEST = 1_000_000;

/** There is no value where the text is no CSS. */
export function readCss({ file, text }: TextFile, marpTheme: MarpThemeCss): Checked<CssSheet> {
	const diagnostics: Diagnostic[] = [];
	const sheet = {
		rules: [] as CssRule[],
		faces: [] as CssDeclaration[][],
		files: [] as { address: string; where: Location }[],
	};
	if (text.length > LONGEST)
		return { diagnostics: [invalid({ file, line: 1, column: 1 }, 'it is longer than a million characters')] };
	const root = parse(file, text, diagnostics);
	if (root === undefined) return { diagnostics };
	const locate = (node: ChildNode): Location => ({
		file,
		line: node.source?.start?.line ?? 1,
		column: node.source?.start?.column ?? 1,
	});
	gather(root, { locate, sheet, diagnostics, marpTheme });
	return { value: sheet, diagnostics };
}

interface Gathering {
	/** Absent inside of Marp's own themes. */
	readonly locate?: (node: ChildNode) => Location;
	readonly sheet: {
		rules: CssRule[];
		faces: CssDeclaration[][];
		files: { address: string; where: Location }[];
	};
	readonly diagnostics: Diagnostic[];
	readonly marpTheme: MarpThemeCss;
}

function parse(file: string, text: string, diagnostics: Diagnostic[]): Root | undefined {
	try {
		return postcss.parse(text, { map: false });
	} catch (error) {
		if (!(error instanceof CssSyntaxError)) throw error;
		diagnostics.push(invalid({ file, line: error.line ?? 1, column: error.column ?? 1 }, error.reason));
		return undefined;
	}
}

const invalid = (location: Location, reason: string): Diagnostic => ({
	code: 'MB334',
	location,
	args: { reason },
});

function gather(root: Root, gathering: Gathering): void {
	for (const node of root.nodes) visit(node, [''], gathering);
}

/** Rules for other media, or for some browsers only, say nothing about the slides that everybody sees. */
const TRANSPARENT = ['layer', 'media', 'supports', 'container'];

function visit(node: ChildNode, parents: readonly string[], gathering: Gathering): void {
	if (node.type === 'rule') visitRule(node, parents, gathering);
	if (node.type !== 'atrule') return;
	if (/^import(?:-theme)?$/.test(node.name)) followImport(node, gathering);
	else if (node.name === 'font-face') gathering.sheet.faces.push(declarationsOf(node, gathering));
	else if (TRANSPARENT.includes(node.name) && !/\bprint\b|prefers-/.test(node.params))
		for (const child of node.nodes ?? []) visit(child, parents, gathering);
}

function visitRule(rule: Rule, parents: readonly string[], gathering: Gathering): void {
	const selectors = parents.flatMap((parent) =>
		rule.selectors.map((selector) =>
			selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`.trim(),
		),
	);
	gathering.sheet.rules.push({ selectors, declarations: declarationsOf(rule, gathering) });
	for (const child of rule.nodes) if (child.type !== 'decl') visit(child, selectors, gathering);
}

function declarationsOf(parent: Rule | AtRule, gathering: Gathering): CssDeclaration[] {
	return (parent.nodes ?? [])
		.filter((node): node is Declaration => node.type === 'decl')
		.map((node) => {
			lookForAddresses(node, gathering);
			const where = gathering.locate?.(node);
			return {
				property: node.prop.startsWith('--') ? node.prop : node.prop.toLowerCase(),
				value: node.value,
				isImportant: node.important === true,
				...(where && { where }),
			};
		});
}

/** Nothing of Marp's own themes that lies elsewhere is taken over. */
function lookForAddresses(node: Declaration, { locate, sheet, diagnostics }: Gathering): void {
	if (locate === undefined) return;
	for (const address of addressesIn(node.value)) {
		if (isRemote(address)) diagnostics.push({ code: 'MB333', location: locate(node), args: { address } });
		else if (!/^(?:data:|#)/i.test(address)) sheet.files.push({ address, where: locate(node) });
	}
}

/** Inside `url()` and `image-set()`, with escapes undone. */
export function addressesIn(value: string): readonly string[] {
	const plain = value
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) =>
			String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
		);
	const quoted = /image-set\(/i.test(plain)
		? [...plain.matchAll(/(["'])(.*?)\1/g)].map(([, , text = '']) => text)
		: [];
	const urls = [...plain.matchAll(/\burl\(\s*(?:(["'])(.*?)\1|([^)]*?))\s*\)/gi)].map(
		([, , inQuotes, bare]) => inQuotes ?? bare ?? '',
	);
	return [...new Set([...urls, ...quoted])];
}

const isRemote = (address: string) =>
	/^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}/i.test(address) ||
	(/^[a-z][a-z0-9+.-]+:/i.test(address) && !/^data:/i.test(address));

function followImport(node: AtRule, gathering: Gathering): void {
	const { locate, diagnostics, marpTheme } = gathering;
	if (locate === undefined) return;
	const [address = ''] = addressesIn(node.params);
	const name = address === '' ? (/["']([^"']*)["']/.exec(node.params)?.[1] ?? node.params.trim()) : address;
	const css = MARP_THEMES.includes(name) ? marpTheme(name) : undefined;
	if (css !== undefined) {
		const { locate: _, ...inside } = gathering;
		gather(postcss.parse(css, { map: false }), inside);
	} else if (isRemote(name))
		diagnostics.push({ code: 'MB333', location: locate(node), args: { address: name } });
	else
		diagnostics.push(
			invalid(
				locate(node),
				`it imports \`${name}\`; a theme can import ${MARP_THEMES.join(', ')} and nothing else`,
			),
		);
}
