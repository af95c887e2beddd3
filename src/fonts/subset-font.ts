// A font file to a smaller one that has the glyphs of some characters and nothing else, and sets them as before. The
// only door to HarfBuzz, whose code (WebAssembly) the caller reads.

import { flavorOf, sfntOfWoff2, sfntTables } from './sfnt.js';
import { writeWoff2 } from './woff2.js';

export interface Subset {
	readonly characters: Iterable<string>;
	/** OpenType features that the style sheets ask for, beside those that every browser applies. */
	readonly features: Iterable<string>;
}

/** Gives the whole font where its licence bits forbid to take parts, or where it cannot be taken apart. */
export type SubsetFont = (woff2: Uint8Array, subset: Subset) => Promise<Uint8Array>;

/** What is used of harfbuzz-subset.wasm; numbers are addresses in its memory. */
interface HarfBuzz {
	readonly memory: { readonly buffer: ArrayBuffer };
	_initialize(): void;
	malloc(bytes: number): number;
	free(address: number): void;
	hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
	hb_blob_destroy(blob: number): void;
	hb_blob_get_data(blob: number, length: number): number;
	hb_blob_get_length(blob: number): number;
	hb_face_create(blob: number, index: number): number;
	hb_face_destroy(face: number): void;
	hb_face_reference_blob(face: number): number;
	hb_set_add(set: number, value: number): void;
	hb_set_del(set: number, value: number): void;
	hb_subset_input_create_or_fail(): number;
	hb_subset_input_destroy(input: number): void;
	hb_subset_input_set(input: number, kind: number): number;
	hb_subset_input_unicode_set(input: number): number;
	hb_subset_or_fail(face: number, input: number): number;
}

// The types of Node name it without saying what it does.
declare const WebAssembly: {
	instantiate(
		code: Uint8Array,
		imports: object,
	): Promise<{ readonly instance: { readonly exports: unknown } }>;
};

// From hb.h and hb-subset.h.
const READ_ONLY = 1;
const LAYOUT_FEATURES = 6;

/** Browsers apply them around this character alone; their glyphs are a tenth of a font. */
const FRACTION_FEATURES = ['frac', 'numr', 'dnom'];
const FRACTION_SLASH = '\u2044';

export function fontSubsetter(wasm: Uint8Array): SubsetFont {
	const loading = load(wasm);
	const made = new WeakMap<Uint8Array, Map<string, Promise<Uint8Array>>>();
	return (woff2, subset) => {
		const features = [...new Set(subset.features)].sort();
		const characters = [...new Set(subset.characters)].sort();
		const key = JSON.stringify([features, characters.join('')]);
		const known = made.get(woff2) ?? new Map<string, Promise<Uint8Array>>();
		made.set(woff2, known);
		const smaller =
			known.get(key) ?? loading.then((harfbuzz) => make(harfbuzz, woff2, { characters, features }));
		known.set(key, smaller);
		return smaller;
	};
}

async function load(wasm: Uint8Array): Promise<HarfBuzz> {
	const { instance } = await WebAssembly.instantiate(wasm, {});
	const harfbuzz = instance.exports as HarfBuzz;
	harfbuzz._initialize();
	return harfbuzz;
}

async function make(harfbuzz: HarfBuzz, woff2: Uint8Array, subset: Subset): Promise<Uint8Array> {
	const font = sfntOfWoff2(woff2);
	const smaller = font && cut(harfbuzz, font, subset);
	if (smaller === undefined) return woff2;
	const written = await writeWoff2(flavorOf(smaller), sfntTables(smaller));
	return written.length < woff2.length ? written : woff2;
}

function cut(harfbuzz: HarfBuzz, font: Uint8Array, { characters, features }: Subset): Uint8Array | undefined {
	// Memory can move whenever HarfBuzz asks for more.
	const memory = () => new Uint8Array(harfbuzz.memory.buffer);
	const input = harfbuzz.hb_subset_input_create_or_fail();
	const address = harfbuzz.malloc(font.byteLength);
	memory().set(font, address);
	const blob = harfbuzz.hb_blob_create(address, font.byteLength, READ_ONLY, 0, 0);
	const face = harfbuzz.hb_face_create(blob, 0);
	const wanted = harfbuzz.hb_subset_input_unicode_set(input);
	const layout = harfbuzz.hb_subset_input_set(input, LAYOUT_FEATURES);
	for (const feature of FRACTION_FEATURES) harfbuzz.hb_set_del(layout, tagNumber(feature));
	for (const character of characters) {
		harfbuzz.hb_set_add(wanted, character.codePointAt(0) ?? 0);
		if (character === FRACTION_SLASH)
			for (const feature of FRACTION_FEATURES) harfbuzz.hb_set_add(layout, tagNumber(feature));
	}
	for (const feature of features) harfbuzz.hb_set_add(layout, tagNumber(feature));
	const smaller = harfbuzz.hb_subset_or_fail(face, input);
	let bytes: Uint8Array | undefined;
	if (smaller !== 0) {
		const result = harfbuzz.hb_face_reference_blob(smaller);
		const start = harfbuzz.hb_blob_get_data(result, 0);
		bytes = memory().slice(start, start + harfbuzz.hb_blob_get_length(result));
		harfbuzz.hb_blob_destroy(result);
		harfbuzz.hb_face_destroy(smaller);
	}
	harfbuzz.hb_face_destroy(face);
	harfbuzz.hb_blob_destroy(blob);
	harfbuzz.hb_subset_input_destroy(input);
	harfbuzz.free(address);
	return bytes?.length === 0 ? undefined : bytes;
}

const tagNumber = (tag: string) => Buffer.from(tag, 'latin1').readUInt32BE(0);
