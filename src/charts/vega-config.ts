// Theme tokens to the Vega-Lite config: fonts, colours, one named style per kind of mark. Literal colours only, so that an SVG file stands alone.

import type { ThemeTokens } from '../model/theme.js';

/** Vega wants the area of a symbol in square pixels. */
export const DOT_RADIUS_PX = 8;
export const RING_RADIUS_PX = 14;
const DOT_SIZE = Math.round(Math.PI * DOT_RADIUS_PX ** 2);
const RING_SIZE = Math.round(Math.PI * RING_RADIUS_PX ** 2);

/** A CSS font list that falls back to the reader's own sans or mono face. */
export function fontStack(family: string, mono = false): string {
	const quoted = /^[A-Za-z][A-Za-z-]*$/.test(family) ? family : `'${family.replace(/['\\]/g, '')}'`;
	return `${quoted}, ${mono ? 'monospace' : 'sans-serif'}`;
}

/** A spec picks a style by name: `{"mark": {"type": "point", "style": "subject"}}`. */
export function vegaConfig({ color, font, size }: ThemeTokens): Readonly<Record<string, unknown>> {
	const family = fontStack(font.text);
	const label = { labelFont: family, labelFontSize: size['chart-axis'], labelColor: color.muted };
	const title = {
		titleFont: family,
		titleFontSize: size['chart-axis'],
		titleColor: color.muted,
		titleFontWeight: 500,
	};
	return {
		aria: false,
		background: null,
		padding: 0,
		font: family,
		view: { stroke: null, fill: null },
		mark: { aria: false, opacity: 1, tooltip: null },
		point: { opacity: 1, size: DOT_SIZE },
		text: { font: family, fontSize: size['chart-label'], color: color.text, limit: 0 },
		axis: {
			...label,
			...title,
			aria: false,
			labelLimit: 0,
			titleLimit: 0,
			labelFlush: false,
			domain: false,
			ticks: false,
			gridColor: color.rule,
			gridWidth: 1,
			tickCount: 5,
		},
		legend: { ...label, ...title, aria: false, labelLimit: 0 },
		title: { font: family, fontSize: size['chart-label'], color: color.text, anchor: 'start', limit: 0 },
		range: {
			category: [
				color['series-1'],
				color['series-2'],
				color['series-3'],
				color['series-4'],
				color['series-5'],
				color['series-6'],
			],
		},
		style: markStyles(color),
	};
}

function markStyles(color: ThemeTokens['color']): Readonly<Record<string, unknown>> {
	const hollow = { filled: true, color: color.background, strokeWidth: 3 };
	// Some day between the two, as sources date it: nothing that lasted.
	const open = { color: color.background, strokeWidth: 2, strokeDash: [4, 3] };
	return {
		grid: { color: color.rule, strokeWidth: 1, opacity: 0.7 },
		separator: { color: color.rule, strokeWidth: 1 },
		baseline: { color: color.faint, strokeWidth: 1.5 },
		plate: { color: color.background },
		leader: { color: color.risk, strokeWidth: 1.5 },
		band: { color: color['accent-soft'], strokeWidth: 10 },
		interval: { color: color.muted, strokeWidth: 2.5 },
		'interval-subject': { color: color.accent, strokeWidth: 2.5 },
		'dissent-range': { color: color.risk, strokeWidth: 2.5, strokeDash: [2, 4] },
		'interval-dissent': { color: color.risk, strokeWidth: 2.5 },
		dissent: { color: color.risk, strokeWidth: 4 },
		contested: {
			filled: false,
			size: RING_SIZE,
			color: color.risk,
			stroke: color.risk,
			strokeWidth: 2,
			strokeDash: [3, 3],
		},
		subject: { filled: true, color: color.accent, stroke: color.accent, strokeWidth: 2 },
		predecessor: { ...hollow, stroke: color.muted },
		competitor: { filled: true, color: color.muted, stroke: color.muted, strokeWidth: 2 },
		human: { ...hollow, shape: 'diamond', size: 260, stroke: color.text, strokeWidth: 2.5 },
		// A dash and not a ring: a ring would look like a value on the axis.
		missing: { shape: 'stroke', filled: false, color: color.faint, strokeWidth: 2.5 },
		'bar-subject': { color: color.accent },
		'bar-other': { color: color.faint },
		'bar-contested': { filled: false, color: color.risk, strokeWidth: 2, strokeDash: [3, 3] },
		'bar-human': { color: color.text },
		'bar-estimated': { color: color.background, stroke: color.muted, strokeWidth: 2, strokeDash: [5, 3] },
		spread: { color: color['risk-soft'], strokeWidth: 14 },
		headline: { color: color.accent, strokeWidth: 6 },
		'people-line': { color: color.text, strokeWidth: 2 },
		event: { filled: true, color: color.text, stroke: color.text, strokeWidth: 2 },
		'event-contested': { filled: true, color: color.risk, stroke: color.risk, strokeWidth: 2 },
		'event-span': { ...open, stroke: color.text },
		'event-span-subject': { ...open, stroke: color.accent },
		'event-span-contested': { ...open, stroke: color.risk },
	};
}
