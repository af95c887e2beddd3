// `DeckSources` in the form in which a page carries it: every text once, claims as short lists. A deck of thirty slides
// has hundreds of claims, and their documents and sections repeat.

import type { ChartTable } from './chart.js';
import type { DeckSources, DrawerClaim, DrawerTopic } from './slide-sources.js';

/** Document, place, value, cause, detail; the last four as places in `texts`, 0 where there is none. */
type PackedClaim = readonly number[];

/** Title and setup, heads, and the cells of each row. */
type PackedTable = readonly [
	about: readonly number[],
	heads: readonly number[],
	...rows: (readonly number[])[],
];

export interface PackedSources extends Omit<DeckSources, 'topics' | 'tables'> {
	readonly texts: readonly string[];
	readonly topics: readonly {
		readonly t: readonly number[];
		readonly c: readonly PackedClaim[];
		readonly d?: readonly PackedClaim[];
		readonly x?: true;
	}[];
	readonly tables: readonly (readonly PackedTable[])[];
}

const FIELDS = ['name', 'value', 'text', 'range', 'support', 'why', 'ruling'] as const;

export function packSources(sources: DeckSources): PackedSources {
	const texts = [''];
	const places = new Map([['', 0]]);
	const placeOf = (text = '') => {
		const known = places.get(text);
		if (known !== undefined) return known;
		places.set(text, texts.length);
		return texts.push(text) - 1;
	};
	const packClaim = ({ document, at, value, cause, detail }: DrawerClaim) =>
		trimmed([document, placeOf(at), placeOf(value), placeOf(cause), placeOf(detail)]);
	const topics = sources.topics.map((topic) => ({
		t: trimmed(FIELDS.map((field) => placeOf(topic[field]))),
		c: topic.claims.map(packClaim),
		...(topic.dissent === undefined ? {} : { d: topic.dissent.map(packClaim) }),
		...(topic.contested === true ? { x: true as const } : {}),
	}));
	const packTable = ({ title, about, columns, rows }: ChartTable): PackedTable => [
		[title, about].map(placeOf),
		columns.map(placeOf),
		...rows.map((cells) => cells.map(placeOf)),
	];
	const tables = sources.tables.map((charts) => charts.map(packTable));
	return { ...sources, topics, tables, texts };
}

export function unpackSources({ texts, topics, tables, ...rest }: PackedSources): DeckSources {
	const given = <Name extends string>(name: Name, place = 0) =>
		(place === 0 ? {} : { [name]: texts[place] }) as { readonly [key in Name]?: string };
	const claim = ([document = 0, at = 0, value, cause, detail]: PackedClaim): DrawerClaim => ({
		document,
		at: texts[at] ?? '',
		...given('value', value),
		...given('cause', cause),
		...given('detail', detail),
	});
	const textsAt = (places: readonly number[]) => places.map((place) => texts[place] ?? '');
	return {
		...rest,
		tables: tables.map((charts) =>
			charts.map(([about, heads, ...rows]): ChartTable => {
				const [title = '', setup = ''] = textsAt(about);
				return { title, about: setup, columns: textsAt(heads), rows: rows.map(textsAt) };
			}),
		),
		topics: topics.map(({ t, c, d, x }): DrawerTopic => {
			const fields = Object.assign({}, ...FIELDS.map((field, index) => given(field, t[index])));
			return {
				...fields,
				name: fields.name ?? '',
				support: fields.support ?? '',
				claims: c.map(claim),
				...(d === undefined ? {} : { dissent: d.map(claim) }),
				...(x === true ? { contested: true as const } : {}),
			};
		}),
	};
}

function trimmed(places: readonly number[]): readonly number[] {
	return places.slice(0, places.findLastIndex((place) => place !== 0) + 1);
}
