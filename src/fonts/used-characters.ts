// Texts of a page, in whatever language they are written, to the characters and font features that it can come to show.
// Takes too many rather than too few: an escape that means nothing here adds a glyph and harms nobody.

/** What browsers and scripts write by themselves: figures, names of keys, hyphens, ellipses, bullets. */
const ALWAYS = [
	...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)),
	'\u00a0',
	'\u00ad',
	'\u2010',
	'\u2011',
	'\u2022',
	'\u2026',
];

const ESCAPE =
	/&#x([0-9a-f]{1,6});|&#(\d{1,7});|\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\([0-9a-f]{1,6})/gi;
const LARGEST = 0x10ffff;

/** Also their capitals and small letters, and their parts and wholes: styles and shaping turn one into the other. */
export function usedCharacters(texts: Iterable<string>, language: string): ReadonlySet<string> {
	const found = new Set<string>(ALWAYS);
	for (const text of texts) {
		for (const character of text + text.normalize('NFC')) found.add(character);
		for (const [all, hex, decimal, ...others] of text.matchAll(ESCAPE)) {
			const code = decimal === undefined ? Number.parseInt([hex, ...others].join(''), 16) : Number(decimal);
			if (all !== '' && code <= LARGEST) found.add(String.fromCodePoint(code));
		}
	}
	const used = new Set<string>();
	for (const character of found)
		for (const form of formsOf(character, language)) for (const each of form) used.add(each);
	return used;
}

function formsOf(character: string, language: string): readonly string[] {
	const cased = [
		character,
		character.toUpperCase(),
		character.toLowerCase(),
		localeCase(character, language, 'toLocaleUpperCase'),
		localeCase(character, language, 'toLocaleLowerCase'),
	];
	return cased.flatMap((form) => [form, form.normalize('NFC'), form.normalize('NFD')]);
}

function localeCase(
	character: string,
	language: string,
	change: 'toLocaleUpperCase' | 'toLocaleLowerCase',
): string {
	try {
		return character[change](language);
	} catch (error) {
		if (error instanceof RangeError) return character; // the language's name is not one that anybody knows
		throw error;
	}
}

/** Words of `font-variant-*` and the features that they stand for. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
	'tabular-nums': ['tnum'],
	'proportional-nums': ['pnum'],
	'lining-nums': ['lnum'],
	'oldstyle-nums': ['onum'],
	'slashed-zero': ['zero'],
	'diagonal-fractions': ['frac', 'numr', 'dnom'],
	'stacked-fractions': ['afrc'],
	ordinal: ['ordn'],
	'small-caps': ['smcp'],
	'all-small-caps': ['smcp', 'c2sc'],
	'discretionary-ligatures': ['dlig'],
	'historical-ligatures': ['hlig'],
	sub: ['subs'],
	super: ['sups'],
};

export function usedFeatures(css: string): readonly string[] {
	const variants = [...css.matchAll(/font-variant[a-z-]*\s*:([^;}]*)/gi)].flatMap(([, words = '']) =>
		words
			.trim()
			.split(/\s+/)
			.flatMap((word) => VARIANTS[word] ?? []),
	);
	const settings = [...css.matchAll(/font-feature-settings\s*:([^;}]*)/gi)].flatMap(([, list = '']) =>
		[...list.matchAll(/["']([\x20-\x7e]{4})["']/g)].map(([, tag = '']) => tag),
	);
	return [...variants, ...settings];
}
