// The slides of a deck that modelbrief made, judged in the browser: by the zones of its themes, and as any Marp page.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BrowserPage } from '../effects/browser.js';
import type { BuiltDeck } from '../model/deck.js';
import { examineSlides } from './examine-slides.js';
import { measureFit } from './measure-fit.js';
import { placesIn } from './slide-places.js';

/** What ends a build. */
export const isLoss = ({ code }: Diagnostic) => ['MB361', 'MB362', 'MB363', 'MB378'].includes(code);

/** With `fit`, only what is lost. What leaves its zone and the slide as well is told once. */
export async function judgeSlides(
	page: BrowserPage,
	deck: BuiltDeck,
	part: 'all' | 'fit',
): Promise<readonly Diagnostic[]> {
	const placed = { name: deck.name, placeOf: placesIn(deck) };
	const isSplit = (slide: number) => deck.slides[slide]?.fit === 'split';
	const misfits = await measureFit(page, { ...placed, isSplit });
	const slides = new Set(misfits.map(({ args }) => args.slide));
	const examined = await examineSlides(page, placed, part);
	return [...misfits, ...examined.filter(({ code, args }) => code !== 'MB362' || !slides.has(args.slide))];
}
