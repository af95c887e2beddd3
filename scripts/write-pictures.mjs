// Makes the pictures of the README in docs/images/: `<deck>.png`, four slides of each deck of the bundled brief on one
// sheet, and `slide.png`, the slide of the example that the README shows beside its YAML.
//   npm run pictures [-- deck=slide,slide,slide,slide …]     slides by number, counted from 1

import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.mjs';
import { smallPng } from './small-png.mjs';

const SLIDES = { 'executive-brief': [3, 8, 10, 12], 'engineering-deep-dive': [3, 6, 14, 20] };
/** Shown alone: the first slide of this name in this deck of the example. */
const SINGLE = { brief: 'example', deck: 'engineering-deep-dive', slide: 'benchmark' };
const SHEET_WIDTH = 1600;
const GAP = 24;
const COLUMNS = 2;

const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const chosen = {
	...SLIDES,
	...Object.fromEntries(
		process.argv.slice(2).map((choice) => {
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
const browser = need(await startBrowser(machine));
try {
	for (const [name, deck] of await renderDecks('gpt-5.3-codex'))
		write(`${name}.png`, await sheetOf(await slidesOf(deck, chosen[name] ?? [1, 2, 3, 4])));
	const deck = (await renderDecks(SINGLE.brief)).get(SINGLE.deck);
	const number = deck.slides.findIndex(({ name }) => name === SINGLE.slide) + 1;
	const [picture] = await slidesOf(deck, [number]);
	write('slide.png', picture);
} finally {
	await browser.close();
}

async function renderDecks(brief) {
	const selection = { briefs: [join(packageRoot, 'data', brief)], decks: [] };
	const prepared = await prepare(selection, context, new Map());
	const { workshop, briefs } = need(prepared);
	if (briefs.length === 0) throw new Error(JSON.stringify(prepared.diagnostics, undefined, 2));
	const rendered = new Map();
	for (const { reconciled, decks } of briefs) {
		for (const { deck, theme } of decks) {
			const { assets, player } = workshop;
			rendered.set(deck, need(await renderBriefDeck(reconciled, deck, theme, assets, player)));
		}
	}
	return rendered;
}

function write(file, picture) {
	const folder = join(packageRoot, 'docs', 'images');
	const png = smallPng(picture);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, file), png);
	console.log(`docs/images/${file}  ${Math.ceil(png.length / 1024)} KB`);
}

/** PNGs of the slides with these numbers. */
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
