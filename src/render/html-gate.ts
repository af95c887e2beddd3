// Rendered HTML or CSS in, what must not be there out: the last look before anything is written (SAFETY, decision 11).
// It allows what a deck needs and refuses the rest, including everything that it cannot read.

const ELEMENTS = new Set(
	(
		'section header footer div span bdi p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong s del ' +
		'sup sub a img figure figcaption table thead tbody tfoot tr th td svg foreignobject title desc g defs path rect ' +
		'line polyline polygon circle ellipse text tspan clippath lineargradient radialgradient stop'
	).split(' '),
);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"<]*"|='[^'<]*')?)*)\s*(\/?)>/iy;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:="([^"]*)"|='([^']*)')?/gy;
const IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/;
const CSS_DATA = /^(?:data:(?:font\/|image\/|application\/font-)|#)/;

/** What the slides must not hold, in the order found, each once. */
export function forbiddenInHtml(html: string): string[] {
	const found = new Set<string>();
	for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
		TAG.lastIndex = at;
		const tag = TAG.exec(html);
		if (tag === null) {
			found.add(`unreadable markup (${JSON.stringify(html.slice(at, at + 40))})`);
			at += 1;
			continue;
		}
		const name = (tag[2] ?? '').toLowerCase();
		if (!ELEMENTS.has(name)) found.add(`the element <${name}>`);
		for (const attribute of (tag[3] ?? '').matchAll(ATTRIBUTE)) {
			const problem = forbiddenAttribute(
				name,
				(attribute[1] ?? '').toLowerCase(),
				attribute[2] ?? attribute[3] ?? '',
			);
			if (problem !== undefined) found.add(problem);
		}
		at = TAG.lastIndex;
	}
	return [...found];
}

/** What a style sheet must not hold: imports, addresses outside the file, and an end of the style element. */
export function forbiddenInCss(css: string): string[] {
	const found = new Set<string>();
	if (/<\/style/i.test(css)) found.add('</style>');
	const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\\([0-9a-f]{1,6})\s?/gi, unescapeCss);
	if (/@import\b/i.test(plain)) found.add('@import');
	if (/\bimage-set\(/i.test(plain)) found.add('image-set()');
	for (const [, quoted, bare] of plain.matchAll(/\burl\(\s*(?:(["'][^"']*)|([^)]*))/gi)) {
		const address = (quoted?.slice(1) ?? bare ?? '').trim();
		if (!CSS_DATA.test(address)) found.add(`url(${address.slice(0, 60)})`);
	}
	return [...found];
}

function forbiddenAttribute(element: string, name: string, rawValue: string): string | undefined {
	const value = decodeReferences(rawValue).trim();
	const shown = `${name}="${value.slice(0, 60)}" on <${element}>`;
	if (name.startsWith('on')) return shown;
	switch (name) {
		case 'src':
			return element === 'img' && IMAGE_DATA.test(value) ? undefined : shown;
		case 'href':
		case 'xlink:href':
			return value.startsWith('#') || (element === 'a' && /^https?:\/\//i.test(value)) ? undefined : shown;
		case 'srcset':
		case 'srcdoc':
		case 'action':
		case 'formaction':
		case 'background':
		case 'poster':
		case 'ping':
			return shown;
		default:
			return forbiddenInCss(value).length === 0 ? undefined : shown;
	}
}

/** Numeric references, and the named ones that Markdown renderers write. */
export function decodeReferences(text: string): string {
	const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
		if (name !== undefined) return names[name.toLowerCase()] ?? all;
		return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
	});
}

function unescapeCss(_: string, hex: string): string {
	return character(Number.parseInt(hex, 16));
}

function character(code: number): string {
	const isSurrogate = code >= 0xd800 && code <= 0xdfff;
	return code > 0 && code <= 0x10ffff && !isSurrogate ? String.fromCodePoint(code) : '\ufffd';
}
