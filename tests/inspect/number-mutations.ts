// Every numeral that a reader of a finished deck meets, and the same file with that numeral changed. Written without the
// gate's own idea of what is text, so that the gate cannot overlook the same place twice.

export interface Mutation {
	/** The numeral and the words around it. */
	readonly what: string;
	readonly text: string;
}

const NUMERAL = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** The last digit counted up; a letter between digits and digits before that stay. */
function change(text: string, at: number, length: number): Mutation {
	const last = at + length - 1;
	const digit = text.charAt(last);
	const other = /\d/.test(digit) ? String((Number(digit) + 1) % 10) : '9';
	return {
		what: text.slice(Math.max(0, at - 30), at + length + 15).replace(/\s+/g, ' '),
		text: text.slice(0, last) + other + text.slice(last + 1),
	};
}

/** Places in `text` between `from` and `to` that are not matched by `hidden`. */
function numeralsOutside(text: string, hidden: RegExp, from = 0, to = text.length): readonly Mutation[] {
	const shown = text.slice(from, to).replace(hidden, (all) => '\ufffc'.repeat(all.length));
	return [...shown.matchAll(NUMERAL)].map((match) => change(text, from + match.index, match[0].length));
}

const REFERENCE = '&#\\d+;';

/** Front matter, slides and notes; not tags, paths of charts and the numbers of lists. */
export const inMarkdown = (markdown: string): readonly Mutation[] =>
	numeralsOutside(markdown, new RegExp(`<[a-z/][^>]*>|\\]\\([^)]*\\)|^\\d+\\. |${REFERENCE}`, 'gm'));

/** The document title, the slides with their charts and page numbers, and the notes. */
export function inPage(html: string): readonly Mutation[] {
	const title = html.indexOf('<title>');
	const body = html.indexOf('<div id=":$p">');
	const script = html.indexOf('<script>', body);
	const comment = html.indexOf('<!--\nPlayer', body);
	const end = Math.min(...[script, comment, html.length].filter((at) => at !== -1));
	const hidden = new RegExp(`<[^>]*>|${REFERENCE}`, 'g');
	const pages = [...html.slice(body, end).matchAll(/ data-marpit-pagination(?:-total)?="(\d+)"/g)];
	return [
		...numeralsOutside(html, hidden, title, html.indexOf('</title>', title)),
		...numeralsOutside(html, hidden, body, end),
		...pages.map((match) => {
			const at = body + match.index + match[0].length - 1 - (match[1] ?? '').length;
			return change(html, at, (match[1] ?? '').length);
		}),
	];
}

export const inSvg = (svg: string): readonly Mutation[] =>
	numeralsOutside(svg, new RegExp(`<[^>]*>|${REFERENCE}`, 'g'));

export interface TemplateMutation extends Mutation {
	readonly line: number;
}

/** A number before the first word of every stretch of text, strings in expressions included, and in place of every value. */
export function inTemplate(template: string): readonly TemplateMutation[] {
	const at = (index: number, length: number, number: string): TemplateMutation => ({
		what: template.slice(index, index + 30),
		text: template.slice(0, index) + number + template.slice(index + length),
		line: template.slice(0, index).split('\n').length,
	});
	const shown = template.replace(/<!--[\s\S]*?-->|<[a-z/][^>]*>|\{\{[^}]*\}\}/g, (all) =>
		all.replace(/[^\n]/g, '\ufffc'),
	);
	const words = [...shown.matchAll(/(?<![^\n\ufffc])[^\n\ufffc]*?(?=\p{L})/gu)].map((match) =>
		at(match.index + match[0].length, 0, '7 '),
	);
	const strings = [...template.matchAll(/\{\{[^}]*? (?:kicker|label)="/g)].map((match) =>
		at(match.index + match[0].length, 0, '7 '),
	);
	const values = [...template.matchAll(/\{\{(?![#/>!]|else|slide|chart)[^}]*\}\}/g)].map((match) =>
		at(match.index, match[0].length, '77.3%'),
	);
	return [...words, ...strings, ...values];
}
