// A template to what its author typed for readers: text between expressions, and strings inside them. Everything else is
// blanked, so that a place in the result is a place in the file.

/** Stands for an expression; not a space, since text after it does not begin its line. */
const BLANK = '\ufffc';

/** Must see the tree before anything rewrites it. */
export function typedText(ast: hbs.AST.Program, source: string): string {
	const starts = lineStarts(source);
	const offset = ({ line, column }: hbs.AST.Position) => (starts[line - 1] ?? 0) + column;
	const kept = source.replace(/[^\n]/g, BLANK).split('');
	visit(ast, ({ loc }) => {
		for (let at = offset(loc.start); at < offset(loc.end); at += 1) kept[at] = source[at] ?? '';
	});
	return kept.join('');
}

function lineStarts(source: string): readonly number[] {
	const starts = [0];
	for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

/** Texts and strings, and numbers that are printed by themselves. The name in `{{slide "name"}}` is no text. */
function visit(node: unknown, keep: (node: hbs.AST.Node) => void): void {
	if (Array.isArray(node)) {
		for (const child of node) visit(child, keep);
		return;
	}
	if (!isNode(node)) return;
	switch (node.type) {
		case 'ContentStatement':
		case 'StringLiteral':
			keep(node);
			return;
		case 'CommentStatement':
			return;
		case 'MustacheStatement': {
			const { path, params, hash } = node as hbs.AST.MustacheStatement;
			if (path.type === 'NumberLiteral') keep(path);
			const isSlide = 'original' in path && path.original === 'slide';
			visit(isSlide ? params.slice(1) : [path, ...params], keep);
			visit(hash, keep);
			return;
		}
		default:
			for (const [key, child] of Object.entries(node)) if (key !== 'loc') visit(child, keep);
	}
}

const isNode = (value: unknown): value is hbs.AST.Node => typeof value === 'object' && value !== null;
