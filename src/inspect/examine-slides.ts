// The slides of any Marp page, looked at in the browser: what is cut off, covered, too small, too faint or missing.
// It names what it finds and changes nothing; the zones of modelbrief's own themes are measure-fit.ts's.

import type { DiagnosticArgs, DiagnosticCode } from '../diagnostics/catalog.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BrowserPage } from '../effects/browser.js';
import { judgeOverPictures } from './picture-contrast.js';
import type { PlaceOf } from './slide-places.js';
import { LEAST_TEXT_PX, MOST_ROWS, probe, type Sighting, type SightingKind } from './slide-probe.js';

export interface ExaminedDeck {
	readonly name: string;
	readonly placeOf: PlaceOf;
}

const CODES: Readonly<Record<Exclude<SightingKind, 'unjudged'>, DiagnosticCode>> = {
	outside: 'MB362',
	unsafe: 'MB375',
	clipped: 'MB363',
	overlap: 'MB364',
	small: 'MB365',
	label: 'MB366',
	cut: 'MB378',
	image: 'MB367',
	level: 'MB368',
	rows: 'MB376',
	empty: 'MB369',
	contrast: 'MB370',
	alt: 'MB371',
};

/** What loses content is an error, everything else a warning; slide by slide. With `fit`, errors alone. */
export async function examineSlides(
	page: BrowserPage,
	deck: ExaminedDeck,
	part: 'all' | 'fit' = 'all',
): Promise<readonly Diagnostic[]> {
	const sightings = await page.evaluate<readonly Sighting[]>(probe(part));
	const [open, known] = [sightings.filter(isOpen), sightings.filter((sighting) => !isOpen(sighting))];
	const judged = part === 'all' ? await judgeOverPictures(page, open) : [];
	return [...known, ...judged].flatMap((sighting) => {
		const { kind, slide, line } = sighting;
		if (kind === 'unjudged' || (part === 'fit' && kind === 'unsafe')) return [];
		return [{ code: CODES[kind], ...deck.placeOf(slide, line), args: argsOf(sighting, deck.name) }];
	});
}

const isOpen = ({ kind }: Sighting) => kind === 'unjudged';

function argsOf(sighting: Sighting, deck: string): DiagnosticArgs {
	const { kind, slide, headline, element, other, pixels, more = 0, detail } = sighting;
	return {
		deck,
		slide: slide + 1,
		headline,
		element: more > 0 ? `${element} and ${more} more` : element,
		...(more > 0 ? { isMany: 1 } : {}),
		...(other === undefined ? {} : { other }),
		...(pixels === undefined ? {} : { pixels }),
		...detail,
		...(kind === 'outside' || kind === 'unsafe' ? { where: where(kind, `${detail?.side ?? ''}`, more) } : {}),
		...(kind === 'rows' ? { most: MOST_ROWS } : {}),
		...(kind === 'small' ? { least: LEAST_TEXT_PX } : {}),
		...(kind === 'image' ? { reason: 'the browser cannot read its file' } : {}),
	};
}

const EDGES: Readonly<Record<string, string>> = {
	below: 'lower',
	above: 'upper',
	right: 'right',
	left: 'left',
};

function where(kind: 'outside' | 'unsafe', side: string, more: number): string {
	const edge = EDGES[side] ?? side;
	if (kind === 'outside') return `${more > 0 ? 'stick' : 'sticks'} out of the ${edge} edge of the slide`;
	return `${more > 0 ? 'come' : 'comes'} too near to the ${edge} edge of the slide`;
}
