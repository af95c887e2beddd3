// Edits a brief 500 times under a running `modelbrief present` with an open page, and looks at the server's memory and
// open files: both must be flat.
//   npm run soak [-- edits]

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { importSource } from './import-source.mjs';

const BRIEF = 'gpt-5.3-codex';
const MOST_GROWTH_MB = 60;
const root = fileURLToPath(new URL('..', import.meta.url));
const edits = Number(process.argv[2] ?? 500);
if (process.platform !== 'linux')
	throw new Error('Memory and open files are read from /proc, which is there on Linux.');
const work = mkdtempSync(join(tmpdir(), 'modelbrief-soak-'));
const at = (...parts) => join(work, ...parts);
let child;

try {
	for (const folder of ['data', 'templates', 'themes'])
		cpSync(join(root, folder), at(folder), { recursive: true });
	child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'present', BRIEF, '--port', '0'], {
		cwd: work,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const address = await new Promise((done, fail) => {
		let text = '';
		child.stderr.on('data', (chunk) => {
			text += chunk;
			const match = /Presenting at (\S+)/.exec(text);
			if (match !== null) done(match[1]);
		});
		child.on('exit', () => fail(new Error(text)));
	});
	const browser = await openBrowser();
	try {
		const page = await browser.newPage();
		await page.goto(`${address}${BRIEF}/executive-brief#3`);
		await page.waitForSelector('.bespoke-marp-active');
		await soak(page);
	} finally {
		await browser.close();
	}
} finally {
	child?.kill('SIGKILL');
	rmSync(work, { recursive: true, force: true });
}

async function soak(page) {
	const storyline = at('data', BRIEF, 'storyline.yaml');
	const results = at('data', BRIEF, 'results.yaml');
	const template = at('templates', 'executive-brief', 'slides', 'gains.md.hbs');
	const theme = at('themes', 'base.css');
	const good = readFileSync(template, 'utf8');
	const samples = [];
	for (let turn = 1; turn <= edits; turn += 1) {
		const mark = `Mark${String(turn).replace(/\d/g, (digit) => 'abcdefghij'[digit])}`;
		if (turn % 25 === 0) edit(theme, /$/, `\n/* ${mark} */\n`);
		if (turn % 10 === 0)
			edit(
				results,
				/(benchmark: osworld-verified\n\s+model: gpt-5\.3-codex\n\s+claims:\n(?:.*\n)*?.*?value: )[\d.]+/,
				`$1${50 + ((turn / 10) % 9)}`,
			);
		if (turn % 7 === 0) {
			writeFileSync(template, `${good}{{broken`);
			await new Promise((done) => setTimeout(done, 40));
			writeFileSync(template, good);
		}
		edit(storyline, /(headline: The gains are in )\w+/, `$1${mark}`);
		await page.waitForFunction(
			(text) => document.querySelector('.bespoke-marp-active')?.textContent.includes(text),
			{ timeout: 20_000 },
			mark,
		);
		if (turn % Math.ceil(edits / 10) === 0) {
			await new Promise((done) => setTimeout(done, 400));
			samples.push({
				turn,
				megabytes: residentMb(child.pid),
				files: readdirSync(`/proc/${child.pid}/fd`).length,
			});
			const { turn: number, megabytes, files } = samples.at(-1);
			console.log(
				`${String(number).padStart(5)} edits  ${megabytes.toFixed(0).padStart(5)} MB  ${files} open files`,
			);
		}
	}
	const half = samples.slice(Math.floor(samples.length / 2));
	const growth = half.at(-1).megabytes - half[0].megabytes;
	const files = half.at(-1).files - half[0].files;
	console.log(`Second half: ${growth.toFixed(0)} MB and ${files} open files more.`);
	if (growth > MOST_GROWTH_MB || files > 2) process.exitCode = 1;
}

function edit(file, pattern, text) {
	writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, text));
}

function residentMb(pid) {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

async function openBrowser() {
	const { findBrowser, machineOf, disk } = await importSource({
		'effects/find-browser.ts': ['findBrowser'],
		'effects/machine.ts': ['machineOf'],
		'effects/files.ts': ['disk'],
	});
	const { value: found, diagnostics } = await findBrowser(machineOf(process, os), disk);
	if (found === undefined) throw new Error(JSON.stringify(diagnostics));
	return puppeteer.launch({
		executablePath: found.path,
		headless: found.kind === 'embedded' ? 'shell' : true,
		pipe: true,
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
		env: { ...process.env, ...found.env },
	});
}
