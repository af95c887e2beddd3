// A chart request and its spec to one accessible SVG. The only door to Vega; runs no code from a spec and loads nothing.

import type { Runtime, Spec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Chart, ChartRequest } from '../model/chart.js';
import type { ThemeTokens } from '../model/theme.js';
import { accessibleSvg } from './accessible-svg.js';
import { altText, describeRows } from './alt-text.js';
import {
	fillingOf,
	findReference,
	findUnknownMark,
	isRecord,
	MARKS,
	themedSpec,
	withoutRows,
} from './fill-spec.js';
import { layOutChart } from './forms/lay-out-chart.js';
import type { ChartLayout } from './layout/chart-layout.js';
import type { SceneItem } from './scene-audit.js';
import { drawnTexts, hiddenRows, sceneOverflow } from './scene-audit.js';
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
	const reference = findReference(spec);
	if (reference !== undefined)
		return invalid(`the spec has “${reference}”, but a chart loads nothing and links to nothing`);
	const unknown = findUnknownMark(spec);
	if (unknown !== undefined)
		return invalid(`there is no mark “${unknown}”; the marks are ${MARKS.join(', ')}`);
	const layout = layOutChart({ request, theme, metrics });
	// Nothing is awaited from here on: text metrics and the counter of ids are Vega's globals, and another chart may be next.
	const drawn = draw(loaded, { request, spec, theme, metrics, layout });
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
	const { name, title, width, height } = request;
	const svg = accessibleSvg(drawn.svg, { name, title, description: describeRows(request), width, height });
	return { value: { name, svg, alt: altText(request), drawn: drawnTexts(drawn.scene) }, diagnostics };
}

interface Drawing {
	readonly request: ChartRequest;
	readonly spec: Readonly<Record<string, unknown>>;
	readonly theme: ThemeTokens;
	readonly metrics: TextMetrics;
	readonly layout: ChartLayout;
}

function draw(
	loaded: Engine,
	{ request, spec, theme, metrics, layout }: Drawing,
): { svg: string; scene: SceneItem; warnings: readonly string[] } | { reason: string } {
	const { vega, expressionInterpreter } = loaded;
	try {
		vega.textMetrics.width = (item, text) => metrics.widthPx(String(text ?? ''), styleOf(item));
		const filled = new Set(Object.keys(layout.tables));
		const compiled = compileSpec(loaded, themedSpec(spec, vegaConfig(theme), request), filled);
		const warnings = [...compiled.warnings];
		const { signals, tables } = fillingOf(compiled.spec, layout);
		const logger = collectingLogger(warnings);
		const view = new vega.View(compiled.runtime, {
			expr: expressionInterpreter,
			loader: LOADER,
			logger,
			renderer: 'none',
		});
		view.width(request.width).height(request.height);
		for (const [name, value] of signals) view.signal(name, value);
		for (const [name, rows] of tables)
			view.insert(
				name,
				rows.map((row) => ({ ...row })),
			);
		view.run();
		const { root: scene } = view.scenegraph() as unknown as { root: SceneItem };
		vega.resetSVGDefIds();
		const renderer = new vega.SVGStringRenderer(LOADER);
		renderer.initialize(null, request.width, request.height, view.origin(), 1);
		renderer.render(scene);
		const svg = renderer.svg();
		view.finalize();
		return { svg, scene, warnings };
	} catch (error) {
		// Vega-Lite appends the whole spec to some messages.
		const message = (error instanceof Error ? error.message : String(error)).replace(/ \{.*$/s, '');
		return { reason: message.replace(/[.:]$/, '') };
	}
}

interface CompiledSpec {
	readonly spec: Readonly<Record<string, unknown>>;
	readonly runtime: Runtime;
	readonly warnings: readonly string[];
}

/** Takes most of the time of a chart and depends on nothing but the spec, so equal specs are compiled once. */
function compileSpec(
	{ vega, vegaLite }: Engine,
	spec: Readonly<Record<string, unknown>>,
	filled: ReadonlySet<string>,
): CompiledSpec {
	const key = JSON.stringify([{ ...spec, datasets: undefined }, ...filled]);
	const known = compiledSpecs.get(key);
	if (known) return known;
	const warnings: string[] = [];
	const { spec: vegaSpec } = vegaLite.compile(spec as unknown as TopLevelSpec, {
		logger: collectingLogger(warnings),
	});
	const compiled = vegaSpec as unknown as CompiledSpec['spec'];
	const runtime = vega.parse(withoutRows(compiled, filled) as unknown as Spec, {}, { ast: true });
	const result = { spec: compiled, runtime, warnings };
	compiledSpecs.set(key, result);
	return result;
}

const compiledSpecs = new Map<string, CompiledSpec>();

const refuse = () => Promise.reject(new Error('A chart loads nothing.'));
const LOADER = {
	load: refuse,
	http: refuse,
	file: refuse,
	// A rejection here would end the process.
	sanitize: () => Promise.resolve({ href: '' }),
	options: {},
};

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
