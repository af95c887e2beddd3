// What the present server tells a page, as JSON in a server-sent event.

export type LiveMessage = Hello | Patch | Problems;

/** Sent first on every connection: a page of another version loads itself again. */
export interface Hello {
	readonly kind: 'hello';
	readonly version: string;
	/** Names of the slides. */
	readonly slides: readonly string[];
}

/** What differs between two versions with the same slides. */
export interface Patch {
	readonly kind: 'patch';
	readonly from: string;
	readonly to: string;
	readonly slides: readonly { readonly index: number; readonly html: string }[];
	readonly notes: readonly { readonly index: number; readonly paragraphs: readonly string[] }[];
	/** Texts of style elements, by their `data-part`. */
	readonly styles: readonly { readonly part: 'fonts' | 'theme'; readonly text: string }[];
	/** `DeckSources` as JSON. */
	readonly data?: string;
	readonly names: readonly string[];
}

/** None: the last save is good. */
export interface Problems {
	readonly kind: 'problems';
	readonly problems: readonly Problem[];
}

/** A diagnostic in words. */
export interface Problem {
	readonly code: string;
	readonly name: string;
	readonly severity: 'error' | 'warning';
	readonly place?: string;
	/** The line and a caret under it. */
	readonly frame?: string;
	readonly what: string;
	readonly why?: string;
	readonly also: readonly string[];
	readonly fix: string;
}
