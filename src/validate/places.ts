// A tree as plain objects that the schemas can check, and the way back: where an object or one of its fields stands.

import type { TreeMap, TreeNode, TreeScalar } from '../diagnostics/evidence-tree.js';
import type { Location } from '../model/location.js';

export class Places {
	readonly #nodes = new WeakMap<object, TreeNode>();

	/** Text is normalised (NFC) and becomes one line without outer blanks. The result is ours to change. */
	plain(node: TreeNode): unknown {
		if (node.kind === 'scalar') return typeof node.value === 'string' ? oneLine(node.value) : node.value;
		if (node.kind === 'list') {
			const items = node.items.map((item) => this.plain(item));
			this.#nodes.set(items, node);
			return items;
		}
		const object: Record<string, unknown> = {};
		for (const { key, value } of node.entries) object[oneLine(key)] = this.plain(value);
		this.#nodes.set(object, node);
		return object;
	}

	/** Where an object or list made by `plain` starts. */
	of(value: object): Location {
		return this.#node(value).where;
	}

	/** Where the value of a field stands; the object itself when it has no such field. */
	field(object: object, ...keys: readonly string[]): Location {
		for (const key of keys) {
			const entry = this.#entry(object, key);
			if (entry) return entry.value.where;
		}
		return this.of(object);
	}

	/** True when the file gives the field, even where its value was refused and cut out. */
	has(object: object, key: string): boolean {
		return this.#entry(object, key) !== undefined;
	}

	/** Where the name of a field stands. */
	key(object: object, key: string): Location {
		return this.#entry(object, key)?.keyWhere ?? this.of(object);
	}

	/** Where item `index` of a list field stands, or the field where it is not a list. */
	item(object: object, key: string, index: number): Location {
		const node = this.#entry(object, key)?.value;
		const item = node?.kind === 'list' ? node.items[index] : node;
		return item?.where ?? this.of(object);
	}

	/** Where the nth `fragment` (from 0) stands inside the text of a field; the whole text when it is not found. */
	within(scalar: TreeScalar, fragment: string, nth: number): Location {
		let at = -1;
		for (let n = 0; n <= nth; n++) {
			at = scalar.raw.indexOf(fragment, at + 1);
			if (at === -1) return scalar.where;
		}
		const before = scalar.raw.slice(0, at).split('\n');
		const last = before.at(-1) ?? '';
		const line = scalar.where.line + before.length - 1;
		const column = before.length === 1 ? scalar.where.column + last.length : last.length + 1;
		return { file: scalar.where.file, line, column, length: fragment.length };
	}

	/** The scalar behind a field, or behind one item of a list field. */
	scalar(object: object, key: string, index?: number): TreeScalar | undefined {
		const node = this.#entry(object, key)?.value;
		const found = index !== undefined && node?.kind === 'list' ? node.items[index] : node;
		return found?.kind === 'scalar' ? found : undefined;
	}

	/** How many decimals are written in a number, or in each item of a list: two in `77.30`. */
	decimals(object: object, key: string): readonly number[] {
		const node = this.#entry(object, key)?.value;
		return (node?.kind === 'list' ? node.items : [node]).map((item) =>
			item?.kind === 'scalar' && typeof item.value === 'number' ? (item.raw.split('.')[1]?.length ?? 0) : 0,
		);
	}

	#entry(object: object, key: string) {
		const node = this.#node(object);
		return node.kind === 'map' ? entryOf(node, key) : undefined;
	}

	#node(value: object): TreeNode {
		const node = this.#nodes.get(value);
		if (!node) throw new Error('This object was not made from a tree.');
		return node;
	}
}

export function entryOf(map: TreeMap, key: string) {
	return map.entries.find((entry) => oneLine(entry.key) === key);
}

/** Blanks that a person cannot mean, such as no-break spaces inside a number, are kept: they can be meant. */
export function oneLine(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\t\n\r\u0085\u2028\u2029 ]+/g, ' ')
		.trim();
}
