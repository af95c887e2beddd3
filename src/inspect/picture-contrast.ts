// Text over pictures and gradients: what lies behind it is taken from a picture of the slide without its text.

import type { BrowserPage } from '../effects/browser.js';
import type { Sighting } from './slide-probe.js';

/** A sighting of `unjudged`: where its text stands on the page, its colour, and what it needs. */
interface Unjudged {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** As `r,g,b,a`. */
	readonly ink: string;
	readonly least: number;
	readonly size: number;
}

interface Judged {
	readonly front: string;
	readonly back: string;
	readonly ratio: number;
}

/** Of what lies behind a text, so much may be too near to it: a busy picture has dark spots and light ones. */
const UNREADABLE_SHARE = 0.25;

const HIDE_TEXT = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync('* { color: transparent !important; -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }');
	document.adoptedStyleSheets = [sheet];
})()`;

/** Pages are used again, and their sheets with them. */
const SHOW_TEXT = 'document.adoptedStyleSheets = []; undefined';

const judge = (picture: string, { ink, width, height }: Unjudged) => `(async () => {
	const image = new Image();
	image.src = 'data:image/png;base64,${picture}';
	await image.decode();
	const [width, height] = [${Math.ceil(width)}, ${Math.ceil(height)}];
	const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	pen.drawImage(image, 0, 0, width, height);
	const { data } = pen.getImageData(0, 0, width, height);
	const [r, g, b, a] = [${ink}];
	const hex = (colour) => '#' + colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
	const light = (colour) => {
		const [r, g, b] = colour.map((part) => { const c = part / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const found = [];
	for (let at = 0; at < data.length; at += 4) {
		const back = [data[at], data[at + 1], data[at + 2]];
		const front = [r, g, b].map((part, n) => part * a + back[n] * (1 - a));
		const [low, high] = [light(front), light(back)].sort((x, y) => x - y);
		found.push({ front, back, ratio: (high + 0.05) / (low + 0.05) });
	}
	found.sort((x, y) => x.ratio - y.ratio);
	const { front, back, ratio } = found[Math.floor(found.length * ${UNREADABLE_SHARE})];
	return { front: hex(front), back: hex(back), ratio: Math.floor(ratio * 100) / 100 };
})()`;

/** Those that are too faint, in the order given; each slide tells one colour once. */
export async function judgeOverPictures(
	page: BrowserPage,
	sightings: readonly Sighting[],
): Promise<readonly Sighting[]> {
	if (sightings.length === 0) return [];
	await page.evaluate(HIDE_TEXT);
	const faint = new Map<string, Sighting>();
	for (const sighting of sightings) {
		const place = sighting.detail as unknown as Unjudged;
		const { x, y, width, height, least, size, ink } = place;
		const picture = Buffer.from(await page.png({ x, y, width, height })).toString('base64');
		const { front, back, ratio } = await page.evaluate<Judged>(judge(picture, place));
		if (ratio >= least) continue;
		const key = `${sighting.slide} ${ink} ${least}`;
		const known = faint.get(key);
		const detail = { front, back, ratio, least, size };
		faint.set(
			key,
			known ? { ...known, more: (known.more ?? 0) + 1 } : { ...sighting, kind: 'contrast', detail },
		);
	}
	await page.evaluate(SHOW_TEXT);
	return [...faint.values()];
}
