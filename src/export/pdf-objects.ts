// A PDF as Chromium writes it, taken apart into its numbered objects, and put together again after some were changed or
// added. It knows that plain form alone (one table of offsets, no object streams) and gives up on any other.

import { deflateSync, inflateSync } from 'node:zlib';

/** Text is one character a byte. */
export class PdfObjects {
	readonly #head: string;
	readonly #trailer: string;
	readonly #bodies = new Map<number, string>();
	#last = 0;

	private constructor(head: string, trailer: string) {
		this.#head = head;
		this.#trailer = trailer;
	}

	/** Undefined for a PDF in another form. */
	static read(bytes: Uint8Array): PdfObjects | undefined {
		const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
		const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
		const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] ?\r?\n)+)trailer\n<<([\s\S]*?)>>\s*startxref/.exec(
			text.slice(tableAt),
		);
		if (table === null) return undefined;
		const [, , entries = '', trailer = ''] = table;
		const offsets = [...entries.matchAll(/(\d{10}) \d{5} ([nf])/g)].map(([, offset, kind]) =>
			kind === 'n' ? Number(offset) : undefined,
		);
		const sorted = offsets.filter((offset) => offset !== undefined).sort((a, b) => a - b);
		const ends = new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? tableAt]));
		const pdf = new PdfObjects(text.slice(0, sorted[0] ?? 0), trailer);
		for (const [number, offset] of offsets.entries()) {
			if (offset === undefined) continue;
			const object = text.slice(offset, ends.get(offset));
			const body = /^(\d+) 0 obj\n([\s\S]*?)\n?endobj\s*$/.exec(object);
			if (body === null || Number(body[1]) !== number) return undefined;
			pdf.#bodies.set(number, body[2] ?? '');
			pdf.#last = number;
		}
		return pdf;
	}

	get numbers(): readonly number[] {
		return [...this.#bodies.keys()];
	}

	get root(): number {
		return referenceIn(this.#trailer, 'Root') ?? 0;
	}

	get info(): string {
		return this.body(referenceIn(this.#trailer, 'Info') ?? 0);
	}

	body(number: number): string {
		return this.#bodies.get(number) ?? '';
	}

	/** What stands before the stream, or all of an object without one. */
	dictionary(number: number): string {
		const body = this.body(number);
		const end = body.indexOf('stream\n');
		return end === -1 ? body : body.slice(0, end);
	}

	set(number: number, body: string): void {
		this.#bodies.set(number, body);
	}

	add(body: string): number {
		this.#last += 1;
		this.#bodies.set(this.#last, body);
		return this.#last;
	}

	/** Undefined where there is none, or one that is packed in another way than Chromium packs. */
	stream(number: number): string | undefined {
		const dictionary = this.dictionary(number);
		const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1]);
		const start = dictionary.length + 'stream\n'.length;
		const raw = this.body(number).slice(start, start + length);
		if (raw.length !== length || dictionary.length === this.body(number).length) return undefined;
		if (!dictionary.includes('/Filter')) return raw;
		if (!dictionary.includes('/Filter /FlateDecode')) return undefined;
		return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
	}

	setStream(number: number, text: string): void {
		const plain = this.dictionary(number).replace(/\/Filter \/FlateDecode\s*/, '');
		const packed = deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
		const dictionary = plain.replace(/\/Length \d+/, `/Filter /FlateDecode\n/Length ${packed.length}`);
		this.set(number, `${dictionary}stream\n${packed}\nendstream`);
	}

	bytes(): Uint8Array {
		const parts = [this.#head];
		let at = this.#head.length;
		const entries = ['0000000000 65535 f \n'];
		for (let number = 1; number <= this.#last; number += 1) {
			const body = this.#bodies.get(number);
			if (body === undefined) {
				entries.push('0000000000 65535 f \n');
				continue;
			}
			const object = `${number} 0 obj\n${body}\nendobj\n`;
			entries.push(`${String(at).padStart(10, '0')} 00000 n \n`);
			parts.push(object);
			at += object.length;
		}
		const trailer = this.#trailer.replace(/\/Size \d+/, `/Size ${this.#last + 1}`);
		parts.push(
			`xref\n0 ${this.#last + 1}\n${entries.join('')}trailer\n<<${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
		);
		return Buffer.from(parts.join(''), 'latin1');
	}
}

/** The object that a key of a dictionary names. */
export function referenceIn(dictionary: string, key: string): number | undefined {
	const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
	return found === undefined ? undefined : Number(found);
}
