// One value of a token file, of the type that its role wants. Takes the objects of the Design Tokens format 2025.10 and
// the plain ones: `#0a5bb0`, `24`, `24px`, `Inter`.

import type { TreeMap, TreeNode } from '../diagnostics/evidence-tree.js';
import type { TokenType } from './token-roles.js';

export type TokenValue = string | number;

const PX_PER_REM = 16;
const LARGEST_PX = 4000;

/** `wrong` says what the value must be. */
export type ReadValue = { readonly value: TokenValue } | { readonly wrong: string };

export function readTokenValue(node: TreeNode, type: TokenType): ReadValue {
	switch (type) {
		case 'color':
			return readColor(node);
		case 'dimension':
			return readDimension(node);
		case 'fontFamily':
			return readFamily(node);
	}
}

function readColor(node: TreeNode): ReadValue {
	const wrong = { wrong: 'a colour such as #0a5bb0, in quotes and without transparency' };
	if (node.kind === 'map') return readColorObject(node) ?? wrong;
	if (node.kind !== 'scalar' || typeof node.value !== 'string') return wrong;
	const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(node.value);
	if (short !== null)
		return { value: `#${short.slice(1).map((digit) => digit + digit)}`.replaceAll(',', '').toLowerCase() };
	return /^#[0-9a-f]{6}$/i.test(node.value) ? { value: node.value.toLowerCase() } : wrong;
}

/** `{ colorSpace: srgb, components: [0, 0.4, 1] }`; the `hex` of another colour space stands in for it. */
function readColorObject(map: TreeMap): ReadValue | undefined {
	const field = (key: string) => map.entries.find((entry) => entry.key === key)?.value;
	const plain = (key: string) => {
		const node = field(key);
		return node?.kind === 'scalar' ? node.value : undefined;
	};
	if ((plain('alpha') ?? 1) !== 1) return undefined;
	const components = field('components');
	if (plain('colorSpace') === 'srgb' && components?.kind === 'list' && components.items.length === 3) {
		const parts = components.items.map((item) => (item.kind === 'scalar' ? item.value : undefined));
		if (parts.some((part) => typeof part !== 'number' || part < 0 || part > 1)) return undefined;
		const bytes = parts.map((part) =>
			Math.round(Number(part) * 255)
				.toString(16)
				.padStart(2, '0'),
		);
		return { value: `#${bytes.join('')}` };
	}
	const hex = plain('hex');
	return typeof hex === 'string' && /^#[0-9a-f]{6}$/i.test(hex) ? { value: hex.toLowerCase() } : undefined;
}

function readDimension(node: TreeNode): ReadValue {
	const wrong = { wrong: 'a length such as 24px' };
	const sized = (amount: unknown, unit: unknown): ReadValue => {
		if (typeof amount !== 'number' || (unit !== 'px' && unit !== 'rem')) return wrong;
		const pixels = amount * (unit === 'rem' ? PX_PER_REM : 1);
		return pixels > 0 && pixels <= LARGEST_PX ? { value: pixels } : wrong;
	};
	if (node.kind === 'map') {
		const [amount, unit] = ['value', 'unit'].map((key) => {
			const part = node.entries.find((entry) => entry.key === key)?.value;
			return part?.kind === 'scalar' ? part.value : undefined;
		});
		return sized(amount, unit);
	}
	if (node.kind !== 'scalar') return wrong;
	if (typeof node.value === 'number') return sized(node.value, 'px');
	const [, amount, unit] = /^(\d+(?:\.\d+)?)(px|rem)$/.exec(String(node.value)) ?? [];
	return amount === undefined ? wrong : sized(Number(amount), unit);
}

const FAMILY = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u;

/** The first of a list: the deck embeds it, and generic families follow by themselves. */
function readFamily(node: TreeNode): ReadValue {
	const first = node.kind === 'list' ? node.items[0] : node;
	const name = first?.kind === 'scalar' ? first.value : undefined;
	return typeof name === 'string' && FAMILY.test(name)
		? { value: name }
		: { wrong: 'the name of a font family, such as Inter' };
}
