// Bundles what src/present/client/ adds to every deck, and what it adds to pages of the present server, into strings.

import { readFile } from 'node:fs/promises';
import { build, transform } from 'esbuild';

const FOLDER = 'src/present/client';

export async function bundleClient() {
	const [client, live, clientCss] = await Promise.all([
		script('main.ts'),
		script('live.ts'),
		css('client.css'),
	]);
	return { client, live, clientCss };
}

async function script(file) {
	const { outputFiles } = await build({
		entryPoints: [`${FOLDER}/${file}`],
		bundle: true,
		minify: true,
		write: false,
		format: 'iife',
		platform: 'browser',
		target: 'es2022',
		charset: 'utf8',
	});
	const text = outputFiles[0].text.trim();
	if (/<\/script|<!--/i.test(text)) throw new Error(`${file} would end its own script element.`);
	return text;
}

async function css(file) {
	const { code } = await transform(await readFile(`${FOLDER}/${file}`, 'utf8'), {
		loader: 'css',
		minify: true,
	});
	return code.trim();
}
