// What runs in the browser to say which element is meant, and on which line of the Markdown it stands. Part of the
// expressions of slide-probe.ts and measure-fit.ts.

const NAMES = {
	p: 'the paragraph',
	li: 'the list item',
	h1: 'the heading',
	h2: 'the heading',
	h3: 'the heading',
	h4: 'the heading',
	h5: 'the heading',
	h6: 'the heading',
	td: 'the cell',
	th: 'the cell',
	tr: 'the row',
	pre: 'the code',
	'marp-pre': 'the code',
	code: 'the code',
	table: 'the table',
	img: 'the image',
	svg: 'the drawing',
	figure: 'the figure',
	blockquote: 'the quotation',
	header: 'the header',
	footer: 'the footer',
	text: 'the label',
	ul: 'the list',
	ol: 'the list',
};

/** Declares `shorten`, `nameOf(element)` and `lineIn(section, element)`, which is 0 where the page does not know. */
export const ELEMENT_NAMES = `
	const NAMES = ${JSON.stringify(NAMES)};
	const shorten = (text) => { const plain = text.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim(); return plain.length > 48 ? plain.slice(0, 47) + '…' : plain; };
	const nameOf = (element) => {
		const tag = NAMES[element.localName] ?? 'the text';
		const words = shorten(element.localName === 'img' ? (element.alt || (element.dataset.src ?? '')) : (element.localName === 'svg' ? element.querySelector('title')?.textContent : element.innerText ?? element.textContent) ?? '');
		return words === '' ? tag : tag + ' “' + words + '”';
	};
	// Raw HTML has no line of its own: what comes before it is near.
	const lineIn = (section, element) => {
		const own = element.closest('[data-line]');
		if (own && own !== section && section.contains(own)) return Number(own.dataset.line);
		const before = [...section.querySelectorAll('[data-line]')].findLast((one) => one.compareDocumentPosition(element) & 4);
		return Number(before?.dataset.line ?? 0);
	};
`;
