// The fonts of a CSS theme: faces that it brings as WOFF2 files, and stand-ins from our own packages for families that it
// only names. What is not embedded would look different on every machine.

import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../model/location.js';
import type { FontFile, FontRole } from '../../model/theme.js';
import type { Cascade, Computed } from './cascade.js';
import { partsOf } from './css-color.js';
import { addressesIn, type CssDeclaration } from './read-css.js';

export interface CssFonts {
	readonly families: Readonly<Record<FontRole, string>>;
	readonly files: readonly FontFile[];
	readonly diagnostics: readonly Diagnostic[];
}

type StandIn = 'Inter' | 'Source Serif 4' | 'IBM Plex Sans' | 'IBM Plex Mono';
const PACKAGES: Readonly<Record<StandIn, string>> = {
	Inter: 'inter',
	'Source Serif 4': 'source-serif-4',
	'IBM Plex Sans': 'ibm-plex-sans',
	'IBM Plex Mono': 'ibm-plex-mono',
};
/** Of what a machine has; nobody counts on getting just these. */
const SYSTEM =
	/^(?:-apple-system|system-ui|ui-[a-z-]+|blinkmacsystemfont|segoe ui|helvetica(?: neue)?|arial|roboto|sfmono-regular|sf mono|menlo|consolas|courier(?: new)?|georgia|times(?: new roman)?|sans-serif|serif|monospace)$/i;
const SERIF = /^(?:serif|ui-serif|georgia|times(?: new roman)?|.*\bserif\b(?!.*sans).*)$/i;
const MONO = /mono|courier|consolas|menlo/i;

export function cssFonts(
	cascade: Cascade,
	faces: readonly (readonly CssDeclaration[])[],
	theme: string,
): CssFonts {
	const own = faces.flatMap(readFace);
	const diagnostics: Diagnostic[] = [];
	const choose = (found: Computed | undefined): string | undefined => {
		if (found === undefined) return undefined;
		const names = partsOf(familiesOf(found.value)).map((name) => name.replace(/^(["'])(.*)\1$/, '$2'));
		const embedded = names.find((name) => own.some(({ family }) => family === name) || name in PACKAGES);
		if (embedded !== undefined) return embedded;
		const standIn = standInFor(names);
		const [first = ''] = names;
		if (!SYSTEM.test(first) && found.where !== undefined)
			diagnostics.push({
				code: 'MB336',
				location: found.where,
				args: { theme, family: first, standIn },
			});
		return standIn;
	};
	const text = choose(cascade.get('section', 'font-family', 'font')) ?? 'Inter';
	const heading =
		choose(cascade.get('h2', 'font-family', 'font') ?? cascade.get('h1', 'font-family', 'font')) ?? text;
	const families = { heading, text, figures: text };
	return { families, files: [...own, ...standIns(families)], diagnostics };
}

/** In the shorthand `font` they stand behind the size, which every other value lacks. */
const familiesOf = (value: string): string =>
	/^(?:[^"',]*\s)?(?:[\d.]+[a-z%]+|calc\(.*?\)|(?:xx?-)?(?:small|large)|medium)(?:\s*\/\s*[^\s,]+)?\s+(\D.*)$/i.exec(
		value.trim(),
	)?.[1] ?? value;

/** Monospaced text is a quarter wider than the slides have room for. */
function standInFor(names: readonly string[]): StandIn {
	const kinds = names.flatMap((name): StandIn[] => {
		if (MONO.test(name)) return ['IBM Plex Sans'];
		if (/sans/i.test(name)) return ['Inter'];
		return SERIF.test(name) ? ['Source Serif 4'] : [];
	});
	return kinds[0] ?? 'Inter';
}

/** The weights that slides are set in, and the file that has the contested mark. */
function standIns(families: Readonly<Record<FontRole, string>>): readonly FontFile[] {
	return Object.entries(PACKAGES)
		.filter(([family]) => Object.values(families).includes(family))
		.flatMap(([family, name]) =>
			[
				['latin', 400],
				['latin', 500],
				['latin', 600],
				['latin', 700],
				['latin-ext', 600],
			].map(([range, weight]) => ({
				family,
				weight: Number(weight),
				style: 'normal' as const,
				module: `@fontsource/${name}/files/${name}-${range}-${weight}-normal.woff2`,
			})),
		);
}

/** Only WOFF2 can be embedded; the others are what older browsers would take. */
function readFace(declarations: readonly CssDeclaration[]): readonly FontFile[] {
	const get = (property: string) => declarations.findLast((one) => one.property === property);
	const family = get('font-family')
		?.value.trim()
		.replace(/^(["'])(.*)\1$/, '$2');
	const source = get('src');
	const address = source && addressesIn(source.value).find((one) => /\.woff2$|^data:[^,]*woff2/i.test(one));
	if (family === undefined || source === undefined || address === undefined) return [];
	const where = source.where;
	const style = /italic|oblique/.test(get('font-style')?.value ?? '') ? 'italic' : 'normal';
	return weightsOf(get('font-weight')?.value ?? '400').map((weight) => ({
		family,
		weight,
		style,
		module: fontPath(address, where),
		isFile: true,
		...(where && { where }),
	}));
}

function fontPath(address: string, where: Location | undefined): string {
	return address.startsWith('data:') ? address : join(dirname(where?.file ?? ''), address);
}

/** A range is a variable font: the text's weight and the headline's are taken from it. */
function weightsOf(value: string): readonly number[] {
	const [least = 400, most] = value
		.replace(/\bnormal\b/, '400')
		.replace(/\bbold\b/, '700')
		.split(/\s+/)
		.map(Number)
		.filter((weight) => weight >= 1 && weight <= 1000);
	return most === undefined ? [least] : [400, 600].filter((weight) => weight >= least && weight <= most);
}
