// A font's GPOS table to the kerning of a pair of glyphs, in font units. Reads pair adjustment of the `kern` feature only.

type Kerning = (left: number, right: number) => number;

const PAIR_ADJUSTMENT = 2;
const EXTENSION = 9;
const X_ADVANCE = 0x4;

// https://learn.microsoft.com/typography/opentype/spec/gpos
export function readKerning(view: DataView): Kerning {
	const lookups = kernLookups(view).map((lookup) => readSubtables(view, lookup));
	return (left, right) => {
		let total = 0;
		for (const subtables of lookups) {
			for (const subtable of subtables) {
				const value = subtable(left, right);
				if (value === undefined) continue;
				total += value;
				break;
			}
		}
		return total;
	};
}

function kernLookups(view: DataView): number[] {
	const features = view.getUint16(6);
	const lookupList = view.getUint16(8);
	const indices = new Set<number>();
	for (let index = 0; index < view.getUint16(features); index++) {
		const at = features + 2 + index * 6;
		if (view.getUint32(at) !== 0x6b65726e) continue;
		const feature = features + view.getUint16(at + 4);
		for (let entry = 0; entry < view.getUint16(feature + 2); entry++) {
			indices.add(view.getUint16(feature + 4 + entry * 2));
		}
	}
	return [...indices]
		.sort((a, b) => a - b)
		.map((index) => lookupList + view.getUint16(lookupList + 2 + index * 2));
}

type Subtable = (left: number, right: number) => number | undefined;

function readSubtables(view: DataView, lookup: number): Subtable[] {
	const subtables: Subtable[] = [];
	for (let index = 0; index < view.getUint16(lookup + 4); index++) {
		let type = view.getUint16(lookup);
		let at = lookup + view.getUint16(lookup + 6 + index * 2);
		if (type === EXTENSION) {
			type = view.getUint16(at + 2);
			at += view.getUint32(at + 4);
		}
		if (type === PAIR_ADJUSTMENT) subtables.push(readPairs(view, at));
	}
	return subtables;
}

function readPairs(view: DataView, start: number): Subtable {
	const coverage = readCoverage(view, start + view.getUint16(start + 2));
	const formats = [view.getUint16(start + 4), view.getUint16(start + 6)] as const;
	const sizes = formats.map(countBits) as [number, number];
	// The advance follows x and y placement, where those are present.
	const advanceAt = countBits(formats[0] & (X_ADVANCE - 1)) * 2;
	const advance = (at: number): number => (formats[0] & X_ADVANCE ? view.getInt16(at + advanceAt) : 0);
	const valueBytes = (sizes[0] + sizes[1]) * 2;

	if (view.getUint16(start) === 1) {
		return (left, right) => {
			const index = coverage.get(left);
			if (index === undefined) return undefined;
			const set = start + view.getUint16(start + 10 + index * 2);
			for (let pair = 0; pair < view.getUint16(set); pair++) {
				const at = set + 2 + pair * (2 + valueBytes);
				if (view.getUint16(at) === right) return advance(at + 2);
			}
			return undefined;
		};
	}
	const leftClasses = readClasses(view, start + view.getUint16(start + 8));
	const rightClasses = readClasses(view, start + view.getUint16(start + 10));
	const rightCount = view.getUint16(start + 14);
	return (left, right) => {
		if (!coverage.has(left)) return undefined;
		const cell = (leftClasses.get(left) ?? 0) * rightCount + (rightClasses.get(right) ?? 0);
		return advance(start + 16 + cell * valueBytes);
	};
}

/** Glyph to its index in the coverage. */
function readCoverage(view: DataView, start: number): Map<number, number> {
	const covered = new Map<number, number>();
	const count = view.getUint16(start + 2);
	for (let index = 0; index < count; index++) {
		if (view.getUint16(start) === 1) {
			covered.set(view.getUint16(start + 4 + index * 2), index);
			continue;
		}
		const at = start + 4 + index * 6;
		const first = view.getUint16(at);
		for (let glyph = first; glyph <= view.getUint16(at + 2); glyph++) {
			covered.set(glyph, view.getUint16(at + 4) + glyph - first);
		}
	}
	return covered;
}

function readClasses(view: DataView, start: number): Map<number, number> {
	const classes = new Map<number, number>();
	if (view.getUint16(start) === 1) {
		const first = view.getUint16(start + 2);
		for (let index = 0; index < view.getUint16(start + 4); index++) {
			classes.set(first + index, view.getUint16(start + 6 + index * 2));
		}
		return classes;
	}
	for (let range = 0; range < view.getUint16(start + 2); range++) {
		const at = start + 4 + range * 6;
		for (let glyph = view.getUint16(at); glyph <= view.getUint16(at + 2); glyph++) {
			classes.set(glyph, view.getUint16(at + 4));
		}
	}
	return classes;
}

function countBits(flags: number): number {
	let count = 0;
	for (let rest = flags; rest > 0; rest >>= 1) count += rest & 1;
	return count;
}
