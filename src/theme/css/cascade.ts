// What a style sheet says about an element of a slide, as a browser would settle it: the value of a property, with
// variables followed. Knows plain elements and the class `invert`; other classes, states and pseudo-elements are no slide's
// ordinary look.

import type { Location } from '../../model/location.js';
import type { CssDeclaration, CssRule } from './read-css.js';

export type Element = 'section' | 'h1' | 'h2' | 'a' | 'strong' | 'code' | 'th' | 'blockquote';

export interface Computed {
	readonly value: string;
	readonly where?: Location;
}

export interface Cascade {
	/** Of the first of the properties that counts: `background` and `background-color` overrule each other. */
	readonly get: (element: Element, ...properties: readonly string[]) => Computed | undefined;
	/** Whether any rule is for inverted slides. */
	readonly hasInverted: boolean;
}

const MOST_STEPS = 20;

export function cascadeOf(rules: readonly CssRule[], isInverted: boolean): Cascade {
	const found = new Map<Element, Ranked[]>();
	let hasInverted = false;
	let order = 0;
	for (const { selectors, declarations } of rules)
		for (const selector of selectors.flatMap(alternatives)) {
			order += 1;
			const target = readSelector(selector);
			hasInverted ||= target?.isInverted === true;
			if (target === undefined || (target.isInverted && !isInverted)) continue;
			const list = found.get(target.element) ?? [];
			found.set(target.element, list);
			list.push(
				...declarations.map((declaration) => ({
					declaration,
					rank: [declaration.isImportant ? 1 : 0, target.weight, order],
				})),
			);
		}
	for (const list of found.values()) list.sort((a, b) => compare(a.rank, b.rank));
	const last = (element: Element, properties: readonly string[]) =>
		found.get(element)?.findLast(({ declaration }) => properties.includes(declaration.property))?.declaration;
	const follow = (value: string, element: Element, steps: number): string =>
		steps > MOST_STEPS
			? value
			: value.replace(VARIABLE, (_, name: string, fallback: string | undefined) => {
					const set = last(element, [name]) ?? last('section', [name]);
					return follow(set?.value ?? fallback?.trim() ?? '', element, steps + 1);
				});
	return {
		hasInverted,
		get: (element, ...properties) => {
			const declaration = last(element, properties);
			if (declaration === undefined) return undefined;
			let value = declaration.value;
			for (let step = 0; VARIABLE_ONCE.test(value) && step < MOST_STEPS; step++)
				value = follow(value, element, 0);
			if (/^(?:inherit|initial|unset|revert|currentcolor)$/i.test(value.trim())) return undefined;
			return { value, ...(declaration.where && { where: declaration.where }) };
		},
	};
}

interface Ranked {
	readonly declaration: CssDeclaration;
	readonly rank: readonly number[];
}

/** The innermost first, so that a fallback may itself have variables. */
const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)/g;
const VARIABLE_ONCE = new RegExp(VARIABLE.source);

function compare(a: readonly number[], b: readonly number[]): number {
	const at = a.findIndex((part, index) => part !== b[index]);
	return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** `:is(h1, h2) strong` stands for two. */
function alternatives(selector: string): readonly string[] {
	const [all, name, inner = ''] = /:(is|where)\(([^()]*)\)/.exec(selector) ?? [];
	if (all === undefined) return [selector];
	// What :where() says weighs nothing.
	const mark = name === 'where' ? WEIGHTLESS : '';
	return inner.split(',').flatMap((part) => alternatives(selector.replace(all, `${part.trim()}${mark}`)));
}

/** A character that no selector has. */
const WEIGHTLESS = '§';
const ELEMENTS: readonly string[] = [
	'section',
	'h1',
	'h2',
	'a',
	'strong',
	'code',
	'th',
	'blockquote',
] satisfies Element[];
const INVERTED = /\.invert(?![\w-])§?|\[data-theme=["']?dark["']?\]/g;

function readSelector(
	selector: string,
): { readonly element: Element; readonly isInverted: boolean; readonly weight: number } | undefined {
	const isInverted = selector.search(INVERTED) !== -1;
	const weight = (selector.match(/[.[]/g)?.length ?? 0) - (selector.match(/§/g)?.length ?? 0);
	const plain = selector
		.replace(INVERTED, '')
		.replaceAll(WEIGHTLESS, '')
		.replace(/\[data-theme=["']?light["']?\]|:root|div\.marpit\s*>?/g, 'section')
		.trim();
	const steps = plain
		.split(/\s*[\s>]\s*/)
		.filter(
			(step) => step !== '' && step !== 'section' && step !== 'table' && step !== 'thead' && step !== 'tr',
		);
	const [element = 'section', ...more] = steps;
	if (more.length > 0 || !ELEMENTS.includes(element)) return undefined;
	return { element: element as Element, isInverted, weight };
}
