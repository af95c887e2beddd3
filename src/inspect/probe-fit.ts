// Part of the expression of slide-probe.ts: what of a slide is lost, because it lies beyond the slide, in a box that cuts
// it off, or beyond the edge of its chart.

export const FIT = `
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
			// A line that is the same on every slide may be shortened where an ellipsis says so.
			else if (style.textOverflow === 'ellipsis' && box.closest('header, footer')) continue;
			else if (style.overflowX !== 'visible' && (box.scrollWidth - box.clientWidth) * own > LIMITS.clipped && box.clientWidth > 0) add('clipped', box, { pixels: Math.ceil((box.scrollWidth - box.clientWidth) * own), detail: { side: 'more in width' } });
		}

		// Glyphs do not fill the box of their line.
		const bodies = lines.map((line) => {
			// Of a footer that ends in an ellipsis, what is shown.
			const shown = line.parent.closest('header, footer') ? shownOf(line.rect, line.parent) : undefined;
			const rect = shown === undefined ? line.rect : new DOMRect(shown.left, shown.top, shown.right - shown.left, shown.bottom - shown.top);
			const inset = rect.height * 0.22;
			return { ...line, rect, top: rect.top + inset, bottom: rect.bottom - inset, chart: line.parent.closest('svg') };
		}).sort((a, b) => a.top - b.top);

		// Labels that a chart cuts off.
		for (const chart of new Set(bodies.map((body) => body.chart))) {
			if (chart === frame || styleOf(chart).overflow === 'visible') continue;
			const box = chart.getBoundingClientRect();
			const cut = bodies.filter((body) => body.chart === chart)
				.map(({ rect, top, bottom, block }) => ({ block, pixels: px(Math.max(rect.right - box.right, box.left - rect.left, bottom - box.bottom, box.top - top)) }))
				.filter(({ pixels }) => pixels > LIMITS.label);
			if (cut.length > 0) add('cut', cut[0].block, { pixels: Math.ceil(Math.max(...cut.map(({ pixels }) => pixels))), elements: new Set(cut.map(({ block }) => block)) });
		}
`;
