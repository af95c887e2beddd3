// Text of a PDF, page by page, in runs: what stands on one line in one piece. It knows the plain form that Chromium
// writes, and nothing else.

import { inflateSync } from 'node:zlib';

/** In the order of the pages; a run ends where the line, the mark or the place changes. */
export function pdfText(bytes: Uint8Array): readonly (readonly string[])[] {
	const raw = Buffer.from(bytes).toString('latin1');
	const objects = new Map(
		[...raw.matchAll(/(?:^|\n)(\d+) 0 obj\b([\s\S]*?)endobj/g)].map(([, number = '', body = '']) => [
			number,
			body,
		]),
	);
	const object = (number: string | undefined) => objects.get(number ?? '') ?? '';
	const fonts = new Map<string, Font>();
	const fontOf = (number: string): Font => {
		const font = fonts.get(number) ?? readFont(object(number), object);
		fonts.set(number, font);
		return font;
	};
	return [...objects.values()]
		.filter((body) => /\/Type \/Page\b/.test(body))
		.map((page) => {
			const named = new Map(
				[...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [name, fontOf(number)]),
			);
			const contents = [...(/\/Contents \[?([^\]/]*)/.exec(page)?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])];
			return runsIn(contents.map(([, number]) => streamOf(object(number))).join('\n'), named);
		});
}

interface Font {
	/** Hexadecimal digits of a character. */
	readonly digits: number;
	readonly unicode: ReadonlyMap<number, string>;
}

/** By its length: what is compressed may end like a line. */
function streamOf(body: string): string {
	const [head = ''] = /^[\s\S]*?stream\r?\n/.exec(body) ?? [];
	const data = body.slice(head.length, head.length + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0));
	return head.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
}

function readFont(body: string, object: (number: string | undefined) => string): Font {
	const map = streamOf(object(/\/ToUnicode (\d+) 0 R/.exec(body)?.[1]));
	const unicode = new Map<number, string>();
	for (const [, lines = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
		for (const [, code = '', text = ''] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
			unicode.set(Number.parseInt(code, 16), utf16(text));
	for (const [, lines = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
		for (const [, from = '', to = '', text = ''] of lines.matchAll(
			/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
		)) {
			const start = Number.parseInt(from, 16);
			for (let code = start; code <= Number.parseInt(to, 16); code += 1)
				unicode.set(code, String.fromCodePoint((utf16(text).codePointAt(0) ?? 0) + code - start));
		}
	return { digits: body.includes('/Type0') ? 4 : 2, unicode };
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What a run can end at, a font, a place of a line, and glyphs. */
const TOKEN =
	/\b(EMC|BDC|cm|Q)\b|\/(F\d+) [\d.]+ Tf|((?:-?[\d.]+ ){6})Tm|<([0-9A-Fa-f]*)>(?=[^>]*?(?:Tj|TJ))/g;

function runsIn(content: string, fonts: ReadonlyMap<string, Font>): readonly string[] {
	const runs: string[] = [];
	let run = '';
	let line = '';
	let font: Font | undefined;
	const end = () => {
		if (run !== '') runs.push(run);
		run = '';
	};
	for (const [, stop, name, place, hex] of content.matchAll(TOKEN)) {
		if (stop !== undefined) end();
		else if (name !== undefined) font = fonts.get(name);
		else if (place !== undefined) {
			if (place !== line) end();
			line = place;
		} else if (hex !== undefined && font !== undefined) {
			const { digits, unicode } = font;
			for (let at = 0; at < hex.length; at += digits)
				run += unicode.get(Number.parseInt(hex.slice(at, at + digits), 16)) ?? '\ufffd';
		}
	}
	end();
	return runs;
}
