// Where a node of a template's syntax tree stands in its file.

import type { Location } from '../../model/location.js';

export const locationOf = (file: string, node: hbs.AST.Node): Location => ({
	file,
	line: node.loc.start.line,
	column: node.loc.start.column + 1,
	length:
		node.loc.end.line === node.loc.start.line ? Math.max(1, node.loc.end.column - node.loc.start.column) : 1,
});
