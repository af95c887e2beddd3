// Two versions of a deck in, the message that turns a page of the one into a page of the other out.

import { createHash } from 'node:crypto';
import type { BuiltDeck } from '../model/deck.js';
import type { Hello, Patch } from './messages.js';

export interface Version {
	readonly id: string;
	readonly built: BuiltDeck;
}

export function versionOf(built: BuiltDeck): Version {
	const { slides, css, fontCss, data } = built.parts;
	const hash = createHash('sha256');
	for (const { html, notes } of slides) hash.update(`${html}\0${notes.join('\0')}\0\0`);
	const id = hash.update(css).update(data).update(fontCss).digest('base64url').slice(0, 16);
	return { id, built };
}

const namesOf = ({ built }: Version): readonly string[] => built.slides.map(({ name }) => name);

export const greeting = (version: Version): Hello => ({
	kind: 'hello',
	version: version.id,
	slides: namesOf(version),
});

/** A `hello` where slides came, went or moved, or notes where there were none: the page then loads itself again. */
export function makePatch(before: Version, after: Version): Patch | Hello {
	const [old, next] = [before.built.parts, after.built.parts];
	const names = namesOf(after);
	const isSameDeck = names.length === old.slides.length && namesOf(before).join() === names.join();
	const hasSameNotes = next.slides.every(
		({ notes }, index) => (notes.length === 0) === (old.slides[index]?.notes.length === 0),
	);
	if (!isSameDeck || !hasSameNotes) return greeting(after);
	const changed = next.slides.map((slide, index) => ({ ...slide, index, before: old.slides[index] }));
	return {
		kind: 'patch',
		from: before.id,
		to: after.id,
		slides: changed
			.filter(({ html, before: was }) => html !== was?.html)
			.map(({ index, html }) => ({ index, html })),
		notes: changed
			.filter(({ notes, before: was }) => notes.join('\n\n') !== was?.notes.join('\n\n'))
			.map(({ index, notes }) => ({ index, paragraphs: notes })),
		styles: [
			...(next.fontCss === old.fontCss ? [] : [{ part: 'fonts' as const, text: next.fontCss }]),
			...(next.css === old.css ? [] : [{ part: 'theme' as const, text: next.css }]),
		],
		...(next.data === old.data ? {} : { data: next.data }),
		names,
	};
}
