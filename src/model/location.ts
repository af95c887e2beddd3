// Where something stands in a file that a person can open. Lines and columns count from 1.

export interface Location {
	/** Path as the user would type it: relative to the working directory where that is possible. */
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** How many characters the caret should underline; 1 when unknown. */
	readonly length?: number;
}
