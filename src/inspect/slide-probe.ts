// What runs in the browser to look at every slide of a page: one expression, whose value is a list of what is wrong.
// It changes nothing. Pixels are those of a slide that is 720 high, whatever size it has and is shown at.

import { ELEMENT_NAMES } from './element-names.js';

export type SightingKind =
	| 'outside'
	| 'unsafe'
	| 'clipped'
	| 'overlap'
	| 'small'
	| 'label'
	| 'image'
	| 'level'
	| 'rows'
	| 'empty'
	| 'contrast'
	| 'alt';

/** One thing that is wrong. */
export interface Sighting {
	readonly kind: SightingKind;
	/** From 0. */
	readonly slide: number;
	readonly headline: string;
	/** Line of the Markdown, where the page says it in `data-line`; else 0. */
	readonly line: number;
	/** `the paragraph “…”` */
	readonly element: string;
	readonly other?: string;
	readonly pixels?: number;
	/** Elements beside the first with the same trouble. */
	readonly more?: number;
	readonly detail?: Readonly<Record<string, string | number>>;
}

export const LEAST_TEXT_PX = 14;

/** Of a table, its head left out. */
export const MOST_ROWS = 16;

/** What may stick out unseen, how near to its edge a slide may have text, and what is text to be measured. */
const LIMITS = {
	outside: 1.5,
	safe: 12,
	clipped: 1.5,
	overlap: 2,
	label: 1,
	text: LEAST_TEXT_PX - 0.05,
	rows: MOST_ROWS,
};

export const PROBE = `(async () => {
	const LIMITS = ${JSON.stringify(LIMITS)};
	const found = [];
${ELEMENT_NAMES}	const styles = new Map();
	const styleOf = (element) => { let style = styles.get(element); if (!style) styles.set(element, style = getComputedStyle(element)); return style; };
	const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const colours = new Map();
	const colourOf = (text) => {
		let colour = colours.get(text);
		if (!colour) {
			pen.clearRect(0, 0, 1, 1);
			pen.fillStyle = '#000';
			pen.fillStyle = text;
			pen.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
			colours.set(text, colour = [r, g, b, a / 255]);
		}
		return colour;
	};
	const over = (front, back) => [0, 1, 2].map((n) => front[n] * front[3] + back[n] * (1 - front[3])).concat(1);
	const hex = (colour) => '#' + colour.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
	const light = (colour) => {
		const [r, g, b] = colour.slice(0, 3).map((part) => { const c = part / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ratioOf = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
	const isBlock = (element) => !/^(inline|contents|ruby)/.test(styleOf(element).display) || element.localName === 'text';
	let level = 0;
	// Headers and footers are the same on every slide, and told once.
	const repeated = new Set();
	const pictured = new Set();

	const frames = [...document.querySelectorAll('svg[data-marpit-svg]')];
	for (const [slide, frame] of frames.entries()) {
		const sections = [...frame.querySelectorAll(':scope > foreignObject > section')];
		const section = sections.find((one) => one.dataset.marpitAdvancedBackground === 'content') ?? sections[0];
		if (!section) continue;
		const backdrop = sections.find((one) => one.dataset.marpitAdvancedBackground === 'background');
		const edge = section.getBoundingClientRect();
		const scale = edge.height / 720;
		const own = 720 / section.offsetHeight;
		const px = (length) => length / scale;
		const heading = section.querySelector('h1, h2') ?? section.querySelector('h3, h4, h5, h6');
		const headline = shorten(heading?.textContent ?? '');
		const slideLine = Number((heading ?? section.querySelector('[data-line]'))?.dataset.line ?? section.dataset.line ?? 0);
		const add = (kind, element, rest) => found.push({ kind, slide, headline, line: lineIn(section, element) || slideLine, element: nameOf(element), ...rest });
		// The same trouble of many elements is told once a slide.
		const groups = new Map();
		const addToGroup = (key, kind, element, rest) => {
			const isRepeated = element.closest('header, footer') !== null;
			if (isRepeated && repeated.has(key)) return;
			const elements = groups.get(key) ?? rest.elements ?? new Set();
			if (!groups.has(key)) add(kind, element, { ...rest, elements });
			groups.set(key, elements.add(element));
			if (isRepeated) repeated.add(key);
		};

		// Lines of text, by the block that they belong to.
		const lines = [];
		const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node.data.trim() === '') continue;
			const parent = node.parentElement;
			if (parent.closest('title, desc, style, script, defs, metadata') || styleOf(parent).visibility !== 'visible') continue;
			let block = parent;
			while (block !== section && !isBlock(block)) block = block.parentElement;
			range.selectNodeContents(node);
			for (const rect of range.getClientRects()) if (rect.width > 0.5 && rect.height > 0.5) lines.push({ rect, block, parent });
		}
		const pictures = [...section.querySelectorAll('img, svg, video, canvas')].filter((one) => !one.parentElement.closest('svg') || one.parentElement.closest('svg') === frame);

		// Outside the slide, or too near to its edge.
		const clips = (at) => at instanceof HTMLElement && styleOf(at).overflow !== 'visible' && styleOf(at).display !== 'inline';
		const isClipped = (element) => {
			for (let at = element; at && at !== section; at = at.parentElement) if (clips(at)) return true;
			return false;
		};
		/** What the boxes around an element leave of it: what they cut off is told of them. */
		const shownOf = (rect, element) => {
			let { left, right, top, bottom } = rect;
			for (let at = element; at && at !== section; at = at.parentElement) {
				if (!clips(at)) continue;
				const box = at.getBoundingClientRect();
				[left, right, top, bottom] = [Math.max(left, box.left), Math.min(right, box.right), Math.max(top, box.top), Math.min(bottom, box.bottom)];
			}
			return right > left && bottom > top ? { left, right, top, bottom } : undefined;
		};
		const worst = new Map();
		const inChart = (element) => { const svg = element.closest('svg'); return svg && svg !== frame; };
		const pieces = [...lines.filter(({ parent }) => !inChart(parent)).map(({ rect, block }) => ({ rect, element: block, isText: true })), ...pictures.map((element) => ({ rect: element.getBoundingClientRect(), element, isText: false }))];
		for (const { rect, element, isText } of pieces) {
			const shown = shownOf(rect, isText ? element : element.parentElement);
			if (shown === undefined) continue;
			const sides = { below: shown.bottom - edge.bottom, above: edge.top - shown.top, right: shown.right - edge.right, left: edge.left - shown.left };
			for (const [side, length] of Object.entries(sides)) {
				const pixels = px(length);
				// The box of a line is taller than its letters.
				const air = side === 'below' || side === 'above' ? px(rect.height) * 0.2 : 0;
				const kind = pixels > LIMITS.outside ? 'outside' : isText && pixels - air > -LIMITS.safe ? 'unsafe' : undefined;
				if (kind === undefined) continue;
				const known = worst.get(kind + side) ?? { kind, side, pixels: -Infinity, elements: new Set() };
				known.pixels = Math.max(known.pixels, kind === 'unsafe' ? pixels - air + LIMITS.safe : pixels);
				// Of a table that is too long, rows are missing.
				known.elements.add((air > 0 && element.closest('tr')) || element);
				worst.set(kind + side, known);
			}
		}
		for (const { kind, side, pixels, elements } of worst.values())
			if (kind === 'outside' || !worst.has('outside' + side)) addToGroup(kind + side, kind, [...elements][0], { pixels: Math.ceil(pixels), elements, detail: { side } });

		// Boxes that cut or scroll.
		for (const box of section.querySelectorAll('*')) {
			if (!(box instanceof HTMLElement)) continue;
			const style = styleOf(box);
			if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
			if (style.overflowY !== 'visible' && (box.scrollHeight - box.clientHeight) * own > LIMITS.clipped && box.clientHeight > 0) add('clipped', box, { pixels: Math.ceil((box.scrollHeight - box.clientHeight) * own), detail: { side: 'more in height' } });
			else if (style.overflowX !== 'visible' && (box.scrollWidth - box.clientWidth) * own > LIMITS.clipped && box.clientWidth > 0) add('clipped', box, { pixels: Math.ceil((box.scrollWidth - box.clientWidth) * own), detail: { side: 'more in width' } });
		}

		// Text over text, and labels of charts. Glyphs do not fill the box of their line.
		const bodies = lines.map((line) => {
			const inset = line.rect.height * 0.22;
			return { ...line, top: line.rect.top + inset, bottom: line.rect.bottom - inset, chart: line.parent.closest('svg') };
		}).sort((a, b) => a.top - b.top);
		const overlaid = new Set();
		for (const [index, a] of bodies.entries()) {
			for (let next = index + 1; next < bodies.length && bodies[next].top < a.bottom; next += 1) {
				const b = bodies[next];
				if (a.block === b.block || a.block.contains(b.block) && isClipped(b.block)) continue;
				const across = px(Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left));
				const down = px(Math.min(a.bottom, b.bottom) - b.top);
				const isChart = a.chart === b.chart && a.chart !== frame;
				if (Math.min(across, down) <= (isChart ? LIMITS.label : LIMITS.overlap)) continue;
				const [one, other] = a.block.compareDocumentPosition(b.block) & 2 ? [a, b] : [b, a];
				const key = nameOf(one.block) + nameOf(other.block);
				if (overlaid.has(key)) continue;
				overlaid.add(key);
				add(isChart ? 'label' : 'overlap', one.block, { other: nameOf(other.block), pixels: Math.ceil(Math.min(across, down)) });
			}
		}
		for (const { rect, block, chart } of bodies) {
			if (chart === frame || styleOf(chart).overflow === 'visible') continue;
			const box = chart.getBoundingClientRect();
			// The box of a label's line is taller than its letters.
			const cut = px(Math.max(rect.right - box.right, box.left - rect.left, rect.bottom - box.bottom - rect.height * 0.22, box.top - rect.top - rect.height * 0.22));
			if (cut > LIMITS.label) add('label', block, { pixels: Math.ceil(cut) });
		}

		// Size and contrast.
		const shapesOf = new Map();
		const under = (svg, element, rect, x) => {
			if (!shapesOf.has(svg)) shapesOf.set(svg, [...svg.querySelectorAll('path, rect, circle, ellipse, polygon, line')].map((shape) => ({ shape, box: shape.getBoundingClientRect() })));
			const whole = svg.getBoundingClientRect();
			const zoom = whole.width / (svg.width.baseVal.value || whole.width);
			const y = (rect.top + rect.bottom) / 2;
			const layers = [];
			for (const { shape, box } of shapesOf.get(svg).toReversed()) {
				const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth } = styleOf(shape);
				const reach = Number.parseFloat(strokeWidth) * zoom / 2 || 0;
				if (x < box.left - reach || x > box.right + reach || y < box.top - reach || y > box.bottom + reach || !(shape.compareDocumentPosition(element) & 4)) continue;
				const point = new DOMPoint((x - whole.left) / zoom, (y - whole.top) / zoom).matrixTransform(shape.getCTM().inverse());
				// Thin lines cross a label without hiding it.
				const isBand = stroke !== 'none' && reach * 2 >= rect.height / 2 && shape.isPointInStroke(point);
				for (const [paint, part, isUnder] of [[stroke, strokeOpacity, isBand], [fill, fillOpacity, fill !== 'none' && shape.isPointInFill(point)]]) {
					if (!isUnder) continue;
					if (paint.startsWith('url')) return undefined;
					const colour = [...colourOf(paint)];
					colour[3] *= Number(part);
					for (let at = shape; at !== svg; at = at.parentElement) colour[3] *= Number(styleOf(at).opacity);
					if (colour[3] > 0) layers.push(colour);
				}
			}
			return layers;
		};
		/** Colours behind a text: one, or in a drawing those under its start, middle and end. */
		const behind = (element, rect) => {
			const svg = element.closest('svg');
			const inDrawing = svg && svg !== frame;
			const places = inDrawing ? [0.1, 0.5, 0.9].map((part) => under(svg, element, rect, rect.left + rect.width * part)) : [[]];
			if (places.includes(undefined)) return undefined;
			const layers = [];
			for (let at = inDrawing ? svg : element; at && at !== frame; at = at.parentElement) {
				const { backgroundColor, backgroundImage } = styleOf(at);
				if (backgroundImage !== 'none') return undefined;
				const colour = colourOf(backgroundColor);
				if (colour[3] > 0) layers.push(colour);
				if (colour[3] === 1) break;
				if (at === section) {
					if (!backdrop) break;
					if (styleOf(backdrop).backgroundImage !== 'none') return undefined;
					const isSplit = backdrop.dataset.marpitAdvancedBackgroundSplit !== undefined;
					if (!isSplit && [...backdrop.querySelectorAll('figure')].some((one) => styleOf(one).backgroundImage !== 'none')) return undefined;
					layers.push(colourOf(styleOf(backdrop).backgroundColor));
					break;
				}
			}
			return places.map((drawn) => [...drawn, ...layers].reduceRight((back, front) => over(front, back), [255, 255, 255, 1]));
		};
		const seen = new Set();
		for (const { rect, parent, block } of lines) {
			if (seen.has(parent)) continue;
			seen.add(parent);
			const style = styleOf(parent);
			const svg = parent.closest('svg');
			// Drawings are shown in another size than they are written in, and so is text that Marp scales.
			const drawing = parent.closest('[data-auto-scaling]')?.shadowRoot?.firstElementChild ?? (svg !== frame ? svg : undefined);
			const view = drawing?.viewBox.baseVal;
			const shown = drawing?.getBoundingClientRect();
			const inner = view?.width > 0 ? Math.min(shown.width / view.width, shown.height / view.height) : edge.height / section.offsetHeight;
			const size = px(Number.parseFloat(style.fontSize) * inner);
			const least = Math.round(size * 10) / 10;
			if (size < LIMITS.text && !parent.closest('sup, sub')) addToGroup('small' + least, 'small', block, { pixels: least });
			const backs = behind(parent, rect);
			if (backs === undefined || style.webkitBackgroundClip === 'text' || style.backgroundClip === 'text') continue;
			const paint = svg !== frame ? style.fill : style.webkitTextFillColor;
			if (paint.startsWith('url') || paint === 'none') continue;
			const front = [...colourOf(paint)];
			for (let at = parent; at && at !== frame; at = at.parentElement) front[3] *= Number(styleOf(at).opacity);
			if (svg !== frame) front[3] *= Number(style.fillOpacity);
			const [{ ink, back, ratio }] = backs.map((back) => { const ink = over(front, back); return { ink, back, ratio: ratioOf(ink, back) }; }).sort((a, b) => a.ratio - b.ratio);
			const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
			const needed = isLarge ? 3 : 4.5;
			const colours = [hex(ink), hex(back)];
			if (ratio < needed - 0.005) addToGroup('contrast' + needed + colours, 'contrast', parent === block || svg !== frame ? block : parent, { detail: { front: colours[0], back: colours[1], ratio: Math.floor(ratio * 100) / 100, least: needed, size: Math.round(size) } });
		}

		// Pictures.
		const loads = async (address) => { const probe = new Image(); probe.src = address; try { await probe.decode(); return true; } catch { return false; } };
		for (const picture of pictures) {
			const isHidden = picture.closest('[aria-hidden="true"], [role="presentation"]');
			if (picture.localName === 'img') {
				if (!isHidden && picture.alt.trim() === '') add('alt', picture, {});
				if (picture.src.startsWith('data:') && !(await loads(picture.src))) add('image', picture, {});
			} else if (picture.localName === 'svg' && !isHidden && picture.querySelector(':scope > title')?.textContent.trim() === undefined && !picture.getAttribute('aria-label')) add('alt', picture, {});
		}
		for (const back of [section, ...(backdrop?.querySelectorAll('figure') ?? [])]) {
			const [, address = ''] = /url\\("(data:[^"]*)"\\)/.exec(styleOf(back).backgroundImage) ?? [];
			const file = styleOf(back).getPropertyValue('--file').replace(/^"|"$/g, '');
			if (address !== '' && !pictured.has(file) && !(await loads(address))) add('image', back, { element: ('the background ' + file).trim() });
			pictured.add(file);
		}

		for (const one of section.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
			const depth = Number(one.localName[1]);
			if (depth > Math.max(level, 1) + 1) add('level', one, { detail: { level: depth, before: Math.max(level, 1), wanted: Math.max(level, 1) + 1 } });
			level = depth;
		}
		for (const table of section.querySelectorAll('table')) {
			const rows = [...table.rows].filter((row) => row.querySelector('td')).length;
			if (rows > LIMITS.rows) add('rows', table, { element: 'the table “' + shorten([...table.rows[0].cells].map((cell) => cell.innerText).join(' · ')) + '”', detail: { rows } });
		}
		const isFilled = lines.some(({ parent }) => !parent.closest('header, footer')) || pictures.length > 0 || (backdrop?.querySelector('figure, img') ?? null) !== null || styleOf(section).backgroundImage !== 'none';
		if (!isFilled) add('empty', section, {});
	}
	return found.map(({ elements, ...sighting }) => (elements ? { ...sighting, more: elements.size - 1 } : sighting));
})()`;
