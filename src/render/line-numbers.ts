// Rendered blocks and images get the line of the Markdown that they come from, as `data-line`, for whoever looks at the
// page in a browser. Readers of a deck have no use for it, so the page to present goes without.

interface LinedToken {
	readonly map: [number, number] | null;
	readonly nesting: number;
	readonly children: LinedToken[] | null;
	readonly type: string;
	attrSet(name: string, value: string): void;
}

export interface LinedMarkdown {
	readonly core: {
		readonly ruler: { push(name: string, rule: (state: { tokens: LinedToken[] }) => void): void };
	};
}

/** A slide as a whole has the line of the rule before it, or none, and only keeps that with `slides`. */
export function numberLines(md: LinedMarkdown, { slides = false } = {}): void {
	md.core.ruler.push('modelbrief_lines', ({ tokens }) => {
		for (const token of tokens) {
			if (token.map === null || token.nesting === -1) continue;
			if (token.type === 'marpit_slide_open' && !slides) continue;
			let line = token.map[0] + 1;
			token.attrSet('data-line', `${line}`);
			for (const child of token.children ?? []) {
				if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1;
				if (child.type === 'image') child.attrSet('data-line', `${line}`);
			}
		}
	});
}

/** Only inside tags: text cannot hold a quote there, nor an attribute a tag. */
const LINE = /(<[a-z][a-z0-9]*(?:\s[^<>]*?)?) data-line="(\d+)"/g;

export const withoutLines = (html: string): string => html.replace(LINE, '$1');

/** For a slide that starts so many lines further down than when it was rendered. */
export const movedLines = (html: string, by: number): string =>
	by === 0
		? html
		: html.replace(LINE, (_, tag: string, line: string) => `${tag} data-line="${Number(line) + by}"`);
