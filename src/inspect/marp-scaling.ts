// What Marp's own script does in the browser: headings that `fit` grow to the width of the slide, and code that is too
// wide for it shrinks. Pages run no script here, so this expression does it once, by the same means: a drawing around it.

export const SCALE_AS_MARP = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(':host(marp-pre) { display: block; font-family: monospace; white-space: pre; margin: 1em 0; --marp-auto-scaling-white-space: pre; } svg { display: block; width: 100%; height: auto; vertical-align: top; } span { display: table; white-space: var(--marp-auto-scaling-white-space, nowrap); width: max-content; }');
	// An element of its own, because \`pre\` takes no shadow; Marp's themes know it.
	const hostOf = (element) => {
		if (element.localName !== 'pre') return element;
		const host = document.createElement('marp-pre');
		for (const { name, value } of element.attributes) host.setAttribute(name, value);
		host.append(...element.childNodes);
		element.replaceWith(host);
		return host;
	};
	const lengthOf = (element, side) => Math.ceil(Number.parseFloat(getComputedStyle(element)[side]));
	for (const element of document.querySelectorAll('[is^="marp-"][data-auto-scaling]')) {
		const host = hostOf(element);
		const shadow = host.attachShadow({ mode: 'open' });
		shadow.adoptedStyleSheets = [sheet];
		shadow.innerHTML = '<svg part="auto-scaling"><foreignObject width="1" height="1"><span><slot></slot></span></foreignObject></svg>';
		const [svg, view, text] = ['svg', 'foreignObject', 'span'].map((name) => shadow.querySelector(name));
		const isShrinking = host.dataset.autoScaling === 'downscale-only';
		const width = Math.max(lengthOf(text, 'width'), isShrinking ? lengthOf(svg, 'width') : 0);
		const height = lengthOf(text, 'height');
		view.setAttribute('width', width);
		view.setAttribute('height', height);
		svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
		const align = getComputedStyle(svg).textAlign;
		const side = /left|start/.test(align) ? 'Min' : /right|end/.test(align) ? 'Max' : 'Mid';
		svg.setAttribute('preserveAspectRatio', 'x' + side + 'YMid meet');
		if (side !== 'Min') text.style.marginLeft = 'auto';
		if (side !== 'Max') text.style.marginRight = 'auto';
	}
})()`;
