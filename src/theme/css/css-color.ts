// Colours in the words of CSS to six hex digits. What is half transparent is laid over the background.

import { rgb } from 'd3-color';
import { mix } from '../color-science.js';

const COLOR =
	/(?:light-dark|color-mix)\((?:[^()]|\([^()]*\))*\)|(?:rgb|hsl)a?\([^()]*\)|#[0-9a-f]{3,8}\b|(?<![\w.#-])[a-z]{3,22}\b(?![\w(-])/gi;

/** Every colour in a value, in its order: those of a gradient, too. `var()` has been followed before. */
export function colorsIn(value: string, isDark: boolean, background: string): readonly string[] {
	const bare = value.replace(/url\([^)]*\)/gi, '');
	return [...bare.matchAll(COLOR)].flatMap(([text]) => readColor(text, isDark, background) ?? []);
}

/** Nothing for what is no colour, is not known, or cannot be seen. */
function readColor(text: string, isDark: boolean, background: string): string | undefined {
	const [, name = '', inner = ''] = /^([a-z-]+)\((.*)\)$/is.exec(text) ?? [];
	if (name === 'light-dark') {
		const [light, dark] = partsOf(inner);
		return readColor((isDark ? dark : light) ?? '', isDark, background);
	}
	if (name === 'color-mix') {
		const [first, second] = partsOf(inner)
			.slice(1)
			.map((part) => ({ color: colorsIn(part, isDark, background)[0], share: /([\d.]+)%/.exec(part)?.[1] }));
		if (first?.color === undefined || second?.color === undefined) return undefined;
		const share = first.share ?? (second.share === undefined ? '50' : `${100 - Number(second.share)}`);
		return mix(first.color, second.color, Number(share) / 100);
	}
	const color = rgb(name === '' ? text : withCommas(text));
	if (Number.isNaN(color.r) || color.opacity === 0) return undefined;
	const hex = color.formatHex();
	return color.opacity < 1 ? mix(hex, background, color.opacity) : hex;
}

/** `rgb(1 2 3 / 40%)` is the newer form of `rgba(1, 2, 3, 0.4)`. */
function withCommas(text: string): string {
	if (text.includes(',')) return text;
	const [, name = '', inner = ''] = /^([a-z]+)\((.*)\)$/is.exec(text) ?? [];
	const [channels = '', alpha] = inner.split('/');
	const share = alpha?.trim().endsWith('%') === true ? `${Number.parseFloat(alpha) / 100}` : alpha?.trim();
	const parts = channels.trim().split(/\s+/);
	return `${name.slice(0, 3)}${share === undefined ? '' : 'a'}(${[...parts, ...(share === undefined ? [] : [share])].join(', ')})`;
}

/** What stands between the outermost commas. */
export function partsOf(list: string): readonly string[] {
	let depth = 0;
	const parts = [''];
	for (const character of list) {
		if (character === '(') depth += 1;
		if (character === ')') depth -= 1;
		if (character === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += character;
	}
	return parts.map((part) => part.trim());
}
