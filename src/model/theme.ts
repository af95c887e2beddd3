// A theme after its token file has been read: what the slide CSS and the chart config are both made from.

export interface ThemeTokens {
	readonly name: string;
	readonly color: {
		readonly background: string;
		readonly surface: string;
		readonly text: string;
		readonly muted: string;
		readonly faint: string;
		readonly rule: string;
		readonly accent: string;
		readonly 'accent-soft': string;
		readonly risk: string;
		readonly 'risk-soft': string;
		readonly good: string;
	};
	readonly font: {
		/** CSS family names, in the order heading, text, figures. */
		readonly heading: string;
		readonly text: string;
		readonly figures: string;
	};
	/** Pixels on a 1280 × 720 slide. */
	readonly size: {
		readonly headline: number;
		readonly subtitle: number;
		readonly text: number;
		readonly small: number;
		readonly 'chart-label': number;
		readonly 'chart-axis': number;
	};
	/** Pixels: around a table row, between blocks, and from the top edge to the content zone. */
	readonly space: { readonly row: number; readonly gap: number; readonly top: number };
	readonly fontFiles: readonly FontFile[];
}

/** One face of a font package, e.g. `@fontsource/inter/files/inter-latin-600-normal.woff2`. */
export interface FontFile {
	readonly family: string;
	readonly weight: number;
	readonly style: 'normal' | 'italic';
	readonly module: string;
}

/** A font file together with its bytes (woff2). */
export interface LoadedFont extends FontFile {
	readonly bytes: Uint8Array;
}
