// Measures how long a save takes until the open page shows it, beside `marp --watch` on the same deck: the file is written,
// and the clock stops in the frame that has the new text on the slide. Both run at once and take turns.
//   npm run bench:present [-- repetitions]

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { importSource } from './import-source.mjs';

const BRIEF = 'gpt-5.3-codex';
const DECK = 'executive-brief';
const FRESH_LIMIT_MS = 15_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const repetitions = Number(process.argv[2] ?? 15);
if (!Number.isInteger(repetitions) || repetitions < 1) throw new Error('Give a number of repetitions.');
const work = mkdtempSync(join(tmpdir(), 'modelbrief-bench-present-'));
const cli = join(root, 'dist', 'cli.js');
const marpPackage = require.resolve('@marp-team/marp-cli/package.json');
const marp = join(marpPackage, '..', require(marpPackage).bin.marp);
const children = [];
/** What differs once a save is on view, where it is not a text. */
const CHART = "document.querySelector('.bespoke-marp-active figure svg').outerHTML";
const ACCENT =
	"getComputedStyle(document.querySelector('.bespoke-marp-active section')).getPropertyValue('--color-accent')";

try {
	for (const folder of ['data', 'templates', 'themes'])
		cpSync(join(root, folder), join(work, folder), { recursive: true });
	const stock = join(work, 'stock');
	await run([cli, 'build', BRIEF, '--format', 'html', '--output', join(work, 'output'), '--quiet']);
	mkdirSync(stock);
	cpSync(join(work, 'output', BRIEF, `${DECK}.md`), join(stock, `${DECK}.md`));
	cpSync(join(work, 'output', BRIEF, 'charts'), join(stock, 'charts'), { recursive: true });
	writeFileSync(
		join(stock, 'marp.config.mjs'),
		`export { default } from ${JSON.stringify(join(root, 'marp.config.mjs'))};\n`,
	);
	symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));

	const { found } = await browserOfModelbrief();
	const browser = await puppeteer.launch({
		executablePath: found.path,
		headless: found.kind === 'embedded' ? 'shell' : true,
		pipe: true,
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
		env: { ...process.env, ...found.env },
	});
	try {
		const ours = await openOurs(browser);
		const theirs = await openTheirs(browser, stock);
		const storyline = join(work, 'data', BRIEF, 'storyline.yaml');
		const template = join(work, 'templates', DECK, 'slides', 'gains.md.hbs');
		const results = join(work, 'data', BRIEF, 'results.yaml');
		const theme = join(work, 'themes', 'executive.yaml');
		const markdown = join(stock, `${DECK}.md`);
		const cases = [
			{
				name: 'modelbrief: a sentence of the storyline',
				mark: 'Smark',
				page: ours,
				save: (mark) => edit(storyline, /(headline: The gains are in )\w+/, `$1${mark}`),
			},
			{
				name: 'modelbrief: a template',
				mark: 'Tmark',
				page: ours,
				save: (mark) => edit(template, /(?:Scores|Tmark\w+) in/, `${mark} in`),
			},
			{
				name: 'modelbrief: a value, and the chart with it',
				mark: 'Vmark',
				page: ours,
				save: (_, turn) =>
					edit(
						results,
						/(benchmark: osworld-verified\n\s+model: gpt-5\.3-codex\n\s+claims:\n(?:.*\n)*?.*?value: )[\d.]+/,
						`$1${50 + (turn % 10)}`,
					),
				look: CHART,
			},
			{
				name: 'modelbrief: a colour of the theme, all charts with it',
				mark: 'Cmark',
				page: ours,
				save: (_, turn) => edit(theme, /(blue: "#0)[0-9a-f]{5}/, `$1${turn % 10}50b0`),
				look: ACCENT,
			},
			{
				name: 'marp --watch: a line of the Markdown',
				mark: 'Mmark',
				page: theirs,
				save: (mark) => edit(markdown, /(## The gains are in )\w+/, `$1${mark}`),
			},
		].map((one) => ({ ...one, times: [] }));
		for (let turn = 0; turn <= repetitions; turn += 1) {
			for (const one of cases) {
				const ms = await measure(one, turn);
				if (turn > 0) one.times.push(ms);
				await new Promise((done) => setTimeout(done, 250));
			}
		}
		report(cases, found.path);
	} finally {
		await browser.close();
	}
} finally {
	for (const child of children) child.kill('SIGKILL');
	rmSync(work, { recursive: true, force: true });
}

function letters(turn) {
	return String(turn).replace(/\d/g, (digit) => 'abcdefghij'[digit]);
}

function edit(file, pattern, text) {
	const before = readFileSync(file, 'utf8');
	const after = before.replace(pattern, text);
	if (after === before) throw new Error(`Nothing to change in ${file}.`);
	writeFileSync(file, after);
}

/** Milliseconds from the save to the frame in which the slide has changed. */
async function measure({ page, save, look, name, mark: word }, turn) {
	const mark = `${word}${letters(turn)}`;
	await page.bringToFront();
	const text = `document.querySelector('.bespoke-marp-active')?.textContent.includes(${JSON.stringify(mark)})`;
	const isShown = look === undefined ? text : `${look} !== ${JSON.stringify(await page.evaluate(look))}`;
	const start = performance.now();
	save(mark, turn);
	// A page that loads itself again takes its context along, so the question is asked again.
	for (;;) {
		if (performance.now() - start > FRESH_LIMIT_MS) throw new Error(`${name}: the page did not change.`);
		try {
			await page.waitForFunction(isShown, { polling: 'raf', timeout: FRESH_LIMIT_MS });
			return performance.now() - start;
		} catch (error) {
			if (!/context|navigat|detached/i.test(String(error))) throw new Error(`${name}: ${error.message}`);
		}
	}
}

async function openOurs(browser) {
	const child = start([cli, 'present', BRIEF, '--port', '0']);
	const address = await printed(child, /Presenting at (\S+)/);
	const page = await browser.newPage();
	await page.goto(`${address}${BRIEF}/${DECK}#3`);
	await page.waitForSelector('.bespoke-marp-active');
	return page;
}

async function openTheirs(browser, folder) {
	const child = start([marp, '--watch', join(folder, `${DECK}.md`), '--no-stdin'], folder);
	await printed(child, /\[Watch mode\]|Watch/);
	const page = await browser.newPage();
	await page.goto(`file://${join(folder, `${DECK}.html`)}#3`);
	await page.waitForSelector('.bespoke-marp-active');
	return page;
}

function start(args, cwd = work) {
	const child = spawn(process.execPath, args, {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, NO_COLOR: '1' },
	});
	children.push(child);
	return child;
}

function printed(child, pattern) {
	return new Promise((done, fail) => {
		let text = '';
		const read = (chunk) => {
			text += chunk;
			const match = pattern.exec(text);
			if (match !== null) done(match[1] ?? match[0]);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.on('exit', (code) => fail(new Error(`ended with ${code}:\n${text}`)));
	});
}

function run(args) {
	const child = start(args);
	let text = '';
	child.stderr.on('data', (chunk) => {
		text += chunk;
	});
	return new Promise((done, fail) => {
		child.on('exit', (code) => (code === 0 ? done() : fail(new Error(text))));
	});
}

async function browserOfModelbrief() {
	const { findBrowser, machineOf, disk } = await importSource({
		'effects/find-browser.ts': ['findBrowser'],
		'effects/machine.ts': ['machineOf'],
		'effects/files.ts': ['disk'],
	});
	const { value: found, diagnostics } = await findBrowser(machineOf(process, os), disk);
	if (found === undefined) throw new Error(JSON.stringify(diagnostics));
	return { found };
}

function report(cases, browser) {
	const line = (cells) =>
		console.log(cells.map((cell, n) => (n === 0 ? cell.padEnd(54) : cell.padStart(16))).join(''));
	console.log(
		`From save to new pixels, ${repetitions} saves each, Node ${process.version}, browser ${browser}\n`,
	);
	line(['', 'median ms', 'lowest–highest', 'marp = 1']);
	const stock = median(cases.at(-1).times);
	for (const { name, times } of cases)
		line([
			name,
			median(times).toFixed(0),
			`${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`,
			(median(times) / stock).toFixed(2),
		]);
}

function median(numbers) {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)];
}
