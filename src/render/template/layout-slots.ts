// Layouts are partials with slots. A partial asks for what stands in a slot with `{{> left this}}`, or with
// `{{#> foot this}}{{/foot}}` where it may be left out; a slide fills it with `{{#*inline "left"}}`. Here it is checked
// that what a slide fills and what its layout has are the same.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';

export type PartialNode = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

/** All that stands in the block and fills no named slot. */
const BLOCK = '@partial-block';

/** A slot has a plain name; a partial's name is a path. */
export const isSlot = (node: PartialNode): boolean => {
	const name = partialName(node);
	return name === BLOCK || (name !== '' && !name.includes('/'));
};

/** Empty where data would choose. */
export const partialName = ({ name }: PartialNode): string =>
	'original' in name ? String(name.original) : '';

export function checkSlots(
	uses: ReadonlyMap<string, readonly PartialNode[]>,
	templates: ReadonlyMap<string, { readonly file: string }>,
): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	for (const [name, partials] of uses) {
		const file = templates.get(name)?.file ?? name;
		const report = (layout: string, node: hbs.AST.Node, problem: string, wrong = '') => {
			const slots = [...slotsOf(uses.get(layout)).keys()].filter((slot) => slot !== BLOCK);
			const { line, column } = node.loc.start;
			found.push({
				code: 'MB315',
				location: { file, line, column: column + 1 },
				args: {
					layout,
					problem,
					slots: slots.length === 0 ? 'none' : slots.join(', '),
					nearest: nearest(wrong, slots) ?? '',
				},
			});
		};
		for (const node of partials) {
			const layout = partialName(node);
			if (isSlot(node)) {
				if (!name.startsWith('partials/')) report(name, node, `is a slide, which has no slot \`${layout}\``);
				continue;
			}
			const slots = slotsOf(uses.get(layout));
			const filled = filledBy(node);
			for (const [slot, content] of filled)
				if (!slots.has(slot)) report(layout, content, `has no slot \`${slot}\``, slot);
			for (const [slot, isRequired] of slots)
				if (isRequired && slot !== BLOCK && !filled.has(slot))
					report(layout, node, `needs something in its slot \`${slot}\``);
		}
	}
	return found;
}

/** Name to whether it must be filled. */
function slotsOf(partials: readonly PartialNode[] = []): ReadonlyMap<string, boolean> {
	const slots = partials.filter(isSlot);
	return new Map(slots.map((node) => [partialName(node), node.type === 'PartialStatement']));
}

function filledBy(node: PartialNode): ReadonlyMap<string, hbs.AST.Node> {
	const body = 'program' in node ? node.program.body : [];
	const contents = body.filter((one): one is hbs.AST.DecoratorBlock => one.type === 'DecoratorBlock');
	return new Map(
		contents.map((one) => [String((one.params[0] as hbs.AST.StringLiteral | undefined)?.value), one]),
	);
}

export function partialsIn(node: unknown): readonly PartialNode[] {
	if (Array.isArray(node)) return node.flatMap(partialsIn);
	if (typeof node !== 'object' || node === null) return [];
	const type = (node as hbs.AST.Node).type;
	const own = type === 'PartialStatement' || type === 'PartialBlockStatement' ? [node as PartialNode] : [];
	const children = Object.entries(node).flatMap(([key, child]) => (key === 'loc' ? [] : partialsIn(child)));
	return [...own, ...children];
}
