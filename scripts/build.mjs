// Bundles src/ into dist/: one lazy chunk per command, packages left outside so that npm can update them. Beside it go
// the slide player and the themes as CSS, which marp.config.mjs hands to the stock Marp tools.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';
import { build } from 'esbuild';
import { bundleClient } from './bundle-client.mjs';
import { extractPlayer } from './extract-player.mjs';
import { importSource } from './import-source.mjs';

/** Light, 16:9 and airy first: the others import it. */
const VARIANTS = ['airy', 'dense'].flatMap((density) =>
	['light', 'dark', 'contrast', 'print'].flatMap((mode) =>
		['16:9', '4:3'].map((size) => ({ density, mode, size })),
	),
);

const bundled = await build({
	entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	packages: 'external',
	chunkNames: 'chunks/[name]-[hash]',
	metafile: true,
});
await extractPlayer('dist/player.json', await bundleClient());
const themes = await writeThemes('dist/themes');
// Clearing the folder first would leave a moment in which a running modelbrief finds nothing.
clearOthers(
	'dist',
	new Set([...Object.keys(bundled.metafile.outputs).map(normalize), 'dist/player.json', ...themes]),
);

async function writeThemes(folder) {
	const { loadTheme, themeNames } = await importSource({ 'pipeline.ts': ['loadTheme', 'themeNames'] });
	const require = createRequire(import.meta.url);
	const names = readdirSync('themes').filter((file) => file.endsWith('.yaml'));
	const files = names.map(async (file) => [
		file.slice(0, -'.yaml'.length),
		{ file: join('themes', file), text: await readFile(join('themes', file), 'utf8') },
	]);
	const assets = {
		themes: new Map(await Promise.all(files)),
		baseCss: await readFile('themes/base.css', 'utf8'),
	};
	const readFont = async ({ module }) => ({
		value: await readFile(require.resolve(module)),
		diagnostics: [],
	});
	mkdirSync(folder, { recursive: true });
	const written = [];
	const write = (name, css) => {
		const path = join(folder, `${name}.css`);
		if (written.includes(path)) return;
		writeFileSync(path, css);
		written.push(path);
	};
	for (const name of themeNames(assets)) {
		for (const variant of VARIANTS) {
			const { value: theme, diagnostics } = await loadTheme(name, assets, readFont, variant);
			if (theme === undefined) throw new Error(`themes/${name}.yaml: ${JSON.stringify(diagnostics)}`);
			if (theme.tokens.name === name) write(name, `${theme.css}\n${theme.fontCss}\n`);
			// The tokens alone, over the theme itself: fonts and layout are there already.
			else
				write(
					theme.tokens.name,
					theme.css.replace(assets.baseCss, '').replace('*/', `*/\n@import '${name}';`),
				);
		}
	}
	return written;
}

/** Removes what an earlier build left behind. Declarations are written by another tool. */
function clearOthers(folder, current) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && entry.name !== 'types') clearOthers(path, current);
		else if (entry.isFile() && !current.has(path)) rmSync(path, { force: true });
	}
}
