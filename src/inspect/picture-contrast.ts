// Text over pictures and gradients: what lies behind it is taken from a picture of the slide without its text.

import type { BrowserPage, PictureBox } from '../effects/browser.js';
import { COLOUR_FUNCTIONS } from './colour-functions.js';
import type { Sighting } from './slide-probe.js';

/** A sighting of `unjudged`: where its text stands on the page, its colour, and what it needs. */
interface Unjudged extends PictureBox {
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

/** One judgement for each place; `box` is what the picture shows of the page. */
const judge = (picture: string, box: PictureBox, places: readonly Unjudged[]) => `(async () => {
	const image = new Image();
	image.src = 'data:image/png;base64,${picture}';
	await image.decode();
	const [width, height] = [${Math.ceil(box.width)}, ${Math.ceil(box.height)}];
	const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	pen.drawImage(image, 0, 0, width, height);
${COLOUR_FUNCTIONS}	return ${JSON.stringify(places)}.map((place) => {
		const { data } = pen.getImageData(Math.floor(place.x - ${box.x}), Math.floor(place.y - ${box.y}), Math.ceil(place.width), Math.ceil(place.height));
		const [r, g, b, a] = place.ink.split(',').map(Number);
		const counts = new Map();
		for (let at = 0; at < data.length; at += 4) {
			const colour = (data[at] << 16) + (data[at + 1] << 8) + data[at + 2];
			counts.set(colour, (counts.get(colour) ?? 0) + 1);
		}
		const found = [...counts].map(([colour, count]) => {
			const back = [colour >> 16, (colour >> 8) & 255, colour & 255];
			const front = [r, g, b].map((part, n) => part * a + back[n] * (1 - a));
			return { front, back, count, ratio: ratioOf(front, back) };
		});
		found.sort((x, y) => x.ratio - y.ratio);
		let rest = (data.length / 4) * ${UNREADABLE_SHARE};
		const { front, back, ratio } = found.find(({ count }) => (rest -= count) < 0);
		return { front: hex(front), back: hex(back), ratio: Math.floor(ratio * 100) / 100 };
	});
})()`;

/** Those that are too faint, in the order given; each slide tells one colour once. */
export async function judgeOverPictures(
	page: BrowserPage,
	sightings: readonly Sighting[],
): Promise<readonly Sighting[]> {
	if (sightings.length === 0) return [];
	await page.evaluate(HIDE_TEXT);
	const faint = new Map<string, Sighting>();
	for (const slide of new Set(sightings.map((sighting) => sighting.slide))) {
		const those = sightings.filter((sighting) => sighting.slide === slide);
		const places = those.map(({ detail }) => detail as unknown as Unjudged);
		// A picture takes far longer to make than to read.
		const box = around(places);
		const picture = Buffer.from(await page.png(box)).toString('base64');
		const judged = await page.evaluate<readonly Judged[]>(judge(picture, box, places));
		for (const [index, sighting] of those.entries()) {
			const [{ least, size, ink }, result] = [places[index] as Unjudged, judged[index] as Judged];
			if (result.ratio >= least) continue;
			const key = `${slide} ${ink} ${least}`;
			const known = faint.get(key);
			const detail = { ...result, least, size };
			faint.set(
				key,
				known ? { ...known, more: (known.more ?? 0) + 1 } : { ...sighting, kind: 'contrast', detail },
			);
		}
	}
	await page.evaluate(SHOW_TEXT);
	return [...faint.values()];
}

/** Whole pixels. */
function around(places: readonly Unjudged[]): PictureBox {
	const [x, y] = [Math.min(...places.map((one) => one.x)), Math.min(...places.map((one) => one.y))].map(
		Math.floor,
	) as [number, number];
	const width = Math.ceil(Math.max(...places.map((one) => one.x + one.width))) - x;
	const height = Math.ceil(Math.max(...places.map((one) => one.y + one.height))) - y;
	return { x, y, width, height };
}
