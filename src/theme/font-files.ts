// The list `fonts:` of a theme or brand file: which files hold the faces. A file is named by its place in a font
// package, or beside the file that names it.

import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeMap, TreeNode } from '../diagnostics/evidence-tree.js';
import type { FontFile } from '../model/theme.js';

const FIELDS = ['family', 'weight', 'style', 'module', 'file'];
const FAMILY = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u;

export function readFontFiles(
	list: TreeNode | undefined,
	diagnostics: Diagnostic[],
	code: 'MB321' | 'MB345',
): readonly FontFile[] {
	if (list === undefined) return [];
	const invalid = (reason: string, { where }: TreeNode) =>
		diagnostics.push({ code, location: where, args: { reason } });
	if (list.kind !== 'list') {
		invalid('`fonts` must be a list', list);
		return [];
	}
	return list.items.flatMap((item) => {
		if (item.kind !== 'map') {
			invalid('a font needs `family`, `weight`, and `module` or `file`', item);
			return [];
		}
		const font = readFont(item);
		if (typeof font === 'string') {
			invalid(font, item);
			return [];
		}
		return [font];
	});
}

/** Or what is wrong with it. */
function readFont(map: TreeMap): FontFile | string {
	const wrong = map.entries.find(({ key }) => !FIELDS.includes(key));
	if (wrong !== undefined) return `a font has no \`${wrong.key}\`; it has ${FIELDS.join(', ')}`;
	const field = (key: string) => map.entries.find((entry) => entry.key === key)?.value;
	const plain = (key: string) => {
		const node = field(key);
		return node?.kind === 'scalar' ? node.value : undefined;
	};
	const [family, weight = 400, style = 'normal'] = [
		plain('family'),
		plain('weight') ?? 400,
		plain('style') ?? 'normal',
	];
	const [module, file] = [plain('module'), plain('file')];
	const path = module ?? file;
	if (typeof family !== 'string' || !FAMILY.test(family)) return 'a font needs the name of its `family`';
	if (typeof weight !== 'number' || weight < 100 || weight > 900)
		return 'a `weight` is a number from 100 to 900';
	if (style !== 'normal' && style !== 'italic') return 'a `style` is normal or italic';
	if (typeof path !== 'string' || (module !== undefined && file !== undefined))
		return 'a font needs either `module`, a file of a font package, or `file`, a path beside this file';
	if (!(file === undefined ? /\.woff2$/ : /\.(?:woff2|ttf|otf)$/i).test(path))
		return `${path} is not a .woff2${file === undefined ? '' : ', .ttf or .otf'} file; other formats cannot be embedded`;
	const where = (field('module') ?? field('file') ?? map).where;
	return {
		family,
		weight,
		style,
		module: file === undefined ? path : join(dirname(where.file), path),
		isFile: file !== undefined,
		where,
	};
}
