// What runs in the browser to say how far two colours, each as red, green and blue of 255, are apart. Part of the
// expressions of slide-probe.ts and picture-contrast.ts; the contrast is that of WCAG 2.

export const COLOUR_FUNCTIONS = `	const hex = (colour) => '#' + colour.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
	const light = (colour) => {
		const [r, g, b] = colour.slice(0, 3).map((part) => { const c = part / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ratioOf = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
`;
