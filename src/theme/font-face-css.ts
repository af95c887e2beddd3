// Fonts to `@font-face` rules with the bytes inside, so that a deck needs neither the network nor installed fonts.

import type { LoadedFont } from '../model/theme.js';

/** Of two faces alike a browser asks the last first, so a face that is added for another script comes before the theme's own. */
export function fontFaceCss(fonts: readonly LoadedFont[]): string {
	return fonts
		.toReversed()
		.map(
			({ family, weight, style, bytes }) =>
				`@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")}`,
		)
		.join('\n');
}
