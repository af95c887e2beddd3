// Reads from a PDF what the tests ask about. It knows the plain form that Chromium writes, and nothing else.

export interface PdfFacts {
	readonly pages: number;
	readonly pageSizes: readonly string[];
	readonly title: string;
	readonly language: string;
	readonly isTagged: boolean;
	/** In reading order. */
	readonly outline: readonly string[];
	readonly figureTexts: readonly string[];
	readonly embeddedFonts: number;
	readonly dates: readonly string[];
	readonly links: readonly string[];
	readonly hasScript: boolean;
	/** How many elements of each kind its structure tree has. */
	readonly structure: Readonly<Record<string, number>>;
	/** Header cells that say that they head a column. */
	readonly columnHeaders: number;
}

const TITLE = /\/Title (\((?:\\.|[^\\)])*\)|<[^>]*>)/;

export function pdfFacts(bytes: Uint8Array): PdfFacts {
	const text = Buffer.from(bytes).toString('latin1');
	const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
	const objects = text.split('endobj');
	const catalog = objects.find((object) => object.includes('/Type /Catalog')) ?? '';
	const titled = objects.filter((object) => TITLE.test(object));
	const titleOf = (object: string) => decode(TITLE.exec(object)?.[1] ?? '');
	return {
		pages: all(/\/Type \/(Page)\b/g).length,
		pageSizes: [...new Set(all(/\/MediaBox \[([^\]]*)\]/g))],
		title: titled
			.filter((object) => object.includes('/Creator'))
			.map(titleOf)
			.join(),
		language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? '',
		isTagged: /\/MarkInfo/.test(catalog) && /\/StructTreeRoot/.test(catalog),
		outline: outlineOf(objects, titleOf),
		figureTexts: all(/\/Alt (\((?:\\.|[^\\)])*\)|<[^>]*>)/g).map(decode),
		embeddedFonts: all(/\/FontFile([23])/g).length,
		dates: all(/\/(?:CreationDate|ModDate) ?\(([^)]*)\)/g),
		links: all(/\/URI \(([^)]*)\)/g),
		structure: countOf(
			objects
				.filter((object) => object.includes('/StructElem'))
				.map((object) => /\/S \/(\w+)/.exec(object)?.[1] ?? ''),
		),
		columnHeaders: objects.filter((object) => /\/S \/TH\b/.test(object) && /\/Scope \/Column\b/.test(object))
			.length,
		hasScript: /\/(?:JavaScript|JS|OpenAction|Launch)\b/.test(text),
	};
}

/** Each entry names its first child and its next sibling by number. */
function outlineOf(objects: readonly string[], titleOf: (object: string) => string): readonly string[] {
	const byNumber = new Map(objects.map((object) => [/(\d+) 0 obj/.exec(object)?.[1] ?? '', object]));
	const target = (object: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];
	const walk = (number: string | undefined): readonly string[] => {
		const object = number === undefined ? undefined : byNumber.get(number);
		if (object === undefined) return [];
		return [titleOf(object), ...walk(target(object, 'First')), ...walk(target(object, 'Next'))];
	};
	const catalog = objects.find((object) => object.includes('/Type /Catalog')) ?? '';
	return walk(target(byNumber.get(target(catalog, 'Outlines') ?? '') ?? '', 'First'));
}

function decode(string: string): string {
	const raw = string.startsWith('<')
		? Buffer.from(string.slice(1, -1), 'hex')
		: Buffer.from(string.slice(1, -1).replace(/\\([()\\])/g, '$1'), 'latin1');
	return raw[0] === 0xfe && raw[1] === 0xff
		? raw.subarray(2).swap16().toString('utf16le')
		: raw.toString('latin1');
}

function countOf(names: readonly string[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}
