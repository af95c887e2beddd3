import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutChart } from '../../src/charts/forms/lay-out-chart.js';
import { overlap } from '../../src/charts/layout/chart-layout.js';
import type { ChartRequest } from '../../src/model/chart.js';
import { chartRow } from '../../src/model/chart.js';
import { engineering, executive, metricsOf } from './chart-world.js';
import { FORMS, SAMPLES } from './sample-requests.js';

interface Label {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Boxes as the true widths of the words give them, without the margin of their plates. */
function labelsOf(request: ChartRequest, theme: typeof executive): Label[] {
	const metrics = metricsOf(theme);
	const { tables } = layOutChart({ request, theme, metrics });
	return (tables.labels ?? []).map((label) => {
		const [text, left] = [String(label.text), Number(label.x)];
		const style = { family: String(label.font), weight: Number(label.weight), sizePx: Number(label.size) };
		const [top, bottom] = [Number(label.top), Number(label.bottom)];
		return { text, left, right: left + metrics.widthPx(text, style), top, bottom };
	});
}

function collisions(labels: readonly Label[]): string[] {
	return labels.flatMap((a, index) =>
		labels.slice(index + 1).flatMap((b) => (overlap(a, b) > 0 ? [`${a.text} / ${b.text}`] : [])),
	);
}

describe('labels', () => {
	const boxes = [
		{ width: 1136, height: 400 },
		{ width: 1136, height: 330 },
		{ width: 760, height: 400 },
	];
	test.each(FORMS)('of %s never cover each other or leave the box', (form) => {
		for (const theme of [executive, engineering]) {
			for (const box of boxes) {
				const labels = labelsOf({ ...SAMPLES[form], ...box }, theme);
				expect(collisions(labels)).toEqual([]);
				for (const { text, left, right } of labels) {
					expect([text, left >= -0.5, right <= box.width + 0.5]).toEqual([text, true, true]);
				}
			}
		}
	});

	test.each(FORMS)('of %s are no smaller than the theme says', (form) => {
		const { tables } = layOutChart({
			request: SAMPLES[form],
			theme: executive,
			metrics: metricsOf(executive),
		});
		for (const label of tables.labels ?? []) {
			const isAxis = ['axis', 'key', 'note', 'column'].includes(String(label.part));
			expect(Number(label.size)).toBeGreaterThanOrEqual(
				executive.size[isAxis ? 'chart-axis' : 'chart-label'],
			);
		}
	});

	test('of three sources that nearly agree never cover each other', () => {
		const number = fc.integer({ min: 600, max: 650 }).map((tenths) => tenths / 10);
		fc.assert(
			fc.property(fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 4 }), (topics) => {
				const rows = topics.flatMap((claims, topic) =>
					claims.map((claim, index) =>
						chartRow(`Topic ${topic}`, topic, index === 0 ? 'subject' : 'dissent', claim, `${claim}`, {
							detail: ['Launch analysis', 'Latest AI', 'Research note'][index] ?? '',
						}),
					),
				);
				expect(collisions(labelsOf({ ...SAMPLES.disagreement, rows }, executive))).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test('of a row stand at the left edge and in line with its number', () => {
		const { tables } = layOutChart({
			request: SAMPLES.gains,
			theme: executive,
			metrics: metricsOf(executive),
		});
		const middle = (label: Readonly<Record<string, unknown>>) =>
			(Number(label.top) + Number(label.bottom)) / 2;
		const names = (tables.labels ?? []).filter((label) => label.part === 'item');
		const numbers = (tables.labels ?? []).filter(
			(label) => label.part === 'column' && /^[+−]/.test(String(label.text)),
		);
		expect(names.map((label) => label.x)).toEqual([0, 0, 0, 0]);
		expect(numbers.map(middle)).toEqual(names.map(middle));
	});
});
