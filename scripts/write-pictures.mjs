// Makes docs/images/<deck>.png, the pictures of the README: four slides of each deck of a brief on one sheet.
//   npm run pictures [-- brief [deck=slide,slide,slide,slide]…]     slides by number, counted from 1

import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.mjs';
import { smallPng } from './small-png.mjs';

const SLIDES = { 'executive-brief': [2, 3, 8, 12], 'engineering-deep-dive': [4, 5, 9, 16] };
const SHEET_WIDTH = 1600;
const GAP = 24;
const COLUMNS = 2;

const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const [brief = join(packageRoot, 'data', 'gpt-5.3-codex'), ...choices] = process.argv.slice(2);
const chosen = {
	...SLIDES,
	...Object.fromEntries(
		choices.map((choice) => {
			const [deck, list = ''] = choice.split('=');
			return [deck, list.split(',').map(Number)];
		}),
	),
};

const { prepare, renderBriefDeck, startBrowser, filesOnDisk, machineOf } = await importSource({
	'commands/prepare.ts': ['prepare'],
	'pipeline.ts': ['renderBriefDeck'],
	'effects/start-browser.ts': ['startBrowser'],
	'effects/files.ts': ['filesOnDisk'],
	'effects/machine.ts': ['machineOf'],
});
const machine = machineOf(process, os);
const context = { machine, files: filesOnDisk(machine), packageRoot };
const { workshop, briefs } = need(await prepare({ briefs: [brief], decks: [] }, context, new Map()));
if (briefs.length === 0) throw new Error(`${brief} cannot be built: run "modelbrief check" on it.`);
const browser = need(await startBrowser(machine));
const folder = join(packageRoot, 'docs', 'images');
mkdirSync(folder, { recursive: true });
try {
	for (const { reconciled, decks } of briefs) {
		for (const { deck, theme } of decks) {
			const rendered = need(await renderBriefDeck(reconciled, deck, theme, workshop.assets, workshop.player));
			const png = smallPng(await sheetOf(await slidesOf(rendered, chosen[deck] ?? [1, 2, 3, 4])));
			writeFileSync(join(folder, `${deck}.png`), png);
			console.log(`docs/images/${deck}.png  ${Math.ceil(png.length / 1024)} KB`);
		}
	}
} finally {
	await browser.close();
}

/** PNGs of the slides with these numbers, twice as large as they stand on the sheet. */
async function slidesOf({ name, printHtml }, numbers) {
	const settings = { task: `picture ${name}`, html: printHtml, media: 'print' };
	return need(
		await browser.withPage(settings, async (page) => {
			const boxes = await page.evaluate(
				`[...document.querySelectorAll('svg[data-marpit-svg]')].map((slide) => {
					const { x, y, width, height } = slide.getBoundingClientRect();
					return { x, y: y + scrollY, width, height };
				})`,
			);
			const pictures = [];
			for (const number of numbers) {
				const box = boxes[number - 1];
				if (box === undefined) throw new Error(`${name} has ${boxes.length} slides, so none is ${number}.`);
				pictures.push(await page.png(box, 1));
			}
			return pictures;
		}),
	);
}

async function sheetOf(pictures) {
	const width = (SHEET_WIDTH - GAP * (COLUMNS + 1)) / COLUMNS;
	const height = (width * 9) / 16;
	const rows = Math.ceil(pictures.length / COLUMNS);
	const size = { width: SHEET_WIDTH, height: Math.round(rows * height + GAP * (rows + 1)) };
	const images = pictures
		.map((png) => `<img alt="" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`)
		.join('');
	const html = `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Slides</title><style>
		body { margin: 0; padding: ${GAP}px; background: #e4e7ec; display: flex; flex-wrap: wrap; gap: ${GAP}px }
		img { width: ${width}px; height: ${height}px; display: block; outline: 1px solid #c9ced6 }
	</style></head><body>${images}</body></html>`;
	return need(
		await browser.withPage({ task: 'compose slides', html, media: 'screen', size }, (page) =>
			page.png({ x: 0, y: 0, ...size }),
		),
	);
}

function need({ value, diagnostics }) {
	if (value === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2));
	return value;
}
