// A page's drawing, in which whatever carries no meaning becomes an artifact: lines, boxes and backgrounds that Chromium
// leaves unmarked, and those that it tags as content of a paragraph or a table. Reads one operator a line, as Skia writes.

export interface MarkedDrawing {
	readonly text: string;
	/** Marked contents that became artifacts: they are no longer part of the structure. */
	readonly dropped: readonly number[];
}

const CONTENT = /^\/(\w+) <<\/MCID (\d+) ?>> ?BDC$/;
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);

/** `isFigure` says of a form that is drawn whether it has content of its own. */
export function markArtifacts(drawing: string, hasContent: (form: string) => boolean): MarkedDrawing {
	const lines: string[] = [];
	const dropped: number[] = [];
	/** The marked content that is open: where it starts, and whether it says something. */
	let open: { readonly at: number; readonly tag: string; readonly id: number; says: boolean } | undefined;
	/** Spans within it, such as Chromium writes around a blank that does not break. */
	let spans = 0;
	let path: number | undefined;
	let text: number | undefined;
	const wrap = (from: number) => {
		lines.splice(from, 0, '/Artifact BMC');
		lines.push('EMC');
	};
	for (const line of drawing.split('\n')) {
		const operator = line.slice(line.lastIndexOf(' ') + 1);
		const content = operator.endsWith('BDC') ? CONTENT.exec(line) : null;
		if (content !== null) {
			open = { at: lines.length, tag: content[1] ?? '', id: Number(content[2]), says: false };
			lines.push(line);
			continue;
		}
		lines.push(line);
		if (open !== undefined) {
			if (operator === 'BT' || operator === 'Do') open.says = true;
			if (operator.endsWith('BDC')) spans += 1;
			if (operator !== 'EMC') continue;
			if (spans > 0) {
				spans -= 1;
				continue;
			}
			if (!open.says && open.tag !== 'Figure') {
				lines[open.at] = '/Artifact BMC';
				dropped.push(open.id);
			}
			open = undefined;
			path = undefined;
		} else if (operator === 'm' || operator === 're') path ??= lines.length - 1;
		else if (operator === 'n') path = undefined;
		else if (PAINTS.has(operator)) {
			wrap(path ?? lines.length - 1);
			path = undefined;
		} else if (operator === 'BT') text = lines.length - 1;
		else if (operator === 'ET' && text !== undefined) {
			wrap(text);
			text = undefined;
		} else if (operator === 'sh' || (operator === 'Do' && !hasContent(/^\/(\w+) Do$/.exec(line)?.[1] ?? '')))
			wrap(lines.length - 1);
	}
	return { text: lines.join('\n'), dropped };
}
