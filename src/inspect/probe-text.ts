// Part of the expression of slide-probe.ts: text that is covered, small or faint.

export const TEXT = `
		// Text over text.
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
		/** Pictures from elsewhere are not loaded, so that nobody knows what lies behind the text. */
		const isAllShown = (element) => {
			const backs = [...(backdrop?.querySelectorAll('figure') ?? []), backdrop];
			for (let at = element; at && at !== frame; at = at.parentElement) backs.push(at);
			return !backs.some((one) => one && /url\\("(?!data:)/.test(styleOf(one).backgroundImage));
		};
		/** Of its lines, within the slide. */
		const boxOf = (element) => {
			const rects = lines.filter(({ parent }) => parent === element).map(({ rect }) => rect);
			const [x, y] = [Math.max(edge.left, Math.min(...rects.map(({ left }) => left))), Math.max(edge.top, Math.min(...rects.map(({ top }) => top)))];
			const [right, bottom] = [Math.min(edge.right, Math.max(...rects.map(({ right }) => right))), Math.min(edge.bottom, Math.max(...rects.map(({ bottom }) => bottom)))];
			return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
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
			if (size < LIMITS.text && !parent.closest('sup, sub')) addToGroup('small' + least, 'small', style.fontSize === styleOf(block).fontSize ? block : parent, { pixels: least });
			const backs = behind(parent, rect);
			if (style.webkitBackgroundClip === 'text' || style.backgroundClip === 'text') continue;
			const paint = svg !== frame ? style.fill : style.webkitTextFillColor;
			if (paint.startsWith('url') || paint === 'none') continue;
			const front = [...colourOf(paint)];
			for (let at = parent; at && at !== frame; at = at.parentElement) front[3] *= Number(styleOf(at).opacity);
			if (svg !== frame) front[3] *= Number(style.fillOpacity);
			const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
			const needed = isLarge ? 3 : 4.5;
			if (backs === undefined) {
				if (svg === frame && style.textShadow === 'none' && isAllShown(parent)) add('unjudged', block, { detail: { ...boxOf(parent), ink: front.join(), least: needed, size: Math.round(size) } });
				continue;
			}
			const [{ ink, back, ratio }] = backs.map((back) => { const ink = over(front, back); return { ink, back, ratio: ratioOf(ink, back) }; }).sort((a, b) => a.ratio - b.ratio);
			const colours = [hex(ink), hex(back)];
			if (ratio < needed - 0.005) addToGroup('contrast' + needed + colours, 'contrast', parent === block || svg !== frame ? block : parent, { detail: { front: colours[0], back: colours[1], ratio: Math.floor(ratio * 100) / 100, least: needed, size: Math.round(size) } });
		}
`;
