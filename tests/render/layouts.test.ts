// The layouts in templates/partials/: each is used by a slide that modelbrief ships, and documented with its slots.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAssets } from '../project-assets.js';

const { templates } = readAssets();
const partials = [...templates.keys()].filter((name) => name.startsWith('partials/'));
const textOf = (name: string) => templates.get(name)?.text ?? '';
const layouts = partials.filter((name) => /\{\{#body|_class: (?:title|section)/.test(textOf(name)));
const docs = readFileSync('docs/templates.md', 'utf8');

test.each(partials)('%s is used', (partial) => {
	const call = new RegExp(`\\{\\{#?> ${partial}[ }]`);
	const users = [...templates].filter(([name, { text }]) => name !== partial && call.test(text));
	expect(users.map(([name]) => name)).not.toEqual([]);
});

test('there is a layout for every kind of slide', () => {
	expect(layouts.length).toBeGreaterThanOrEqual(13);
});

test.each(layouts)('%s is documented with its slots', (layout) => {
	const row = docs.split('\n').find((line) => line.startsWith(`| \`${layout.slice('partials/'.length)}\` |`));
	const slots = [...textOf(layout).matchAll(/\{\{(#?)> ([a-z]+) this/g)];
	const described = slots.map(([, optional, name]) => (optional ? `(\`${name}\`)` : `\`${name}\``));
	expect(described.filter((slot) => !row?.includes(slot))).toEqual([]);
	expect(row).toBeDefined();
});

test('every slide takes its content zone from a layout', () => {
	const own = [...templates].filter(
		([name, { text }]) => /\/slides\//.test(name) && /class="body/.test(text),
	);
	expect(own.map(([name]) => name)).toEqual([]);
});
