// A chart request and its spec to one accessible SVG. The only door to Vega; runs no code from a spec and loads nothing.

import type { Diagnostic, Checked } from '../diagnostics/diagnostic.js';
import type { Chart, ChartRequest } from '../model/chart.js';
import type { ThemeTokens } from '../model/theme.js';
import { accessibleSvg } from './accessible-svg.js';
import { altText } from './alt-text.js';
import { layOutChart } from './forms/lay-out-chart.js';
import type { ChartLayout } from './layout/chart-layout.js';
import { hiddenRows, sceneOverflow } from './scene-audit.js';
import type { SceneItem } from './scene-audit.js';
import type { TextMetrics, TextStyle } from './text-metrics.js';
import { vegaConfig } from './vega-config.js';

/** What Vega exports but does not declare. */
interface UntypedVega {
	readonly textMetrics: { width: (item: TextItem, text: unknown) => number };
	readonly SVGStringRenderer: new (
		loader: unknown,
	) => {
		initialize(element: null, width: number, height: number, origin: readonly number[], scale: number): void;
		render(scene: unknown): void;
		svg(): string;
	};
}

interface TextItem {
	readonly font?: string;
	readonly fontSize?: number;
	readonly fontWeight?: number | string;
}

/** Vega's parts are loaded on first use: they cost half a second that `--help` must not pay. */
let engine: Promise<Engine> | undefined;

async function loadEngine() {
	const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
		import('vega'),
		import('vega-lite'),
		import('vega-interpreter'),
	]);
	return { vega: vega as unknown as typeof import('vega') & UntypedVega, vegaLite, expressionInterpreter };
}
type Engine = Awaited<ReturnType<typeof loadEngine>>;

/** The SVG is exactly as large as the request asks. A row that no mark stands for is an error, and then there is no chart. */
export async function renderChart(
	request: ChartRequest,
	spec: unknown,
	theme: ThemeTokens,
	metrics: TextMetrics,
): Promise<Checked<Chart>> {
	engine ??= loadEngine();
	const loaded = await engine;
	const chart = request.name;
	const invalid = (reason: string): Checked<Chart> => ({
		diagnostics: [{ code: 'MB312', args: { chart, form: request.form, reason } }],
	});
	if (!isRecord(spec)) return invalid('the spec is not a JSON object');
	const layout = layOutChart({ request, theme, metrics });
	const filled = fillSpec(spec, request, layout, theme);
	// Nothing is awaited from here on: text metrics and the counter of ids are Vega's globals, and another chart may be next.
	const drawn = draw(loaded, filled, request, metrics);
	if ('reason' in drawn) return invalid(drawn.reason);

	const diagnostics: Diagnostic[] = [
		...drawn.warnings.map((message): Diagnostic => ({ code: 'MB311', args: { chart, message } })),
		...hiddenRows(drawn.scene, request.rows).map(
			({ item, label, role }): Diagnostic => ({
				code: 'MB313',
				args: { chart, form: request.form, item, label, role },
			}),
		),
		...[...layout.problems, ...sceneOverflow(drawn.scene, request)].map(
			(problem): Diagnostic => ({
				code: 'MB314',
				args: { chart, width: request.width, height: request.height, problem },
			}),
		),
	];
	if (diagnostics.some((diagnostic) => diagnostic.code === 'MB313')) return { diagnostics };
	const alt = altText(request);
	const { name, title, width, height } = request;
	const svg = accessibleSvg(drawn.svg, { name, title, description: alt, width, height });
	return { value: { name, svg, alt }, diagnostics };
}

/** Sample data and sizes of the spec give way to those of the request; params that the layout does not know keep their values. */
function fillSpec(
	spec: Readonly<Record<string, unknown>>,
	request: ChartRequest,
	layout: ChartLayout,
	theme: ThemeTokens,
): Record<string, unknown> {
	const params = Array.isArray(spec.params) ? spec.params : [];
	return {
		autosize: { type: 'fit', contains: 'padding' },
		...spec,
		width: request.width,
		height: request.height,
		padding: 0,
		params: params.map((param: unknown) => {
			const value = isRecord(param) && typeof param.name === 'string' ? layout.params[param.name] : undefined;
			return value === undefined ? param : { ...(param as object), value };
		}),
		datasets: { ...(isRecord(spec.datasets) ? spec.datasets : {}), ...layout.tables },
		config: vegaConfig(theme),
	};
}

function draw(
	{ vega, vegaLite, expressionInterpreter }: Engine,
	spec: Record<string, unknown>,
	request: ChartRequest,
	metrics: TextMetrics,
): { svg: string; scene: SceneItem; warnings: string[] } | { reason: string } {
	const warnings: string[] = [];
	const logger = collectingLogger(warnings);
	const loader = {
		load: () => Promise.reject(new Error('A chart loads nothing.')),
		// A rejection here would end the process.
		sanitize: () => Promise.resolve({ href: '' }),
		http: () => Promise.reject(new Error('A chart loads nothing.')),
		file: () => Promise.reject(new Error('A chart loads nothing.')),
		options: {},
	};
	try {
		vega.textMetrics.width = (item, text) => metrics.widthPx(String(text ?? ''), styleOf(item));
		const compiled = vegaLite.compile(spec as unknown as Parameters<typeof vegaLite.compile>[0], { logger });
		const runtime = vega.parse(compiled.spec, {}, { ast: true });
		const view = new vega.View(runtime, { expr: expressionInterpreter, loader, logger, renderer: 'none' });
		view.run();
		const { root: scene } = view.scenegraph() as unknown as { root: SceneItem };
		vega.resetSVGDefIds();
		const renderer = new vega.SVGStringRenderer(loader);
		renderer.initialize(null, request.width, request.height, view.origin(), 1);
		renderer.render(scene);
		const svg: string = renderer.svg();
		view.finalize();
		return { svg, scene, warnings };
	} catch (error) {
		return { reason: error instanceof Error ? error.message : String(error) };
	}
}

function styleOf(item: TextItem): TextStyle {
	const weight = item.fontWeight === 'bold' ? 700 : Number(item.fontWeight);
	return {
		family: item.font ?? 'sans-serif',
		weight: Number.isFinite(weight) ? weight : 400,
		sizePx: item.fontSize ?? 11,
	};
}

function collectingLogger(warnings: string[]) {
	const keep = (...parts: readonly unknown[]) => {
		warnings.push(parts.map(String).join(' ').replace(/\.$/, ''));
		return logger;
	};
	const ignore = () => logger;
	const logger = { level: () => logger, error: keep, warn: keep, info: ignore, debug: ignore };
	return logger as never;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
