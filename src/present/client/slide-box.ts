// Where on the screen the slide itself is: its box leaves margins where the window has another shape.

import type { Deck } from './deck.js';

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export function slideBox(deck: Deck): Box {
	const slide = deck.slides[deck.index()] as SVGSVGElement | undefined;
	const box = slide?.getBoundingClientRect() ?? new DOMRect();
	const own = { width: slide?.viewBox.baseVal.width || 1280, height: slide?.viewBox.baseVal.height || 720 };
	const scale = Math.min(box.width / own.width, box.height / own.height);
	const [width, height] = [own.width * scale, own.height * scale];
	return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}
