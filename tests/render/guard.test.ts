import { describe, expect, test } from 'vitest';
import { guard } from '../../src/render/guard.js';
import { TemplateError } from '../../src/render/template/template-error.js';

const story = guard({
	brief: { title: 'Atlas 2', predecessor: null as string | null },
	rows: [{ name: 'a' }, { name: 'b' }],
	frozen: Object.freeze({ name: 'c' }),
});

const read = (what: () => unknown): unknown => {
	try {
		return what();
	} catch (error) {
		if (error instanceof TemplateError) return `${error.code} ${error.args.field} → ${error.args.nearest}`;
		throw error;
	}
};

describe('a template may read', () => {
	test.each([
		['a field', () => story.brief.title, 'Atlas 2'],
		['a field that is null', () => story.brief.predecessor, null],
		['a list by index', () => story.rows[1]?.name, 'b'],
		['how long a list is', () => story.rows.length, 2],
		['every row of a list', () => story.rows.map((row) => row.name), ['a', 'b']],
		['the names of fields', () => Object.keys(story), ['brief', 'rows', 'frozen']],
		['a frozen part', () => story.frozen.name, 'c'],
		['JSON', () => JSON.stringify(story.rows), '[{"name":"a"},{"name":"b"}]'],
	])('%s', (_, what, value) => {
		expect(read(what)).toEqual(value);
	});
});

describe('a template may not read', () => {
	test.each([
		['a field that does not exist', () => Reflect.get(story, 'brieff'), 'MB302 brieff → brief'],
		['a field of a part', () => Reflect.get(story.brief, 'titlee'), 'MB302 titlee → title'],
		['a field of a row', () => Reflect.get(story.rows[0] ?? {}, 'nam'), 'MB302 nam → name'],
		['a field of a frozen part', () => Reflect.get(story.frozen, 'nam'), 'MB302 nam → name'],
		['beyond the end of a list', () => story.rows[7], 'MB302 7 → 0'],
	])('%s', (_, what, value) => {
		expect(read(what)).toBe(value);
	});
});

test.each([
	['text', 'Atlas'],
	['a number', 7],
	['nothing', null],
])('%s passes as it is', (_, value) => {
	expect(guard(value)).toBe(value);
});
