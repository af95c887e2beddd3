// The bytes of a PDF in, the same bytes with other dates out. Every offset stays valid: a date replaces one of its length.

/** What a fixed date was written as, or why it could not be. */
export type DatedPdf =
	| { readonly kind: 'dated'; readonly bytes: Uint8Array }
	| { readonly kind: 'refused'; readonly reason: string };

// Chromium writes (D:20260205120000+00'00') in an uncompressed Info dictionary.
const DATE_ENTRY = /\/(CreationDate|ModDate) ?\(D:\d{14}[+-]\d{2}'\d{2}'\)/g;

/** Refuses a PDF that does not have exactly one date of each kind in the expected form. */
export function fixDates(pdf: Uint8Array, date: Date): DatedPdf {
	const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
	const entries = [...text.matchAll(DATE_ENTRY)];
	const names = entries.map((entry) => entry[1]).sort();
	if (names.join() !== 'CreationDate,ModDate') {
		return {
			kind: 'refused',
			reason: `it has the date entries ${names.join(', ') || 'none'} in the expected form`,
		};
	}
	const bytes = Buffer.from(pdf);
	for (const entry of entries) {
		const dated = entry[0].replace(/\(.*/, `(${pdfDate(date)})`);
		if (dated.length !== entry[0].length)
			return { kind: 'refused', reason: `${entry[0]} has an unexpected length` };
		bytes.write(dated, entry.index, 'latin1');
	}
	return { kind: 'dated', bytes };
}

function pdfDate(date: Date): string {
	return `D:${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}+00'00'`;
}
