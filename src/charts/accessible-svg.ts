// Vega's SVG to one that can stand inline in a deck: one named image for assistive software, ids that no other chart shares, one size.

import type { SvgMarkup } from '../model/chart.js';
import { asElements, withoutIsolates } from '../model/direction.js';

/** `name` prefixes every id. The text of title and description may hold anything. */
export function accessibleSvg(
	svg: string,
	chart: {
		readonly name: string;
		readonly title: string;
		readonly description: string;
		readonly width: number;
		readonly height: number;
	},
): SvgMarkup {
	const prefix = chart.name.replace(/[^A-Za-z0-9_-]/g, '-');
	const open = svg.indexOf('>', svg.indexOf('<svg')) + 1;
	// Vega escapes `<` and `>` everywhere, so whatever stands between them is a tag of its own making.
	const body = svg.slice(open).replace(/<[^>]*>/g, (tag) => prefixIds(quietTag(tag), prefix));
	const lines = body.replace(/>([^<]+)</g, (_, text: string) => `>${isolatedParts(text)}<`);
	const root =
		`<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" ` +
		// Both, because a PDF's alternative text is made from the name alone.
		`aria-labelledby="${prefix}-title ${prefix}-desc" ` +
		`width="${chart.width}" height="${chart.height}" viewBox="0 0 ${chart.width} ${chart.height}">`;
	const title = `<title id="${prefix}-title">${escapeText(withoutIsolates(chart.title))}</title>`;
	const description = `<desc id="${prefix}-desc">${escapeText(withoutIsolates(chart.description))}</desc>`;
	return `${root}${title}${description}${lines}` as SvgMarkup;
}

/** One image has one role and one name: whatever Vega says about its parts goes, and so do layers without a mark. */
function quietTag(tag: string): string {
	if (/^<g class="mark-[^"]*"[^>]*\/>$/.test(tag)) return '';
	return tag.replace(/ (?:aria-[a-z]+|role)="[^"]*"/g, '').replace(/ opacity="1"/g, '');
}

/** A name that continues on the next line has the start of an isolate here and its end there. */
function isolatedParts(text: string): string {
	const parted = asElements(text, '<tspan unicode-bidi="plaintext">', '</tspan>');
	return parted.split('<tspan').length === parted.split('</tspan').length ? parted : withoutIsolates(text);
}

function prefixIds(tag: string, prefix: string): string {
	return tag
		.replace(/ id="([^"]*)"/g, ` id="${prefix}-$1"`)
		.replace(/url\(#([^)"]*)\)/g, `url(#${prefix}-$1)`);
}

function escapeText(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
