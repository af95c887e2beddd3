// Text from evidence to Markdown that shows exactly that text. Encodes only what could become structure, as character
// references, because a reference can never create structure; `GPT-5.3-Codex` and `77.3%` stay as they are.

/** Characters that mean something to CommonMark, GFM tables or Marp wherever they stand. */
const ANYWHERE = /[\\`*[\]<>&|~$]/g;
/** An underscore between two word characters never starts emphasis. */
const EMPHASIS_UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What makes a list, a heading, a rule or a quote at the start of a line. */
const AT_START = /^(?:[#=>:]|[-+](?=\s|$)|-(?=[-\s]*$))/;
const NUMBERED_AT_START = /^(\d{1,9})([.)])(?=\s|$)/;
/** A heading drops number signs at its end. */
const HASH_AT_END = /(?<=\s#*)#$/;

/** One line of Markdown text; line breaks and runs of white space become single spaces. */
export function escapeMarkdown(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	return line
		.replace(ANYWHERE, reference)
		.replace(EMPHASIS_UNDERSCORE, reference)
		.replace(AT_START, reference)
		.replace(HASH_AT_END, reference)
		.replace(NUMBERED_AT_START, (_match, digits: string, sign: string) => `${digits}${reference(sign)}`);
}

/** Escaped text that is printed behind a number and could make a list of it. */
export const escapeAfterNumber = (markdown: string): string => markdown.replace(/^[.)](?=\s|$)/, reference);

function reference(character: string): string {
	return character === '&'
		? '&amp;'
		: character === '<'
			? '&lt;'
			: character === '>'
				? '&gt;'
				: `&#${character.codePointAt(0)};`;
}

/**
 * Text inside a presenter note, which is an HTML comment in the Markdown file. It can neither end the comment nor be
 * read as YAML, and so never becomes a directive: a colon is followed by a no-break space, which YAML takes for text.
 */
export function escapeNote(text: string): string {
	return (
		text
			.replace(/\s+/gu, ' ')
			.trim()
			// Notes are decoded when the page is made, so what looks like a reference has to survive that.
			.replace(/&(?=#?\w+;)/g, '&amp;')
			.replace(/--(?=!?>|-)/g, '-\u2060-')
			.replace(/-->/g, '-\u2060->')
			.replace(/: /g, ':\u00a0')
			.replace(/:$/, ':\u2060')
			.replace(/ #/g, '\u00a0#')
	);
}
