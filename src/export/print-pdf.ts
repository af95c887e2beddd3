// A page to print in, the bytes of a tagged PDF out. The same page gives the same bytes, whenever it is printed.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { BrowserPage } from '../effects/browser.js';
import type { Browser } from '../effects/open-browser.js';
import { makeAccessible } from './accessible-pdf.js';
import { figureBoxes } from './figure-boxes.js';
import { stabilizePdf } from './stable-pdf.js';

export interface PrintSettings {
	/** The deck's name, for diagnostics. */
	readonly title: string;
	/** What the PDF says about when it was made. */
	readonly date: Date;
	readonly timeLimitMs?: number;
	/** Of a slide, for `inspect`; the pages of the PDF have the size that the page's own style sheet gives. */
	readonly size?: { readonly width: number; readonly height: number };
	/** Looks at the page while it is open, before it is printed. */
	readonly inspect?: (page: BrowserPage) => Promise<readonly Diagnostic[]>;
}

/** The document's title and language are those of the page. */
export async function printPdf(
	browser: Browser,
	printHtml: string,
	{ title, date, inspect, ...settings }: PrintSettings,
): Promise<Checked<Uint8Array>> {
	const printed = await browser.withPage(
		{ task: `print ${title}`, html: printHtml, ...settings },
		async (page) => ({
			found: (await inspect?.(page)) ?? [],
			boxes: await figureBoxes(page),
			pdf: await page.pdf(),
		}),
	);
	if (printed.value === undefined) return { diagnostics: printed.diagnostics };
	const { found, boxes, pdf } = printed.value;
	const stable = stabilizePdf(pdf, date);
	if (stable.kind === 'refused') return { diagnostics: [{ code: 'MB405', args: { reason: stable.reason } }] };
	const value = makeAccessible(stable.bytes, date, boxes);
	if (value !== undefined) return { value, diagnostics: found };
	return { value: stable.bytes, diagnostics: [...found, { code: 'MB406', args: { deck: title } }] };
}
