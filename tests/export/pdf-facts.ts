// Reads from a PDF what the tests ask about. It knows the plain form that Chromium writes, and nothing else.

export interface PdfFacts {
	readonly pages: number;
	readonly pageSizes: readonly string[];
	readonly title: string;
	readonly language: string;
	readonly isTagged: boolean;
	readonly outline: readonly string[];
	readonly figureTexts: readonly string[];
	readonly embeddedFonts: number;
	readonly dates: readonly string[];
	readonly links: readonly string[];
	readonly hasScript: boolean;
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
		outline: titled.filter((object) => !object.includes('/Creator')).map(titleOf),
		figureTexts: all(/\/Alt (\((?:\\.|[^\\)])*\)|<[^>]*>)/g).map(decode),
		embeddedFonts: all(/\/FontFile([23])/g).length,
		dates: all(/\/(?:CreationDate|ModDate) ?\(([^)]*)\)/g),
		links: all(/\/URI \(([^)]*)\)/g),
		hasScript: /\/(?:JavaScript|JS|OpenAction|Launch)\b/.test(text),
	};
}

function decode(string: string): string {
	const raw = string.startsWith('<')
		? Buffer.from(string.slice(1, -1), 'hex')
		: Buffer.from(string.slice(1, -1).replace(/\\([()\\])/g, '$1'), 'latin1');
	return raw[0] === 0xfe && raw[1] === 0xff
		? raw.subarray(2).swap16().toString('utf16le')
		: raw.toString('latin1');
}
