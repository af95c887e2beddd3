// Offsets in a text to lines and columns that count from 1.

import type { Location } from '../model/location.js';

export class Lines {
	readonly #file: string;
	readonly #starts: number[] = [0];

	constructor(file: string, text: string) {
		this.#file = file;
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
	}

	/** `end` is the offset behind the last character; the length stops at the end of the first line. */
	locate(start: number, end = start + 1): Location {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= start) low = middle;
			else high = middle - 1;
		}
		const next = this.#starts[low + 1];
		const stop = next === undefined ? end : Math.min(end, next - 1);
		return {
			file: this.#file,
			line: low + 1,
			column: start - (this.#starts[low] ?? 0) + 1,
			length: Math.max(1, stop - start),
		};
	}
}
