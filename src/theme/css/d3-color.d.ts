// The part of d3-color that is used; its own types are a package of their own.
declare module 'd3-color' {
	/** Parts are NaN where the text is no colour. */
	export function rgb(text: string): {
		readonly r: number;
		readonly g: number;
		readonly b: number;
		readonly opacity: number;
		formatHex(): string;
	};
}
