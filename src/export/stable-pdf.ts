// The bytes of a PDF in, bytes out that depend on the document alone: not on when it was printed, nor on what the same
// browser printed before. Every offset stays valid, because each text is replaced by one of its length.

export type StablePdf =
	| { readonly kind: 'stable'; readonly bytes: Uint8Array }
	| { readonly kind: 'refused'; readonly reason: string };

// Chromium writes (D:20260205120000+00'00') in an uncompressed Info dictionary.
const DATE = /\/(CreationDate|ModDate) ?\(D:\d{14}[+-]\d{2}'\d{2}'\)/g;
// It names the header cells of tables after a counter of its process.
const NODE = /\(node(\d{8})\)/g;

/** Refuses a PDF that does not have exactly one date of each kind in the expected form. */
export function stabilizePdf(pdf: Uint8Array, date: Date): StablePdf {
	const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
	const dates = [...text.matchAll(DATE)];
	const names = dates.map((entry) => entry[1]).sort();
	if (names.join() !== 'CreationDate,ModDate') {
		return {
			kind: 'refused',
			reason: `of its dates, it has ${names.join(' and ') || 'none'} in the expected form`,
		};
	}
	const bytes = Buffer.from(pdf);
	for (const { 0: entry, index } of dates)
		bytes.write(entry.replace(/\d{14}.*/, pdfDate(date)), index, 'latin1');
	const nodes = [...text.matchAll(NODE)];
	// The names stand in a sorted tree, so that their order must stay.
	const inOrder = [...new Set(nodes.map((node) => node[1] ?? ''))].sort();
	const numbers = new Map(inOrder.map((name, rank) => [name, String(rank + 1).padStart(8, '0')]));
	for (const { 1: name = '', index } of nodes) bytes.write(`(node${numbers.get(name)})`, index, 'latin1');
	return { kind: 'stable', bytes };
}

function pdfDate(date: Date): string {
	return `${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}+00'00')`;
}
