// Takes the slide player (bespoke) out of a page that the stock marp-cli makes of a tiny deck, and writes its parts
// to one JSON file. marp-cli offers no way to ask for them, so every part is checked and a missing one ends the build.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** `more`: our own parts, by name. */
export async function extractPlayer(target, more = {}) {
	const packageFile = require.resolve('@marp-team/marp-cli/package.json');
	const { version, license, bin } = JSON.parse(readFileSync(packageFile, 'utf8'));
	const folder = dirname(packageFile);
	const page = pageOfTinyDeck(join(folder, bin.marp));
	const scripts = all(page, /<script>([\s\S]*?)<\/script>/g);
	const player = {
		version,
		license: `${license}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n\n${readFileSync(join(folder, 'lib/bespoke.js.LICENSE.txt'), 'utf8').trim()}`,
		css: one('css', all(page, /<style>([\s\S]*?)<\/style>/g), (css) => css.includes('data-bespoke-view')),
		controls: one('controls', all(page, /<body>(<div class="bespoke-marp-osc">[\s\S]*?<\/div>)/g), (html) =>
			['prev', 'page', 'next', 'fullscreen', 'overview', 'presenter'].every((name) =>
				html.includes(`data-bespoke-marp-osc="${name}"`),
			),
		),
		script: one('script', scripts, (script) => script.includes('bespoke.js.LICENSE')),
		helper: one(
			'helper',
			scripts,
			(script) => script.includes('marpitSVGPolyfill') && !script.includes('bespoke'),
		),
		...more,
	};
	if (!page.includes('<div class="bespoke-marp-note" data-index="0" tabindex="0"><p>The note.</p></div>')) {
		throw new Error(
			`marp-cli ${version} writes presenter notes in another way than render/html-shell.ts does.`,
		);
	}
	if (!page.includes('<div id=":$p"><svg data-marpit-svg=""')) {
		throw new Error(`marp-cli ${version} wraps slides in another way than render/render-html.ts does.`);
	}
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, `${JSON.stringify(player, null, '\t')}\n`);
}

function pageOfTinyDeck(marp) {
	const folder = mkdtempSync(join(tmpdir(), 'modelbrief-player-'));
	try {
		const core = JSON.stringify(new URL(import.meta.resolve('@marp-team/marp-core')).href);
		writeFileSync(join(folder, 'deck.md'), '# One\n\n<!-- The note. -->\n');
		writeFileSync(
			join(folder, 'engine.config.mjs'),
			`import { Marp } from ${core};\nexport default { engine: (options) => new Marp({ ...options, script: { source: 'inline' } }) };\n`,
		);
		const args = [marp, 'deck.md', '-o', 'deck.html', '--config-file', 'engine.config.mjs', '--no-stdin'];
		execFileSync(process.execPath, args, {
			cwd: folder,
			stdio: ['ignore', 'ignore', 'pipe'],
			timeout: 60_000,
		});
		return readFileSync(join(folder, 'deck.html'), 'utf8');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function all(text, pattern) {
	return [...text.matchAll(pattern)].map((match) => match[1]);
}

function one(name, candidates, isIt) {
	const found = candidates.filter(isIt);
	if (found.length !== 1)
		throw new Error(`The page of marp-cli holds ${found.length} parts that look like the player's ${name}.`);
	return found[0];
}
