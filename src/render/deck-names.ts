// Which decks and slides there are: every folder of templates with a `deck.md.hbs` is a deck, and what is in its `slides/`
// are its slides.

/** Names of a deck's slides: the templates in its `slides/` folder. */
export function slideNames(templates: ReadonlyMap<string, unknown>, deck: string): readonly string[] {
	const folder = `${deck}/slides/`;
	return [...templates.keys()]
		.filter((name) => name.startsWith(folder))
		.map((name) => name.slice(folder.length));
}

/** Names of the decks: template folders with a `deck.md.hbs`. */
export const deckNames = (templates: ReadonlyMap<string, unknown>): readonly string[] =>
	[...templates.keys()]
		.filter((name) => name.endsWith('/deck'))
		.map((name) => name.slice(0, -'/deck'.length));

/** A deck's own templates and all that belong to no deck; reading those of the others would be wasted. */
export function templatesOf<T>(deck: string, templates: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
	const others = deckNames(templates).filter((name) => name !== deck);
	return new Map([...templates].filter(([name]) => !others.some((other) => name.startsWith(`${other}/`))));
}
