// Who may import whom (ARCHITECTURE.md, "Who may import whom"), read from the source text. A stage never imports
// another stage, and every package has one door.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A folder of src/, or a file at its top. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	model: [],
	diagnostics: ['model'],
	load: ['model', 'diagnostics'],
	validate: ['model', 'diagnostics'],
	reconcile: ['model', 'diagnostics'],
	story: ['model', 'diagnostics'],
	fonts: ['model'],
	charts: ['model', 'diagnostics', 'fonts'],
	theme: ['model', 'diagnostics'],
	render: ['model', 'diagnostics'],
	effects: ['model', 'diagnostics'],
	export: ['model', 'diagnostics', 'effects'],
	inspect: ['model', 'diagnostics', 'effects'],
	present: ['model', 'diagnostics', 'effects'],
	'pipeline.ts': [
		'model',
		'diagnostics',
		'load',
		'validate',
		'reconcile',
		'story',
		'fonts',
		'charts',
		'theme',
		'render',
	],
	commands: ['pipeline.ts', 'model', 'diagnostics', 'effects', 'export', 'inspect', 'present'],
	'cli.ts': ['commands', 'effects'],
	'index.ts': ['pipeline.ts', 'model', 'diagnostics'],
};

/** Packages and parts of Node with one door each; a folder's name stands for all of its files. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
	yaml: ['load/parse-yaml.ts'],
	handlebars: ['render/template'],
	vega: ['charts/render-chart.ts'],
	'vega-lite': ['charts/render-chart.ts'],
	'vega-interpreter': ['charts/render-chart.ts'],
	fontkit: ['charts/text-metrics.ts'],
	'@marp-team/marp-core': ['render/render-html.ts'],
	postcss: ['theme/css/read-css.ts'],
	'd3-color': ['theme/css/css-color.ts'],
	'puppeteer-core': ['effects/browser.ts'],
	// The schemas, and what turns zod's issues into diagnostics.
	zod: ['validate', 'theme/read-theme.ts'],
	commander: ['cli.ts'],
	'fastest-levenshtein': ['diagnostics/nearest.ts'],
	// Disk, processes and network: effects, and what cannot do without.
	'node:fs': ['effects/files.ts', 'cli.ts'],
	'node:fs/promises': ['effects/files.ts'],
};

/** Parts of Node that touch the world, apart from the disk; the pure stages may use none of them. */
const WORLD = [
	'child_process',
	'cluster',
	'dgram',
	'dns',
	'http',
	'http2',
	'https',
	'net',
	'os',
	'tls',
	'worker_threads',
];
const WORLD_DOORS = ['effects', 'present', 'cli.ts'];

/** Values of the language that make a stage depend on when and where it runs. */
const IMPURE =
	/\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bconsole\.|\bsetTimeout\(|\bperformance\./;
const PURE = [
	'model',
	'diagnostics',
	'load',
	'validate',
	'reconcile',
	'story',
	'charts',
	'theme',
	'render',
	'pipeline.ts',
];

const SRC = join(import.meta.dirname, '..', 'src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.ts') && statSync(join(SRC, path)).isFile())
	.sort();

const homeOf = (file: string) => file.split('/')[0] ?? file;
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');
const withoutComments = (text: string) =>
	text
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/^\s*\/\/.*$/gm, '')
		.replace(/\s\/\/ .*$/gm, '');

/** What a file imports, statically, dynamically or as a type: other files of src/ and packages. */
const importsOf = (file: string): readonly string[] =>
	[
		...withoutComments(textOf(file)).matchAll(/(?<![@\w])(?:from|import|import\(|require\()\s*'([^'\s]+)'/g),
	].map(([, name = '']) => name);

const internal = (file: string) =>
	importsOf(file)
		.filter((name) => name.startsWith('.'))
		.map((name) =>
			normalize(join(dirname(file), name))
				.replaceAll('\\', '/')
				.replace(/\.js$/, '.ts'),
		);

const isAt = (file: string, places: readonly string[]) =>
	places.some((place) => file === place || file.startsWith(`${place}/`));
const packageOf = (name: string) =>
	name
		.split('/')
		.slice(0, name.startsWith('@') ? 2 : 1)
		.join('/');

test('every file of src/ is in a folder of the table', () => {
	expect(files.filter((file) => !(homeOf(file) in MAY_IMPORT))).toEqual([]);
});

test.each(Object.entries(MAY_IMPORT))('%s imports only: itself, %j', (home, allowed) => {
	const wrong = files
		.filter((file) => homeOf(file) === home)
		.flatMap((file) =>
			internal(file)
				.filter((target) => homeOf(target) !== home && !allowed.includes(homeOf(target)))
				.map((target) => `${file} imports ${target}`),
		);
	expect(wrong).toEqual([]);
});

describe('each package has one door', () => {
	test.each(Object.entries(DOORS))('%s: %j', (name, doors) => {
		const isIt = (imported: string) =>
			imported === name || (!name.startsWith('node:') && packageOf(imported) === name);
		const users = files.filter((file) => importsOf(file).some(isIt));
		expect(users.filter((file) => !isAt(file, doors))).toEqual([]);
	});

	test('and no package is used that the table does not know', () => {
		const unknown = files.flatMap((file) =>
			importsOf(file)
				.filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !(packageOf(name) in DOORS))
				.map((name) => `${file} imports ${name}`),
		);
		expect(unknown).toEqual([]);
	});
});

test('only effects, the present server and cli.ts use processes, network or the machine', () => {
	const wrong = files
		.filter((file) => !isAt(file, WORLD_DOORS))
		.flatMap((file) =>
			importsOf(file)
				.filter((name) =>
					WORLD.some((part) => name === `node:${part}` || name === part || name.startsWith(`node:${part}/`)),
				)
				.map((name) => `${file} imports ${name}`),
		);
	expect(wrong).toEqual([]);
});

test('the pure stages read no clock, chance, network, console or process', () => {
	const wrong = files
		.filter((file) => isAt(file, PURE))
		.flatMap((file) => {
			const found = IMPURE.exec(withoutComments(textOf(file)));
			return found === null ? [] : [`${file}: ${found[0]}`];
		});
	expect(wrong).toEqual([]);
});

// effects/machine.ts is handed the process by cli.ts.
test('only cli.ts reads the process', () => {
	const wrong = files.filter(
		(file) =>
			!['cli.ts', 'effects/machine.ts'].includes(file) &&
			/\bprocess\.(?:env|argv|exit|cwd|stdout|stderr)\b/.test(withoutComments(textOf(file))),
	);
	expect(wrong).toEqual([]);
});

// validate/schema/ has one file for each evidence file, and each is what its name says.
test('nothing is exported as default, and every file opens with what it is for', () => {
	const described = files.filter((file) => !file.startsWith('validate/schema/'));
	expect(files.filter((file) => /^export default/m.test(textOf(file)))).toEqual([]);
	expect(described.filter((file) => !/^(?:#!.*\n)?\/\/ /.test(textOf(file)))).toEqual([]);
});
