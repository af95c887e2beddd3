// Markdown of a slide's body to a tree of boxes, for estimating its height. Knows what our templates write: blocks in
// `div`s, headings, lists, tables, charts; anything else counts as a paragraph.

export interface Word {
	readonly text: string;
	readonly isStrong: boolean;
	/** Behind a hyphen, where a line may break without a space. */
	readonly isGlued: boolean;
}

export type Words = readonly Word[];

export type Box =
	| { readonly kind: 'block'; readonly classes: readonly string[]; readonly children: readonly Box[] }
	| { readonly kind: 'heading' | 'paragraph'; readonly words: Words }
	| { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Words[] }
	| {
			readonly kind: 'table';
			readonly rows: readonly (readonly Words[])[];
			/** Right-aligned columns, whose cells are not wrapped. */
			readonly numbers: readonly boolean[];
	  }
	| { readonly kind: 'chart'; readonly path: string };

type Block = { kind: 'block'; classes: readonly string[]; children: Box[] };

const OPENING = /^<div class="([^"]*)">$/;
const CHART = /^!\[.*\]\((charts\/[^)]+)\)$/;
const ITEM = /^(?:-|(\d+)\.) /;

export function readBoxes(markdown: string): Box {
	const root: Block = { kind: 'block', classes: [], children: [] };
	const open = [root];
	let former: 'list' | 'table' | 'text' | 'none' = 'none';
	for (const raw of markdown.split('\n')) {
		const line = raw.trim();
		const parent = open.at(-1) ?? root;
		const last = parent.children.at(-1);
		const opening = OPENING.exec(line);
		const chart = CHART.exec(line);
		const item = ITEM.exec(line);
		if (line === '') {
			if (former !== 'list') former = 'none';
		} else if (opening) {
			const block: Block = { kind: 'block', classes: (opening[1] ?? '').split(' '), children: [] };
			parent.children.push(block);
			open.push(block);
			former = 'none';
		} else if (line === '</div>') {
			if (open.length > 1) open.pop();
			former = 'none';
		} else if (chart) {
			parent.children.push({ kind: 'chart', path: chart[1] ?? '' });
			former = 'none';
		} else if (line.startsWith('### ')) {
			parent.children.push({ kind: 'heading', words: wordsOf(line.slice(4)) });
			former = 'none';
		} else if (item) {
			const words = wordsOf(line.slice(item[0].length));
			if (former === 'list' && last?.kind === 'list') (last.items as Words[]).push(words);
			else parent.children.push({ kind: 'list', isNumbered: item[1] !== undefined, items: [words] });
			former = 'list';
		} else if (line.startsWith('|')) {
			const cells = line.slice(1, line.endsWith('|') ? -1 : undefined).split('|');
			if (former !== 'table' || last?.kind !== 'table')
				parent.children.push({ kind: 'table', rows: [cells.map(wordsOf)], numbers: [] });
			else if (/^\|[-:| ]+\|$/.test(line))
				(last.numbers as boolean[]).push(...cells.map((cell) => cell.endsWith(':')));
			else (last.rows as Words[][]).push(cells.map(wordsOf));
			former = 'table';
		} else {
			const words = wordsOf(line);
			if (former === 'text' && last?.kind === 'paragraph')
				parent.children[parent.children.length - 1] = {
					kind: 'paragraph',
					words: [...last.words, ...words],
				};
			else parent.children.push({ kind: 'paragraph', words });
			former = 'text';
		}
	}
	return root;
}

/** As a reader sees them: without tags and character references. */
function wordsOf(markdown: string): Words {
	const plain = markdown
		.replace(/<[^>]*>/g, '')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&(?:amp|lt|gt);/g, '&');
	return plain.split('**').flatMap((part, index) =>
		part
			.split(/\s+/u)
			.filter((text) => text !== '')
			.flatMap((word) =>
				word
					.split(/(?<=[\p{L}\p{N}]-)(?=\p{L})/u)
					.map((text, piece) => ({ text, isStrong: index % 2 === 1, isGlued: piece > 0 })),
			),
	);
}
