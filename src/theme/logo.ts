// A logo's bytes to a data URI for the style sheet. Shown as an image, an SVG runs no script and loads nothing; files
// that try are refused all the same.

const LARGEST_BYTES = 500_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ACTIVE =
	/<\s*(?:script|foreignObject|iframe|object|embed|image|animate|set)\b|\son[a-z]+\s*=|<!ENTITY|<!DOCTYPE[^>]*\[|@import|javascript:/i;

/** Or the reason why not. */
export function logoDataUri(
	path: string,
	bytes: Uint8Array,
): { readonly uri: string } | { readonly refused: string } {
	if (bytes.length > LARGEST_BYTES)
		return { refused: `it has ${bytes.length} bytes; ${LARGEST_BYTES} is the limit` };
	const data = Buffer.from(bytes).toString('base64');
	if (path.toLowerCase().endsWith('.png'))
		return PNG.every((byte, index) => bytes[index] === byte)
			? { uri: `data:image/png;base64,${data}` }
			: { refused: 'it is not a PNG file, whatever its name says' };
	const text = new TextDecoder().decode(bytes);
	if (!/<svg[\s>]/.test(text)) return { refused: 'it is not an SVG file, whatever its name says' };
	if (!/\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(text))
		return { refused: 'its <svg> does not say xmlns="http://www.w3.org/2000/svg"' };
	const active = ACTIVE.exec(text);
	if (active !== null) return { refused: `it contains ${active[0].trim()}` };
	const outside = /(?:\bhref\s*=\s*["']\s*|url\(\s*["']?)(?!#|["'])([^"')\s]{1,40})/i.exec(text);
	if (outside !== null) return { refused: `it refers to ${outside[1]}` };
	return { uri: `data:image/svg+xml;base64,${data}` };
}
